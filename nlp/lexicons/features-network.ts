import type { FeatureLexicon } from './feature-lexicon.ts';

export const CONNECTIVITY: FeatureLexicon = {
  id: 'connectivity',
  strong: `
@net {stability|strength|signal|connection|connectivity|reception|speed|range|performance|issues|issue|problem|problems|quality|extender|booster}
network stability
=connection|=connections|=connectivity
{wifi|wi fi} {signal|range|reception|connection|network|issue|problem}?
{wireless|network} {signal|range|reception|connection|issue|problem|stability}
signal
bandwidth
reception
live {view|stream|feed|video|streaming|viewing|picture|monitoring} {quality|performance|response|connection|time}
{response|reaction|loading|load|connection|start|startup} time
{latency|lag|lagging|lags|laggy|lagged}
{delay|delays|delayed} !shipping|delivery|shipment|order
{range|wifi|signal|wi fi} {extender|booster|repeater}
{internet|upload|download|network} {speed|speeds|connection}
{streaming|stream} {quality|speed}?
buffering
=2.4|2.4ghz|5ghz|2.4g|5g|4g|lte !only? {network|band|wifi|signal|router|ghz|connection}?
{usb|hdmi|bluetooth} connection
{ethernet|lan|rj45|network|poe} {cable|port|socket|jack|connection|cord}
{=repeater|=repeaters}
mesh {network|system|wifi|router|node|set}
{dead zone|dead spot|dead zones}
{mobile data|cellular data|hotspot|tethering|wireless connection|wireless transmission}`,
  weak: `
network
internet
router
stable
{live view}
response
live {feed|stream|video}
video {feed|stream|streaming}
speed
loading
=slow
bluetooth
server`,
  plus: `
stays|stayed|remains|always connected
{never|not once|hasnt|no} {drops|drop|dropped|goes|went|lost|loses|disconnected|disconnects|dropouts|disconnection|disconnections|falling|lag|delay|buffering|lagging|latency|stutter} {offline|off line|connection|signal|wifi}?
{will|does|do} not {break|drop|lose} *1 {line|connection|signal|offline}
connects|connected|connect *2 {instantly|immediately|quickly|flawlessly|seamlessly|automatically|fast|right away} 
{strong|good|great|excellent|stable|solid|reliable|fast|full} {signal|wifi|wi fi|connection|network|connectivity}
{network|wifi|wi fi|connection|signal|internet} *3 {stable|strong|fast|flawless|solid|smooth|reliable}
real time
{live|video|picture|image|stream|feed|streaming} *2 smooth|smoothly|seamless
{fast|quick|instant} {connection|response|loading|live|streaming}
no lag
works *3 far from {router|wifi}
{clear|picture|image|video|is} smooth
{signal|connection|network|wifi|internet|communication|wi fi|link|transmission|stream|streaming} *4 {stable|strong|good|excellent|keeps|holds|full|firm|not falling|never|not drop|does not fall|not lost|without|perfect|fast|great|smooth|reliable|no problem|no problems|not card|not stuck|solid|steady|passes|through walls|two walls}
{catches|sees|finds|holds|keeps|picks up} *2 {network|wifi|wi fi|signal|connection|internet} *3 {well|perfectly|easily|confidently|good|far|garden|basement|everywhere|firmly}?
{picture|video|image|live|stream|screen} *3 {not stuck|not card|not lag|smooth|smoothly|without delay|without delays|no delay|without lag|fluent|fluid|fluently|not freeze|does not freeze|in real time}
{not|never|no|without} *1 {stuck|card|lagging|lag|delay|stutter|jamming|buffering|dropping|disconnect|disconnection|disconnects|breaks|interruptions|dropouts|break the line}
{rock solid|steady|strong|perfect|firm} *1 {connection|signal|wifi|network|link|stream}
{fast|instant|quick} {transfer|transmission|streaming|stream|connection}
online {all the time|always|24|constantly|without}
connects|connected {well|fine|great|perfectly|reliably} to
connects|connected {well|fine|great|perfectly|reliably|flawlessly}
{live view|live feed|live video|live picture|live image|stream|feed|picture|video|image|view} *2 {comes up|pops up|opens|=loads|appears|starts|connects|is there|shows up} *2 {at once|instantly|immediately|right away|in a second|in seconds|within seconds|in # seconds|within # seconds|in about # seconds|within one second|in under|quickly|fast|without delay|straight away}
signal *1 {reaches|carries|gets through|goes through|penetrates|passes|travels|reach}
{full|five|four|max|maximum} {bars|bar|signal}
{reconnects|reconnected|reconnect|came back online|comes back online|back online|came back up|comes back up} *2 {by itself|itself|automatically|on its own|quickly|instantly|without help}
{no|zero|never|not once|not a single|without|hardly any|barely any|minimal|no noticeable|no perceptible|very little} *1 {dropout|dropouts|drop outs|drop out|outage|outages|buffering|lag|latency|stutter|stuttering|disconnection|disconnections|disconnects|connection loss}
{works|connects|holds|reaches|connected} *4 {far end|other end|bottom|end} of *3 {garden|yard|drive|house|property|barn|field|driveway|hall|building}
{range|signal|connection|link} *4 {through walls|whole house|all over the house|entire house|to the garden|two floors|three floors|every room|any room|from the basement|all the way}
{clings|holds on|stuck|sticks} to *1 {wifi|network|signal|router}
{transfers|transferring|transfer} *3 {pictures|photos|images|files|shots} *4 {fast|quick|quickly|easy|easily|seconds|wirelessly|seamless|instantly}
{live|picture|image|video|stream} *2 {arrives|comes} *2 {at once|instantly|immediately|without delay|in real time}
{lag|delay|stutter|glitch} free
{zero|minimal} {lag|delay|latency|buffering}
{mobile data|hotspot|sim card|4g|lte|cellular} *2 {works|fine|no problem|stable|great|well|perfectly|flawlessly}
{wifi|signal|connection|network|internet} *3 {without problems|no complaints|no interruptions|catches well|in every corner|in the whole|everywhere in|throughout}`,
  minus: `
{goes|go|going|went|gone|kept|keeps|constantly|always|often|is|was|been|being|stay|stays|get|gets|frequently|it|throws|doorbell|camera|device} *3 {offline|off line}
{offline|off line} {again|often|constantly|frequently|every|all|most|for|several|multiple|more}
offline
{drops|drop|dropped|dropping|loses|lose|losing|lost|loose|looses|loosing|cuts|cut} {=the|=my|=our|its|from|off|=a|=out|=all|of}? {connection|wifi|wi fi|signal|connectivity|network|internet|out|line|feed|connections}
{disconnect|disconnects|disconnected|disconnecting|disconnection|disconnections|dropouts|dropout|dropped calls}
{wont|cant|cannot|doesnt|didnt|not|wouldnt|unable to|fails to|failed to|never|trouble|problem|problems|issues|difficulty|couldnt|hard|hassle|not always|dont|refuses to|rarely|sometimes} {stay|stays|to|keep|hold|remain|be|always|even|keeping|staying|it}? {connect|connected|connecting|connects|online|reconnect|reconnecting|reconnects|connection|load|loading|loads}
{stay|stays|keep|remain|hold} {online|connected}
{reconnect|reconnecting|reconnected} *3 {every|daily|=weekly|again|constantly|times|wifi}
{slow|sluggish|takes|take|took|taking} {to|forever|too|so|a|long|longer|some|way|several|at|over|about|around|up|10|15|20|30|5|3|4|several|=it} *4 {load|connect|respond|open|start|answer|pull|come|bring|buffer|process|view|react|stream|boot|wake|boots|open|show}
{takes|take|took|taking} {forever|too long|way too long|so long|long time|ages|for ever}
{lag|delay|latency} {time|is|of|between|in|when|from}?
{slow|slowly|poor|bad|spotty|weak|terrible|awful|horrible|unstable|unreliable|choppy|low|intermittent|sporadic|glitchy|no|lousy|inconsistent} {wifi|wi fi|connection|signal|connectivity|network|internet|reception|streaming|live|video feed|response|feed|speed|transmission|video performance|stream|link|connections}
{choppy|stutter|stuttering|stutters|jerky|jumpy|buffers|jittery|=skipping|glitchy} !sound|audio|voice
{wifi|wi fi|=connection|signal|network|internet|reception} *3 {weak|slow|poor|spotty|terrible|bad|drops|unstable|sucks|intermittent|fails|out|issues|issue|problem|problems|trouble|unreliable|awful}
{by the time|before} *6 {=gone|=left|=leaves|=leave|=leaving|disappeared|walked away|drove off}
{person|people|visitor|they|someone|caller|guy|man|somebody} *2 {already|is|are|has|have|was|were|had|be} *2 {=gone|=left|walked away|walking away|=leaving|disappeared}
{real time|realtime} {delay|impossible|not}
{not|never|far from|isnt|aint} {real time|realtime|instant|live time}
{slow|sluggish|delayed} {response|to respond|video|live|loading|connect|connection|performance|reaction}
{too|very|so|extremely|really|painfully|way|terribly|super|how|is|are|bit|little|was} {slow|delayed|laggy|sluggish}
{constantly|keeps|always|continuously|continually|forever|just} {buffering|loading|spinning|connecting}
{spinning|loading} {circle|wheel|forever|endlessly|screen}
{requires|require|needs|need|needed|demand|have} *4 {bandwidth|faster internet|extender|booster|better wifi|stronger wifi|wifi extender|mesh|high speed}
=booster|=boosters|=extender|=extenders !works
{not|isnt|only|doesnt|does not|wont} *2 {5g|5ghz|5 ghz|dual band}
{sporadic|sporadically|intermittent|intermittently} {connect|connects|connection|video|activates|online}
video *3 {sporadically|wont load|not load|freezes}
{time|response|transmission} delay
{disconnected|disconnects} {from|itself|all|every|often|constantly|at|shortly}
{signal|connection|network|wifi|internet|communication|wi fi|link|transmission|stream|streaming|bluetooth} *4 {falls|fall off|falls off|falling|jumps|disappears|lost|weak|breaks|interrupted|bad|drops|unstable|flies off|gone|not hold|cuts|cut|slow|poor|fails|vanishes|dies|loses|not stable|not work|spotty|terrible}
{picture|video|image|live|stream} *3 {stuck|card|cards|lags|lag|slow|delayed|stutters|choppy|late|jerks|jerky|slideshow|slide show|buffers|hangs|seconds behind|not load}
{falls|fall|fell|drops|dropped|flies|flew} {off|out} *3 {network|wifi|internet|connection|line|air}
{does not|doesnt|not|cannot|cant|wont} *1 {see|catch|find|hold|keep|support|detect} *3 {wifi|network|signal|5g|5ghz|router|2.4|internet|connection}
{delay|lag} *3 {# seconds|# sec|seconds|second|minute|minutes|half a minute}
{# seconds|seconds|minute|minutes} {late|behind|delay|lag|of lag|of delay}
{offline|not online|unavailable|no connection} *3 {every|again|half|constantly|most|often|all|device}
{falls|drops|dropping|fell|dropped|kicked|knocked|booted|falling|fall|drop|vanishes|disappears} {off|out of|off of|from} *2 {router|wifi|network|internet|mesh|grid|map|lan}
{loses|lost|losing|loosing|lose} {contact|touch|link|=its connection|=its link|sync|pairing} *2 {=with|=to|every|again|constantly|when}?
{unreachable|not reachable|cannot be reached|cant be reached|not responding|says no signal}
{one bar|two bars|single bar|1 bar|2 bars|no bars|no signal|zero signal} !problem|issues
{has to|had to|must|needs to|need to|have to} be *2 {close|next|right next|near|within|feet|in the same room} *2 {router|modem|access point|hub|base station}
{wait|waiting|waited} *5 {live view|live picture|live image|stream|to load|to connect|to buffer|video to load|picture to come}
{out of sync|behind real life|behind reality|behind real time|seconds behind|minute behind|behind live}
{monitor|parent unit|handset|receiver|remote|bluetooth|hub} *3 {loses|lost|out of range|drops|keeps dropping} *2 {signal|connection|range|link|pairing}?
out of range *3 {next room|downstairs|upstairs|kitchen|garden|metres|meters|feet|all the time|constantly|keeps|beeps}
{takes|took|needs|needed} *1 {# seconds|# minutes|half a minute|a minute|minutes|ages|an eternity|forever} *2 {before|until|till} *3 {picture|image|see|live|video|stream|anything|connects|loads}
{live view|live feed|stream|live video} *3 {almost never|rarely|never|hardly ever|seldom|half the time|spins|fails|times out|hit or miss|wont open|does not open|doesnt open|unavailable|timing out}
{transfer|transferring|upload|uploading|download|downloading} *4 {slow|painful|fails|failed|forever|ages|hangs|drops|stalls|pain|crawl|crawls}
{struggles|struggled|struggle|refuses|refused} *2 {connect|reconnect|stay connected|stay online|find the network|hold a signal}
{too far|very far} from *2 {router|modem|access point}
{internet|network|wifi|router} *2 {hog|hogs|bottleneck|kills|clogs|clogged}
{keeps|kept|keep} {dropping|disconnecting|timing out|buffering|dropping out|losing connection|losing signal|losing the connection|losing wifi|going offline}
{cuts|cut|cutting|drops|dropping} in and out
{patchy|flaky|iffy|dodgy|hit and miss|temperamental|shaky} {signal|connection|wifi|stream|network|internet|feed|link}
{video|stream|feed} *2 {breaks up|drops out|cuts out|freezes up|buffers}
{wifi|signal|connection|network|internet} *3 {comes and goes|in and out|jumping|floating|disappearing|cuts off|breaks off|drops constantly|vanishing|on and off|suffers|lousy|hopeless|useless}
{loading|buffering|connecting} *2 {forever|endlessly|minutes|and nothing|never ends|wheel|circle|screen}`,
  flat: `
{need|needs|requires|require|must have|make sure|sure|ensure|depends on|depending on|dependent|if|as long as|relies on|long as} *6 {wifi|wi fi|internet|signal|connection|network|bandwidth|router}
{2.4|2.4ghz|2.4 ghz|5 ghz} {or|and} {5|5ghz|5.0|5g} *2 {network|wifi|band|networks|ghz}?
{uses|supports|works on} {2.4|2.4ghz|5ghz|4g|lte}
{router|access point|=repeater|modem} is *3 {away|floor|room|next|upstairs|downstairs}
{run|ran|put|bought|installed|added|set up} =a {=repeater|extender|mesh} {to|in|for|at|on}
there is *1 {network|ethernet|lan} {socket|port}`,
  veto: `
{touchscreen|touch screen|menu|interface|shutter|autofocus|screen|zoom|focus} *2 {lag|lags|laggy|slow|sluggish|delay}
shutter {lag|delay|speed}
{have|had|keep|left|has} it disconnected
{no|without} internet {at all|needed|required|necessary}
dead {zone|spot|spots} *2 {screen|touch|detection}`,
};

