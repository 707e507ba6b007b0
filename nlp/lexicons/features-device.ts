import type { FeatureLexicon } from './feature-lexicon.ts';

export const INSTALL_EASE: FeatureLexicon = {
  id: 'install_ease',
  strong: `
@install !instruction|instructions|manual|guide|video|videos|bracket
{set|setting|sets} *1 {up|this up|it up|them up|everything up}
{hook|hooked|hooking|wire|wired|hardwire|hardwired|hard wired|put} {up|it up|this up|to|it in|it}
{hardwired|hard wired|hardwire}
{pairing|paired} !with|alexa
{plug|plugs|plugged} and play
{plug and play|plug n play|plug in and}
{screw|screwed|drill|drilled|drilling} *3 {wall|brick|hole|holes|holes|siding|stucco|mortar|ceiling|in}
electrician|handyman
{compatible|compatibility} !alexa|google|echo|phone|android|ios
{existing|old|mechanical|digital|house|interior|indoor|inside|home|door} {chime|bell|wiring|wires}
{wiring|wires}
{configure|configuration|configuring}
{get|got|getting} *2 up and running
{connect|connected|connecting|connection|hooked} *2 to =the|=my|=our {wifi|wi fi|network|internet|router}
tripod {mount|thread|socket}`,
  weak: `
set_up
drivers|driver`,
  plus: `
{easy|simple|easily|quick|quickly|effortless|fast|simply|breeze|effortlessly|snap|straightforward|painless|super easy} *3 {install|installed|installation|installs|setup|set up|mount|mounting|mounted|pair|assemble|connect|hook up|installing|put up|wire|attach|configure|fit|hang}
{install|installed|installation|setup|set up|mount|mounting|mounted|pairing|assembly|installing|install process|installs} *5 {easy|simple|easily|breeze|quick|quickly|snap|piece of cake|straightforward|straight forward|cinch|painless|smooth|smoothly|no problem|seamless|seamlessly|flawless|fast|not difficult|no issues|without a hitch|walk in the park|convenient|effortless|perfectly|fine}
{up and running|installed|running|setup|set up|connected|working} in *3 {minutes|minute|min|mins|no time|seconds|moments}
{took|takes|take} *3 {minutes|mins|min} *2 to {install|set|setup|mount|connect|hook|get}
{install|installed|setup|set up|hooked up} *6 {myself|yourself|himself|herself|by myself}
out of the box working
{quickly|easily|immediately|instantly|quick} {connected|paired|installed|connect|connects|mounted}
{installed|fits|mounts|attaches|sticks} *2 {perfectly|easily|without problems|without problem|like a glove|in place}
plug and play|plug n play
{signal|connection} docking no problem
stuck and forgot
{all|everything|necessary|needed} *3 {hardware|tools|screws|parts|needed} *2 {included|comes|come|install|provided}`,
  minus: `
{difficult|hard|tricky|complicated|nightmare|pain|impossible|challenging|hassle|tough|frustrating|confusing|struggled|trouble|troubles|problem|problems|issues|issue|difficulty|tedious|awkward|headache} *3 {install|installing|installation|setup|set up|setting up|mount|mounting|pair|pairing|connect it|getting it connected|hook up|getting it to work|setting it up|getting it up|wire|assemble|configure}
{install|installing|installation|setup|set up|setting up|mount|mounting|pairing|getting it hooked up|hooking it up} *4 {difficult|hard|tricky|complicated|nightmare|pain|impossible|challenging|hassle|tough|frustrating|confusing|trouble|problems|issues|horrible|terrible|sucked|stressful|failed|awful|headache|long|disaster|not easy}
{hours|days|weeks|tries|attempts|several times|twice|multiple times} *5 {install|installing|installation|setup|set up|setting|pair|get it to work|get this to work|connect|get it working|trying to get|hooked up}
{tried|trying} *2 {twice|times|everything|several|hours|days} *3 {install|set|connect|pair|setup|hook}
{cant|cannot|couldnt|could not|unable|never|wont|not able|impossible|didnt|failed|wouldnt} *2 {install|set up|setup|mount|pair|be installed|be mounted|set it up|get it set up|get it connected|get it to connect|get it hooked up|hook|find the network|get connected|finish setup|complete setup|install it}
{not|isnt|wasnt|doesnt|arent|is not} *2 {compatible|fit|flush|easy to install|easy to set} {with|my|our|the}?
incompatible
{wont|doesnt|does not|didnt|not|never|wouldnt|will not|would not} *1 {work|ring|chime|working} *1 with *3 {doorbell|chime|bell|wiring|system|transformer}
{doesnt|does not|wont|not|didnt|didn't|never|cant|cannot|no longer|isnt} *1 {ring|chime|ringing|rung|ring} *5 {chime|house|inside|home|mechanical|interior|bell|indoor|doorbell}
{hire|hired|needed|need|call|called|pay|paid|have|had} *3 {electrician|handyman|installer|professional}
{had to|have to|need to|needed to|must|would need to} {rewire|replace|buy|upgrade|swap|drill|purchase|change} *5 {transformer|wiring|chime|doorbell|holes|wire|brick|bell}
{spent|took|takes|wasted} *3 {hours|days|weeks|weekend|forever} *6 {install|setup|set up|working|connect|pair|trying|it up|troubleshooting|get it}
{went back|go back} to =the? {store|hardware}
{attempts|tries} to {pair|connect|install|get}
{wiring|wires} *2 {too|issue|problem|problems|nightmare}`,
  flat: `
{finally|just|had|have|hired|got} *3 {installed|install|hooked up|setup}
{hired|had|got|have} *3 {electrician|handyman|installer|professional|husband|son} *2 {install|installed|to install|put}
hardwired|hard wired`,
  veto: `
@install *3 {ago|since}
@install {costs|fee|whatever}
{already|previously} @install`,
};

