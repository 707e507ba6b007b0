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
{existing|old|mechanical|digital|house|interior|indoor|inside} {chime|wiring|wires}
{wiring|wires}
{configure|configuration|configuring}
{get|got|getting} *2 up and running
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
plug and|n play
{signal|connection} docking no problem
stuck and forgot
{all|everything|necessary|needed} *3 {hardware|tools|screws|parts|needed} *2 {included|comes|come|install|provided}
{configured|configure|adjusted|set|tuned|connected|paired|installed|hung|fixed|mounted|screwed|put} *3 {in # minutes|in # minute|in five minutes|in a minute|quickly|without problems|without problem|in a couple of minutes|at once|at the first try|first time|on the first try|immediately|with one hand|alone|without electrician|without help|without instructions}
{mounting|mount|fastening|fixing|bracket|magnet|sticker} *2 {convenient|easy|simple|quick}
{plug|plugged} *3 {and it works|and works|it worked|recognized|recognised|go|and done|and that is all|and thats it}
{scan|scanned} {=the|a}? {qr|code} *3 {done|works|connected|online|ready}
{no|without} {drilling|wiring|tools|wires|drivers|driver} {needed|required|necessary}?
{out of the box|first try|first attempt} *3 {works|worked|connected|running}
{works|worked} {right|straight} out of the box
{easy|simple} to {hang|fix|attach|stick|screw|assemble|put up|connect|pair|put together}
{install|set|put|screw} {it|up} {yourself|myself|by yourself|self|alone}
{recognised|recognized} *2 {at once|immediately|instantly|right away|automatically}
without *2 {driver|drivers|tools|drilling|electrician}
{recognizes|recognises|sees|detects} {it|=the camera|=the webcam} *2 {without|at once|immediately|instantly|right away}`,
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
{wiring|wires} *2 {too|issue|problem|problems|nightmare}
{qr|code|pairing|pair|registration|connecting|setup} *3 {fails|failed|not scan|does not read|attempts|tries|not work|hours|nightmare|impossible|not possible|error}
{set|setting|put|hang|screw|mount|drilling|connect|connecting|pairing} *3 {took|takes|lost|spent} *3 {hour|hours|day|days|evening|weekend|sunday|forever}
{two|three|four|five|six|seven|several|many|ten|#} {attempts|tries|times} *2 {to pair|to connect|to install|before it|until it|connect}
{drivers|driver|windows|mac|computer} *3 {not found|not recognize|not recognized|does not see|not install|missing|fails}
{had|have|need} to call =my? {son|nephew|neighbor|friend|electrician|master|specialist|husband}
{holes|hole|screws|bracket|plate} *3 {not match|do not match|does not match|not fit|wrong size}`,
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
=manual|instructions|=directions|=documentation
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
one {button|click|touch|tap}
{control|operate|use|manage|handle|figure} *3 {child|grandmother|mother|father|anyone|kids|beginner|beginners|old people|elderly|parents}
{child|grandmother|grandma|mother|father|anyone|kids|beginner|elderly|parents} *3 {can use|can handle|figured out|understood|understands|manages|operate|will understand|uses it}
{everything|all|menu|interface|settings|operation} {is|are} *2 {clear|understandable|intuitive|simple|logical|easy|convenient}
{read|one} page *2 enough
{convenient|comfortable|easy|simple|pleasant} *1 {in|for|to} {use|operation|everyday use|handling|daily use|use}
{manual|instructions} *2 {not needed|clear|in english|understandable|detailed}
{controls|buttons|dials} *3 {right place|well placed|logical|intuitive|easy to reach|good|where}`,
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
{tiny|small} {buttons|menu|text|icons}
{instruction|instructions|manual} *4 {chinese|only in|not understand|unreadable|no english|hieroglyphs|not a word|microscope|tiny|without|small letters|cd|online only}
{without|no} {instruction|instructions|manual}
{menu|menus|settings|controls} *3 {maze|labyrinth|jungle|mess|confusing|hidden|buried|lost|overwhelming}
{not|never|cant|cannot|couldnt} *2 {figure out|understand how|find the setting|find setting|find where}
{need|needs} =a? {degree|engineer|phd|course}
shutter lag
{button|buttons|dial|dials|keys|knob|controls|touchscreen|touch screen} *3 {tiny|small|hard to|stiff|fiddly|awkward|confusing|laggy|unresponsive|slow|badly placed|wrong place}
{hard|difficult|awkward|fiddly} to {press|reach|turn|hold}`,
  flat: ``,
  veto: `
{both|all|wrong|right|opposite|every} directions
both directions`,
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
has shouting
{is heard|heard|hear|hears} *3 {well|clearly|perfectly|clear|good|excellently|every|each|word|whisper|even|far}
{microphone|mic} *4 {sensitive|picks up|hears|catches|excellent|good|whisper|clear}
{sound|voice|volume|speaker} {big|loud|strong|clear|good|clean|excellent|natural|great}
{talk|speak|spoke|talked|talking|shout} *5 {without shouting|through it|through the camera|both ways|as on the phone|normally}
{siren|speaker} *3 {loud|strong|powerful|whole street}`,
  minus: `
{cant|cannot|couldnt|could not|can not|not|barely|hardly|never|dont|hard to|difficult to|impossible to|wont|unable to|doesnt|didnt} *3 {hear|understand|be heard|talk to|speak to|communicate|talk back|hears} *3 {me|person|people|anything|them|visitor|you|us|what|him|her|who|voice|well}?
{cant|cannot|couldnt|no one can|nobody can|never} *1 hear
{sound|audio|voice|speaker|mic|microphone|volume|intercom|talk} *4 {low|quiet|soft|muffled|garbled|choppy|poor|bad|terrible|awful|horrible|tinny|distorted|static|crackling|breaks up|cuts|cutting|stinks|sucks|weak|crap|useless|stutter|inaudible|spotty|died|gone|delayed|pathetic|faint|scratchy|not clear|robotic|out of sync|hiss|buzz|buzzing|noisy|unintelligible}
{low|quiet|muffled|garbled|choppy|poor|bad|terrible|awful|horrible|tinny|distorted|weak|no|crappy|scratchy|lousy|spotty} *1 {sound|audio|volume|speaker|voice|mic|microphone}
{wind|background} noise
{static|echoing|humming|hissing} {noise|sound|in|on|when}
{lot of|an|loud|bad|terrible|is|awful} echo !show|dot|spot|device
{lens|motor|autofocus|zoom} noise
{no|without} {sound|audio|microphone|mic|speaker|two way|intercom|volume}
{isnt|not|doesnt get|too} loud {enough|for}?
loud {beep|click|noise}
good luck talking
{is heard|heard|hear|hears} *2 {bad|badly|poorly|nothing|weak|hardly|only noise|as from}
{sound|voice|speaker|microphone|mic} *4 {bottom of|from barrel|barrel|tin|bucket|under water|robot|rattles|hisses|wheezes|quiet|whisper|late|delay|desync|cracks|crackles|not there|absent|dead|mute|missing|disappears|not heard}
{colleagues|people|others|they|everyone|caller} *3 {cant hear|cannot hear|barely hear|not hear|complain}
{picks up|records|hears} *3 {fan|wind|motor|own} noise
{echo|noise|hum|hiss|crackling|buzz} in the? {sound|speaker|microphone|recording|talk|background|audio}`,
  flat: ``,
  veto: `
{talk|talked|talking|speak|spoke|speaking|chat|chatted|answer|respond} {to|with} *2 {support|ring|customer|tech|service|amazon|rep|team|seller|technician|representative|company}
{customer|amazon|google|tech} voice
{answer|respond} {to|with}
{i|we|ive|never|to|have|had} *1 {hear|heard} {of|about|that|from|back|good|great|many|bad}
heard {about|of|that}
{sound|sounds} {like|good|great|simple|easy}
word of mouth`,
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
{battery|batteries} *4 {lasts|last|lasted|long|great|good|excellent|months|all day|forever|weeks|holds|amazing}
{lasts|last} *3 {months|weeks|all day|days|hours} {on|per|between|with} *3 {charge|charges|battery|charging}?
{long|great|good|excellent|amazing|decent|impressive} *1 battery {life|time}?
{keeps|holds|hold} *1 charge
{no|dont|never|not|eliminates|without} *6 {charge|charging|recharge|recharging|change|replace|worry|worrying|worrying about} *3 {battery|batteries}
{no} {batteries|battery} {needed|required|to}
no need to {charge|recharge}
{battery|accumulator|charge} *4 {lasts|holds|keeps|enough|endures|month|months|weeks|strong|big|excellent|good|long|plenty}
{solar} *2 {panel|plate|battery|cell|charging} *4 {keeps|full|charges|enough|works|feeds|always|great|perfect|excellent}
{shots|photos|pictures|hours|days} *2 {per|on a|on one|with one|on a single|between} *1 {charge|battery|charges} *4 {plenty|enough|great|good|impressive|excellent}?
{one|single|full} charge *3 {lasts|enough|month|months|weeks|days|all day}
{did not|not once|havent|never|dont} *4 {charge|charged|recharged|change battery|changed battery|climb}
{autonomy|battery life|running time} *3 {good|great|excellent|long|impressive|enough|solid|amazing}
{long|strong|big} {battery|accumulator|cable|cord|autonomy}`,
  minus: `
{battery|batteries} *4 {dies|died|dead|drain|drains|drained|short|poor|bad|terrible|weak|horrible|awful|low|runs out|run out|not last|doesnt last|does not last|doesnt stay|wont hold|doesnt hold|wont charge|sucks|flat|only|every|=weekly|daily|swollen|overheats|garbage}
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
{wont|doesnt|didnt|never|not} {power up|charge}
{battery|accumulator|charge|batteries} *4 {eats|empty|zero|melts|sits down|sat down|dead|dies|runs out|flat|two days|one day|three days|week|hours|promised|weak|swelled|swollen|barely|only|hot|leaks|does not charge|not charging|afternoon}
{charge|charging} *3 {slow|slowly|takes hours|all night|not|forever|every}
{cable|cord|wire|plug|adapter|charger} *3 {short|not enough|not included|missing|loose|wrong|broken|hot|burned|one meter|one metre|not reach|different country|not fit|thin}
{drain|drains|drained|eats|devours} *2 {battery|batteries|charge|power}
{recharge|charge|change batteries|replace batteries} *2 {every|daily|constantly|weekly|twice|often|again}
{autonomy|battery life} *3 {bad|short|poor|weak|low|joke|disappointing|lie|terrible}`,
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
{rain|rained|raining|snow|snowed|snowing|rainy|storm|storms|thunderstorm|hail|frost|=freezing}
{cold|hot|warm|extreme|high|=freezing|low|winter|summer|bad|wet|harsh|severe} {weather|temperature|temperatures|climate|climates|temp|temps|heat|conditions}
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
{not afraid of|no water} {rain|water|inside|in}?
{survived|survives|withstood|endured|outlasted} *4 {winter|summer|hurricane|minus|degrees|rain|snow|storm|weather|typhoon}
{hanging|hung|outside|outdoors|mounted} *4 {rain|snow|storms|winter|sun} *4 {fine|works|working|no problem|perfect|still}
{not afraid of|does not fear|dont worry about|handles} *1 {rain|snow|heat|cold|frost|water|weather}
{rain or shine|rain and snow|wind and rain} *5 {works|work|fine|no problem|normal|still|good}
even {in|under|after|during} *1 {rain|snow|storm|frost|heat|downpour|fog}`,
  minus: `
{water|moisture|condensation|fog|steam|humidity|rain} *4 {inside|inside lens|got in|gets in|gets inside|in the lens|behind the lens|ruined|leaked|killed|damaged|entered|goodbye}
{inside|in|on} *2 {glass|lens|housing} *4 {steam|drops|moisture|fog|condensation|water}
{not|isnt|hardly|wasnt} *1 {waterproof|weatherproof|water resistant|weather resistant|rainproof|water proof|sealed}
{fogs|fogged|fogging} up?
{heat|hot|sun|cold|temperature|temperatures|rain|=freezing|winter|summer} *6 {stops|stopped|died|dies|broke|cracked|failed|fails|shuts|melted|overheats|not good|quit|crack|warped|faded}
{stops|stopped|died|dies|broke|cracked|failed|fails|shuts|quit|crack|not good|doesnt work|not work|freezes} *6 {heat|=hot|sun|cold|temperature|temperatures|rain|winter|summer|snow|temp|climates}
{rusted|rust|rusting|corroded|corrosion|faded|yellowed}
{gets|got|gotten|very|really|is|runs|getting} hot to the touch
{overheat|overheats|overheating|overheated}
{falls|fell|fall} off *4 {heat|cold|sun|summer|rain}
{melted|warped|cracked} in the {sun|heat|cold}
{first|light|heavy|little|bit of} *1 {rain|storm|snow} and {=it|dead|goodbye|gone|died}
{rain|storm|water} {killed|ruined|destroyed|fried} it
below freezing *4 {stops|dies|died|fails}`,
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
{satisfied|happy|pleased} *3 {look|looks|appearance|design}
{body|case|housing|assembly|workmanship|finish|material|materials|plastic|metal|appearance|design|look|looks} *2 {good|solid|strong|nice|quality|beautiful|excellent|fine|premium|great|pleasant|decent|high|delicate|exquisite|compact|light|metal|robust|sturdy|elegant|neat}
{does not|not} {look|looks} {cheap|like a camera}
{=small|tiny|compact|lightweight|slim} *2 {body|fits|nobody notices|unobtrusive|design|pocket}
body compact
{solid|metal|sturdy|robust|rugged|tough} *1 {body|case|housing|metal|mount|stand|bracket|base|frame|unit|feel}
{lies|sits|feels} *2 {good|great|well|comfortable|comfortably|solid|premium|nice} {in|in the|in my}? {hand|hands}?
{iron|hardware} *2 {well made|good|solid|excellent}
{appearance|outlook|exterior} {beautiful|good|nice|generous|fashionable|looks good}
looks {expensive|like new|futuristic|cute|neat|tidy|professional}
{dropped|fell|dropping} *4 {still|survived|works|nothing happened|not a scratch|shoots|fine}
{rugged|sturdy|solid|robust}`,
  minus: `
{flimsy|fragile|cheaply made|cheap plastic|poorly made|poorly designed|badly made|bulky|ugly|clunky|=cheaply|rickety|wobbly|plasticky|chintzy}
{feels|looks|seems|felt|look|feel} *1 {cheap|flimsy|plasticky|fragile|bulky|cheaply}
{button|cover|plastic|screen|housing|case|bracket|mount|stand|lens cover|clip|hinge|door|screw|knob|faceplate} *4 {cracked|broke|broken|crack|snapped|stripped|fell off|breaks|cracks|came off|split|loose|melted|flimsy|wobbly|peeled|fails}
{cracked|broke|broken|crack|cracking|cracks|stripped} *4 {button|cover|plastic|housing|case|bracket|mount|clip|screw|faceplate}
{cant|could not|couldnt|cannot|not} *2 {screw|screws} *3 {out|off|remove}?
{doesnt|does not|wont|not|didnt|did not} *2 {fit|include|come with|included|sit flush} *3 {wedge|wedges|mount|mounts|hand|hands|bracket|screws|case|pocket|faceplate}
{too|very|really|so|quite|rather|bit|little} {bulky|heavy|thick|tall}
{it|camera|doorbell|unit|device|body} is {too|very|really|so|quite} {small|big|large}
{design|designed} {flaw|flaws|poorly|badly|issue|defect}
{poor|bad|terrible|stupid|horrible|cheap|lousy|awful|dumb} *1 {design|build|construction|material|materials|mount|bracket|hardware|button|workmanship|quality control}
plastic is thin
thin plastic
{screw|screws|tool} *4 {stripped|tiny|very small|lose|lost|small|destroyed}
{body|case|housing|assembly|workmanship|plastic|bracket|mount|stand|hinge|cover|suction|clip|flap|door|strap|leg|legs|base} *3 {cheap|thin|creaks|squeaks|cracked|crack|broke|broken|loose|wobbly|fell|falls|breaks|play|backlash|fragile|flimsy|snapped|weak|gaps|scratches|scratched|poor|bad|toy}
{falls|fell|comes|came} {off|down} *2 {wall|mount|magnet|windshield|window|ceiling|bracket|monitor}
{smells|smell|stinks} *2 {plastic|chemical|burnt}
like a {toy|cheap toy}
{motor|fan|it} *3 {noise like|noisy|squeaks|creaks|grinds|loud motor|whines|rattles}
{too|very|quite} {big|heavy|bulky|large|thick} *2 {carry|pocket|hand|hands|bag|travel|for|and}
{fastening|fixture|clamp|thread|lens cap|strap|battery door|card door|rubber|grip|latch|magnet|sticker|adhesive|tape|mount|holder|bracket|stand} *4 {weak|broke|broken|breaks|falls|falling|fell|loose|peels|peeled|came off|comes off|not hold|does not hold|doesnt hold|slips|wobbles|cheap}
{rotates|turns|moves} *3 {creak|squeak|noise|crunch|grinding}
{creak|creaks|squeak|squeaks} {when|while|with}`,
  flat: ``,
  veto: ``,
};