export const APP: FeatureLexicon = {
  id: 'app',
  strong: `
{app|apps|application|applications|apps}
software !stable
{remote|remotely} {view|viewing|monitoring|access|control|watching|check|see}?
{from|via|through|using|by} {=my|=our|=your|=the|=a|=his|=her|=their|both|cell|mobile|=all} {cell|smart|mobile|android}? {phone|phones|iphone|iphones|ipad|tablet|smartphone|cellphone|mobile|ipads|tablets|computer|pc|mac|laptop}
{alexa|google home|google hub|google assistant|siri|homekit|home kit|ifttt|smartthings|smart things|echo show|echo dot|fire stick|firestick|fire tv|echo spot|google nest hub|smart home}
{integration|integrates|integrated|integrate|integrating|sync|syncs|synced|pairs} {with|to} {=my|=our|=the}? *2 {alexa|echo|google|home|alarm|system|smart|phone|phones|tv|homekit|devices|lock}
firmware update
{login|log in|logging in|log on|logged out|password|passwords|register account|account}
android|ios|iphone|ipad
{web|desktop|pc|mac|windows} {interface|app|portal|site|client|version|viewer|program|browser}
program
interface
widget
phone|remote viewing
{apple watch|smart watch|smartwatch|smart display|smart tv|home assistant|google tv|android tv|carplay|android auto|voice assistant|voice assistants}
{desktop|pc|companion|editing|windows|mac|mobile|phone|web} {tool|utility|suite|app|program|software|client|viewer}
{share|shared|sharing} {access|it with|the camera with|the feed with}
phone {program|software|application}
{live|picture|image|feed|video} {on|to} *1 {phone|mobile|tablet|cell|smartphone}
{user interface|gui}
{access|accessing} *3 {live|camera|feed|cameras} *3 {from|on|anywhere|phone}`,
  weak: `
{on|to|with} {=my|=our|=your|=the|=a|=his|=her|both|cell|mobile} {cell|smart|mobile|android}? {phone|phones|iphone|ipad|tablet|smartphone|cellphone|computer|pc|laptop}
remotely
website
{on|by|via|through|over} {=my|=the|=your}? {telephone|mobile|handy}`,
  plus: `
{see|view|watch|check|monitor|answer|know|looking|look|talk|speak|keep|checking|seeing|viewing|watching} *8 {from anywhere|anywhere|away from home|when im away|not home|when i am away|while away|at work|from work|away|on vacation|from my phone|out of town|on my phone|remotely|from my desk|from my couch|from inside|from the couch|arent home|isnt home|from bed|in my phone|abroad|traveling|travelling|from afar}
{no matter where|wherever} {=i|=you|=we} {am|are|be}
{anywhere in|across} =the? {world|town|country|globe}
{from anywhere|from far|from afar|from work|from bed|from abroad}
{pull|bring|bringing|pulled} *3 up on *2 phone
{open|look at} *1 phone *3 {see|watch|look|view}
{user friendly|easy to use|great|excellent|good|nice|awesome|intuitive|fantastic|amazing|best|wonderful|useful|convenient} {app|application|software|interface|program}
{keep|keeping} {an eye|tabs|eyes|eye} *6 {away|home|house|phone|anywhere|vacation}
{see|watch|look|view|control|check|talk|know} *6 {mobile phone|cell phone|cellphone|from phone|by phone|on the phone|smartphone|phone|mobile|telephone} *4 {any time|anytime|anywhere|any place|everywhere|at any time|convenient|conveniently|remotely}
{mobile phone|cell phone|phone|cellphone|mobile|smartphone} *4 {see|watch|view|monitor|monitoring|look|check|control|remote} *4 {home|anytime|any time|at any time|house|anywhere|live|real time|everything|shop|remotely}
{at work|from work|office|on vacation|on holiday|from another city|another country|business trip|abroad|from bed|from sofa} *6 {see|watch|look|check|control|view|talk|know}
{app|application|program|software} *3 {clean|fast|simple|understandable|convenient|clear|intuitive|great|works|good|excellent|easy|friendly|well|handy|stable|solid|responsive|useful|perfect|best|nice|in my language}
{remote|remotely} *2 {monitoring|view|viewing|watch|control|see|check} *3 {convenient|easy|great|good|works|any time|anytime|perfect}
{works|paired|connects|connected|pairs} {well|great|perfectly|fine|flawlessly|seamlessly} with *2 {alexa|google|siri|homekit|echo|home assistant|apple|obs|zoom|teams|skype}
{see|watch|check|look|checked|checks|peek|peeked|watched|looks|glance|looked|view|viewed|checking|watching|looking} *4 {from|on} {=the|=my|=our|=a} {bus|train|office|airport|hotel|beach|plane|couch|sofa|bed|road|hospital|school|store|pub|bar|gym|desk|car|ship|cabin|cottage|other side}
{see|watch|check|look|checked|checks|peek|watched|looks|glance|looked|view|checking} *6 {from vacation|from holiday|from school|from college|from abroad|while on vacation|while on holiday|on my lunch break|at the office|when i travel|when im out|when i am out|while out|halfway across|halfway around|half way around|half way across|from miles away|from # miles|miles away|kilometers away|kilometres away|from across|on the go|on the move|wherever i am|thousands of miles|hundreds of miles|another state|another country|another city|different country|other side of the world}
from {holiday|vacation|abroad|the office|work|my desk|the train|the hotel|another city|another country} *2 {=i|=we|he|she|you|husband|wife} *2 {check|checked|look|looked|see|saw|watch|watched|peek|can}
{share|sharing|shared} *3 with *4 {seconds|easy|simple|simply|quick|quickly|no time|no problem}
{all|three|four|both|two|several|multiple|five|six} *3 {on|in} {one|=a single|=the same} {screen|app|place|view}
{shows up|appears|pops up|displays|shows} *4 {echo show|tv|smart display|kitchen screen|google hub|nest hub|tablet|apple tv}
{app|application|program|software} *4 {never crashes|never crashed|not crash|never crash|loads fast|opens instantly|opens straight|polished|well thought|well designed|well made|tidy|snappy|slick|lets me in|straightforward|painless|joy|pleasure|flawless|superb|feature rich|gets better|keeps improving|self explanatory}
{phone|mobile|tablet} *2 {=i|=we} *1 {see|open} *3 {thief|who|house|everything|baby|child|dog|cat|yard|shop|door}
{works|pairs|connects|links|integrates|plays} {nicely|well|great|perfectly|fine|beautifully|seamlessly|flawlessly|happily} {together|along}? with *3 {assistant|alexa|google|siri|homekit|smartthings|smart home|obs|zoom|teams|skype|echo|hub|app|apps|phone|phones|iphone|android|mac|windows|linux}
{check|checking|look|looking|checked} {in|up} on *4 {from|while|when} *2 {work|away|office|vacation|holiday|phone|trip|abroad|out|road|anywhere}
{check|checking|look|looking} {on|in on} *3 {home|house|pets|dog|dogs|cat|cats|kids|baby|things|property|cabin|parents|mother|mom} *2 {away|from|while|when|anytime}
{answer|answered|talk|see|speak} *6 {half way around|other side of the|around the world|halfway round}
{see|know|monitor|watch|eyes on|tabs on|view} *8 {while i am away|while were away|when were away|when away|when gone|not there|while i am gone|while im gone|while gone|not at home|when traveling|while traveling|when travelling}
{happy|glad|love|loved|nice|great|like} *1 being able to {check|know|look|see} *5 {at home|home|house|front door|my door}
{app|application|program|software} *3 {without hitch|without problems|without issues|without crashes|in english|beautiful|logical|a breeze|does everything|updated often|well laid out|modern|fluid|smooth|smoothly}`,
  minus: `
{app|application|software|program} *4 {crash|crashes|crashing|sucks|freezes|slow|buggy|glitchy|terrible|horrible|useless|logs out|doesnt work|wont open|not open|not work|closes|stopped|forever|poorly|fails|clunky|bug|bugs|worthless|white screen|asks}
{buggy|worthless|terrible|horrible|glitchy|useless|slow|clunky|bad|poor|crappy|awful|laggy} {app|application|software|interface|program}
{doesnt|does not|wont|will not|cant|cannot|not|isnt|didnt|do not|dont|didn't} {work|connect|pair|integrate|compatible|sync|support|working|supported} {with|on|to|for} *3 {alexa|echo|google|homekit|phone|iphone|android|samsung|ios|mac|windows|tablet|ipad|computer|pc|smartthings|siri|phones|show}
{cant|cannot|couldnt|unable to} {log|login|sign|view on|access}
{asks|forgets|wants} *3 password
{no|not a} {desktop|web|android|pc|windows|mac|homekit} {app|version|client|support|access|interface}
{app|software} {update|updates} *4 {broke|breaking|ruined|worse|stopped}
{app|application|program|software} *5 {not open|does not open|doesnt open|closes|crash|crashes|crashed|white screen|black screen|hangs|slow|slowly|logs me out|logs out|asks|forgets|raw|crooked|buggy|bugs|terrible|horror|advertising|ads|ad|not work|does not work|doesnt work|chinese|translated|bad|garbage|trash|update broke|inconvenient|confusing|kicks me|stopped|not update|old|outdated|registration|abandoned|not in|not available}
{crooked|raw|buggy|clumsy|terrible|horrible|useless|bad|slow|clunky} {app|application|program|software}
{after|since|last|latest|new} *1 {update|updates|firmware} *5 {not open|does not|doesnt|stopped|worse|broke|broken|crash|crashes|cant|white screen|dead|no longer|ruined|brick|refuses}
{cant|cannot|couldnt|not} *1 {log in|login|sign in|register|enter the app|enter account|share the device}
{without|no} {app|program|software|application} {for|it is a brick|useless}
{signs|sign|kicks|kicked|throws|threw|boots|logs|logged|signed|kick|throw|log} {me|us|you} {out|off}
{app|application|program|software} *4 {maze|cluttered|bloated|bloatware|disaster|nightmare|mess|joke|laggy|unusable|half baked|unintuitive|dated|not responding|unresponsive|afterthought|pain|hopeless|wont load|never loads|white page|primitive|hostile|pathetic|poorly designed|badly designed|hard to use|gets worse|needs work|needs improvement|let down|letdown|stone age|insult|abomination|spins|laughable}
{too many|four|five|six|seven|several|endless|countless} {taps|clicks|menus|screens|swipes} {before|to|until|deep|just}?
{does not|doesnt|wont|refuses to|didnt|will not} *1 {talk to|play nice with|play nicely with|cooperate with|get along with|appear in|show up in|show up on} *3 {alexa|google|siri|assistant|homekit|smartthings|home|echo|hub|phone|app|tablet|obs|zoom}
{only works|works only|only work} {at home|on the same wifi|on home wifi|on the same network|on local wifi|on android|on iphone|on my phone|when i am home|when im home|inside the house}
{no|missing|without|lacks} *1 {widget|dark mode|desktop|tablet|ipad|web|landscape|windows|mac|linux|apple watch|multi view|multiview} {app|version|client|mode|view|viewer|support}?
{remote view|remote viewing|remote access} *2 {fails|does not|doesnt|not work|only works|never works|impossible}
{forced|endless|mandatory|constant} {update|updates}
{ads|adverts|advertising|advertisements|advertisement|banner|banners|pop ups|popups} *4 {app|application|program}
{removed|pulled|delisted|disappeared} {from|in} *1 {app store|play store|google play|store}
{makes|forces|forced|have|had|need} *2 to *1 {create an account|make an account|log in again|login again|register again|sign in again}
{phone|iphone|android|tablet|ipad|mac|windows} *2 {not supported|unsupported|incompatible|not compatible|not recognized|not recognised}
{only|seems to} *4 works? *3 on {one|=my|=her|=his} {phone|cell phone|device}
{wont|doesnt|does not|not|cant|cannot} {open|load|install|update|run|work} {on|from} =my {phone|iphone|ipad|tablet|android|laptop|pc|computer|mac}
{app|application|program|software} *4 {without english|not translated|broken english|machine translated|wants my|too complicated|complicated|awkward|ugly|outdated|old fashioned|takes forever|drops me|lost my|will not|no longer|incompatible|not compatible|not support|not supported|steals|drains}`,
  flat: `
{theres|there is} {=an|=a} {app|application}`,
  veto: `
{on|over|by|via|the} the? phone {with|call|support|for|number|to|and}
{phone|telephone} {call|calls|number|support|rep|service|tree}
hours on the phone
{on|over} the phone with
{app|play} store {review|reviews|rating}
another country gets`,
};