export const USABILITY: FeatureLexicon = {
  id: 'usability',
  strong: `
ease of use|using
{user|userfriendly|users} {friendly|friendliness|interface|experience|manual|guide}
userfriendly
learning curve
{menu|control} {system|panel|layout}
{easy|simple|easier|hard|difficult|intuitive|convenient|complicated|confusing|super easy} *1 to {use|operate|navigate|understand|learn|handle|control|manage|adjust|master|figure out|access|work with}
{use|operate|using|usage|operation|handling} {is|was|are} *2 {easy|simple|intuitive|difficult|complicated|convenient|confusing}
usability
{set up|install|setup|installation|install and setup|installing} and {use|operate|using}
{touch screen|touchscreen}`,
  weak: `
convenient
=settings
=controls
=menu|=menus
=manual|instructions|=directions|documentation
=operation`,
  plus: `
{easy|simple|easier|intuitive|effortless} {to|and simple to|and convenient to} {use|operate|navigate|understand|learn|handle|control|manage|adjust|figure out|follow|master|work with}
{easy|simple|clear|great|good|helpful|detailed|excellent|straightforward} *2 {instructions|manual|directions|guide|instruction|to follow}
{instructions|manual|directions|guide} *3 {easy|clear|simple|great|helpful|detailed|good|enough|excellent}
{user friendly|userfriendly|foolproof|idiot proof|easy use|intuitive}
{read|look at|followed|reading|follow|looked} *3 {instructions|manual|directions} *4 {right|know how|understand|easy|clear|enough}
{even|my} *3 {mother|mom|grandma|parents|grandmother|dad|kids|child|grandpa|technophobe|father} *2 {can|could|uses|learned|understands} *1 {use|it|operate|understand}?
{taught|teach|showed|learned|learn} *5 {how to use|use it|operate|quickly|in minutes}
{very|really|so|quite} convenient
one {button|click|touch|tap}`,
  minus: `
{hard|difficult|complicated|confusing|cumbersome|tricky|awkward|counterintuitive|impossible|clunky|not easy|not intuitive} *1 to {use|operate|navigate|understand|learn|handle|control|adjust|figure out|access}
{instructions|manual|directions|guide|documentation|menu|menus|settings|interface|controls} *4 {poor|terrible|useless|confusing|unclear|not clear|bad|horrible|complicated|tiny|lacking|chinese|missing|awful|vague|difficult|limited|inadequate|not very good|sucks|poorly|incomplete|translated}
{poor|terrible|useless|confusing|unclear|bad|horrible|no|without|lack of|vague|poorly written|incomplete|lousy|cryptic} {instructions|manual|directions|guide|documentation|menus|interface|controls|instruction}
{no|not an} easy way to
{steep|big|long} learning curve
{complicated|confusing|cumbersome|unintuitive|clumsy|counterintuitive|counter intuitive}
{not|isnt|wasnt} *1 {user friendly|intuitive|convenient|userfriendly}
{not|no} *1 {clear|information|info|explain|explained|explanation} *3 {how|about|instructions|what|enough}
{patience|trial and error} *4 {required|settings|needed}
{tiny|small} {buttons|menu|text|icons}`,
  flat: ``,
  veto: ``,
};

