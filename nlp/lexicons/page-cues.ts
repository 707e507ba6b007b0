/**
 * Cues that tell a customer's voice from a shop's, written for this project from how such texts are built: a customer
 * tells what happened to him and judges; a shop states rules, conditions and offers. Weights are rough log odds (above
 * nought: customer), set by hand and checked on invented pages; no pattern nests quantifiers.
 */
export interface Cue {
  id: string;
  /** Said to a person when the cue decides. */
  label: string;
  /** Log odds of the first hit. */
  weight: number;
  /** Log odds of each further hit, up to `max` hits. */
  more: number;
  max: number;
  pattern: RegExp;
}

const words = (list: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'giu');

const INTENSIFIER =
  'very|really|quite|so|too|super|extremely|absolutely|pretty|particularly|incredibly|totally|especially|rather|truly|fairly|a bit|a little';
const FINE =
  'good|great|excellent|perfect|perfectly|amazing|awesome|fantastic|wonderful|nice|nicely|fine|clear|clearly|sharp|easy|simple|fast|quick|stable|well|practical|convenient|useful|powerful|cheap|affordable|bright|sturdy|responsive|happy|satisfied|pleased|impressed|beautiful|complete|strong|smooth|crisp|solid|helpful|patient|friendly|handy|reliable';
const POOR =
  'bad|poor|terrible|horrible|awful|weak|slow|blurry|grainy|dark|difficult|hard|complicated|expensive|cheaply|disappointing|disappointed|disappointment|useless|flimsy|loud|quiet|unreliable|annoying|annoyed|frustrating|frustrated|laggy|defective|worse|worst|dead|ugly|buggy|faulty|unhappy|confusing|noisy|short';