export const MOTION_ALERTS: FeatureLexicon = {
  id: 'motion_alerts',
  strong: `
{motion|movement|person|people|human|package|face|facial|pet|sound|cry|crying|animal|vehicle|smart|object|body} {detection|detector|detectors|detect|sensor|sensors|sensing|alert|alerts|alarm|alarms|notification|notifications|recognition|zone|zones|sensitivity|detected|detecting|activated|activation|trigger|triggered|settings|setting}
{alert|alerts|alerting|alerted|alarm|notification|notifications|notify|notifies|notified|=notices|notifying|notifications}
{false|nuisance|phantom|unwanted|constant} {alert|alerts|alarm|alarms|positive|positives|trigger|triggers|detection|detections|notification|notifications|ring|rings|hit|hits|motion|motions}
{detect|detects|detecting|detection|detected|detector} !error
{motion|movement|movements}
sensitivity
{sensor|sensors}
{alarm|alarms}
zone|zones {setting|settings}?
{sensing|detection|activity|alert|monitoring} {area|areas|zone|zones|range}
siren
{collision|lane departure|forward collision|bump|impact} {warning|warnings|alert|alerts|detection|sensor|sensitivity}
{trigger} {speed|time}
{humanoid|bark|barking|smoke|glass break|noise|crying|vehicle|stranger} {detection|frame|tracking|recognition|alert|alerts}
push {message|messages|notification|notifications}
{ai|smart} {detection|recognition|filter|filters}
{pir|heads up|pinged}`,
  weak: `
sensitive
zone|zones`,
  plus: `
{lets|let|tells|tell|letting|informs|warns|telling} {me|us|you|her|him|my} {know|when|that|if|of} *3 {@person}? {when|if|someone|anyone|is|movement|motion|approaches|comes|there|mail|package|somebody|people|visitors|arrived|at}
{know|knowing|knows} {when|that|if|as soon as} {@person|=a|=my|=the|=your|packages|package|mail|something|anything|deliveries|anyone} *2 {is|are|at|comes|arrive|arrives|was|delivered|come|approaching|walks|deliver|shows|home|there|leaves|arrived|moves|show}
picks up {motion|movement|everything|people}
picks up {all|=the|any|every|even} *1 {motion|movement|motions|movements|people|visitor|visitors}
{adjust|customize|set|change|configure|choose|define|setting|adjusting|customise|select} *4 {sensitivity|motion|zones|zone|detection|alerts|alert|sensor|area|areas}
{alert|notification|notifications|alerts|alarm} *3 {immediate|immediately|instant|instantly|timely|prompt|quick|fast|in time|right away|real time}
{instant|immediate|timely|prompt|quick|fast} {alert|alerts|notification|notifications|alarm}
{get|getting|receive|receiving|sends|gets|receives|got|sent} *2 {alert|alerts|notification|notifications|notified|message|text} *3 {when|whenever|every time|if|phone|anytime|someone|on}
{alerts|notifies|warns|notify|alert} {me|us|you|my} *2 {when|whenever|if|of|immediately|instantly|every|anytime|to|phone}
{no|zero|not one|never|without|not once} {false|nuisance} {alerts|alarms|alarm|alert|triggers|positives}?
not *1 false
{reads|detects|picks|senses|catches|captures} *2 {motion|movement|people|everything|person}
{does|doesnt|never|not} {not}? miss {=any|=a|anything|thing|movement}
{alarm|alert} *3 {timely|in a timely manner|loud enough|in time}
{alarm|notification|notifications|alert|message|signal|push} *4 {comes|come|came|arrive|arrives|sends|instantly|immediately|at once|quick|quickly|timely|on time|in time|right away|second|seconds|fast|not once false|promptly}
{sends|send|gives|get|got|receive|pings} *3 {push|message|notification|alarm|alert|signal|warning} *4 {immediately|at once|as soon as|when|instantly|phone|right away|if|every time|to}
{reacts|react|responds|notices|catches|detects|recognizes|distinguishes|identifies} *3 {movement|motion|people|person|human|faster|face|stranger|instantly|only people|only humans}
{thief|thieves|stranger|burglar|guest|someone|somebody|courier|postman|neighbor|baby|child} *5 {mobile|phone|message|alarm|notification|push|alert} *3 {immediately|at once|rings|comes|came|already|instantly|me}
{no|not|not once|without|zero|never} *1 false {alarm|alarms|alert|alerts|triggers|positives|once}?
{has|with} {people|person|human|motion|movement|face|cry} {detection|recognition|tracking|alarm|alert}
{triggers|sounds} the {alarm|siren} *3 {right away|immediately|at once|instantly}
{phone|mobile|telephone|watch|cell} *1 {buzzes|buzzed|pings|pinged|vibrates|trembles|dings|chirps|lights up|beeps} *5 {before|when|whenever|as soon as|the moment|every time|within|at once|immediately|each time|if}
{tells|tell|knows|know|distinguishes|differentiates|separates|distinguish|differentiate} *2 {people|person|human|humans|cat|cats|dog|dogs|pet|pets|car|cars|animal|animals|kid|baby|leaf|leaves|shadow|vehicle} *1 {from|apart|versus|vs|and} *3 {people|person|cat|cats|dog|dogs|kid|animals|animal|cars|car|leaf|leaves|tree|trees|shadow|shadows|humans|pets|pet|wind|baby}
tells {me|us} *2 {person|dog|cat|car|animal|people|human|package} {when|if|not|is}
{warned|pinged|pings|texts|texted|warns|buzzes|buzzed} {me|us|him|her} *3 {when|that|as soon as|if|the moment|within|before|he|she|someone|about|there|every time|=a}
{kicks in|wakes up|wakes|springs to life|triggers|activates|fires} *3 {when|whenever|as soon as|the moment} *3 {car|person|someone|somebody|people|anyone|anybody|movement|motion|moves|walks|approaches|pulls up|animal|deer|steps}
{catches|caught|spots|spotted|notices|noticed|nails|spot} {every|all|each|everyone|any} *2 {person|visitor|movement|car|animal|delivery|move|motion|bird|fox|deer|passer|passerby|intruder|squirrel|movements}
{draw|drew|drawing|exclude|ignore|ignores|ignoring|mark|marked|filter|filters} *4 {zone|zones|area|areas|street|road|sidewalk|pavement|trees|lawn|cars|pets|animals|leaves|squirrels|cats|dogs} {out}?
{no|zero|never|hardly any|few|not a single|rarely any|not one|fewer} *1 {wrong|needless|bogus|pointless|unnecessary|useless} {alarm|alarms|alert|alerts|ping|pings|notification|notifications|trigger|triggers}
{thief|thieves|burglar|burglars|prowler|prowlers|intruder|intruders|trespasser} *3 {scared|ran|fled|chased} *3 {alarm|siren}
{alarm|siren} *3 {scared|scares|chased|frightened|deterred|sent} *4 {thief|thieves|burglar|burglars|prowler|intruder|him|them|away|off}
{person|people|human|pet|animal|motion|face} {detection|recognition|alerts|alert|filter} *2 {spot on|works|accurate|reliable|flawless|excellent|great|good|on point|brilliant|superb}
{cry|crying|sound|noise|movement|breathing} {alert|alerts|detection|sensor} *2 {works|accurate|reliable|great|good|reassuring|wakes}
{gets|got|get|getting} *1 {ping|pinged|pings|buzz|photo|snapshot|picture} *3 {within|as soon as|the moment|when|whenever|each time|every time}
{cries|cry|crying|wakes|stirs|stirring|fusses} *4 {alert|alerts|notified|lights up|notification|tells me|phone}
{detects|triggers on|alerts for|reacts to|records} only {people|humans|persons|person}
only *1 {alerts|notifies|reacts|triggers} *3 {people|humans|persons|person}
{detects|sees|senses|catches} *3 {from # feet|# feet away|metres away|meters away|from far|at a distance}
{alert|alerts|notification|notifications|alarm|push} *3 {on phone|to phone|to my phone|on my phone} *3 {immediately|instantly|at once|right away|within|in time|fast|quick}
{smart|clever} enough to *2 {tell|know|ignore|distinguish|recognize|recognise|filter}`,
  minus: `
{too|overly|super|very|extremely|so|ultra|way too|hyper|highly} sensitive
{false|nuisance|phantom|unwanted|erroneous|random|unnecessary} {alert|alerts|alarm|alarms|positive|positives|trigger|triggers|detection|detections|notification|notifications|ring|rings|hit|hits|motion|motions|triggered}
{misses|missed|missing|miss|ignores} {=the|=a|=most|=many|half|=some|=people|alot|a lot|things|motion|movement|events|every|person|deliveries} {motion|people|movement|events|person|time|activity|alerts|visitors|packages}?
{goes|go|went|going|set|sets|setting|trips|tripped|triggered|triggers} {off|by|with|for|every} *4 {car|cars|wind|tree|trees|shadow|shadows|bug|bugs|leaves|rain|traffic|branch|branches|spider|cat|headlights|flag|insect|moth|clouds|no reason|vehicle|nothing|plant|plants|swaying|lights}
{goes|going|went|sets|set} off {constantly|all the time|all day|every time|randomly|at random|too often|for no reason|at night}
{every|each|any|passing} {car|truck|vehicle|leaf|bug|shadow|cat|fly} *4 {sets|triggers|trigger|alert|notification|off|street|drives|passing|passes}
{cant|cannot|doesnt|does not|didnt|did not|wont|not|never|rarely|fails to|failed to|stopped|stops|no longer|hardly|barely|isnt|hardly ever} *1 {detect|detecting|detects|notify|alert|alerting|alerts|notifying|notified|pick|picking|sense|catch|trigger|register|detected|alerted|send|recognize} *3 {motion|movement|me|anything|people|person|anyone|someone|until|up|half|alerts|everything|notification|notifications|us|of}?
{alert|alerts|notification|notifications|notices|alarm|notified} *5 {delay|delayed|late|slow|after|minutes|too long|takes|seconds|never|inconsistent|constantly|stopped|annoying|all day|every|nonstop|useless|not|dont}
{delay|delayed|late|slow|no|inconsistent} *1 {alert|alerts|notification|notifications|notice|motion|detection}
{only|doesnt|does not} {picks|pick|detects|detect} *1 up? *4 {if|when|close|feet|directly|after}
{bombarded|flooded|inundated|spammed|annoying|annoyed} *3 {alerts|notifications|alert|alarm|notification}
{buzz|beeps|dings|chimes|alerts|buzzing} {all day|constantly|all night|nonstop|every minute|every time}
{by the time|before} *3 {alert|notification|notified|notifications}
{catches|picks|pick|captures|detects|records} *4 {passing|street|traffic|sidewalk|headlights|across} {cars|car|traffic|the}?
{no|without} {motion|person|human|people} {detection|alert|alerts|alarm|detector|notification|notifications}
{doesnt|does not|not|wont|never} *1 let *1 know
not *2 {caught|captured|detected}
{reacts|react|reacting|responds|triggers|rings|alarms|screams|alarm|alert|notification|notifications|messages|sends} *5 {every leaf|leaf|leaves|every fly|fly|flies|cat|cats|dog|dogs|shadow|shadows|wind|rain|snow|insect|insects|spider|spiders|moth|car|cars|branch|branches|tree|trees|for nothing|nothing|without reason|no reason|own shadow|headlights|curtain}
{alarm|notification|notifications|alert|alerts|message|push} *4 {late|delay|not come|does not come|doesnt come|never|after an hour|hour later|minutes later|minutes late|when already|false|every minute|hundred|hundreds|constantly|silent|did not come|not arrive}
{does not|doesnt|did not|not|never|missed|misses|sleeps|slept} *2 {react|notice|see|detect|catch|respond|alert|warn|alarm} *4 {person|people|movement|motion|thief|man|anyone|anything|human|me|walk|walks|car|courier}
{hundred|hundreds|dozens|thousand|million|tons|flood} *1 {notifications|alerts|messages|alarms|pushes}
{cannot|cant|not} *1 {turn off|disable|mute|adjust|change|set} *3 {alarm|notification|notifications|alerts|sensitivity|siren|sound|zones}
{thinks|thought|mistakes|confuses|counts|treats|flags|identifies|mistook|takes} *2 {every|each|=a|=the|=my|cat|dog|moth|shadow|tree|leaf|car|bug|spider|rain|flag|branch|leaves|shadows|trees|moths} *5 {is|are|as|for|with} *2 {person|people|human|humans|burglar|intruder|motion|visitor|thief|stranger|intruders}
{moaning|moans|nags|pings|pinged|beeps|beeping|screams|yells|spams|bugs|pinging|buzzing|alarm|alerted} {at|me|us}? {me|us|my phone}? *1 {for|at|about|because of|over|with|by} {every|each|any|nothing|no reason|passing|wind|the wind|cars|trees|leaves|shadows|birds|anything|everything}
{told|tells|informed|informs|warns|warned|notified|pinged|alerted|alerts|notifies} *6 {minutes|hours|half an hour|an hour|long|seconds} {after|later|late|too late}
{alerts|alert|notification|notifications|detection|motion alarm|pings|detections} *3 {hopeless|joke|nightmare|mess|pain|driving me|drove me|maddening|worthless|nonsense|night long|turned off|switched off|turn off|turn them off|hit or miss|unreliable|flaky|silent|too late|overwhelming|relentless|spam}
{slept|sleeps|sleeping|sleep} through *5 {thief|burglar|break in|theft|robbery|accident|person|everything|it all|intruder|delivery|visitor}
{walked|walks|walk|stood|danced|waved|drove|stole|stolen|broke in|strolled} *8 {no alert|no alarm|no notification|not a peep|never triggered|never noticed|without triggering|did not notice|not triggered|no reaction}
{no|want|lacks|lacking|missing} *1 {humanoid|human|person|people|face|animal|pet|package|vehicle} {frame|detection|recognition|filter|tracking}
{videos|clips|pictures|photos|shots|recordings|images|alerts|notifications} of {=the|=a|=my|swaying|moving|passing|nothing but}? {leaves|grass|branches|branch|nothing|trees|shadows|spiders|bugs|wind|squirrels|passing cars|traffic|rain|insects|spider webs|waving}
{cant|cannot|no way to|unable to|impossible to|not possible to|couldnt} *1 {draw|exclude|mask|ignore|filter|set|snooze|adjust|lower|schedule} *3 {zone|zones|area|areas|sensitivity|alerts|alert|notifications|road|street}
{misses|missed|ignores|ignored} *2 {half|most|person|people|visitor|visitors|courier|deliveries|delivery|cars|animals|everything|anyone|who}
{triggers|triggered|goes off|fires|set off|wakes} *2 {constantly|nonstop|non stop|all night|all day|every few minutes|every minute|for no reason|for nothing|too often|too late|at nothing}
{phone|mobile|watch} *2 {buzzing|pinging|blowing up|blows up|going crazy|dinging|going off} *4 {all day|all night|constantly|every|nonstop|non stop|for nothing|time}?
{cry wolf|cries wolf|crying wolf}
{arrive|arrives|arrived|come|comes|came|get|got|received} *3 {alert|alerts|notification|notifications} *3 {late|after|too late|minutes later|hours later}
{every|each} *2 {cat|dog|car|bird|leaf|shadow|bug|breeze|raindrop|cloud} *3 {sets it off|triggers|notification|alert|alarm|ping|person|recorded}
{no|zero|without} {notification|notifications|alert|alerts|alarm|warning} *2 {when|came|arrived|at all|received|on my|to my|until|whatsoever}`,
  flat: `
{movement|motion} {events|event|activated|triggered}
{set|sets|setting} it *1 to {people|person|persons|humans} only`,
  veto: `
{ring|driveway|smoke|home|security|house|car|my} alarm
alarm {system|clock|com}
{image|cmos|inch|camera|full frame|frame|crop|apsc|light|door|window|g|size|of the} {sensor|sensors}
sensor size
{no|any|a|their|quick|fast} {reply|response|answer}
three emails
{air|temperature|humidity|parking|rain|dusk|ambient|quality|full|inch|mp|megapixel} {sensor|sensors} !alert
sensor {cleaning|dust|size|is dirty}
pick up the {phone|kids|pace|slack}`,
};