export const AUDIO: FeatureLexicon = {
  id: 'audio',
  strong: `
{two way|2 way|two-way|2way|twoway} {talk|audio|communication|voice|conversation|sound|speaker|speak|talking|calling|radio|intercom}?
{audio|microphone|mic|microphones|speaker|speakers|intercom|mics}
{sound|voice|speaker|volume|audio|speech} {quality|volume|level|clarity|function|pickup|recording|system|feature|is|was|and|isnt|from|on|of|keeps|keep|cuts|effect|intercom|communication}
{clear|good|great|poor|bad|terrible|excellent|decent|crisp|loud|live|no|sound|perfect|better|best|nice|amazing} {sound|audio|voice|voices|sounds}
volume
siren {loud|volume|is}
{talk|speak|talking|speaking|communicate|communicating|converse|conversation|conversations|chat|respond|spoke|talked} {to|with|through|over|back|via} *2 {@person|=them|=him|=her|=it|=me|=camera|app|door|doorbell|=us|carrier|customers}
conversation|conversations
{voice|sound|speaker|volume}`,
  weak: `
=sound
=sounds
loud
hear|hearing
=voice|=voices`,
  plus: `
{can|could|able to|ability to|lets you|allows you to|love being able to|easily|also|even|able|and|to|allows me to|allows us to} *3 {talk|speak|communicate|converse|chat|respond} {to|with|through|back|directly|via} *2 {@person|=them|=him|=her|=it|door|each|camera|app|folks|doorbell|=me|=us|carrier|customers|kids}?
{hear|hears} *4 {clearly|perfectly|well|everything|loud and clear|fine|great|clear|bird}
{voice|audio|sound|voices|speaker|mic|microphone|talk|intercom} *4 {clear|clearly|crisp|loud and clear|loud enough}
{clear|crisp} *2 {audio|sound|voice|voices|conversation|two way}
{loud and clear|loud enough}
{tell|told|yell|scare|scared|tease|ask} *3 {people|solicitors|driver|delivery|them|him|person|visitor|man|carrier|off} {to|away|leave|go|who|off|that|from|when|about} *3 {phone|camera|through|come|away|leave|package|around|it|put|brown}?
no echo
talked to {him|her|them|@person}
{two way talk|two way audio|two way communication|2 way audio|2 way talk|intercom|voice intercom} works
has shouting`,
  minus: `
{cant|cannot|couldnt|could not|can not|not|barely|hardly|never|dont|hard to|difficult to|impossible to|wont|unable to|doesnt|didnt} *3 {hear|understand|be heard|talk to|speak to|communicate|talk back|hears} *3 {me|person|people|anything|them|visitor|you|us|what|him|her|who|voice|well}?
{cant|cannot|couldnt|no one can|nobody can|never} *1 hear
{sound|audio|voice|speaker|mic|microphone|volume|intercom|talk} *4 {low|quiet|soft|muffled|garbled|choppy|poor|bad|terrible|awful|horrible|tinny|distorted|static|crackling|breaks up|cuts|cutting|stinks|sucks|weak|echo|echoes|crap|useless|stutter|inaudible|spotty|died|gone|delayed|pathetic|faint|scratchy|not clear|robotic|out of sync|hiss|buzz|buzzing|noisy|unintelligible}
{low|quiet|muffled|garbled|choppy|poor|bad|terrible|awful|horrible|tinny|distorted|weak|no|crappy|scratchy|lousy|spotty} *1 {sound|audio|volume|speaker|voice|mic|microphone}
{wind|background} noise
{static|echo|echoes|echoing|feedback|humming|hissing} {noise|sound|in|on|when|is}?
{lens|motor|autofocus|zoom} noise
{no|without} {sound|audio|microphone|mic|speaker|two way|intercom|volume}
{isnt|not|doesnt get|too} loud {enough|for}?
loud {beep|click|noise}
good luck talking`,
  flat: ``,
  veto: `
{talk|talked|talking|speak|spoke|speaking|chat|chatted|answer|respond} {to|with} *2 {support|ring|customer|tech|service|amazon|rep|team|seller|technician|representative|company}
{customer|amazon|google|tech} voice
{answer|respond} {to|with}`,
};

