/*
 * Words beside numbers and addresses, collected by hand for this project from how shops, carriers and banks name their
 * numbers. Lower case. The hosts are the large public mail services; the lengths of IBANs are those of the registry of
 * ISO 13616.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Said before a phone number. */
export const PHONE_WORDS = words(`
  phone phones telephone tel tele fon telefon telefono téléphone telefone telefoon telefonnummer mobile mobil mobiltelefon
  mobilnummer móvil movil cell cellphone celular handy handynummer portable call calls called calling caller dial dialed
  dialled dialing dialling text texted sms whatsapp telegram signal viber wechat contact reach ring rang fax hotline helpline
  landline voicemail anrufen anruf ruf rufnummer rufen appeler appelez appel joindre llamar llama llame llamame chiamare chiama
  ligar bel bellen kontakt contacto contactar sim tlf telf ph mob ext extension callback toll-free tollfree support
`);

/** Said before a number that is none. */
export const NUMBER_NAMES = words(`
  order orders ordered serial serials s/n sn model models part item items sku asin upc ean isbn gtin mpn barcode tracking track
  reference ref invoice receipt ticket tickets case claim confirmation version firmware build release code codes pin passcode
  password imei mac uid uuid device mid product articles article artikel artikelnummer bestellnummer bestellung seriennummer
  rechnung rechnungsnummer kundennummer commande facture pedido factura ordine account transaction auth authorization rma po lot
  batch patent fcc usps ups fedex dhl amazon resolution pixels id ids error shipment package parcel sendungsnummer
`);

/** Said between the name of a number and the number. */
export const LINKING_WORDS = words(`
  number numbers num nr no nummer numero número numéro is was are at on me us them him her my our your their the this a to or
  and via by under with of for in direct directly please pls just use using unter an auf die der ist lautet au le la est el es
  al il support customer service line back now today anytime us: ring i it from home office work new old second first
`);

/** Behind a number they make it a measure. */
export const UNITS = words(`
  gb mb kb tb mah wh kwh w v a hz khz mhz ghz fps bps kbps mbps px pixel pixels mp megapixel megapixels lux lumen lumens ft feet
  foot inch inches in cm mm km m meter meters metre metres mile miles yards kg g lb lbs oz hours hour hrs hr h minutes minute
  mins min seconds second secs sec ms days day weeks months years year usd eur gbp dollar dollars bucks euro euros pounds cents
  rupees rs yen people users customers reviews times stars views photos pictures videos clips k p i degrees
`);

/** Hosts of public mail services without their last part, as people spell them out. */
export const MAIL_HOSTS = words(`
  gmail googlemail yahoo ymail rocketmail hotmail outlook live msn icloud me mac aol gmx web t-online freenet proton protonmail
  pm zoho yandex mail qq 163 126 sina naver rediffmail orange wanadoo free laposte sfr libero virgilio btinternet comcast verizon
  att sbcglobal bellsouth cox charter earthlink tutanota fastmail hey
`);

/** What ends a spelled-out address. */
export const TOP_LEVELS = words(`
  com net org info biz edu gov io co me us uk de fr it es nl be at ch pl in au ca nz ie se no dk fi pt br mx jp cn ru eu app dev
  shop store online xyz tv cc
`);

/** Before "at shop dot com" they speak of a site, not of a mailbox. */
export const SITE_WORDS = words(`
  look looking looked available bought buy buying found find finding visit visited shop shopping order ordered ordering purchase
  purchased sold sale sell selling us it them one ones this that these those not see seen more up are is was were be been site
  website store online here there only cheaper cheapest price prices priced dollars back and or but everything anything stuff
  camera cameras product products item items reviews read listed advertised arrived checked check even better deals deal
`);

/** Length of an IBAN by country (registry of ISO 13616). */
export const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HN: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
  YE: 30,
};