export const RECORDING: FeatureLexicon = {
  id: 'recording',
  strong: `
{record|records|recorded|recording|recordings|recorder} !of? {number|high}?
{playback|play back|play backs|playing back|replay|rewind}
{video|event|recording|footage} {clip|clips|history|storage|recording|capture|recordings|log|event|events}
{sd|micro sd|microsd|memory|tf|flash|micro|sim} {card|cards|slot|stick}
{cloud|local|video|internal|external|free|onboard|usb} {storage|recording|backup|recordings|service|memory|video|videos}
storage
{save|saves|saved|saving|store|stores|stored|storing|keep|download} *3 {video|videos|footage|clip|clips|recording|recordings|event|events|images|pictures}
{nvr|dvr|hard drive|loop recording|continuous recording|looping|hard disk|hdd}
{past|previous|old|older|saved|stored|recorded|captured|history} {video|videos|footage|event|events|clips|history|recordings|activity}
footage
clip|clips
{time lapse|timelapse}
{ssd|nas|usb stick|thumb drive|flash drive|memory stick|external drive|cfexpress|cf card|dual slots|card slot|card slots|dual card slots}
{timeline|time line}
{rtsp|onvif|blue iris|synology}
{loop|looping|event|emergency|incident|parking|nonstop|round the clock|around the clock|24 7|24/7} {recording|recordings|footage}`,
  weak: `
video|videos {of|from}
evidence
history
{films|filmed|filming}`,
  plus: `
{caught|captured|captures|catching} *6 {thief|thieves|burglar|on tape|on film|on camera|on video|pirates|crime|hit and run|accident|everything}
{video|footage|recording|evidence|proof} *6 {police|court|insurance|stolen|stole|crime}
{police|court|insurance} *6 {video|footage|recording|evidence|copy}
{look|looking|go|going} back {and|at|to|through} {see|videos|view|footage|at|events|check|review}
{review|access|replay|rewatch|watch|view|share|download} *3 {=videos|=clips|footage|=recordings|events|recorded} !live
records {everything|all|every|automatically|well|great}
automatic {video|recording} recording?
{have|got} *1 {video|footage} of
{recording|recordings|playback|footage|archive} *4 {smooth|clear|saved|saves|helped|without gaps|not skip|do not skip|complete|easy|found|convenient|works|fine|good|excellent|automatically|day and night|around the clock|24|continuous|great|loops|cycle|everything|police|evidence|insurer|insurance|court}
{goes|stored|saved|saves|stores|written|writes|records|recorded|keeps} *3 {sd card|memory card|card|local|locally|cloud|flash drive|hard disk|nas|usb|stick}
{large|big|free|enough|local|plenty of} {storage|memory|cloud|card|archive}
{drag|dragging|pull|rewind|scroll|find} *4 {not wait|quick|quickly|easy|fast|any moment|smooth|no waiting}
{loop|cyclic|cycle|continuous|automatic|24 hour} {recording|record|recorded|overwriting}
{saved me|saved us|helped} *4 {court|insurance|insurer|police|dispute|accident}
{card|drive|disk|gb|tb|storage|memory|stick} *1 {holds|lasts|stores|fits|keeps} *3 {days|weeks|week|month|months|hours|day}
{found|find|finding|jump|locate} *4 {moment|minute|clip|event|scene|incident|second} *4 {in no time|quickly|fast|easy|easily|right away|seconds|at once|instantly}
{timeline|scrubbing|scrub|playback|archive|replay} *3 {easy|smooth|quick|great|works|makes it easy|convenient|fluid|clear|simple|handy|quickly}
{caught|catches|captured|filmed|recorded|got} *5 {on camera|on tape|on film|on video|red handed|in the act|the whole thing|start to finish|license plate|number plate|the accident|the crash|the culprit|the collision}
{handed|hand|gave|showed|sent|show|submitted|forwarded|passed} *4 {file|video|clip|footage|recording|tape} *3 to *2 {police|insurer|insurance|vet|doctor|neurologist|landlord|court|lawyer|neighbor|officer|cops|council}
{handed|hand|gave|showed|sent|give|show} *1 {police|insurer|insurance|vet|doctor|neurologist|landlord|court|lawyer|officer|cops} *2 {file|video|clip|footage|recording|tape}
{used|use|helped|handy|invaluable|needed|proved|won} *4 {insurance claim|claim|claims|dispute|at fault|not at fault|my innocence}
{backs up|backed up|uploads|copies|saves|saved} *4 {automatically|nas|own server|nvr|computer|ftp|cloud|usb}
goes to *1 {recorder|nvr|nas|server|synology|blue iris}
{unlimited|plenty of|ample|lots of|generous} *1 {storage|history|recording|recordings|archive|footage}
{overwrites|overwriting|loops over} *2 {oldest|automatically|the old|by itself|itself}
{recordings|clips|videos} *2 {easy to find|easy to share|easy to download|easy to save|sharp and complete}
{dual|two} {card slots|cards|sd slots|memory cards}
{captured|caught|captures} {it all|everything|the whole|every moment|every second|all of it}
{solid|hard|video|clear|good} {evidence|proof}
{find|review|rewatch|replay|check|watch} *3 {what happened|last night|overnight|past days|the moment|yesterday} *4 {easy|easily|quick|quickly|seconds|card|archive|timeline|later|afterwards}
everything *2 {recorded|stored|saved|archived}`,
  minus: `
{doesnt|does not|didnt|did not|wont|not|never|failed to|fails to|no longer|stopped|stops|cant|cannot|rarely|isnt|without|only} *1 {record|recording|recorded|records|save|saving|capture|captured|captures|store|store|recordings} *3 {video|anything|motion|event|events|footage|audio|sound|everything|all|person|people|locally|when|seconds}?
{no|lack of|without|nor|missing|lost} {local|cloud|free|video|internal|sd|onboard|memory|micro sd}? {storage|recording|recordings|playback|sd card|card|history|footage|slot|memory}
{recording|recordings|clip|clips|footage|video|videos|playback} *3 {cut|cuts|missing|lost|gone|corrupt|corrupted|deleted|delayed|skips|stutters|late|disappear|disappears|too short|starts late|erased|stops|short|gaps}
{misses|missed|cuts off|cut off} *2 {beginning|first part|start|first few|half|footage|recording|first seconds}
{card|sd card|memory card} *3 {error|corrupt|not recognized|full|format|failed|fails}
{records|recorded|recording} {no one|nothing|nobody|only|late|blank|black}
half *2 {record|recorded}
{recording|recordings|playback|footage|archive|clips|=card|memory} *4 {skips|skip|gaps|gap|holes|lost|loses|disappear|disappeared|disappears|not saved|not save|does not save|empty|corrupted|erased|erases|overwrites|over the card|breaks off|cuts|only seconds|not found|not read|not recognized|error|errors|few seconds|late|does not record|stopped|gone|deleted|not seen|does not see|formatted}
{does not|doesnt|not|wont|never|forgets to|stopped} *1 {record|write|save|recorded|saved|writing|recording} *3 {everything|all|sound|card|movement|event|events|anything|half|what|important|motion|video|night|when}?
{lost|loses|missing|deleted|erased} *4 {clips|clip|footage|recording|recordings|videos|files|video|photos|archive|history}
{no|without|not have} {card|memory card|sd card|local storage|slot|memory|archive|playback|recording|record}
{does not|doesnt|not|wont|refuses to} *1 {see|read|accept|recognize|support|format} *3 {card|sd|memory card|flash drive|128|64|gb}
{chops|chopped|splits|cuts|broken up|breaks|sliced} *3 {into|in} *3 {pieces|segments|chunks|parts|clips|files|bits}
{only|just|max|maximum|limited to} *2 {# second|# seconds|# minute|# sec|few seconds} *2 {clip|clips|long|video|videos|recording|recordings|of video|footage}
{clip|clips|recording|recordings} *3 {only|just|limited to|max} *2 {# seconds|seconds|few seconds|# sec|minute}
{nowhere|no place|no room} to {put|insert|store|save|stick} *3 {card|memory|sd|video|videos|footage|drive}
{no way|impossible|not possible|no option|cant|cannot|unable|no means} {of|to|for}? {save|saving|download|downloading|store|storing|export|exporting|back up|backing up|delete|deleting|keep} *5 {video|videos|clip|clips|recording|recordings|footage|file|files|card|drive|computer|pc|local|nas|one at a time|event|events}
{card|memory|storage|drive|sd} *2 {full|fills|filled|fill} *2 {after|in|within|too|every|fast|quickly|up}
{card|sd card|memory card} *3 {formatted|reformat|reformatted|died|ate|eats|killed|unreadable|not included|sold separately|wiped|ejected|rejected|write error}
{scrub|scrubbing|timeline|time line|rewinding|scrolling|playback|replay} *6 {nightmare|pain|jumps|impossible|slow|clumsy|tedious|useless|mess|awful|terrible|fiddly|forever|hopeless|stutters|stutter|freezes|laggy|clunky|crashes}
{no|not a single|nothing but no} {clip|footage|recording|video|evidence} {of|was|when|at all|saved|from|to show|nothing}
{missed|misses|lost|did not catch|didnt catch|failed to capture|did not capture|didnt capture|never captured|never filmed} *3 {accident|crash|incident|theft|whole thing|important|key moment|moment|actual|crucial|best part|license plate}
{stops|stopped|quits|cuts out} {recording|filming}
{gaps|holes|blanks|gap} {between|in} *3 {clip|clips|recording|recordings|files|footage|video|timeline|pieces|segments|archive}
{footage|clips|recording|recordings|=videos} *3 {black|blank|corrupt|unusable|unplayable|wont play|not play|cannot be opened|vanished|wiped|overwritten|missing|not there}
{video|videos|clip|clips|recording} *3 {to process|processing|not process|wont download|not download|cant download|wont save|not save|same from yesterday}
no more *1 {history|recordings|storage|playback}
{not|no longer|never} *1 archived
{wish|want|need} *3 {record|records|recording|recorded|recordings} {continuously|nonstop|24 7|24/7|longer|all the time|locally}
{card|recording|archive|footage|history} *3 {wiped|wipes|vanished|evaporated|unusable|scrambled|nothing on it|was blank|was empty|is empty|is blank}`,
  flat: `
{does|will|can|would|could} it {take|accept|support|use} *4 {card|sd|gb}
{came|comes|supplied|ships} with =a? {memory|sd|# gb}? card
{recordings|videos|clips|footage} are {kept|stored|saved} {on|in|for}`,
  veto: `
{card|sim} reader
{credit|sim|gift|graphics|video|capture|business|thank you|post|warranty|registration|instruction} {card|cards}
history of`,
};