export const BATTERY: FeatureLexicon = {
  id: 'battery',
  strong: `
{battery|batteries|bateries|batery|batterys}
{solar} {panel|plate|charger|power|charging|panels|powered|cell}?
{charge|charged|charges|charger|charging|recharge|recharging|recharged|rechargeable|recharges} !of|fee|for|=monthly|=me|=you|=a|extra|us|customers|people|more|so|=too|your|=my|$
{power|usb|charging|extension} {supply|adapter|adaptor|cord|cable|source|issue|issues|problem|problems|consumption|kit|pack|bank|requirement|requirements|saving|level|plug|adapters|cables|brick|outlet|pro kit|draw}
{cable|cord|wire} {length|is|was|too|not|long|short}
{transformer|transformers|voltage|volts|volt|16v|24v|18v|20v|30va|40va|va|amps|amperage|amp|10va|20va|watts|watt|wattage|16vac}
battery {life|drain|level|pack}
{aa|aaa|lithium|18650|li ion}
{no|enough|sufficient|adequate} power
{power outlet|socket|wall plug|outlet}
{electrical|electricity}
powered by
standby time
mah`,
  weak: `
power
cord
cable
powered`,
  plus: `
{battery|batteries|charge} *4 {lasts|last|lasted|long|great|good|excellent|months|all day|forever|weeks|holds|amazing}
{lasts|last} *3 {months|weeks|all day|days|hours} {on|per|between|with} *3 {charge|charges|battery|charging}?
{long|great|good|excellent|amazing|decent|impressive} *1 battery {life|time}?
{keeps|holds|hold} *1 charge
{no|dont|never|not|eliminates|without} *6 {charge|charging|recharge|recharging|change|replace|worry|worrying|worrying about} *3 {battery|batteries}
{no} {batteries|battery} {needed|required|to}
no need to {charge|recharge}`,
  minus: `
{battery|batteries|charge} *4 {dies|died|dead|drain|drains|drained|short|poor|bad|terrible|weak|horrible|awful|low|runs out|run out|not last|doesnt last|does not last|doesnt stay|wont hold|doesnt hold|wont charge|sucks|flat|only|every|=weekly|daily|swollen|overheats|garbage}
{drains|drained|eats|draining|kills|drain|sucks|runs down|eat|chews} *4 {battery|batteries|power}
{poor|bad|terrible|short|weak|horrible|awful|dead|low|lousy|limited|disappointing|mediocre} {battery|batteries}
{wont|not|doesnt|didnt|never|cant|couldnt|wouldnt|unable to|does not|will not} {hold|take|keep|stay|get} *2 {charge|charged}
{not|insufficient|more|enough|looses|loses|no|lost|stronger} *1 {enough power|power|transformer|voltage} !up|on|outage
{short|too short} {cable|cord|wire}
{cable|cord} *3 {short|too short|not long enough}
{power|pro|bypass} {kit|pack|bypass} *5 {faulty|defective|bad|not work|missing|burned|broken}
{requires|require|needs|need|needed|required|buy|bought|upgrade|upgraded|replace|replaced|purchase|installed|new|bigger|larger|stronger|order|another|different} *4 {transformer|transformers|power supply|adapter|battery}
{not|no|doesnt|does not} *2 {come|include|included|includes} *3 {power|adapter|battery|charger|cable|plug|transformer|cord}
{power|voltage|transformer|battery} {issue|issues|problem|problems|trouble}
{wont|doesnt|didnt|never|not} {power up|charge}`,
  flat: `
{had to|needed to|has to|make sure|need|needs|upgraded|upgrade|verify|verified|checked|check|existing|my|told|replaced} *4 {transformer|voltage|volts|volt}
=# {volts|volt|va|amp|amps|vac|vdc}
{no|not have =a|not|without} {battery|batteries}`,
  veto: ``,
};

