/**
 * Words that copies swap for one another, a group a line, written for this project from everyday English. The first
 * of a group stands for all. No group holds words that judge differently.
 */
const GROUPS = `
great good excellent awesome amazing wonderful fantastic perfect superb brilliant fabulous outstanding terrific incredible fine nice pleasant lovely splendid marvelous stellar phenomenal super exceptional impressive magnificent
bad poor terrible horrible awful dreadful lousy atrocious abysmal worst horrendous pathetic
love adore loves adores loved adored loving
like enjoy likes enjoys liked enjoyed
buy purchase bought purchased buying purchasing buys purchases ordered order got acquired picked grab grabbed
install installed installing installation setup mount mounted mounting fit fitted set put hook hooked hang hung
easy simple easily simply effortless straightforward effortlessly breeze painless
hard difficult tough tricky challenging complicated
picture image pictures images photo photos pic pics
video videos footage clip clips recording recordings film
camera cameras cam cams
doorbell doorbells bell bells
phone smartphone cell mobile cellphone iphone phones
house home houses homes residence place property
fast quick quickly rapid speedy swift rapidly swiftly promptly prompt
slow sluggish slowly
happy pleased satisfied glad delighted thrilled content
unhappy disappointed dissatisfied displeased
problem issue problems issues trouble troubles difficulty difficulties hiccup hiccups glitch glitches
broke broken failed died dead quit stopped fails dies
work works worked working function functions functioned functioning operate operates operated operating perform performs performed performing
cheap inexpensive affordable
expensive pricey costly overpriced
price cost prices costs
money cash bucks dollars
junk garbage trash rubbish crap
waste wasted wasting
recommend recommended recommending suggest suggested advise
big large huge
small little tiny
support assistance help helped helping service
app application software program
wifi wireless internet network router
alert alerts notification notifications notice notices
detect detects detected detection sense senses sensing
see view watch seeing viewing watching look looking
tell says told say said
call called calling phoned phone rang calls
return returned returning sent
replace replaced replacement swap swapped exchanged substitute
start started begin began begins starts
end ended finish finished
try tried attempt attempted trying attempting
fix fixed repair repaired resolve resolved solve solved
get obtain receive received obtained
arrive arrived came delivered
delivery shipping shipment
package packages parcel parcels box
wife spouse husband partner
kids children kid child
mom mother mum
dad father
person people folks folk somebody someone guy guys
definitely certainly surely absolutely
every each
fantastic great
clear crisp sharp clean
blurry fuzzy grainy blurred hazy
night nighttime dark darkness nights
day daytime days
weak faint
strong robust powerful
sturdy solid durable
useful handy helpful practical convenient
annoying irritating frustrating bothersome
often frequently regularly
always constantly continually forever
total complete whole entire
entirely completely totally fully
amount quantity
think believe guess suppose thought
choose chose pick selected select picked
product item device unit gadget thing products items devices units gadgets
old former previous prior older
new brand-new latest newer
feature features function functionality capability
also additionally too
use used using utilize utilized
want wanted wish need needed
keep kept retain
show shows display displays
hear heard
speak talk speaking talking chat
sound audio
battery batteries
charge charged recharge recharged charging recharging
company firm manufacturer maker
seller vendor merchant
customer client
directions instructions manual guide
quality
`;

/** Each word of a group under the group's first; the first group that has a word counts. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map(
  GROUPS.trim()
    .split('\n')
    .toReversed()
    .flatMap((line) => {
      const words = line.trim().split(' ');
      return words.map((word) => [word, words[0]!] as const);
    }),
);