export const SUBSCRIPTION: FeatureLexicon = {
  id: 'subscription',
  strong: `
{subscription|subscriptions|subscribe|subscribing|subscribed|subscriber|subsciption|subscribtion}
{=monthly|annual|=yearly|service|monitoring|cloud|additional|storage|extra|recurring|membership|subscription|year|month|per month|per year|hidden|usage|plan} {fee|fees|charge|charges|cost|costs|payment|payments|price|plan|plans|membership|subscription|subscriptions|service|bill}
{=a|per|each|every} {month|year|yr|mo} {fee|for|to|plan|subscription|service|charge}
{protect|protection|basic|cloud|storage|recording|data|premium|paid|video|service|=monthly|plus|monitoring} {plan|plans|tier|package}
{$ #|# dollar|# dollars|# bucks|#$|# $|#} {=a|per|each|every|/} {month|year|yr|mo|mth}
# /? month|year|=monthly|=yearly {fee|plan|subscription|charge}
{=monthly|=yearly|annually|annual} {payment|pay|basis|subscription}
{paywall|pay wall|behind a paywall|membership}
{free|# day|day} {trial|trail} {period|subscription|is|ends|expires|ended|expired|of}?
{free|trial} tier
{no|without|extra|additional|pay a|pay another|charge a|charging a|charges a|paying a} {fee|fees}
fee|fees
plan {for|to|is|if|then|is}
trial
{=annual|yearly|=monthly|premium|paid|care|plus} {pass|tier|tiers|package}
{on|cancel|cancelled|canceled|cancelling|without|need|choose|pick|got|buy|bought|covers} {=a|=the|=any|=their} {free|paid|small|basic|cloud}? plan !to|of|for
{free|paid|small|yearly|family|=monthly|recording} plan
{# euro|# euros|# pounds|# quid|# cents|# bucks|# rubles|# yuan|# rupees|# dollars|$ #|# $} {=a|per|each|every|in|/} {month|year|week}
{premium|paid} {features|functions|feature|function|version}`,
  weak: `
membership`,
  plus: `
{no|without|free of|not any|zero|dont need a|not need a} *1 {=monthly|subscription|subscriptions|annual|recurring|service|cloud}? {fee|fees|subscription|subscriptions|charge|charges|cost|contract|plan|payments}
{fee|subscription|plan|charge|membership} *6 {reasonable|cheap|affordable|worth|inexpensive|fair|low|small price|great|well worth}
{reasonable|cheap|affordable|inexpensive|low|fair|worth} *2 {subscription|fee|fees|plan|=monthly|annual|membership}
{free|included} cloud {storage|service|recording}
{no|without|zero|not|dont need|free from|not need} *2 {subscription|monthly fee|monthly|fee|fees|paid plan|payments|cloud plan|extra cost|extra costs}
{works|everything works|stored|record|records|storage|use} *4 {without subscription|without paying|without a subscription|without any subscription|for free|free of charge|free}
{cloud|subscription|plan|fee} *3 {cheap|worth|reasonable|free|affordable|fair|inexpensive|pennies|cents|not expensive}
{no|without|zero|never} *1 {strings attached|extra costs|extra charges|hidden costs|hidden charges|recurring costs|ongoing costs|running costs|ongoing fees|paywall|paywalls|contracts|monthly payments}
{free tier|free plan|free version|free account|free storage|free history} *4 {enough|fine|plenty|all i need|good|generous|sufficient|covers|keeps|ok|great}
{year|month|months|years|days} of *3 {plan|cloud|storage|subscription|premium|history} *3 {free|included|thrown in|complimentary}
{cancel|cancelled|canceled|cancelling} *3 {plan|subscription|membership|trial} *4 {easy|easily|click|simple|no problem|without|kept working|still works}
{subscription|plan|cloud|fee} *1 {optional|not required|not needed|not necessary|not mandatory|unnecessary|no need}
{subscription|cloud|fee|subscriptions|fees} free
{buy|pay} once *3 {done|own|no more|nothing|no fees}?
{one time|one off|onetime} {purchase|payment|fee|cost}`,
  minus: `
{pay|paying|charge|charges|charging|cost|costs|charged} *6 {subscription|=monthly|fee|fees|membership|per month|a month|a year|per year|every month|annual|=yearly|annually|cloud storage|plan|plans}
{buy|purchase|purchasing|need|needs|require|requires|required|forced|must|have to|had to|get} *5 {subscription|subscribe|membership|cloud storage|paid plan|=monthly plan|=monthly fee|protect plan|annual fee|cloud account|cloud subscription|=monthly subscription}
{have|had|need|forced|want you|make you|makes you|must|required|wants you|extra|got} to? pay *4 {extra|to|for|more|just|=monthly|every} *3 {view|see|record|store|watch|save|access|storage|recording|video|videos|use|features|footage|feature|cloud}
{useless|worthless|limited|nothing|usable|functionality|usefulness} *4 {without|unless} *6 {subscription|plan|pay|fee|paying|membership|subscribe|paid|=monthly}
{without|unless} *4 {subscription|pay|fee|subscribe|paying|paid|membership|=monthly}
{nickel and dime|nickel and dimed|hidden fee|hidden fees|hidden cost|hidden costs|money grab|cash grab}
{locked|hidden|stuck} behind
{subscription|fee|fees|plan} *3 {ridiculous|expensive|ripoff|rip off|unacceptable|outrageous|annoying|sucks|mandatory|high|bad|unnecessary|crazy}
{didnt|did not|wasnt|not|dont|do not|never} {know|aware|realize|realise|told|tell|mentioned|disclose|disclosed|mention} *8 {subscription|fee|fees|=monthly|plan|pay|charge|month}
{trial|subscription} *3 {expired|expires|ended|ends|ran out|over}
{another|extra|additional|yet another|recurring} {fee|fees|subscription|charge|cost|=monthly|costs}
{fee|fees|subscription|plan} for {everything|basic|history}
{cloud|subscription|plan|fee|monthly|functions|features|detection|history|storage} *5 {only paid|only for money|paid only|for money|pay extra|expensive|extortion|pricey|costs more|more than the camera|blackmail|milking|money again|behind paywall|robbery|must pay|rip off|beg|begs|nag|nags|pushing|pushes|not free|every month}
{without} *2 {subscription|paying|cloud|plan|payment} *4 {useless|nothing|does not|brick|not work|doesnt|cannot|cant|only live|half}
{pay|paying|pays|paid} *3 {every month|each month|monthly|per month|again|extra} *4 {see|watch|record|recordings|video|history|own|cloud|detection|functions}?
{pricey|expensive|costly|overpriced} *1 {cloud|plan|subscription|membership}
{free period|trial|free month|first month} *4 {over|ended|ends|then|after|pay|finished}
{rent|renting|rents} *2 back
{moved|put|puts|hid|hides|hidden|locked|lock|locks|stuck|sits} *4 behind *3 {tier|subscription|pay|wall|paywall|plan|fee|membership}
{cancelled|canceled|cancel|cancelling} *3 {plan|subscription|membership|trial} *4 {principle|greed|impossible|cannot|cant|hard|charging|charged|difficult|anyway}
{pay|paying|cough up|shell out|fork out|fork over|dish out} *6 {=a month|every month|per month|=a year|each month|in month|each year|every year}
{greed|=milking|=ransom|cash cow|held hostage} *5 {subscription|plan|month|cloud|storage|customers|footage|video|videos}?
{nowhere|nothing|doesnt|does not|never|didnt|did not} *5 {say|says|mention|mentioned|stated|disclosed|told} *5 {plan|subscription|subscribe|=monthly}
{stops|stop|expires|disappear|disappears|vanish|vanishes|disabled|shut off|cut off|turned off} *3 {after|when|once|without} *3 {trial|free month|plan|subscription|free period}
{unless|until} *2 {take|buy|get|purchase|pay for} *2 {annual|=monthly|yearly|plan|pass|subscription|cloud|premium}
{button|asked|asks|asking|nagging|nag|nags|begs|begging|pester|pesters|prompts|prompted|keeps} *3 to *1 {subscribe|upgrade to premium|buy a plan|buy the plan|upgrade my plan}
{basic|simple|every|all|most|half|useful|interesting|best|good|ai|smart} {features|functions|feature|function} *4 {cost extra|costs extra|subscription|premium|not free|paid|charge extra|behind}
{upsell|upsells|upselling|upsold|ripped off every month}
{doubled|raised|increased|increase|hiked|tripled} *3 {subscription|plan|=monthly|annual|fee|membership}
{subscription|plan|fee|membership} *2 {doubled|raised|increased|went up|tripled|hiked|forced|compulsory|pushy|ripoff|scam|greedy|joke}
{everything|anything|all|nothing} *3 {costs|cost|requires|needs} *1 {extra|subscription|premium|plan}
{sub|subs|subscription|subscriptions} {model|trap|scheme|hell|based|only}
{free|basic} {version|tier|plan|account} *3 {useless|limited|worthless|crippled|nothing|joke|hardly|barely}`,
  flat: `
{signed up|sign up|signing up} *4 {plan|subscription|service|recording|trial|contract|membership|=monthly}
{will|would} {need|have|want} {=the|=a|to|to get a|to buy a|to purchase a|to pay for}? {subscription|subscribe|plan|membership}
free trial
if *4 {plan|subscription|subscribe}`,
  veto: `
=half =a {year|month}
plan {of|to be}`,
};