export const WEATHERPROOFING: FeatureLexicon = {
  id: 'weatherproofing',
  strong: `
{waterproof|water proof|weatherproof|weather proof|weatherproofing|rainproof|rain proof|weather resistant|water resistant|waterproofing|dustproof|weatherized|weather sealed|water resistance|splashproof|shockproof|freezeproof}
{ip65|ip66|ip67|ip68|ip54}
{rain|rained|raining|snow|snowed|snowing|rainy|storm|storms|thunderstorm|hail|frost|freezing}
{cold|hot|warm|extreme|high|freezing|low|winter|summer|bad|wet|harsh|severe} {weather|temperature|temperatures|climate|climates|temp|temps|heat|conditions}
{temperature|temperatures|heat|humidity|degrees outside|minus #|subzero|below zero}
weather
{moisture|condensation|fog inside|fogging|fogged|water inside|water damage}
{elements}
dust
{direct|afternoon|in the} {sunlight|sun}
underwater`,
  weak: `
cold
heat
water
winter|summer
outdoor
sun`,
  plus: `
{held|holding|holds|stand|stands|stood|withstood|withstand|survived|survives|handles|hold|endure|endures} *4 {weather|rain|snow|heat|cold|winter|summer|storm|storms|elements|hurricane|temperatures|temps}
{rain|snow|heat|cold|frost|storm|weather} *5 {no problem|no problems|no issue|still works|works fine|keeps working|continues|still shows|not affect}
{not afraid of|not raining|no water} {rain|water|inside|in}?`,
  minus: `
{water|moisture|condensation|fog|steam|humidity|rain} *4 {inside|inside lens|got in|gets in|gets inside|in the lens|behind the lens|ruined|leaked|killed|damaged|entered|goodbye}
{inside|in|on} *2 {glass|lens|housing} *4 {steam|drops|moisture|fog|condensation|water}
{not|isnt|hardly|wasnt} *1 {waterproof|weatherproof|water resistant|weather resistant|rainproof|water proof|sealed}
{fogs|fogged|fogging} up?
{heat|hot|sun|cold|temperature|temperatures|rain|freezing|winter|summer} *6 {stops|stopped|died|dies|broke|cracked|failed|fails|shuts|melted|overheats|not good|quit|crack|warped|faded}
{stops|stopped|died|dies|broke|cracked|failed|fails|shuts|quit|crack|not good|doesnt work|not work|freezes} *6 {heat|=hot|sun|cold|temperature|temperatures|rain|winter|summer|snow|temp|climates}
{rusted|rust|rusting|corroded|corrosion|faded|yellowed}
{gets|got|gotten|very|really|is|runs|getting} hot to the touch
{overheat|overheats|overheating|overheated}`,
  flat: ``,
  veto: ``,
};