export const CUSTOMER_CUES: readonly Cue[] = [
  {
    id: 'first-person',
    label: 'speaks as “I”',
    weight: 1.9,
    more: 0.6,
    max: 4,
    pattern: words("i|i['’]m|i['’]ve|i['’]d|i['’]ll|im|ive|my|myself|mine|me"),
  },
  {
    id: 'family',
    label: 'speaks of family or neighbours',
    weight: 1.1,
    more: 0.3,
    max: 3,
    pattern: words(
      'wife|husband|hubby|son|daughter|dad|father|mom|mum|mother|grandma|grandmother|grandson|brother|sister|uncle|aunt|neighbou?rs?|roommate|girlfriend|boyfriend|in-laws|kids|parents|landlord|granddaughter|nephew|niece|cousin|colleague',
    ),
  },
  {
    id: 'we-did',
    label: 'tells what we did with it',
    weight: 2.4,
    more: 0.8,
    max: 3,
    pattern:
      /\bwe(?:['’]ve| have| had|['’]re| are| were)? (?:just |also |really |only |still |both |all |even |never |finally |so |very |quite |absolutely |actually )?(?:bought|installed|love|loved|got|had|use it|use this|use them|used|like|liked|ordered|purchased|wanted|tried|returned|live in|needed|put|can see|could|couldn['’]t|can now|hung|mounted|happy|pleased|satisfied|disappointed|impressed|watch|feel|felt|went|chose|decided|gave|thought|found|noticed|saw|lost|own|enjoy|hate)\b/giu,
  },
  {
    id: 'our-home',
    label: 'speaks of a home',
    weight: 1.6,
    more: 0.5,
    max: 3,
    pattern:
      /\b(?:our|my) (?:house|home|front|back|door|porch|driveway|yard|garden|dogs?|cats?|old|previous|last|first|second|kids|son|daughter|garage|baby|neighbou?rs?|wi-?fi|internet|router|family|existing|backyard|street|apartment|flat|parents|phones?|barn|farm|cabin|mailbox|living|kitchen|shed|car|cars|nursery|office|balcony|roof|wall)\b/giu,
  },
  {
    id: 'strong-judgement',
    label: 'judges the product',
    weight: 1,
    more: 0.7,
    max: 4,
    pattern: words(
      'satisfied|disappointed|disappointing|recommend|recommended|recommendation|worth|worthy|worthless|love|loves|loved|happy|praise|regret|awful|terrible|horrible|junk|garbage|trash|waste|crap|awesome|amazing|thumbs up|pleased|impressed|liked|hate|hated|annoying|annoyed|frustrating|frustrated|useless|worst|worse|complaints?|five stars|(?:one|two|three|four|five|[1-5]) stars?|works? (?:great|well|fine|perfectly|flawlessly|good|ok|okay)|working (?:great|well|fine|perfectly)|as (?:described|advertised|expected|promised)|value for (?:the )?money|money well spent|well worth|cost-effective|good job|great job|well done|no (?:problems?|issues?|complaints?)|let me down|best (?:purchase|buy|camera|investment)|very much|thanks|thank you so much|ripoff|rip off|scam|fake|stupid|hassle|kudos|not bad|so-so',
    ),
  },
  {
    id: 'degree',
    label: 'judges with degree words',
    weight: 0.9,
    more: 0.6,
    max: 4,
    pattern: new RegExp(`\\b(?:${INTENSIFIER}) (?:${FINE}|${POOR}|much|many|far|long)\\b`, 'giu'),
  },
  {
    id: 'predicate',
    label: 'says how it is',
    weight: 0.8,
    more: 0.5,
    max: 4,
    pattern: new RegExp(
      `\\b(?:is|are|was|were|looks?|looked|seems?|feels?|felt|works?|worked|came|arrived|its|it['’]s) (?:not |also |still |just |always |relatively |all |a |an )?(?:(?:${INTENSIFIER}) )?(?:${FINE}|${POOR})\\b`,
      'giu',
    ),
  },
  {
    id: 'judgement',
    label: 'judges',
    weight: 0.35,
    more: 0.3,
    max: 5,
    pattern: words(`${FINE}|${POOR}`),
  },
  {
    id: 'happened',
    label: 'tells what happened',
    weight: 0.5,
    more: 0.4,
    max: 5,
    pattern: words(
      'arrived|bought|tried|got|came|stopped|broke|died|worked|gave|took|went|told|called|wanted|mounted|decided|expected|noticed|hung|failed|fell|lasted|refused|replied|answered|helped|caught|woke|froze|kept|spent|paid|drilled|screwed|plugged|thought|hoped|showed|lost|rang|ran|sent it back|returned it|gave up|used it|installed it|set it up|put it',
    ),
  },
  {
    id: 'in-use',
    label: 'tells of its use',
    weight: 0.45,
    more: 0.3,
    max: 3,
    pattern: words('received|installed|purchased|ordered|connected|replaced|used|using|delivered|packed|packaged'),
  },
  {
    id: 'in-time',
    label: 'says when',
    weight: 0.9,
    more: 0.4,
    max: 3,
    pattern:
      /\b(?:yesterday|today|tonight|so far|ago|last (?:week|month|year|night|summer|winter|spring|fall|christmas)|this (?:morning|winter|summer)|(?:after|for|in|within|about|over|only|lasted) (?:just |only |about |almost |over |nearly )?(?:a|an|one|two|three|four|five|six|a few|few|several|\d+) (?:minutes|hours?|days?|weeks?|months?|years?|evenings?|afternoons?)|first (?:day|week|time|night|one)|finally|(?:arrived|came|got here|delivered|delivery) (?:\w+ )?(?:on time|in time|early|late|quickly|fast|before|the next day)|before time|ahead of schedule|right away|straight away|out of the box|at first|every (?:time|night|morning|day)|no longer|anymore|never again)\b/giu,
  },
  {
    id: 'compared',
    label: 'compares with another one',
    weight: 1,
    more: 0.4,
    max: 2,
    pattern:
      /\b(?:better|worse|clearer|cheaper|easier|faster|smaller|bigger|larger|heavier|louder|quieter|sharper|more \w+|less \w+) than (?:the one|my|our|i|expected|the old|the previous|the last|others?|it|what|in the|the picture)\b|\b(?:previous|old|other|former|second|new|this|bought) one\b|\b(?:than|as) expected\b/giu,
  },
  {
    id: 'advice',
    label: 'advises other buyers',
    weight: 1.8,
    more: 0.5,
    max: 2,
    pattern:
      /\b(?:do not|don['’]t|dont|would not|wouldn['’]t|never|won['’]t) (?:buy|bother|waste|purchase|hesitate to buy|recommend)\b|\b(?:save|waste of|waste your|wasted) (?:your |my )?(?:money|time)\b|\bbuy (?:it|one|this|with confidence|again|another|something else|elsewhere)\b|\b(?:good|great|nice|worth|recommend|advise|regret) (?:to buy|buying|the money|the price|everyone|shopping|it)\b|\bstay away\b|\bgo for it\b|\byou (?:won['’]t|will not) (?:regret|be disappointed)\b|\bbuy (?:from|in) this (?:shop|store|seller)\b/giu,
  },
  {
    id: 'seller-seen',
    label: 'judges the seller',
    weight: 1.3,
    more: 0.4,
    max: 2,
    pattern:
      /\b(?:the|this|great|good|excellent|bad|honest|responsive|reliable|recommend|thanks to the) (?:seller|vendor|shop owner)\b|\b(?:customer service|customer support|tech support|support|seller|delivery|shipping|packaging|package|parcel|courier)(?: \w+)? (?:is|was|were|told|said|refused|helped|arrived|never|did|didn['’]t|came|took|solved|replied|answered|responded|sent)\b|\bthey (?:told|said|sent|refused|replaced|gave|asked|were|answered|replied|never|kept|want|wanted|helped|don['’]t|didn['’]t|won['’]t|would)\b|\b(?:timely|fast|quick|prompt|slow|late) (?:delivery|shipping|shipment)\b/giu,
  },
  {
    id: 'fault',
    label: 'tells of a fault or a wish',
    weight: 1.3,
    more: 0.5,
    max: 3,
    pattern:
      /\b(?:does(?:n['’]?t| not)|won['’]t|will not|would not|wouldn['’]t|cannot|can['’]t|couldn['’]t|never|did(?:n['’]?t| not)|stopped) (?:even |really |always |stay )?(?:work(?:ing)?|connect(?:ed)?|hold|stay|open|load|turn on|detect|record|ring|charge|pair|recogni[sz]e|last|hear)\b|\bkeeps? (?:\w{3,}ing)\b|\bwish(?:ed)? (?:it|there|the|i|that|they|night)\b|\bhit or miss\b|\b(?:connectivity|connection|wi-?fi) (?:issues|problems)\b|\b(?:have|had|has|having) (?:had )?(?:problems|issues|trouble|a problem)\b|\bseems? to (?:\w+)\b|\bgood luck\b|\b(?:could|should|would) (?:be|have been) (?:better|louder|clearer|longer|faster|brighter|wider|easier|nice|great)\b/giu,
  },
  {
    id: 'speech',
    label: 'talks as people talk',
    weight: 0.4,
    more: 0.25,
    max: 4,
    pattern:
      /\b(?:didn|wasn|isn|couldn|wouldn|can|hasn|haven|doesn|weren|won|ain|it|that|there|they)['’](?:t|s|re|ve)\b|!|\.{3}|…|\b(?:lol|omg|btw|wow|yeah|ok|okay|anyway|honestly|basically|guess|luckily|unfortunately|overall|however|hopefully|maybe|though|although|actually|bit|lot|stuff|guys?)\b|\p{Extended_Pictographic}/giu,
  },
  {
    id: 'edit-note',
    label: 'adds to what was said before',
    weight: 1.6,
    more: 0,
    max: 1,
    pattern: /^\s*(?:update|updated|edit|edited|pros|cons|p\.?s\.?)\b(?=.{0,24}[:,-])/giu,
  },
];

export const SHOP_CUES: readonly Cue[] = [
  {
    id: 'shop-we',
    label: 'the shop speaks as “we”',
    weight: -2,
    more: -0.9,
    max: 4,
    pattern:
      /\bwe(?:['’]ll| will| can| do| may| must| also| only| always| currently| then| reserve| cannot| can['’]t| don['’]t)? ?(?:not |never |only |also |always |currently |gladly )?(?:offer|accept|ship|provide|reserve|require|process|guarantee|collect|share|value|strive|aim|stand behind|issue|charge|do not|don['’]t accept|cannot|will|are not responsible|are proud|are committed|are happy to|are here|are unable|are not able|understand|deliver|dispatch|inspect|refund|replace|notify|contact|cover|bear|encourage|believe|respect|protect|store|sell|repair|honou?r|work with|partner|reply|respond|aren['’]t|make sure|ask you|ask that|appreciate|take (?:pride|care|your|every)|use (?:cookies|your|this information|the information|third|secure|a third|industry)|want you|recommend|suggest|hope|may|must|help you|would love|['’]ll|['’]re (?:here|happy|sorry|glad|committed)|have (?:a|the right)|send you|email|receive|review|ensure|design|test|update)\b/giu,
  },
  {
    id: 'shop-i',
    label: 'the shop speaks as “I”',
    weight: -4.5,
    more: -2,
    max: 3,
    pattern:
      /\bi(?:['’]ll| will| may| do| can| only| also| cannot)? ?(?:not )?(?:collect|accept (?:returns|payments?|paypal|orders|exchanges|cancellations)|ask you (?:to|for)|ship (?:to|within|all|every|from)|track:?|share (?:information|your|this)|retain|process (?:your|orders|payments)|offer (?:refunds|returns|free|a)|combine shipping)\b|\b(?:in|on|from|of|visit) my (?:site|website|store|shop|e-?shop)\b|\bpurchase from me\b|\b(?:contact|message|email) me (?:if|within|before|with|at|for)\b|\bi agree to the\b/giu,
  },
  {
    id: 'company',
    label: 'the company tells of itself',
    weight: -2,
    more: -1,
    max: 2,
    pattern:
      /\b(?:was|is|were) (?:founded|established|headquartered|born) (?:in|by|with|from)\b|\b(?:founded|established|based) in (?:19|20)?\d\d\b|\btrusted by\b|\btrust our\b|\b(?:homeowners|households|users|families|visitors|businesses|consumers)\b(?= (?:can|receive|to|trust|with|who|worldwide|around|live|may|will|across))|\bour (?:story|founders|cameras|devices|customers)\b|\bworldwide\b|\b(?:million|thousand)s? (?:of )?(?:users|customers|families|homes)\b/giu,
  },
  {
    id: 'contact-us',
    label: 'asks to contact the shop',
    weight: -2,
    more: -0.6,
    max: 3,
    pattern:
      /\b(?:contact|email|e-mail|reach|reach out to|write|message|notify|inform|call|chat with|let|ask|follow|tell|find|visit) us\b|\b(?:contact|email|reach|call|reach out to) (?:our|the seller|customer (?:service|support|care)|support)\b|\bget in touch\b|\bsend (?:us|an e-?mail)\b|\bsent? (?:back )?to us\b|\bback to us\b|\bunless we\b/giu,
  },
  {
    id: 'our-shop',
    label: 'the shop speaks of itself',
    weight: -1.8,
    more: -0.7,
    max: 3,
    pattern:
      /\bour (?:customers?|warehouses?|stores?|shop|team|polic(?:y|ies)|products?|website|site|services?|support|company|terms|estimates|partners?|returns?|warranty|newsletter|experts?|range|offers?|cameras? (?:are|is)|technicians|facility|commitment|goal|mission|priority|carriers?|processing|engineers|designers|collection|staff|privacy|refund|delivery|shipping|standard|limited|online|full|own|factory|quality|brand|community|users|staff|latest|email|responsibility|control|sole|discretion)\b|\byour satisfaction\b/giu,
  },
  { id: 'please', label: 'asks politely', weight: -1.2, more: -0.6, max: 2, pattern: words('please|kindly') },
  {
    id: 'about-customers',
    label: 'speaks of customers',
    weight: -1.3,
    more: -0.6,
    max: 3,
    pattern:
      /\b(?:the|our|all|each|any|other|fellow|local|by the|valued) (?:customers?|consumers?|buyers?|purchasers?|clients?|recipients?)\b(?! (?:service|support|care))|\b(?:customers?|consumers?|buyers?) (?:love|trust|like|praise|can|have|must|may|are|will|should|who)\b/giu,
  },
  {
    id: 'rule',
    label: 'states rules',
    weight: -0.9,
    more: -0.6,
    max: 4,
    pattern:
      /\b(?:must|shall|may(?! day)|should)\b|\b(?:will|can|cannot|could|are|is|must) (?:not |only |then |also )?be (?:\w+ly )?\w{2,}(?:ed|en|de|ld|nt)\b|\b(?:is|are) (?:not |only )?(?:required|permitted|allowed|covered|accepted|processed|excluded|refundable|eligible|responsible|calculated|subject|valid|available|kept|supplied|sold|made of|made from|powered|redesigned|packed in|tested|free|recommended|entitled|non-refundable|included|limited|considered|final|charged|shipped|dispatched|provided|delivered within)\b/giu,
  },
  {
    id: 'condition',
    label: 'states conditions',
    weight: -1.3,
    more: -0.5,
    max: 2,
    pattern:
      /(?:^|[.!?;] )\W{0,8}(?:if (?:you|your|the|for|any|an|a|we|there|it)|once (?:you|your|the|we|an|a)|in (?:the )?(?:case|event)|when (?:we|your order|you (?:place|visit|return|order))|before (?:you|the order|returning)|unless|by (?:purchasing|using|placing|clicking|visiting|continuing)|for (?:any|all|more|further|logistical|orders|returns)|to (?:be eligible|return|start|complete|request|initiate|cancel|qualify|change))\b/giu,
  },
  {
    id: 'you',
    label: 'speaks to “you”',
    weight: -0.5,
    more: -0.35,
    max: 5,
    pattern: words("you|your|yours|yourself|you['’]ll|you['’]re|you['’]ve"),
  },
  {
    id: 'trade',
    label: 'speaks of orders, returns and the like',
    weight: -0.35,
    more: -0.3,
    max: 6,
    pattern: words(
      'refunds?|refunded|returns|returned|exchanges?|cancel|cancelled|canceled|cancellations?|warrant(?:y|ies)|shipping|shipments?|shipped|delivery|customs|orders?|payments?|credit cards?|tracking|reshipment|carriers?|receipt|merchandise|goods|items|invoice|address|duties|taxes|fees|policy|purchases|charges?|discount|coupon|account|checkout|store credit|postage|freight',
    ),
  },
  {
    id: 'legal',
    label: 'policy wording',
    weight: -1.5,
    more: -0.8,
    max: 4,
    pattern:
      /\b(?:business days?|working days?|calendar days?|eligible|eligibility|proof of purchase|original (?:packaging|condition|method|payment|package)|method of payment|hereby|subject to|liable|liability|reserves? the right|terms (?:and|&|of)|conditions of|third[- ]part(?:y|ies)|personal (?:data|information|details)|discretion|authori[sz](?:e|ation)|in accordance|pursuant|applicable|restocking|bear the|at your (?:own )?(?:expense|cost)|privacy|cookies|consent|unused|resal?able|lawful|processing time|manufacturing defects?|defects in|warrant(?:s|ed) (?:that|against)|proof|gdpr|purposes?|misuse|void|unauthori[sz]ed|jurisdiction|governing law|remed(?:y|ies)|prior to|non-refundable|final sale|and\/or|i\.e\.|e\.g\.|rma|opt out|unsubscribe|data (?:protection|controller|retention)|advertis(?:ing|ers)|browser|analytics|exceptional circumstances|circumstances|improper(?:ly)?|abuse|normal (?:use|wear)|normal use|end[- ](?:use|user)|workmanship|invoice|postage|faults in|wear and tear|acts? of god|lightning|the (?:buyer|purchaser|customer|carrier|recipient|warehouse)|working order|signature|reported within|free of charge|storefront|checkout process|responsible for|transferee|serial number must|authorized|certain (?:products|items|countries)|free shipping|free returns?|money-back|guaranteed? (?:time|period)|estimated)\b/giu,
  },
  {
    id: 'day-range',
    label: 'gives a term in days',
    weight: -1.2,
    more: -0.4,
    max: 2,
    pattern:
      /\b\d+ ?(?:-|–|—|to) ?\d+ ?(?:business |working )?(?:days|hours|weeks|months)\b|\bwithin (?:the first )?\(?(?:\d+|seven|ten|fourteen|thirty|sixty|ninety)\)? (?:business |working |calendar |natural )?(?:days|hours)(?: of| after| from)?\b|\b\d+[- ](?:day|month|year) (?:\w+[- ])?(?:money|return|warranty|refund|guarantee|limited|period)/giu,
  },
  {
    id: 'advertises',
    label: 'product description',
    weight: -1,
    more: -0.8,
    max: 5,
    pattern:
      /\b(?:designed (?:to|for|with)|featuring|features (?:a|an|the|two|\d)|equipped|supports?(?= (?:up|\d|both|micro|two|remote|the|a|all|multiple|dual|wi|rtsp|onvif|alexa|google|live|cloud|sd|ios|android))|compatible|built[- ]in|allows? you|lets? you|letting you|allowing you|helps? you|gives? you|giving you|ensur(?:es?|ing)|delivers(?= \w+ (?:video|image|picture|sound|footage|clarity|resolution))|enables?|enabling|package (?:includes|contents)|what['’]s (?:in the box|included)|up to \d+|(?:ideal|perfect|suitable) for|whether (?:you|it)|say goodbye|never miss|stay connected|keep an eye on your|advanced|technology|ultra[- ]|state[- ]of[- ]the[- ]art|introducing|high[- ]performance|seamless(?:ly)?|cutting[- ]edge|easily (?:monitor|connect|view|install|mount)|protects? your|your (?:home|family|property|loved ones|phone|smartphone|pet|peace)|anytime|anywhere|24\/7|real[- ]time (?:alerts|monitoring|notifications)|adopts?|crystal[- ]clear|offers (?:a|an|you)|provides? (?:a|an|you|clear|high|up|\d)|with (?:its|a built|our|up to)|thanks to (?:its|the (?:built|advanced|latest|powerful))|capturing|comes with (?:a|an|our)|powered by|transmits?|encrypted|encryption|tested to|certified|on a single charge|in (?:minutes|seconds)(?= ?[,.!])|no (?:wires|drilling|hub|subscription|monthly fees)(?: (?:required|needed))?(?= ?[,.])|at a glance|around the clock|so you (?:only|can|never|always|don['’]t)|(?:you|your home|your family) deserves?|works? (?:great |well |seamlessly |perfectly )?with (?:alexa|amazon alexa|google (?:home|assistant)|apple homekit)(?= and| or|[,.]|$)|(?:from|of|between) -\d+|sleek|compact (?:body|design|size)|enhanced?|enhancing|optimal|optimi[sz]ed|versatile|intelligent|smart (?:human|motion|detection|ai|tracking)|designed|residential|household|depends? on|rated number|award[- ]winning|in a row|enough (?:for|to hide)|partner for|choice for|made in|surveillance device|potential|rated (?:ip|for)|operating)\b/giu,
  },
  {
    id: 'offers',
    label: 'advertises or asks to act',
    weight: -1.2,
    more: -0.4,
    max: 2,
    pattern:
      /(?:^|[.!?] )\W{0,8}(?:enjoy|get (?:\d|instant|notified|alerts|your|a|the|free|started|real)|keep (?:an|your|watch)|monitor your|discover|shop|choose (?:from|between|your)|connect (?:the|your|it|to)|download (?:the|our)|insert|press|click|tap|select|open the|scan|add (?:the|to|your|a)|enter your|visit|check (?:your|the|out|our)|watch (?:live|your|our|the)|see (?:who|what|every|our|more|your)|stay|protect|subscribe|sign up|log in|view|learn|read (?:the|our|more)|note|simply|make sure|turn (?:on|your)|follow the|join|share your|write|remove the|plug (?:in )?the|wipe|allow|ensure|receive|record|capture|store|speak|talk to)\b/giu,
  },
  {
    id: 'measures',
    label: 'technical data',
    weight: -0.5,
    more: -0.4,
    max: 5,
    pattern:
      /\d(?: ?(?:mp|megapixels?|mm|cm|ghz|mhz|mah|dbi?|fps|kg|lbs?|gb|tb|mb|lux|nm|vdc|vac|db|hz|kbps|mbps|lumens|ft|inches)\b|°| ?[×x] ?\d|[kp]\b)|\b(?:ip6\d|h\.26\d|802\.11|onvif|rtsp|cmos|f\/?\d\.\d|ac\/dc|fcc|rohs|ce)\b/giu,
  },
  {
    id: 'list-item',
    label: 'an item of a list',
    weight: -1,
    more: 0,
    max: 1,
    pattern: /^\s*(?:[•·▪●◦‣➤►✓✔✅✦■□*–-]|\(?\d{1,2}[.)]|\(?[a-h]\))\s+\S/gu,
  },
  {
    id: 'labelled',
    label: 'a label and its value',
    weight: -1.3,
    more: 0,
    max: 1,
    pattern:
      /^\s*(?!(?:pros?|cons?|update|edit|edited|p\.?s|overall|verdict|bottom line)\b)\p{Lu}[\p{L}\p{N} /()&'’+-]{1,36}\s?[:：]\s*\S|^\s*[【[«]/gu,
  },
  {
    id: 'table',
    label: 'a row of a table',
    weight: -3,
    more: 0,
    max: 1,
    pattern: /\|\s*\S|\S\s*\||\S\t+\S|\S {4,}\S/gu,
  },
  {
    id: 'contact-data',
    label: 'contact details or a link',
    weight: -2.5,
    more: -0.5,
    max: 2,
    pattern:
      /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,}|\bhttps?:\/\/|\bwww\.|(?:\+\d{1,3}[ -])?\(?\d{3}\)?[ -]\d{3}[ -]\d{4}\b|\b(?:p\.?o\.? box|suite \d+|fax)\b|©|\ball rights reserved\b|\bcopyright\b/giu,
  },
  {
    id: 'answers-customer',
    label: 'the seller answers a customer',
    weight: -5,
    more: -1,
    max: 2,
    pattern:
      /^\s*(?:dear|hi|hello|hey)\b.{0,24}\b(?:customer|friend|buyer|sir|valued|madam)\b|\bthank(?:s| you)(?: so much| very much)? for (?:your|choosing|contacting|shopping|taking|purchasing|reaching|being|supporting|the feedback|sharing|letting us)\b|\bwe(?:['’]re| are) (?:so |very |truly |really |deeply )?(?:sorry|glad|happy|thrilled|delighted) (?:to|that|for|about|you)\b|\bwe apologi[sz]e\b|\b(?:seller|owner|brand|manufacturer|shop|store|developer|our)['’]?s? (?:response|reply|answer)\b|\b(?:response|reply) from\b|\byour (?:feedback|review|support|kind words|patience|understanding)\b/giu,
  },
  {
    id: 'question',
    label: 'a question',
    weight: -3.2,
    more: 0,
    max: 1,
    pattern:
      /^\s*(?:q\d*\s?[:.)]\s*)?(?:how|what|what['’]s|when|where|why|which|who|can|could|do|does|did|is|are|will|would|should|may|has|have|am|must|any)\b[^.!]{2,160}[?？]\s*$/giu,
  },
  {
    id: 'asked-answered',
    label: 'questions and answers',
    weight: -4,
    more: 0,
    max: 1,
    pattern: /^\s*(?:q|a|question|answer|asked|answered|asked by|answered by|faq)\s?\d*\s?(?:[:：]|\.\s|\)\s|by\b)/giu,
  },
];
