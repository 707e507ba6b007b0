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
{usb|hdmi|bluetooth} connection`,
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
connects|connected {well|fine|great|perfectly|reliably|flawlessly}`,
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
{offline|not online|unavailable|no connection} *3 {every|again|half|constantly|most|often|all|device}`,
  flat: `
{need|needs|requires|require|must have|make sure|sure|ensure|depends on|depending on|dependent|if|as long as|relies on|long as} *6 {wifi|wi fi|internet|signal|connection|network|bandwidth|router}
{2.4|2.4ghz|2.4 ghz|5 ghz} {or|and} {5|5ghz|5.0|5g} *2 {network|wifi|band|networks|ghz}?
{uses|supports|works on} {2.4|2.4ghz|5ghz|4g|lte}`,
  veto: `
{touchscreen|touch screen|menu|interface|shutter|autofocus|screen|zoom|focus} *2 {lag|lags|laggy|slow|sluggish|delay}
shutter {lag|delay|speed}`,
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
phone|remote viewing`,
  weak: `
{on|to|with} {=my|=our|=your|=the|=a|=his|=her|both|cell|mobile} {cell|smart|mobile|android}? {phone|phones|iphone|ipad|tablet|smartphone|cellphone|computer|pc|laptop}
remotely
website`,
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
{works|paired|connects|connected|pairs} {well|great|perfectly|fine|flawlessly|seamlessly} with *2 {alexa|google|siri|homekit|echo|home assistant|apple|obs|zoom|teams|skype}`,
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
{without|no} {app|program|software|application} {for|it is a brick|useless}`,
  flat: ``,
  veto: `
{on|over|by|via|the} the? phone {with|call|support|for|number|to|and}
{phone|telephone} {call|calls|number|support|rep|service|tree}
hours on the phone
{on|over} the phone with`,
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
siren`,
  weak: `
sensitive
zone|zones`,
  plus: `
{lets|let|tells|tell|letting|informs|warns|telling} {me|us|you|her|him|my} {know|when|that|if|of} *3 {@person}? {when|if|someone|anyone|is|movement|motion|approaches|comes|there|mail|package|somebody|people|visitors|arrived|at}
{know|knowing|knows} {when|that|if|as soon as} {@person|=a|=my|=the|=your|packages|package|mail|something|anything|deliveries|anyone} *2 {is|are|at|comes|arrive|arrives|was|delivered|come|approaching|walks|deliver|shows|home|there|leaves|arrived|moves|show}
picks up {motion|movement|all|=the|any|every|everything|people} {motion|movement|motions|movements}?
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
{triggers|sounds} the {alarm|siren} *3 {right away|immediately|at once|instantly}`,
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
{cannot|cant|not} *1 {turn off|disable|mute|adjust|change|set} *3 {alarm|notification|notifications|alerts|sensitivity|siren|sound|zones}`,
  flat: `
{movement|motion} {events|event|activated|triggered}`,
  veto: `
{ring|driveway|smoke|home|security|house|car|my} alarm
alarm {system|clock|com}
{image|cmos|inch|camera|full frame|frame|crop|apsc|light|door|window|g|size|of the} {sensor|sensors}
sensor size
{no|any|a|their|quick|fast} {reply|response|answer}
three emails`,
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
{time lapse|timelapse}`,
  weak: `
video|videos {of|from}
evidence
history`,
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
{saved me|saved us|helped} *4 {court|insurance|insurer|police|dispute|accident}`,
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
{does not|doesnt|not|wont|refuses to} *1 {see|read|accept|recognize|support|format} *3 {card|sd|memory card|flash drive|128|64|gb}`,
  flat: ``,
  veto: ``,
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
trial`,
  weak: `
membership`,
  plus: `
{no|without|free of|not any|zero|dont need a|not need a} *1 {=monthly|subscription|subscriptions|annual|recurring|service|cloud}? {fee|fees|subscription|subscriptions|charge|charges|cost|contract|plan|payments}
{fee|subscription|plan|charge|membership} *6 {reasonable|cheap|affordable|worth|inexpensive|fair|low|small price|great|well worth}
{reasonable|cheap|affordable|inexpensive|low|fair|worth} *2 {subscription|fee|fees|plan|=monthly|annual|membership}
{free|included} cloud {storage|service|recording}
{no|without|zero|not|dont need|free from|not need} *2 {subscription|monthly fee|monthly|fee|fees|paid plan|payments|cloud plan|extra cost|extra costs}
{works|everything works|stored|record|records|storage|use} *4 {without subscription|without paying|without a subscription|without any subscription|for free|free of charge|free}
{cloud|subscription|plan|fee} *3 {cheap|worth|reasonable|free|affordable|fair|inexpensive|pennies|cents|not expensive}`,
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
{free period|trial|free month|first month} *4 {over|ended|ends|then|after|pay|finished}`,
  flat: `
{signed up|sign up|signing up} *4 {plan|subscription|service|recording|trial|contract|membership|=monthly}
{will|would} {need|have|want} {=the|=a|to|to get a|to buy a|to purchase a|to pay for}? {subscription|subscribe|plan|membership}
free trial
if *4 {plan|subscription|subscribe}`,
  veto: ``,
};