export const BUILD: FeatureLexicon = {
  id: 'build',
  strong: `
{build|built|construction|craftsmanship|workmanship|material|materials|texture} {quality|is|are|was}?
{design|designed|designs|styling|aesthetic|aesthetics}
{plastic|aluminum|aluminium|=casing|=housing|enclosure}
{face plate|faceplate|face plates|faceplates|cover plate}
{bracket|brackets|magnetic base}
{sturdy|sturdiness|flimsy|durable|durability|rugged|sleek|compact|bulky|lightweight|light weight|slim|discreet|stylish|chunky|portable|elegant}
{form factor|footprint|size|weight|dimensions}
{looks|look} {great|good|nice|ugly|cheap|better|sleek|beautiful|classy|amazing|awesome|modern|expensive|elegant|cool|fantastic|professional|cheaply}
{body|grip|ergonomics|ergonomic|ergonomically}`,
  weak: `
=looks
button
screw|screws`,
  plus: `
{well|solidly|sturdily|nicely|beautifully|solid} {built|made|constructed|designed|build|construction}
{looks|look} *1 {great|good|nice|sleek|beautiful|classy|amazing|awesome|modern|elegant|cool|fantastic|professional|stylish|attractive}
{good|great|nice|beautiful|attractive|solid|high|premium|sleek|excellent|sturdy|modern} {quality|looking}? {design|build|=material|materials|finish|texture|appearance|=look|looking}
{is|feels|seems|very|and|so|quite|nice|super|pretty} {sturdy|durable|compact|lightweight|sleek|slim|stylish|rugged|portable|elegant|discreet}
{fits|fit} {in|into} *2 {pocket|purse|hand|bag|palm|hands}
quality {build|materials|construction|hardware}
{small|compact} {size|enough|and|form|footprint|body}
compact like
easy to {hold|carry|grip}
{satisfied|happy|pleased} *3 {look|looks|appearance|design}`,
  minus: `
{flimsy|fragile|cheaply made|cheap plastic|poorly made|poorly designed|badly made|bulky|ugly|clunky|cheaply|rickety|wobbly|plasticky|chintzy}
{feels|looks|seems|felt|look|feel} *1 {cheap|flimsy|plasticky|fragile|bulky|cheaply}
{button|cover|plastic|screen|housing|case|bracket|mount|stand|lens cover|clip|hinge|door|screw|knob|faceplate} *4 {cracked|broke|broken|crack|snapped|stripped|fell off|breaks|cracks|came off|split|loose|melted|flimsy|wobbly|peeled|fails}
{cracked|broke|broken|crack|cracking|cracks|stripped} *4 {button|cover|plastic|housing|case|bracket|mount|clip|screw|faceplate}
{cant|could not|couldnt|cannot|not} *2 {screw|screws} *3 {out|off|remove}?
{doesnt|does not|wont|not|didnt|did not} *2 {fit|include|come with|included|sit flush} *3 {wedge|wedges|mount|mounts|hand|hands|bracket|screws|case|pocket|faceplate}
{too|very|really|so|quite|rather|bit|little} {=large|bulky|heavy|thick|tall|fat}
{it|camera|doorbell|unit|device|body} is {too|very|really|so|quite} {small|big|large}
{design|designed} {flaw|flaws|poorly|badly|issue|defect}
{poor|bad|terrible|stupid|horrible|cheap|lousy|awful|dumb} *1 {design|build|construction|material|materials|mount|bracket|hardware|button|workmanship|quality control}
plastic is thin
thin plastic
{screw|screws|tool} *4 {stripped|tiny|very small|lose|lost|small|destroyed}`,
  flat: ``,
  veto: ``,
};
