import type { FeatureLexicon } from './feature-lexicon.ts';

export const RELIABILITY: FeatureLexicon = {
  id: 'reliability',
  strong: `
{reliable|reliability|unreliable|dependable|realiable}
{consistent|consistently|inconsistent|consistency|inconsistently} !with
{defective|defect|defects|faulty|dud|duds|lemon|doa|malfunction|malfunctions|malfunctioned|malfunctioning|bug|bugs|buggy|glitch|glitches|glitchy}
{lifespan|longevity|life span}
{reboot|reboots|rebooting|rebooted|reset|resets|resetting|re set|restart|restarts|restarting|factory reset}
{freeze|freezes|freezing|froze|frozen|freezed|hangs|crashes|crashed|crash|crashing} !weather|temperature|temperatures|cold|temps
{firmware|software} {bug|bugs|issue|issues|is stable|stable|problem|problems}
=stability
{dependable|trouble free|durability}
{knock on wood|touch wood|fingers crossed}
{boot loop|bootloop|infinite loop|screen of death}`,
  weak: `
lasted`,
  plus: `
{works|working|worked|running|going|been|still|ran|performs|works great|works perfectly} *5 {flawlessly|flawless|like clockwork|as clock|without fail|without any problem|without issue|without a problem|without issues|without any issues|strong|without a hitch|solid|nonstop|like new}
{no|zero|not had any|without|havent had any|never had any|not had a|never had a|have had no|had no|0|not a single|not one} *1 {issues|problems|issue|problem|complaints|glitches|trouble|hiccups} {so far|with it|since|at all|yet|whatsoever|thus far|after|in|for|with this|with mine|to date|until}
{still|been} *2 {working|works|going|running} *3 {great|fine|well|perfectly|after|strong|good|months|years|solid|flawlessly}
{months|years|year|month} *4 {still} *3 {working|works|going|running|great|perfect|love}
{lasted|last|lasts} *2 {years|long time|long|forever}
{very|extremely|so|totally|super|is|are|and|been|pretty|more} {reliable|dependable|stable}
{works|work|worked} {every time|all the time|consistently|well most of the time}
good stability
{works|work|working|worked|functions} *3 {like a clock|as clock|like clock|like a tank|without stopping|without failures|without glitches|without breaks|all year|every day|properly|like new|day and night|24/7|non stop|nonstop|stably|steadily}
{used|using|use|have it|had it|owned|service|bought} *4 {year|years|half year|months|month|half a year} *4 {no problem|no problems|no complaints|still|without|fine|normal|works|like new|no breakdown|no issue|no issues|not once|flawless|flawlessly}
{year|years|half year|months} *2 {of use|of work|daily use|passed|already} *3 {no|still|works|fine|without|not once|strong}
{never|not once|not a single} *3 {hung|froze|frozen|crashed|failed|broke|failure|breakdown|let me down|reboot|glitch|failed me}
{still|keeps} {going|running|working|alive|works} *2 {strong|fine|well|great|perfectly|like|daily}?
{quality|work|operation|system|software} {reliable|stable|steady}
{never|not once|hasnt|has not|have not|havent|without|not} *2 {switched itself off|turned itself off|shut itself off|skipped a beat|missed a beat|skips a beat|misses a beat|=hiccuped|faltered|locked up|let us down|given me trouble|given us trouble|acted up|restarted|overheated|overheat|played up|=quit|blinked} *1 {once|yet|so far}?
{not a|not one|not a single|no} {restart|reboot|crash|freeze|failure|failures|breakdown|breakdowns|malfunction|malfunctions|hang ups|crashes|freezes|reboots} *1 {since|in|so far|yet|at all|once|after}?
{just|simply} =works !on|with|for|if|when|as
{day after day|day in day out|year after year|day in and day out|month after month}
{ran|run|running|been on|works|working} *2 {day and night|round the clock|around the clock|24 7|24/7|nonstop|non stop} *3 {for|since|without}
{back up|back on|comes back|came back|recovers|recovered|restarts|back to life} *3 {by itself|on its own|itself|automatically} *4 {power|outage|juice|electricity|blackout|storm}
{# years|# months|two years|years|months|# yrs} {in|on|later|old|and counting} *2 {works|working|still|fine|strong|no problem|no problems|no issues|flawless}
still *2 {ticking|kicking|good as new|like new|like day one|chugging|holding up|hanging in|as good as new|as good as the day|running strong}
{built to last|workhorse|work horse|bulletproof|bombproof|bomb proof|set and forget|set it and forget it|fire and forget|rock solid performance|solid as a rock}
{works|working|starts|alive|on} *1 {each time|every time|every single time|first time every time}
{outlasted|outlived|outlives|outlasts}
{works|worked|running|runs} *2 {for # years|for two years|for three years|for years} {now|already|without|and}
{nothing|never} *2 {broke|broken|failed|gone wrong|went wrong|worn out}
{never|not} *2 {had to|needed to} {reset|restart|reboot|unplug} {it|them|once|anything}?
{zero|no} {downtime|defects|faults|failures|malfunctions|dropouts or}
{# years|# months} *1 {not one|no|zero|without} *1 {problem|problems|issue|issues|complaint|complaints|fault|failure}
{been|has been|have been} *1 {rock solid|flawless|trouble free|faultless|perfect|bulletproof} *2 {since|for|from|so far|all}
{survived|still} *4 {after # years|after years|years later|months later|a year later|year on|years on|second year|third year}`,
  minus: `
{stopped|stops|quit|quits|ceased|stop|quite} {working|functioning|responding|charging|operating|recording|turning|powering|ringing|connecting|work}
{just|it|has|had|unit|doorbell|camera|device|then|mine|they|and|ring|completely|one|thing|simply|totally|bell|product|lens|already|all|cam|is|was|now|monitor|webcam|screen} {died|dies|broke|dead|failed|fails|crapped|broken|=bricked|fried|toast|kaput}
{died|broke|failed|dead|stopped|quit|breaks|lasted|dies|fails|expired} *2 {after|within|in|for|on|before|only|less|just|at|a year|under|over|barely} *5 {day|days|week|weeks|month|months|year|years|hour|hours|warranty|minutes|use|time|first|shots|out|uses}
{worked|lasted|works|work|working|functioned|last} *4 {for|only|about|just|until|maybe|exactly|barely|less than|under|=a|one|two|fine|great|well|ok|=#} *4 {minutes|minute|hour|hours|day|days|week|weeks|month|months|year|years} *5 {then|and|but|before|until|now|quit|stopped|died|only}
{lasted|lasts} *4 {day|days|week|weeks|month|months|year|minutes|hours|hour}
{doesnt|does not|didnt|did not|not|never|wont|dont|isnt|will not|no longer|couldnt get it to|could not get it to|wouldnt|would not|barely|cant get it to|cannot get it to|hardly|wasnt|havent|hasnt|has not|rarely} *2 {work|worked|working|function|functioning|functions|turn on|power on|power up|boot|work properly|start|operate|respond} !with|for|on|as|out|in|if|when
{wont|would not|will not|doesnt|does not|wouldnt|not|didnt|never|not even|couldnt|cant|wouldnt even} {even|get it to}? {turn on|power on|power up|boot|boot up|switch on|start|turned on|powering on|powering up|stay on|power|ring|chime}
{keeps|kept|constantly|always|randomly|continuously|often|continually|started|every|repeatedly|sometimes|frequently|itself|starts|intermittently} *2 {freezing|rebooting|resetting|crashing|restarting|failing|breaking|shutting|turning off|shuts|shutting off|dying|reboots|resets|freezes|crashes|powering off|ringing|stops|malfunctions|malfunctioning|glitching}
{shuts|shut|turns|shutting|turning|powers|powering|switches|cuts} {off|itself off|down|itself down} {by itself|randomly|itself|on its own|all|after|every|constantly|often|when|again|and}
{reset|reboot|restart|unplug|rebooted|restarted|reinstall|power cycle|rebooting|resetting|restarting} *4 {every|times|constantly|again|=weekly|daily|often|twice|once|frequently|week|day|month|several|multiple}
{every|times|constantly|=weekly|daily|have to|had to|need to|needs to be|keep|must|needs|having to|tired of} *3 {reset|reboot|restart|rebooting|resetting|rebooted|restarting|power cycle|unplug}
{problem|problems|issue|issues|trouble} {after|since|from|began|started|within|with it|with this|with the unit|again|with mine}
{defective|faulty|malfunctioning|broken|dud|bad} {unit|product|device|camera|units|doorbell|one|from|out|on|item|lens|battery}
{dead on arrival|doa}
out of the box *3 {defective|not|broken|dead|didnt|doesnt|wouldnt|failed}
{hit or miss|hit and miss|hit or a miss|hits and misses}
{constant|many|nothing but|lots of|so many|numerous|countless|continuous|continual|endless|multiple|ongoing|various|several|known|major|common} {problems|issues|malfunctions|failures|glitches|defects|problem|issue|bugs|trouble|headaches}
{ghost|phantom|random|randomly} {ring|rings|ringing|rung}
{rings|ringing|ring|chimes|chime} *3 {random|randomly|nobody|no one|by itself|on its own|nonstop|continuously|constantly}
{on|my|the|=my} {second|third|fourth|2nd|3rd|4th|5th} {one|unit|ring|camera|replacement|doorbell|device} !one|for
{times out|timed out|unresponsive|nonfunctional|non functional|inoperable|unusable|=bricked|short lived|shortlived|paperweight|paper weight|doorstop}
{works|work|worked|working} {sometimes|when it wants|occasionally|intermittently|sporadically|half the time|only|1 out|part of|some of the time|50|%}
{when|if} it works !as
{performance|quality} *2 {degraded|deteriorated|declined|degrades|gone down|went downhill}
{error|errors} {message|messages|code}?
{physical|hardware|premature|catastrophic|complete|mechanical|total|early|sensor|shutter} failure
{third|second|two|three|four|multiple|several|2|3|another} {replacement|replacements|units|defective}
{doesnt|does not|didnt|wont|not|dont|do not} last {long|very|more|much|year|months|even|that|as|past|two|=a}?
{had|having|have|has|having|some|encountered} {an|=a|some|many|lots of|several|nothing but|continuous|constant|multiple|the same|this|tons of|so many|big|major|more|other} {issue|issues|problem|problems|failure|failures|glitches|glitch|fault} !with|connecting|hearing|setting|getting
lens error
{hangs|hung|freezes|frozen|froze|glitches|buggy|glitchy|lags and} *3 {every|constantly|often|twice|and|after|itself|must|daily|regularly|each}
{must|have to|need to|only|until} *3 {pull|pulling|unplug|take out|switch off|turn off|turn it off|remove} *3 {plug|cable|battery|power|socket|off and on}
{lived|worked|served|survived|lasted|died|dead|burned|broke|broken|stopped|gave up|end} *3 {week|weeks|month|months|days|day|year|hours|use}
{burned|burnt|burned out|burnt out|died|dead|breathed its last|gave up the ghost|passed away|rest in peace|does not live|doesnt turn on|went black|black screen|blue screen}
{second|third|2nd|3rd} {camera|one|copy|piece|unit|device} *3 {same|also|too|dead|broke|dies|defect|fault|problem|failed}
{marriage|defect|defective|factory defect|broken from|not working from} *2 {came|box|start|beginning|day one|received|arrived}?
{picture|screen|image|video|it|lens|motor|camera} *1 {freezes|frozen|froze|freeze|stuck|jammed|jams}
{picture|screen|image|video|it|camera} hangs !under|from|above|outside|over|in|near|by|beside|on
{turns|switches|shuts|resets|reboots|restarts} *1 {itself|by itself|alone} *3 {off|on|night|midnight|every|each|randomly|day}?
{went|gone|goes} {dark|black|dead|silent|blank} *4 {week|month|day|days|weeks|months|all|forever|nothing|more|and}?
{after|in} =a? {week|month|day|year|days|weeks|months} {it|=the|camera|device} *2 {went dark|black|dead|died|stopped|broke|no longer|burned|silent|refused}
{terrible|poor|horrible|bad|no|lousy|awful|zero} quality control
{went|going|gone} through {two|three|four|five|several|many|multiple|#} {of them|units|before|doorbells|cameras|replacements}
{dont|do not|cant|cannot} *1 {trust|rely on} {=it|this|=the}
{locks up|locked up|locking up|seizes up|seized up} !car|bike|house|door|for|at|=the|my|our
{nothing|not|cannot|cant|wont|neither} *3 {brings|bring|brought|come|comes|came} {it|them|=the}? *1 back {to life|from the dead|alive}
until *2 {take|pull|pulled|remove|unplug|unplugged|yank|took|reset|restart} *3 {battery|plug|cell|lead|cable|cord|power|batteries|it|socket}
{packed it in|packed up|conked out|bit the dust|croaked|kicked the bucket|called it quits|gave up the ghost|went belly up|belly up|went kaput|snuffed it|pooped out|threw in the towel|on the fritz|went haywire|went south|up in smoke|gave out|crapped out|shot craps|ceased to work|ceased functioning|dropped dead|keeled over|died a death|died on me|quit on me|bricked itself|gone to the dump}
{into|became|becomes|now|turned|just} *2 =a {brick|paperweight|doorstop|useless brick}
{shutter|mirror|motor|hinge|usb port|charging port|port|sensor|button|dial|gimbal|=leds|fan|backlight|touchscreen|board} *1 {died|failed|jammed|jams|burned out|quit|gave out|gave up|seized|packed up|went dead|conked out|stopped working|stopped responding|sticks}
{err|error} {#|code|99}
{half|most|some|all|two|one|three} of {them|=the|these|=my} *2 {dead|died|failed|stopped|quit|broke|doa|defective}
{not|isnt|wasnt|never} {built|made|meant} to last
{built|designed|made|programmed} to {fail|break|die}
planned obsolescence
{after|since} *2 {update|upgrade|firmware} *6 {dead|brick|stopped|worse|not work|freezes|garbage|unusable|caused|nothing works}
{until|worked until|fine until|before} *3 {firmware|software|update} {update|upgrade} *4 {killed|ruined|broke|died|stopped|now|bricked}?
{overheats|overheated|overheating|overheat} *2 {after|minutes|within|4k|8k|during|shuts|recording|warning|and}
{works|worked|work} {some|half|part|sometimes|only some} {times|of the time|the time}
{software|hardware|mechanical|electrical} {issues|issue|problems|problem|fault|faults|failures}
=technical {=issues|=problems|=difficulties}
{second|third|fourth|2nd|3rd|4th} {one|replacement|unit} *3 {same|died|dead|failed|too|broke|also}
{=acts|=acting|=acted|=playing|=plays} up
{self|randomly|spontaneously} {reboots|restarts|resets|reset|rebooting|turns off|shuts down|shuts off}
{completely|totally|suddenly|just} {dead|died|kaput|lifeless|went dark|going dark|goes dark}
{breaks|broke|breaking} down !door|=the|=a|in|walls
{worked|lasted} {for}? {about|only|maybe|just|all of|exactly|barely|less than}? # {mins|min|minutes|hours|hrs|days|weeks|wks|months|month|day|week|times}
{having|have|had} *1 {problem|problems|issue|issues} with *1 {device|unit|product|mine}
{struggles|struggle|struggled} to {work|operate|function|boot|start|stay on|turn on}
{works|work|worked} {on and off|off and on|in fits|when it feels like|if it feels like|when it wants|if it wants}
{temperamental|fickle|erratic|unpredictable|wonky|capricious|janky}
{frozen|stuck|froze|hangs|freezes} on *1 {boot|logo|startup|start up|splash|loading screen}
{fell|falling|falls|came|coming} apart *2 {after|within|in|days|weeks|months|week|month}
{second|third|two|three|another} *2 {in|within} *1 {year|months|month|weeks} *2 {died|dead|failed|broken|same}
{replaced|replacing} it {twice|three times|again|every|already}
{gives|gave|throws|shows|displays|flashes} *2 {error|errors|fault|e # error}
{constantly|often|regularly|randomly|sometimes|frequently} {crashes|hangs|freezes|fails|stops|glitches|dies|malfunctions}
{not even|barely|hardly} *1 {year|month|week|six months} {old|passed|later|and}
{need|needs|needed|wants|requires} *1 {reboot|restart|reset|power cycle|unplugging|rebooting|restarting}`,
  flat: `
{too early|too soon|only been|had it for|had it|owned it|its been|has been} *3 {say|tell|speak|judge|days|weeks|week|month} *3 how long
{too early|too soon} to {say|tell|judge|know|comment|speak} *3 {long|last|lasts|durability|hold|reliability|lifespan|reliable}?
{time will tell|we will see|well see|will see|see|remains to be seen|find out} *4 {how long|lasts|holds up|hold up|if it lasts|survives|reliable|durable}
cant {speak|say|comment} *3 {long|last|lasts|durability|longevity|reliability|lasting}`,
  veto: `
{network|signal|wifi|connection|internet|monitoring|wi fi} *4 {stable|stability|unstable|reliable}
{stable|reliable|unreliable|unstable} *1 {network|signal|wifi|connection|internet}
{hung|hang|hangs} {up|down|on the|out|it}
{shuts|shut|turn|turns|turned|switch} off the
{lens|camera|cam} stabilization
{hang|hangs|hanging|hung} {under|from|above|outside|over|in|at|near|by|beside|next}
{wall|ceiling|tree|door} {hang|hangs|hanging}
dead {corner|corners|angle|angles|center|centre|zone|zones|spot|spots|easy|simple|silent|quiet|on}
{hard|deep|heavy} {freeze|frost}
{freeze|freezing|frozen} {rain|fog|temps|winter|cold|weather|outside|lake|food|pipes}
{battery|batteries|cell} *1 {died|dead|dies|was dead|is dead|lasted|lasts|dying}`,
};

export const FEATURE_SET: FeatureLexicon = {
  id: 'feature_set',
  strong: `
{feature rich|full featured|fully featured|featureful|multifunctional|multi functional|full of features|feature packed|versatile|versatility|all in one}
{powerful} !light|night|zoom|lamp|signal|magnet|enough|battery|flash|suction|speaker|wifi
{bells and whistles|picture profiles|film simulations}`,
  weak: `
=function|=functions|=features|functionality
extras
presets`,
  plus: `
{lots|plenty|tons|ton|many|full|all|loaded|packed|great|good|awesome|amazing|love|excellent|nice|cool|useful|rich|fantastic|wonderful|impressive|love all|number} {of|with|the|its|these}? {=features|=functions|options|functionality|capabilities}
{does|has|had|got|everything|all} {everything|all} *2 {=i|=you|=we|one|need|needed|want|wanted|says|advertised|expected|should|supposed|promised|and more}
{does|has|everything} {everything|all|exactly what} {=i|=you|=we|it|they|that|and|one|=u} *2 {need|needed|want|wanted|expect|expected|could|more|ask}
{what should have|everything that should|everything you could|all you need|everything i need}
{=functions|functionality|=features} *3 {complete|practical|great|good|rich|many|powerful|excellent|useful|awesome|amazing|perfect|works|satisfied|praise|needed|full|perfectly|superb|abundant|comprehensive}
{powerful} {function|functions|features}
{very|is|quite|really|so|and|also} {practical|versatile|powerful}
{complete|comprehensive|practical|full|rich|powerful|diverse} {function|functions|features|functionality}
all *1 {features|functions|functionality} {work|works|are}
{functions|functionality|features|function|possibilities} *3 {many|complete|rich|full|everything|all needed|all work|enough|powerful|strong|practical|comprehensive|lots|whole set|plenty|all there}
{has|have|got} *1 {everything|all} *2 {need|needed|necessary|should|want|wanted|wish|one needs}
{everything|all} {works|work|functions} as {it|they|described|promised|advertised} {should|must}?
{many|rich|full|powerful|all|various|plenty of|lot of|lots of} *1 {functions|features|functionality|possibilities|modes}
{gps|g sensor|modes|filters|timer} *3 {work|works|useful|great|as they should|handy}
comes with {everything|all}
{everything|all} in the box
{does|do|did} {what|exactly what|just what|precisely what} {=i|=we|you} {need|needed|want|wanted|ask|asked|bought}
{can do|does|capable of} {a lot|so much|lots|anything|much more|plenty|way more|far more} !of|better|more than a|more expensive|for
{more|tons of|lots of|many|so many|plenty of|bunch of|endless|countless|loads of|heaps of|all sorts of|wealth of|host of|all kinds of|full of|great|useful|nice|handy} *1 {=modes|=extras|possibilities|=gadgets|goodies|presets|bells and whistles|creative tools|shooting modes|effects}
{nothing|not a thing} *1 {missing|lacking|to wish for|left to wish|left to desire|left out} !from|in
{more than|everything|all|anything} {=i|=we|you|one} *2 ever {need|use|want|ask for|wish for}
{useful|handy|nice|clever|thoughtful|neat|practical|smart} {extra|extras|additions|options|modes|tricks|little extras|feature|features|function|functions}
{swiss army|jack of all trades|does it all|allrounder|all rounder|do it all}
{intervalometer|slow motion|burst mode|bracketing|hdr mode|focus peaking|eye af|focus stacking|pixel shift|time lapse mode|self timer|live composite} *2 {works|great|useful|handy|fun|excellent|brilliant|superb|joy}
{functions|features|modes} *4 {others|elsewhere|rivals|competitors} *4 {extra|extras|lack|missing|only dream}
{love|like|loved|enjoy|appreciate|liked} *2 {features|functions|functionality|feature set|modes}
{look|design|quality|performance|build} and {=function|=features|=functions|functionality} *2 {great|good|excellent|satisfied|happy|amazing}?
{happy|satisfied|pleased|impressed} with *4 {features|function|functions|functionality}
does everything *6 {should|supposed|needs to|advertised|promised}
{can|could} do {a lot|lots|plenty|so much|anything}
{all there and|all work and} *1 useful
{more|many} *1 {=functions|=features|=modes} than {=i|=we|you}
{premium|advanced|professional|high end|flagship} {=features|=functions|functionality}
{video|great|many|excellent} *2 capabilities`,
  minus: `
{lacks|lacking|missing|lack of|limited|few|fewer|poor|not enough|needs more|need more|less|little other|no other} *1 {features|functions|functionality|capabilities}
{features|functions|functionality|options} *4 {missing|lacking|limited|less|disappointing|useless|basic|not available|locked|minimal|few|removed|gimmick|gimmicky}
{useless|basic|gimmicky|unnecessary|half baked} {feature|features|function|functions}
{not|doesnt|does not} *2 {as many|have many|enough} {features|functions|options}
{barebones|bare bones|half baked|gimmick|gimmicky}
{sucks|useless|not good|horrible|terrible|bad} as =a {doorbell|camera|webcam|monitor}
{functions|features|functionality|function|possibilities|modes} *4 {fewer|less than|missing|absent|promised|not all|half|does not have|not work|dont work|cut|removed|poor|few|not available|written|advertised but|declared}
{half|some|many|most} of *1 {functions|features|modes} *3 {not|dont|missing|useless|absent|do not}
{fewer|less|half the} {functions|features|modes}
{too few|very few|only basic|only few} {functions|features|modes|settings|options}
{missing|lacks|lacking|without} *1 {basic|essential|advanced|important|obvious|standard} {features|functions|options|feature|function|functionality|settings}
{do|does} {so little|very little|nothing else|not much else|next to nothing|the bare minimum|less}
{options|functions|features|modes} *2 {meagre|meager|thin|sparse|scarce|laughable|disabled|switched off|locked out|greyed out|grayed out|crippled|stripped|scant|not there|taken away}
{dont|do not} expect *5 {features|functions|bells|extras|modes}
{removed|took away|crippled|stripped|disabled} *3 {feature|features|function|functions|functionality}
{one trick pony|half finished|half finished product}
{several|some|many|most|half} *2 {functions|features|modes} *5 {not there|do not exist|dont exist|do not work|dont work|not work|switched off|missing|not available}
{features|functions|modes} *2 {=i|you|nobody|no one} *2 {never use|not need|dont need|do not need|will never}`,
  flat: `
{usual|standard|same} {functions|features|modes}
{list|bunch|couple} of {functions|modes|features|extras}
{have not|havent|never|yet to} *2 {tried|used|opened|tested|explored|touched} *3 {=functions|=features|modes|extras}
{function|feature|mode|modes|extras|functions|features} {that|which|in there}? {=i|=we|ive} *1 {not tried|havent tried|never used|dont use|have not tried|never opened|not used}`,
  veto: `
{of|favorite|is|are} *2 {favorite|nice|great|cool|best} features? {=is|of}`,
};

export const VALUE: FeatureLexicon = {
  id: 'value',
  strong: `
{value for money|good value|great value|value for the money|value}
{price|prices|priced|pricing|pricey|pricy|overpriced|price point|price tag}
{cost|costs|costly} !effective|=of|=monthly
{expensive|inexpensive|cheap|cheaper|cheapest|affordable|afordable} !plastic|made|material
{cost effective|cost performance|cost-effective|costeffective|bang for the buck|bang for your buck|bang for buck}
{worth|worthwhile|worthy} !of|recommendation
{bargain|deal|ripoff|rip off|steal|discount|sale price|on sale|good buy|great buy|best buy for}
{money well spent|well spent}
{investment|invested|investing|invest}
{reasonable|reasonably|fair|fairly} {price|priced|cost}
{price to quality|price quality|price performance|quality price|price/quality|price/performance|quality to price|value proposition}
{budget|economical}
overpay|overpaid|overpaying
{for what it is|for what you get|for what you pay|considering the price|price range|price class|price bracket|price category|price segment|in its class}
{money worth|moneys worth}`,
  weak: `
=deal
=cost
=price`,
  plus: `
{well|very|really|definitely|totally|so|absolutely|is|its|worth|was|quite|highly|certainly} worth {it|the|every|money|buying|having|penny|price|cent|purchase|cost|peace|piece|getting}
worth {every|the money|it|buying|having|the price|the purchase|the cost|the investment|purchasing|getting|the extra|owning|the peace|the piece|more}
{great|good|best|excellent|amazing|nice|awesome|fair|reasonable|low|affordable|unbeatable|fantastic|decent|attractive|right|incredible|cheap|super|wonderful|favorable|competitive} *1 {price|prices|value|deal|buy|bargain|cost|investment|priced|pricing|bang}
{price|cost} *4 {affordable|great|good|reasonable|right|fair|low|unbeatable|excellent|cheap|perfect|cannot be beat|cant be beat|nice|amazing|moderate|inexpensive|friendly|satisfied|attractive|not high|not expensive|beautiful|favorable|did not hurt}
{best|well spent|money well} {money|spent|purchase for the money}
{best|great|good} {money spent|bang for|for the money|for the price|value}
{bargain|inexpensive|affordable|cost effective|cost-effective|cost performance is high|value for money}
{half|fraction} the {price|cost}
{save|saved|saves} *2 money {by|on|in|and}
{cheap|cheaper} {price|and good|but good|than others|and|but}
{paid for itself|pays for itself|pay for itself|paid for the}
{cant|cannot} beat *1 {price|deal|value}
{happy|glad} *3 {investment|made the investment}
{got|bought|purchased|picked up} *6 {on sale|prime day|discount|black friday|half price|$ off|# off}
good {quality|product|camera} at this price
this price *4 {not|worth|good|great|pick up leak}
cheap|cheaper|low than *3 {store|shop|others|market|other|elsewhere|physical}
{you|u|one} {cant|cannot|could not|couldnt} go wrong *4 {price|money|$|dollars|bucks}?
for *3 {bucks|dollars|$|price|money} *2 {cant|cannot} go wrong
{price|cost} *2 {beautiful|pleasing|benefit|benefits|benefic|cheap|low|ok|okay|acceptable|small|did not bite}
{worth|justifies|deserves|deserve} {its|the|this} {price|money}
{for|at} {the|this|that|such =a} {price|money} *3 {great|good|excellent|nothing better|best|unbeatable|amazing|very good|happy|fine|you cant|cant complain|ok|perfect|worth}
for {such|this|that|so little} =a? {money|price} *3 {gift|great|good|excellent|fire|super|wonderful|nothing to complain|no complaints|perfect|best}
{real|true} {gift|bargain|steal}
worth {its|every}
{cheap|cheaper} {as chips|as dirt|and cheerful|as it gets}
dirt cheap
{bought|got|grabbed|picked|snagged|scored|ordered|purchased|took|found|had} *4 {half price|for half|at a discount|on promotion|at promotion|on promo|on clearance|on offer|for a song|for peanuts|for pennies|for next to nothing|for cheap|second hand|at half|on special|at a great price|with discount|with a discount|for a steal}
{mate|friend|friends|others|neighbor|neighbour|brother|elsewhere|other brands|competitors|big names|colleague|cousin} *5 {double|twice|triple|three times|four times|ten times|twice as much} *3 {for|as much|the price|that|his|same|theirs}?
{pays|paid|pay} for {itself|# of|ten of|the whole|many of}
{money|price} *3 {bought|ordered} *1 {two|three|another|a second|four}
{cant|cannot|not going to|wont|no reason to|hard to|could not|shouldnt} *2 {complain|moan|argue|grumble|fault} *3 {for|at|about} *3 {price|money|# dollars|# bucks|# quid|# euros|$ #}
for *1 {# dollars|# bucks|# quid|# pounds|# euros|$ #} *3 {not going to|cant|cannot|wont|no} *2 {complain|moan|grumble|fault|argue|go wrong|complaints}
{for|at} *1 {# dollars|# bucks|# quid|# pounds|# euros|$ #} *3 {great|excellent|steal|bargain|fantastic|superb|amazing|unbeatable|brilliant|no brainer|perfect|wonderful|gift}
best *2 {$ #|# dollars|# bucks|# quid|# pounds|money} *1 {spent|ive spent|ive ever|i ever|ever}
{would|id|i'd|happily|gladly} *2 {spend it again|pay more|pay double|pay twice|have paid more|pay full price|pay it again}
{steal|bargain|snip|giveaway} {at|for} *2 {price|money|#|$|dollars}
{outperforms|better than|beats|as good as|equals|rivals|on par with|keeps up with} *5 {twice the price|double the price|costing twice|costing more|costing more|times the price|more expensive|pricier|expensive ones|dearer|costing *1 times|three times the|ten times the}
{easy|kind|gentle|light} on *1 {wallet|pocket|budget|purse}
{budget|wallet|pocket} {friendly|price|choice|option}
{cheapest|least expensive|second cheapest} *4 {but|and|yet|still|best|happy|better|not see}
{dearer|pricier|more expensive} {ones|models|brands|cameras} *3 {no better|not better|could add|cannot|do not|dont|worse|offer}
{quality|much|lot|plenty|so much} {for|of} *2 {=the|=little|such} {price|money}
money {well spent|not wasted|was not wasted|justified}
every {cent|penny|ruble|rouble|euro|dollar|rupee|kopeck|yuan} *1 {worth|spent|well}?
{saves|saved|saving} {me|us|you} *3 {money|hundreds|fortune|thousands|$|dollars}
{price|money} *2 {corresponds|justified|matches|adequate|sensible|sane|humane|democratic|ridiculous low|honest}
normal {camera|thing|product|device} for *1 money
{best|good|great|excellent|nice|solid|decent} *2 for {=the|this|that|its|own} {money|price|price range|price point}
{punches|punch|punching} *2 above
{best|great|good|excellent|superb} *1 {budget|entry level|cheap|affordable|low cost} {camera|option|choice|cam|pick|model|webcam|monitor|doorbell}
{costs|cost|costing} {less than|nothing|next to nothing|pennies|peanuts|half|a third|a quarter|a fraction}
{under|less than} *1 {# dollars|# bucks|# quid|# pounds|# euros|$ #}
{got|get|getting|had|worth} *2 {money worth|moneys worth}
{lot|plenty} of {camera|tech|bang|kit|product} for
{hard|difficult|impossible} to beat *4 {price|money|$|for}
{unbeatable|insane|crazy|killer} {price|value|deal|for}
{no regrets|not regret|dont regret} *3 {money|price|spent|spending|cent|penny}
{price of|cost of} *2 {pizza|coffee|dinner|lunch|takeaway|beer|beers}`,
  minus: `
{waste|wasted|wasting|wastes} *3 {money|dollars|$|cash}
{waste|wasted} of *3 money
{waste} {your|of|my} *2 {time and money|money|time or money}
{not|isnt|wasnt|hardly|never|arent|is not|nowhere near|dont think its|more hassle than its} *2 {worth} {it|the|money|your|my|=a|price|that|every|buying|its|paying|it's}?
{over priced|overpriced|too expensive|rip off|ripoff|pricey|pricy|expensive junk|overrated price|highway robbery|scam|way too much money}
{very|so|quite|pretty|really|bit|little|too|rather|more|an|is|its|are|most|this|such an|extremely|crazy|that} {expensive|pricey|pricy|costly|overpriced}
{expensive|overpriced} {piece|junk|toy|device|product|doorbell|paperweight|doorstop|for|compared|item|camera|crap}
{lot|alot|lots|too much|ton|so much|that much} of? money {for|to|on}?
{for|at} {the|this|that|such|$ #|#} {price|money|cost|much|$} *3 {should|expect|expected|disappointed|disappointing|better|not|needs|would|terrible|poor|you|id|doesnt|isnt}
{save|keep} {your|=ur|the} money
{for|spent|paid|cost|spend|pay|costs|invested} *3 $ # *8 {not|doesnt|didnt|junk|should|doorbell|only|expect|useless|lasted|paperweight|nothing|crap|disappointed|break|broke|died|failed}
=a $? # $? {dollar|bucks}? {doorbell|camera|paperweight|paper weight} *3 {not|doesnt|didnt|should|lasted|that|with|shouldnt|only|no}
{out|lost|down} $ #
{should|could} {be|have been} *2 {cheaper|free|less expensive|lower}
{price|cost} *4 {high|steep|expensive|too much|ridiculous|outrageous|insane|increase|went up|crazy|much|not worth|inflated}
{too|high|steep|ridiculous|hefty|outrageous|expensive|crazy|insane|higher} *1 {price|cost|priced|price tag|much money|costly}
{should|would|expect|expected} *4 for {this|the|that|=a} {price|money|kind of money|amount|much}
{money down the drain|throwing money|cheap out|lost money|poor value|bad value|bad investment|poor investment|terrible value|money pit}
not worth *3 {price|cost|money|half}
{half|twice|double} the price
{save your|keep your} {cash|dollars}
{money|cash} {thrown|wasted|gone|lost}
{not|isnt} {cheap|a bargain}
for *2 {price|money} {=i|we} {expected|expect}
{thrown|threw|throw|throwing|flushed|burned|burnt|lit|set fire|pissed} *3 {money|cash|dollars|quid|bucks|pounds|euros|$}
{# dollars|# bucks|# quid|# pounds|# euros|money|cash|$ #} *4 {down the drain|down the toilet|up in smoke|in the bin|in the trash|thrown away|on the wind|to the wind|ever set fire|set fire|out the window|i want back|to the cat|into the fire}
out {# dollars|# bucks|# quid|# pounds|# euros|$ #|the money|of the money|my money}
{paid|pay|paying|charge|charges|charged|ask|asking} *1 {too much|way too much|through the nose|over the odds|premium|extra for the name|for the name|for the logo|for the badge|twice over|silly money}
{break|breaking|broke} the bank
{cost|costs|costing|spending|paying} *1 {a fortune|an arm|the earth|a bomb|way too much|more than it is worth|silly money}
{money|price} *4 {ashamed|shame|laughable|insult|insulting|unforgivable|unacceptable|criminal|mockery|disgrace|garbage|=joke}
{#|few|two|three|next} {weeks|days|week|month|months} later *4 {cheaper|on sale|half price|dropped|discounted|less}
price *2 {dropped|fell|drops} *4 {after|day|days|week|weeks|later|month}
{spend|spending} *2 {more|extra} and {get|buy|go}
{same|better} *2 {quality|thing|camera|performance|one|ones|results} for *2 {less|half|cheaper|fraction|half the price|way less|much less}
{cheaper|less expensive|lower priced} {alternative|alternatives|options|option|models|brands} *4 {better|same|do|work|just as|exist|available|out there}
{think|thought|expect|assume|believe} *3 =a {$ #|# dollar} *2 {doorbell|camera|product|device|webcam|monitor}
{charge|charging|charges} *2 premium
{steep|eye watering|extortionate|astronomical|exorbitant|hefty|outrageous|absurd|inflated|silly} *1 {price|cost|sum|price tag|money}
{extortionate|exorbitant|daylight robbery|eye watering|overinflated|money grabbing}
spent {$ #|# dollars} *3 to *3 {spend|spent|another|junk|nothing}
given the {price|cost}
{feel|felt|feeling|been|got|was|were|totally} *1 {ripped off|cheated|robbed|scammed|conned|swindled|fleeced|had over}
{gouging|gouged|price gouging}
{could|should|ought to} cost {less|half|a third}
{costs|cost|costing} {more than|as much as|nearly as much|too much|twice|double}
{premium|high|higher|top} {price|price tag|dollar} {for|and|but|with}?
{wish|if only} *3 {cheaper|less expensive|affordable}
{buy|purchase} =a? whole new *3 {for|because|just}
{better|cheaper} off {buying|with|getting} *2 {cheaper|cheap|other|another|different|one}
{not|never|isnt|wasnt} {justify|justified|justifies} *3 {price|cost|expense|money|outlay}
{blew|squandered|burned} *1 {# dollars|# bucks|# quid|# euros|$ #|hard earned|savings}
{regret|regretted} *2 {spending|buying|the money|paying|purchase|every cent}
{cost|price|paid} *3 {for a toy|for junk|for plastic|for this junk|for a brick|for garbage}`,
  flat: `
{on sale}
{cost|costs|paid|price} *2 $ #
{paid|cost|costs|spent} {about|around|only|just|over|nearly|almost|roughly}? # {dollars|dollar|bucks|quid|pounds|euros|euro|rubles|roubles|yuan|rupees|usd|eur|gbp}
paid {about|around|over|nearly|almost|roughly}? # {for it|for mine|for this|for them}
{on offer|discounted|on promotion} when
price *1 {goes up|varies|fluctuates|changes|keeps changing}`,
  veto: `
best buy
{price|value|cost} of {the|a} {subscription|plan}
best buy
{feels|feel|looks|look|seems|sounds|felt} *1 {cheap|cheaply}
cheap {plastic|materials|material|looking|feel|feeling|made}
{pricey|expensive|cheap|affordable|overpriced} *1 {cloud|plan|subscription|membership|fee}
not cheap {plastic|looking|feeling|feel}
deal {of|breaker}
{heres|here is|here s} the deal
deal {breaker|breakers|with}
{pay|paying|cost|costs|price} *3 {plan|subscription|membership|month}
{budget|cheap} {airline|hotel|phone}
{energy|power|battery} {budget|economical|saving}`,
};

export const DELIVERY: FeatureLexicon = {
  id: 'delivery',
  strong: `
{=shipping|shipment}
{fast|quick|prompt|timely|slow|late|speedy|free|good|great|excellent|super|rapid|on time|next day|same day|early|day} *1 {delivery|shipping|shipment|arrival|logistics|ship|dispatch}
delivery {was|is|took|time|very|speed|service|fast|quick|on|of the|came|arrived|super|late|slow|and|in}
{=packaging|=packaged|=packing|logistics|unboxing}
{well|nicely|poorly|badly} =packed
{box|package} {was|arrived|came|is} *2 {damaged|open|opened|crushed|dented|torn|sealed|missing|empty}
{ordered|received|arrived|came} *3 {used|wrong|open|opened|damaged|broken|missing|late|early|quickly|fast|on time|before time|in time|promptly}
{tracking number|=customs}
received *4 {next day|two days|in 2 days|quickly|fast|on time}
{came|arrived} {on time|quickly|fast|in time|early|next day|in perfect|well packed|in good|ahead|before|very|exactly|as expected|promptly|in # days|in a}
{express} {delivery|shipping|order|parcel|courier|brother|post}
{parcel|packet} {=was|=is|=came|=arrived}
{bubble wrap|bubblewrap|padded envelope|outer box}`,
  weak: `
=delivery
=parcel`,
  plus: `
{arrived|came|delivered|received|shipped|delivery|shipping|arrive} *4 {fast|quickly|quick|early|on time|promptly|before time|ahead|in time|next day|perfect|perfectly|safely|same day|timely|ahead of schedule|intact|well|good condition|perfect condition|two days|one day|in # days}
{fast|quick|prompt|timely|speedy|quickly|super fast|rapid} *1 {delivery|shipping|arrived|shipment|delivered|arrival|logistics|received|shipped|came|dispatch}
{well|nicely|beautifully|carefully|securely|perfectly|great|nice|good|excellent|beautiful|tightly} {packaged|packed|packaging|packing|wrapped}
{packaging|packing|package} {was|is|were} *2 {nice|good|great|beautiful|intact|excellent|perfect|very|secure|superb|careful}
arrived *2 in *2 days
{came|arrived|delivered|reached|received|got|brought} *4 {fast|quickly|ahead of time|before the time|before time|earlier|next day|same day|in two days|in three days|# days|intact|whole|whole and safe|safe|in perfect condition|perfect state|well packed|well wrapped|on time|promised|without damage|undamaged|in one piece}
{logistics|delivery|shipping|express|courier|parcel|packing|packaging|package|box|sending} *3 {fast|quick|quickly|good|tight|great|timely|excellent|perfect|speed|careful|carefully|strong|thick|intact|beautiful|on time|polite|early|super|very fast}
{packed|packaged|wrapped|packing} *3 {well|good|carefully|tight|tightly|strong|bubble|securely|conscience|perfect|excellent|beautifully|double}
{not|no|without} {damaged|damage|dents|dent|scratch} {in|on|during|from}? {transport|delivery|way|shipping|arrival|box}?
{box|parcel|package|packet|order|goods|courier} *2 {at|on|in} =my {door|doorstep|porch|step|hands|mailbox} *1 {in|within|after|next|by|two|same}
{here|there|arrived|came|delivered|had it} {on|by|the} {monday|tuesday|wednesday|thursday|friday|saturday|sunday|next day|next morning|following day|very next day}
{came|arrived|arrives|delivered|comes|shipped|received} *2 {sooner|earlier|faster|quicker} {than}?
{nothing|without|no|not} *1 {bumped|crushed|dented|crumpled|dents|dent|breakage|wrinkled|squashed}
{dents|dent|bumps} {absent|none|no|not found}
{wrapped|packed|packaged|boxed} *2 {with|in|like} *3 {care|foam|bubble|love|layers|film|padding|gift|pimple|pimples|conscience}
{box|package|parcel} {with|in|wrapped in} *2 {foam|bubble|padding|pimples|pimple|bubbles}
{came|arrived|received|delivered|got|reached} *1 {in|within|after} {just|only|about|under|less than}? {two days|# days|couple of days|few days|=a day|one day|# hours|day|eight days|ten days|=a week}
{courier|postman|mail} *3 {polite|careful|called ahead|called in advance|on time|brought to|punctual}
{ships|shipped|dispatched} *1 {fast|quick|quickly|same day|next day|promptly|immediately|right away|at once|the same evening}
delivery *2 {as it should|as promised|surprised|without problems|no problem|to the door|free|perfect|lightning|record|a day early|a week early}
{delivered|brought|handed} *2 {to the door|to my door|by hand|in one piece|in perfect}
{factory sealed|still sealed|came sealed|was sealed|sealed box}
{reached|landed|turned up|showed up|made it} *3 {in time|early|on time|next day|intact|on my doorstep|safely}
{gift|nice|beautiful|lovely|sturdy|premium|elegant} {box|packaging|presentation}
{came|arrived|come|delivered} *1 {days|weeks|week|day} {early|ahead|before|sooner}
{beat|before|ahead of} *2 {delivery date|estimated date|promised date|estimate}
{opened|unpacked} the {box|package|parcel} *3 {everything|all} *3 {place|there|intact|complete|present}
{everything|all} *3 {intact|undamaged|in one piece|unharmed|whole} *1 {arrived|came}?
{delivery|shipping|parcel|order|seller} *4 {did not keep me waiting|no waiting|quicker than|faster than|earlier than|sooner than|ahead of schedule|on the dot}`,
  minus: `
{arrived|came|received|shipped|delivered|got|box|package|packaging|delivery|shipping|packing} *5 {late|broken|damaged|open|opened|missing|used|slow|crushed|dented|wrong|scratched|empty|weeks|delayed|torn|never|dirty|refurbished|dusty|returned goods|poor|terrible|bad|horrible}
{missing} *3 {parts|screws|part|pieces|piece|accessories|power kit|cable|hardware|manual|item|screw|components|charger|battery}
{wrong} {item|product|color|model|one|camera|version}
{late|slow|delayed|terrible|poor|bad|horrible|awful|damaged} {delivery|shipping|packaging|shipment|package|arrival}
{never|not|havent|hasnt|didnt} *2 {arrived|received|delivered|shipped|arrive} !any|=a|call|response|reply|notification|alert|email|refund|it to
{waited|waiting|took|wait} *3 {weeks|month|months|days} *4 {arrive|delivery|shipping|receive|come|delivered|ship|package|parcel}
parcel *3 {crushed|torn|lost|open|dented}
{=came|arrived|=parcel|=box|=packing|=packaging|=delivery|=shipping|=courier|logistics} *4 {late|crushed|dented|torn|broken|wet|damaged|=opened|=open|lost|slow|slowly|missing|wrong|scratched|delayed|=used|dirty|no bubble|bad|terrible}
{waited|waiting|travelled|was coming|was going} *2 {weeks|month|months|# days|forty days|thirty days|two months|half a month} for {it|=the|=this|delivery|parcel|=my|=a}
{in the box|in box|kit} *4 {not found|missing|was missing|was not|no charger|no adapter|no screws|without|lacked|not there|nothing}
{stand|charger|adapter|cable|screws|bracket|remote|part|parts|manual|cap|strap} {was|were|is} missing
{someone|somebody} used it before
{sent|got|received} =the? {wrong|other|different} {color|colour|model|one|camera|plug|item|version|product}
{=parcel|=package|=delivery|=shipping|=order} *1 {went|took|traveled|travelled|came|was coming|was going} *3 {days|weeks|month|months}
{left|dumped|thrown|chucked|tossed} {it|the box|parcel}? {in the rain|over the fence|in the snow|at the wrong|in the wet|in a puddle}
{tracking|shipment status|order status} *3 {stood still|stuck|never updated|no update|did not move|not updated|frozen|lost|not moved|wrong|useless|nonsense}
{stuck|sat|lay|hung|held} *3 {in|at} *1 {customs|transit|transfer|warehouse|depot|sorting|post office}
{parcel|package|order|shipment} *2 {never came|never arrived|got lost|went missing|did not arrive|went astray|to the wrong|opened before|never showed}
{sent|delivered|shipped|went} *1 to *1 {wrong} {address|house|county|city|state|country|door|town|person|neighbor|neighbour|place}
{hardly any|no|little|without|barely any|zero|thin|not enough} {padding|bubble wrap|foam|filler|bubble|packing material|outer box|pimples|cushioning|bubbles}
{rattled|rattling|rolling|bouncing|flying} *3 {in|inside} *1 {box|package|parcel}
{came|arrived|delivered} *3 {after|too late for} *2 {birthday|christmas|wedding|holiday|trip|event|vacation|party}
{came|arrived} the {=monday|=tuesday|=wednesday|=thursday|=friday|=week|=day|=month} after
{# weeks|# days|weeks|days|week|month} late !=in|night|at
{box|packaging|package|seal|carton} *2 {ripped|squashed|smashed|battered|beaten|bashed|soggy|soaked|crumpled|wrinkled|resealed|mangled|destroyed|squashed|tatters|flattened|been opened|already opened}
{seal|seals|security tape} *1 {broken|cut|missing|open|torn}
{missing|lacked|forgot|absent|not included} *2 {from the box|in the box|from the package|in package|in the kit|from the kit|from the set|in the set}
{unit|box|kit|package|set} *1 missing *2 {screw|screws|part|parts|bracket|cable|manual|mount|charger|adapter|adaptor|piece}
{still waiting for|where is} *1 {parcel|package|order|delivery}
took *1 {# weeks|# months|weeks|three weeks|two weeks|over a month|more than a month|a month|forty days|ages|# days} *2 {mind|to get here|to arrive|to come|to ship|in the post|to deliver|to reach|in transit|from china|to be delivered|to get to me}
{delivered|delivery|shipping|courier|post|postman} *3 {lost|disgusting|nightmare|joke|shambles|farce|pathetic|atrocious|disaster|smashed|threw|kicked|rude}
{order|shipment} *2 {cancelled|canceled|delayed|postponed|incomplete}
{came|arrived|received|delivered} {=half|only half|just one|incomplete|without the|minus the|one short}
{obviously|clearly|already} *1 {been used|been opened|a return|a refurb|second hand|secondhand|used before|repackaged}
{came|arrived|come|delivered} *2 {days|weeks|week|month|months} {late|later than|after promised|overdue}
{missed|past|after} *2 {delivery date|promised date|estimated date|delivery window}
{box|package|carton} *2 {looked|looks} *2 {opened|used|beaten|kicked|dropped|run over|through a war}
{delivery|shipping|parcel|order} *4 {crawled|snail|forever|eternity|an age|ages|late again|not as promised|kept changing|postponed|went wrong|rescheduled}
{scratches|scratch|scuffs|fingerprints|dust|smudges} *3 {on arrival|out of the box|straight from the box|when i opened|when it arrived|new camera|brand new|supposedly new}`,
  flat: `
{delivered|arrived|came|received|shipped} {on|by} {=a|=the}? {monday|tuesday|wednesday|thursday|friday|saturday|sunday|post|mail|courier|dhl|fedex}
{=come|=came|arrived} in {#|two|three|four|five} {days|weeks}`,
  veto: `
delivery {person|man|driver|guy|truck|people|folks|folk|company|companies|men|guys|drivers|persons|room|woman}
{see|when|package|packages|mail|food|bad|know|hear|for|missed|voltage|awaiting} *2 {delivery|deliveries|delivered|arrived|arrives|arrive}
{package|packages|mail|someone|people|guest|guests|police|visitors} *3 {arrived|arrives|arrive|delivered|delivery}
{delivers|deliver|delivered|delivering} on
{delivers|deliver|delivered|delivering} on *3 {promise|promises|promised}
{delivers|deliver|delivering} {what|as promised|great|good|excellent|exactly|results|video|picture|sound}
{image|picture|notification|alert|alerts|sound|message|signal|push|email|video|notifications|clip|sms} *2 {arrives|arrive|arrived|comes} *3 {late|delay|delayed|slow|instantly|quickly|fast|time|early|minutes|seconds}?
{pizza|food|mail|amazon|ups|fedex|grocery|packages|parcels|package|deliveries} {delivery|deliveries|delivered|arrives|left}
{came|come|comes} {very|in a|before|early} {close|night|black|white|dark}
{received|got} *1 {used to|a message|an alert|a call|calls|notification|notifications|alerts}
missing {piece|part} of`,
};

export const CUSTOMER_SERVICE: FeatureLexicon = {
  id: 'customer_service',
  strong: `
{customer|costumer|client|tech|technical|telephone|phone|ring|online|seller|store|shop|after sales|after sale|local|product|company|amazon|chat|live|their|the|custumer} {service|support|care|services|rep|reps|representative|representatives|help|assistance|team} !plan
{help desk|helpdesk|help line|helpline|hotline|call center|call centre|support team|support line|tech guy|service rep|service reps|service team|support person|support rep}
{tech|technical} {support|help|team|rep|person|assistance|guy|people|service|staff|specialist}
{technician|technicians|representative|representatives|reps|agent|agents}
{return|returned|returning|returns|refund|refunded|refunds|refunding|exchange|exchanged|sent back|send back|sending back|sending it back|send it back|sent it back|sent them back|send this back|took it back} !home|from|address|of
{warranty|warrantee|warrenty|guarantee|guaranty|waranty}
{replacement|replacements} !transformer|battery|part|parts|for|button|cover
{seller|vendor|retailer|merchant|the store|his store|this store|shop says}
{contacted|contact|=called|=call|=calls|=emailed|=phoned|chatted|spoke|speak|talked|talking|chat|wrote|writing|on the phone|on phone} *2 {=ring|support|service|amazon|company|customer|tech|seller|manufacturer|arlo|nest|canon|nikon|sony|logitech|wyze|eufy|blink|assistance|with ring|reolink|panasonic}
{support} {is|was|has|team|were|are|said|told|and|says|line|staff|person|page|site|who|group|center|sent|who|to|rep|helped|did|couldnt|could|,}
support
service {is|was|center|department|has|very|and|people|person|answered|department}
{they|=ring|amazon|company|seller|manufacturer|support} *1 {replaced|replace|sent|sending|send|shipped|refunded|offered|offer} *3 {new|replacement|one|another|unit|discount|refund|cable}
{they|=ring|amazon|company|seller|support} *1 {replaced|refunded} {it|me|us|my|the}
{their|sellers|companys|supports|manufacturers|makers} {answer|reply|response|solution|advice|suggestion}
{chatbot|chat bot|helpdesk|service center|service centre|repair center|repair centre|aftersales}
{rma|warranty claim|support ticket|service ticket|ticket number|case number|supervisor|supervisors}
{help|support} {page|pages|site|article|articles|forum}`,
  weak: `
service`,
  plus: `
{great|excellent|good|amazing|awesome|fantastic|best|outstanding|wonderful|superb|phenomenal|stellar|perfect|top notch|terrific|helpful|friendly|responsive|exceptional|fabulous|incredible|nice|prompt|courteous|patient} *2 {customer service|service|support|customer support|seller|tech support|rep|reps|representative|customer care|help desk|technician|technicians|store|assistance}
{service|support|seller|rep|reps|staff|technician|tech|representative|representatives|they|team|agent} *4 {great|excellent|good|amazing|awesome|fantastic|outstanding|wonderful|superb|phenomenal|stellar|helpful|friendly|responsive|polite|courteous|patient|enthusiastic|professional|knowledgeable|quick|quickly|fast|kind|nice|second to none|very helpful|best|attentive|prompt|promptly|politely}
{sent|send|sending|shipped|replaced|replace|gave|mailed} *2 {=me|=us|=out|=it}? {=a|another} {new one|replacement|brand new|new} *4 {immediately|right away|free|quickly|no questions|promptly|no charge|fast|next day|no cost|without|overnight|days}
{replaced|replace|replacement|replacing|refund|refunded|exchange|return|returned} *4 {immediately|right away|no questions|quickly|promptly|no charge|hassle free|no problem|easy|free of charge|no issues|without question|without any|free|smooth|fast|instantly|hassle}
no questions asked
{answered|answer|answers} *3 questions
{answered|replied|responded} {=at|fast|quickly|immediately|within|promptly|right away|same day}
{resolved|solved|fixed|resolve} *3 {quickly|immediately|within|right away|promptly|in minutes}
{walked|guided|talked|stepped|helped} {me|us|him|her} {through|with|out|fix|resolve|solve|set|get|troubleshoot}
{went|go|goes|going} {above and beyond|out of their way|the extra mile}
{stands|stand|stood|standing} {behind|by} {their|its|his|the}
{recommend|advise} *2 {seller|store|shop}
{wouldnt|would not|didnt|did not|never} give up
bent over backwards
{able to} {help|diagnose|resolve|fix|solve|walk|assist}
{seller|shop|store|support|service|operator|manager|consultant|girl|boy|attention|shopkeeper|boss|merchant|after sale|after sales|customer} *4 {polite|patient|patiently|attitude good|attitude is good|attitude very good|kind|fast|answered|answers|replied|helpful|quick|quickly|good|excellent|warm|enthusiastic|responsible|helped|good attitude|great|attentive|explained|solved|always online|immediately|nice|friendly|honest|at night|sent new|recommend|thank}
attitude {good|very good|is good|is very good|is great|excellent}
{thanks|thank you|thank} *3 {seller|shop|store|support|manager}
{money|refund} *2 {returned|back|came back|received|given back} *3 {without|quickly|same day|immediately|no problem|no questions|in full}
{sent|gave|send|put} *3 {gift|present|bonus|spare|new one|another one} *2 {free|for free|immediately|at once|without|no charge|thank}?
{exchanged|replaced|changed} *3 {without|quickly|immediately|at once|free|next day|same day|no questions}
{answered|replied|responded|wrote back} *3 {within|in minutes|quickly|fast|at once|immediately|same day|politely|an hour|at night|minutes}
{they|seller|company|manufacturer|shop|supplier|maker} *2 {posted|mailed|shipped|sent|send|couriered|overnighted|dispatched} *2 {another|new|replacement|spare|missing|fresh|second} *3 {free|same week|next day|same day|at once|immediately|without|no charge|for nothing|within|right away|no questions|no fuss|straight away|overnight}
{wouldnt|would not|didnt|did not} {take|charge|ask for|want} *2 {penny|cent|dime|anything for it|money for it|a thing}
{full|instant|immediate|prompt|quick|swift|speedy} {refund|replacement|exchange|reimbursement}
{refunded|refund|replaced|replacement|swapped|exchange} *3 {no quibble|no fuss|no hassle|without fuss|without argument|no argument|no drama|straight away|same week|painless|on the spot|no arguments}
{lady|guy|man|woman|person|gentleman|fella|girl|chap|operator|someone|rep} {on|at} *1 {phone|line|chat|end|support|helpline|store|hotline} *3 {patient|kind|helpful|nice|polite|friendly|great|lovely|knew|walked|sorted|explained|amazing|wonderful|fantastic|awesome}
{made|make|making|put|set} {it|things|this|everything} right !next|on|at|side|angle
sorted {it|me|everything|the problem|the issue} out
{real|actual|living} {human|person|people} *2 {on|answered|replied|picked up|within|to talk|who|answers}
{five star|5 star|white glove|first rate|old school} {service|support}
{answered|replied|responded|wrote back|got back to me|reached out|called back|rang back|called me back} *4 {within|hour|hours|minutes|next morning|same day|next day|overnight|in a day|on a sunday|promptly|quickly}
{honored|honoured|honor|honour|honors} *2 {warranty|guarantee|price|policy|return}
offered *2 {full refund|free replacement|to replace it free|brand new}
{took|takes|taking} *1 care of {me|us|their customers|customers|the problem|the issue|everything right}
service {with a smile|second to none|spot on|on point|top notch|exemplary|impeccable|prompt}
{tried|try|eager|willing|happy|keen} to help
{cared|cares|care} about {their|its|the} {customers|customer|buyers}
{went|goes|go|going} {beyond|an extra mile|extra mile|the distance}
{return|refund|exchange|warranty|replacement} {process|claim|was|policy} *2 {easy|smooth|simple|painless|quick|hassle free|fast|generous|great|no problem|trouble free}
{sent|shipped} {me|us} *2 {free|for free|free of charge|at no cost|no charge}
{sent|shipped} {me|us} *4 {for free|free of charge|at no cost|no charge|at no charge}
{helped|assisted|supported|guided} me *4 {phone|chat|remotely|step by step|install|setup|through}
{no hassle|easy|free|hassle free|painless|simple|smooth} {return|returns|refund|exchange|replacement}
{seller|shop|store|company|they} *2 {reached out|followed up|checked in|went out of their way|kept me informed|kept me updated|kept me posted}
{above|over} and beyond to
{seller|shop|store|support|they} *3 {answered all|answers all|answered every|explained everything|explained how|helped with|helped me|always in touch|on the line|replied to}
{warm|heartfelt|patient|attentive|considerate|thoughtful} service
{service|attitude} *1 {in place|five stars|warm|enthusiastic|thoughtful|considerate|attentive|responsible}`,
  minus: `
{terrible|horrible|awful|bad|poor|worst|lousy|useless|pathetic|no|zero|non existent|nonexistent|rude|incompetent|unhelpful|ridiculous|worthless|crappy|atrocious|lack of|mediocre|disappointed in|abysmal|sucky} *2 {customer service|service|support|customer support|seller|tech support|rep|reps|representative|customer care|help|assistance|technical support|warranty}
{service|support|seller|rep|reps|staff|representative|they|tech|help|warranty|team|technician|shop|store} *5 {terrible|horrible|awful|bad|poor|worst|lousy|useless|pathetic|nonexistent|rude|incompetent|unhelpful|worthless|joke|clueless|sucks|sucked|no help|not helpful|never|ignored|refused|refuses|mediocre|slow|wouldnt|wont|could not help|couldnt help|couldnt fix|cant help|no clue|blamed|blames|blame|hung up|ignore|unable to|disconnected|ridiculous|lied|script|useless|cannot|foreign|not understand|robot|waste|failed}
{not|no|never|wont|wouldnt|refused to|didnt|refuses to|cant|cannot|couldnt|unable to|will not|would not|did not|unwilling to|not willing to|werent|isnt|arent} *2 {replace|refund|honor|stand behind|support|help me|helpful|respond|responded|return my|take it back|fix it|reply|answer|call back|called back|resolve|solve|return it|cover|exchange|fix|send me|help us|help with} !motion|button|door|doorbell|bell|phone|all|the door
{no response|no reply|no answer|never heard back|havent heard back|no help|no solution|no support|no phone|no assistance|no refund|not heard back|ignored}
{hours|hour|days|weeks|minutes} *4 {on the phone|on phone|with support|with tech|with customer|on hold|with ring|with them|on chat|with service|phone with}
{hung up on|passed around|runaround|run around|the run around|run-around|brush off|blew me off|gave up on}
{out of|past|expired|after|over|no|beyond|outside|not under|just out of|end of} {=the|=my|=of}? {warranty|return window|return period|return policy}
{offered|offer|offers|offering} *4 {discount|credit|% off|$ off|off|%|coupon|discounted|partial}
{told me|told us|tells me|told that|was told|were told|suggested i|suggested we|they said|they say|they told|support said|rep said|ring said|they claimed|they blamed|blamed|blames|support says|keep telling|keeps telling} *5 {my wifi|my internet|my fault|transformer|my router|buy|purchase|buy a new|not covered|nothing they|my network|electrician|could not|couldnt|cant|no|wiring|reset|reboot|send photo|wait}
{called|contacted|emailed|calls|wrote|written|email|emails|messages} *8 {no response|no answer|no help|no avail|nothing|never|no luck|not|ignored|useless|no reply|times|several times|hours}
{restocking fee|return shipping|pay *2 return|paid *3 shipping back}
{doesnt|dont|does not|do not|didnt|not} {stand behind|stand by|honor|respond}
{they|company|seller|support|ring|amazon|team|manufacturer} *1 {dont|doesnt|didnt|do not|does not|not} *1 care
{non refundable|no returns|cant return|cannot return|cant be returned|wont take|not return}
{seller|shop|store|support|service|operator|manager|consultant|hotline|chat|robot|bot|after sale|after sales} *5 {silent|silence|ignores|ignore|does not answer|doesnt answer|not answer|no answer|rude|refuses|refused|only|same phrase|template|templates|disappeared|blocked|lies|lied|cheat|cheated|deceived|bad|terrible|fault|your fault|my fault|shrugs|says|waits|wait|slow|useless|copy paste|not help|did not help|nobody|not reply|attitude bad|bad attitude|does not care|doesnt care|not guarantee|arrogant}
{money|refund} *3 {not returned|did not return|not back|never came|refused|wait|waiting|never|denied|not refund|do not return}
{warranty|guarantee} *4 {refused|not|void|denied|paper|expired|rejected|does not work|nothing|only on paper|joke|one month}
{emails|messages|letters|mails|calls|tickets|requests} *3 {no reply|no answer|unanswered|no response|ignored|silence|nothing|without answer|without reply|zero}
{wrote|written|write|called|emailed} *4 {silence|nobody|no reply|no answer|wait|waiting|robot|bot|ignored|nine days|days|week|weeks}
{paid|pay} *4 {return|transport|shipping|sending} *2 {back|myself|pocket|my own|own}
{return|send back|give back} *3 {impossible|not possible|refused|not accepted|do not accept|at my expense|own cost|my cost}
{bounced|passed|shuffled|kicked|transferred|shunted} *2 {around|from one|between|back and forth|from pillar|five times|department to}
{chat|support|service|hotline|help|helpline} *2 {robot|bot|machine|chatbot|script|in circles|circles|dead end|black hole}
{=canned response|=canned responses|=canned reply|=canned replies|=canned answer|copy and paste|copied and pasted|boilerplate|generic reply|template reply|closed my ticket|closed the ticket|case closed|automated reply|automated response|form letter|robotic answer}
{want|wants|wanted|asked|asks|expects|expected|make|makes|made|told} {=me|=us|=you} to *1 {pay|ship|mail|send|return|post} *6 {back|shipping|postage|expense|analysis|unit|in|own cost|own}
{at|out of} {my|your|own|customers|buyers|our} {own}? {expense|cost|pocket}
{still|been} {waiting|wait} {for|on} *3 {reply|response|answer|refund|replacement|callback|call back|money back|them to|someone to}
{=ghosted|stonewalled|fobbed off|palmed off|left hanging|left high and dry|washed their hands|wash their hands|turned a deaf ear|passed the buck|finger pointing|blame game|blaming me|blamed me|blames the customer|jumping through hoops|jump through hoops|jumped through hoops|wild goose chase|given the runaround|kept me waiting|strung me along|deaf ears}
{impossible to reach|cannot reach|cant reach|no way to contact|no way to reach|no phone number|no one to talk to|nobody picks up|nobody answers|no one answers|no one picks up|nobody answered|goes to voicemail|rings out|cant get hold of|cannot get hold of|cant get through|no one replies|nobody replies|nobody replied|no one replied|never replied|never replies|never got back|never responded|never answered|never called back} !door|doorbell
{refuse|refused|refuses|decline|declined|denied|rejected|deny|void|voided} *3 {claim|warranty|refund|return|replacement|exchange|repair|guarantee}
{repair|repairs|repaired} *3 {cost|costs|quote|quoted|took|takes|weeks|months|more than|impossible|refused|expensive}
{get|getting} {help|service|an answer|a reply|a response} from *2 {impossible|never|no|luck|ring|seller|company|manufacturer}?
{no|not|nobody|never|without} *2 {takes responsibility|take responsibility|took responsibility|take ownership|accept responsibility|accepts responsibility|apology|apologise|apologize|apologized}
{doesnt|does not|dont|do not|didnt} *1 care about *1 {customers|customer|buyers|us|their}
so much for *2 {service|support|warranty|guarantee|customers|help}
{asking|begging|asked|begged} {ring|them|seller|support|company|arlo|nest} *4 {for weeks|for months|over a year|update|in vain|times|again}
{weeks|months|days} {of|with} *2 {emails|calls|back and forth|excuses|messages|chats|phone calls}
{excuse|excuses} *1 {after|upon|from|and}
{escalated|escalate|escalation} *3 {nothing|no|never|supervisor|manager|weeks|to}
{not willing|unwilling|not able|never able} to {fix|help|replace|refund|resolve|solve}
{no one|nobody} {can|could|will|would|seems|was} *2 {help|knows|explain|answer|solve}
on hold *2 {hours|hour|minutes|forever|ages|twice|again|music}?
{language barrier|broken english|barely speaks english|hardly speaks english|barely spoke english|overseas call center|call centre abroad|thick accent|heavy accent}
{return|returning|refund|warranty|claim} *3 {hassle|nightmare|headache|ordeal|battle|fight|joke|runaround|impossible}
so much for *3 {customer|customers|service|support|warranty|guarantee}
{stop|stopped|quit} {answering|replying|responding} *2 {emails|messages|me|after|once|calls|when}?
{contact|contacting|reach|reaching} {them|support|seller|customer service|the company} *3 {impossible|nightmare|waste|useless|no use|joke|pointless|difficult}
{seller|shop|store|support} *4 {did not answer|stopped answering|pretends|pretend|avoid|avoids|dodges|dodge|evades|vanished|hides|no conscience|irresponsible|perfunctory|procrastinate|dragging|drags|delays}
{refuse|refused|refuses} to *2 {return|refund|exchange|replace|repair|help|accept|answer|honor|speak|talk}
{return|refund} *3 {window|period|deadline} *3 {closed|over|passed|expired|missed|ended}`,
  flat: `
{return|returned|returning|sent back|send back|sending it back|sent it back|send it back|going back|sending back|took it back|refund|refunded|replaced|replacement|exchange}
{called|contacted|emailed|spoke with|spoke to|talked to|chatted with|talking with|talking to} {ring|support|customer|tech|service|amazon|the company|them|seller|nest|arlo|canon|nikon}
{they|ring|amazon|company|seller} *1 {sent|sending|send|shipped} {me|us|out|a|another} *2 {new|replacement|one|another|unit}
{going|sent|sending|send|taking|take|goes|went|returning|returned|bringing} {it|this|them|these|mine|right|straight} {right|straight}? back !on|online|up
{several|few|couple|couple of|many|multiple|numerous} {calls|emails|chats|chat sessions} to? *2 {ring|support|service|company|seller|customer|tech}
{have|had} *1 {called|contacted|emailed} *3 {times|several|many|multiple|numerous}
{after|upon|with} {talking|speaking|chatting|contacting|calling} {to|with}? {ring|support|customer|tech|the company|amazon}
{asked|wrote|messaged|contacted|phoned|emailed|written|wrote to|reached out to|rang} {them|seller|the seller|the shop|support|the manufacturer|the company|their support}
they {answered|replied|responded} {that|it|with}
{went|goes|going} back {to the shop|to the store|to amazon|to the seller|to them|and i got|for a refund|in the box|in its box}
sent *3 {for|to} {repair|repairs|service center|service centre|servicing}`,
  veto: `
{wifi|wi fi|internet|cloud|recording|video|class|streaming|monitoring|subscription|cell|cellular|network|delivery|paid|pay|fi} service
{amazon|customer|their} {prime|delivery|badge|echo|fire}
{return|returned|returns} {home|from|to normal}
alexa support
{replace|replaced|replacing|replaces|replacement} *3 {doorbell|transformer|existing|=old|original|chime|button|battery|batteries|bulb|wiring|something}
replacement for
{go|going|goes|went} back {and|through|in|over|inside|home|up} *1 {see|look|view|watch|review|check|read|to see|to look|rewatch|replay|the}?
{what|which|that} replaced
{in|at|app|play|apple|google|grocery|hardware|another|corner|retail} {=the}? store
{talk|talk to|speak to|talking to} them from`,
};

export const BRAND: FeatureLexicon = {
  id: 'brand',
  strong: `
{brand|brands|brand name} !new
{trusted|reputable|well known|reliable|big|famous|popular|good|trustworthy|established|first class|great|honest|shady|greedy|horrible|terrible|evil|worst|awful|dishonest|deceptive|bad} {company|brand|manufacturer|maker|name|factory|mark}
{loyal|fan of} *2 {brand|ring|customer|canon|nikon|sony|logitech|arlo|panasonic|user|fan}
{company|manufacturer|maker} {is|has|that|should|are|who|needs|was|lied|does|doesnt}
reputation
{this|such|these} {firm|outfit|mob|producer|marque|mark}
{chinese|german|american|japanese|swiss|domestic|italian} *1 {make|brand|maker|firm|manufacturer|company}
{never|not} heard of *2 {brand|company|make|maker|firm|manufacturer|name}
{unknown|no name|noname|lesser known|obscure|unheard of|generic} {brand|maker|company|manufacturer|firm|make|name}`,
  weak: `
company
manufacturer
mark
producer
outfit`,
  plus: `
{trust|trusted|trusting} *2 {brand|company|ring|name|canon|nikon|sony|logitech|panasonic|maker}
{brand} *6 {trust|popular|reliable|good|trusted|great|known|never shamed|quality}
{will|would|plan to|going to|ill|i'd|definitely} {buy|purchase|install|order|be buying|get|buying|invest in|add|continue to buy} *1 {more|another|additional|other} {ring|products|from this|from them|of their|canon|nikon|sony|arlo|logitech|of these} {products|product|items|devices|cameras}?
{love|like|trust|recommend} {=the|=this|=all|=my|=our}? *1 {company|brand|products from|ring products|their products|all ring products|ring family|ring company|ring team}
{team|company|brand} is {=the|=a}? {best|great|awesome|first class|amazing|excellent|good|top}
{big|old|famous} {factory|brand|name|manufacturer}
{ring|canon|sony|nikon|logitech|panasonic} {is|are|makes|make|has} *1 {=a|=the}? {best|great company|first class|great products|good products|never let me down|reputable|trustworthy|awesome company|quality products|always}
{family|line} of {ring|products|equipment|cameras}
{brand|mark|firm|manufacturer|company|maker} *4 {trust|trusted|never failed|never shamed|reliable|known|good|favorite|always|years|respect|proven|worth|big|famous|old friend|best|leader|quality|loyal|does not disappoint|never disappointed}
{second|third|fourth|fifth|another|next|several|# th|#} {camera|device|product|one|thing|cameras|devices|products} *2 {of|from} {this|the same|same} {brand|company|mark|firm|manufacturer|maker}
{trusted|trust|loyal to|believe in|faithful to} *1 {brand|company|mark|firm|name|manufacturer}
{big|old|famous|well known|major} {brand|factory|name|mark|firm}
{been|always} *3 {customer|fan|user|buyer} *1 {of|for} *4 {years|brand|company|canon|nikon|sony|panasonic|this}
{stick|sticking|stay|staying|stayed|stuck|remain|sticks} with {this|the same|=them|these|their|=the} {brand|bunch|company|firm|make|maker|name|manufacturer|mark|outfit|people|lot}
{sticking|stick|staying|stay} with {canon|nikon|sony|fuji|fujifilm|panasonic|gopro|dji|garmin|reolink|eufy|wyze|arlo|nest|blink|tapo|logitech|ring|hikvision|dahua|xiaomi|imou|ezviz|axis|lorex|olympus|pentax|leica}
{has|have|earned|won|gained|got} {=my|=our} {business|trust|loyalty|custom|confidence|respect|vote}
{brand|company|name|make|maker|firm|manufacturer} {=i|you|we|that|=one} *1 {can|could} *1 {trust|rely|count on|believe in|depend on}
{am|became|now|become|im|already|remain|still} *2 {fan|convert|believer|fanboy|brand loyal|customer for life|loyal customer|lifelong customer} {of|now|again}?
{fan now|customer for life|fan for life|loyal to the brand|brand loyalty|brand loyal}
{their|=other} {products|cameras|devices|gear|lenses|gadgets} *1 {are|have|never|always|all} *3 {great|good|solid|excellent|best|reliable|always|let me down|top|superb|amazing}
{swear|swears|sworn} by *2 {brand|them|company|name|canon|nikon|sony|make|reolink|eufy}
{regret|regretted} *3 {stopped on|settled on|choosing this|choice of|chose this|picking this|going with this|this brand|this firm|this mark|this maker}
{bought|buy|getting|ordered|adding|added|get|look into|looking into|looking at|want} *3 {more|another|other|second|next|rest} {ring|of their|from them|from this|by this|of this|by them|by the same|from the same} *1 {product|products|device|devices|cameras|camera|items|brand|company|maker|firm|range}
{company|brand|maker|manufacturer|firm|factory} *3 {stands by|stands behind|knows what|knows how|cares|listens|open about|honest|serious|innovative|respectable|responsible|has my|keeps its word|keeps its promises|delivers every}
{did not|didnt|never} *2 {believe|listen} *4 did right
{absolutely|just|really} {love|adore} {ring|nest|canon|nikon|sony|gopro|dji|reolink|eufy|arlo|wyze} !video|doorbell|camera|chime|tone|light
{third|second|fourth|fifth|# th|#} {piece|copy|one|camera|device} *1 {of|from} {this|the same} {mark|brand|firm|make|company|maker|manufacturer}
{impressed|happy|pleased|satisfied} with *1 {brand|company|make|manufacturer}
{brand|company|name|make} *2 {speaks for itself|says it all|synonymous|gold standard|second to none|household name|go to}
{go to|favourite|favorite|preferred} {brand|company|make|manufacturer|maker}`,
  minus: `
{never|wont|will not|not|dont|would not|wouldnt|do not} *1 {buy|buying|purchase|purchasing|trust|recommend|support|order|use|spend} *3 {brand|company|ring products|ring again|from this company|from ring|from them|their products|products again|anything from|another ring|product from|another canon|another nikon|another sony|another arlo|from these people|ring product|other ring|amazon}
{forget|avoid|boycott|done with|shame on|fed up with|goodbye} {ring|company|brand|this company|this brand|products from|canon|nikon|arlo|nest|wyze}
{avoid|stay away from|run from|steer clear of} *3 {brand|company|ring|products}
{company|brand|manufacturer} *3 {shady|greedy|scam|dishonest|deceptive|terrible|horrible|awful|sucks|lied|crooks|ripoff|joke|doesnt care|does not care|bad|misleading|untrustworthy|lost}
{lost|lose|losing|no} *2 {faith|trust|confidence|respect|customer} *2 {brand|company|ring|in|for life}?
{misleading|false|deceptive} {marketing|advertising|advertisement|advertised}
{worst|horrible|terrible|deceptive|greedy|shady|dishonest|crooked|evil} company
what happened to *1 company
{replacing|ditching|switching|getting rid of|selling} all *3 {ring|devices|cameras|products}
{brand|mark|firm|manufacturer|company|maker} *4 {disappointed|never again|not what it was|lost|shame|spoiled|ruined|went down|gone down|deteriorated|not trust|no trust|worse|avoid|no more|greedy|used to be}
{never|no more|not} *3 {this brand|this company|this manufacturer|this firm|this mark|same brand|their products}
{expected|expect} *2 more from *3 {brand|company|name|sony|canon|nikon|such}
{go with|get|buy|try|choose|looking at|switch to|switching to|find} =a? {=different|=another|=other} {brand|brands|company}
{not|wont|never} *2 {using|use|buying|buy|trust} *2 products *1 {again|future|anymore|ever}
{last|final} {time|thing|product|camera|one|purchase|item} *5 {outfit|company|brand|firm|these people|manufacturer|this maker|this mob|my wallet|gets my money}
{cent|penny|dime|dollar|business} *1 {from me|of mine|out of me|to this company|on this brand|on this company}
{more|another|my} {money|dime|penny|cent} *2 {on|to|into|with} *1 company
{liars|cheats|scammers|swindlers|con artists|fraudsters|shysters|cowboys|charlatans|bunch of crooks|snake oil}
{not|never|no longer|dont|wont|cannot|cant} *2 {trust|trusting|entrust|believe|touch|touching|deal with|dealing with|go near} *3 {outfit|firm|brand|company|maker|producer|mark|manufacturer|factory|name|bunch|these people}
{company|brand|firm|maker|manufacturer|producer|factory} *4 {lied|lies|liars|milks|milking|shameless|cheats|cheating|only care about money|only cares about money|lost their way|lost the plot|resting on|sold out|gone downhill|cut corners|cutting corners|laurels|ashamed|could not care less|couldnt care less|promises a lot|keeps little|overwhelmed|abandoned|abandons|out of business|clueless}
shame on {them|you|=the|this}
{jump|jumping|jumped|switching|switch|switched|defecting|changing|change} {ship|brands|brand|systems|sides|to sony|to canon|to nikon|to another brand|to a competitor|to another company|to another system|manufacturers}
looking over the fence
{less sure|doubt|not sure|question|wonder} *3 {honest|they care|their honesty|this company|this brand|trust them|their ethics}
{class action|lawsuit|boycott|better business bureau|bbb|consumer protection|trading standards|small claims}
{no thanks|never again|no more|done with|finished with} {=to|=with|from}? {this|ring|arlo|nest|canon|nikon|sony|wyze|eufy|blink} {company|brand|outfit|firm|products|people|maker}?
{looking at|look at|looking into|look for|going to|try|go to|moving to} *2 {=other|another|different} {brands|brand|firms|company|companies|maker|manufacturer}
{overpromise|over promise|overpromises|all hype|more marketing than|all marketing|false promises|empty promises}
name {to avoid|i will remember in order not|to steer clear|means nothing}
{used to be|was once|once} *2 {good|great|solid|respected|trusted|quality} *1 {brand|company|name|maker|make|firm}
{ring|nest|arlo|wyze|canon|nikon|sony} {sucks|is a joke|should be ashamed|lost me|has lost|lost a customer}
{will|would|am} *1 {not|never} *4 {products|product} {in the future|in future|again|anymore}
{think twice|stay clear|stay well clear|keep away} *2 {of|from|about} *2 {company|brand|ring|them|make|maker}`,
  flat: `
{same|this} {brand|name|make|firm} *1 next time
{go|going} for the same {name|brand|make|firm|maker}
{know|knew} *2 {much|little|nothing} about *2 {brand|company|maker|firm}`,
  veto: `
{off|any|all|which|every} {brand|brands}
brand {of|=new}
brand spanking new
{=other|=another|different} {brand|brands}`,
};

export const PRIVACY: FeatureLexicon = {
  id: 'privacy',
  strong: `
{privacy|private|hacked|hacking|hackers|hacker|hack|hackable|data breach|data breaches|breach|breaches|encryption|encrypted|=spying|spied|spyware|malware|cybersecurity}
{two factor|2 factor|two step|2fa|factor authentication}
{personal|your|my|user|our} {data|information|info} !plan|usage
{security} {breach|breaches|flaw|flaws|vulnerability|hole|holes|risk|risks|concern|concerns|issue|issues|of the account|vulnerabilities}
{surveillance state|big brother|law enforcement|share *3 police|shares *3 police}
{lens cover|privacy cover|privacy shutter|privacy mode|physical shutter|webcam cover|camera cover|sliding cover}
{secure} {account|connection|server|login|network}
{two step|2 step|two factor|2 factor|multi factor} {verification|login|log in|authentication|auth|sign in|code}
{privacy|private} {zone|zones|mask|masks|masking|mode|policy|area|law|laws|button|screen}
{gdpr|data protection|end to end encryption|eavesdrop|eavesdropping|wiretap|snooping|prying eyes|peeping tom|data leak|leaked data}
{own|separate|individual} {login|logins}`,
  weak: ``,
  plus: `
{cannot|cant|not|no one|nobody|others} *3 {peep|spy|snoop|hack|access}
privacy {shutter|cover|protected|mode|is safe|safe}
{data|privacy|footage|account} *3 {safe|secure|protected|encrypted|local}
{physical} {shutter|cover}
{nobody|no one|others|strangers|stranger|outsiders|none} *4 {cannot|cant|not|can} *1 {see|watch|peep|enter|access|look|spy}
{stored|stays|kept|saved} {locally|at home|on my|only} *4 {no cloud|not in the cloud|nobody|private|safe}
{feel safe|at ease|calm} *3 {shutter|covered|closed|lens}
{shutter|cover} *3 {closes|slides|blocks|closed|feel safe|off}
{account|data|privacy|password} *2 {protected|safe|secure|encrypted}
{mask|masks|masked|masking|black out|blacks out|blank out|blur|blurs|grey out|pixelate|block out|blacked out} *4 {neighbor|neighbour|neighbors|neighbours|pavement|next door|their yard|their garden|their window|public|footpath}
{sliding|slide|little|built in|magnetic|flip|integrated|mechanical|lens|slider|small} *2 {cover|shutter|lid|flap|curtain|door} {over|for|in front of} *1 {lens|camera|webcam}
{lid|cover|cap|shutter|flap|curtain} *3 {calms|peace of mind|distrustful|paranoid|paranoia|when not in use|when not using|reassuring|reassures|for privacy|when i want privacy|no one can see}
{nobody|no one|none} *6 {look at|listen|spy|eavesdrop|peek|peep|watch me|watch us|watching|see inside|see in|see me|see us} !=door
{nothing|never|doesnt|does not|without|not} *1 {leaves|leave|leaving|sending|uploads|upload|uploaded|sent} *3 {house|home|network|the cloud|clouds|internet|abroad|anywhere|servers|my nas|address book}
{cloud|clouds} nothing leaves
{works|runs|everything|stays|processed|stored|kept|processing} *2 {locally|on device|on the device|inside my network|on my own server|in house|without the cloud|without cloud}
{own|self hosted|private} server
{each|every|separate|individual|own|guest} *2 {login|logins|account|accounts|access|permission|permissions} *4 {decide|control|limit|remove|revoke|choose|only see|what they|who}
{control|decide|choose|limit|revoke|restrict|manage} *3 {who can|who sees|who has access|who gets|who watches|what they can|access for|access rights}
{access} *3 {taken back|revoked|removed|withdrawn|limited|restricted} *4 {tap|easy|easily|click|any time|safe|simple}
{turns|faces|looks|rotates|swivels|parks} *3 {wall|away|into the housing} *3 {home|privacy}
{maker|company|brand|manufacturer} *2 {open|transparent|clear|honest} about *3 {stored|store|data|collected|collect|privacy}
{no account|no registration|no sign up|without an account|without account|without registration|without registering} {needed|required|necessary|at all}?
{encrypted|encryption|end to end} *2 {good|great|nice|plus|reassuring|strong|peace|safe|secure}
{physical|hardware|mute} {switch|button|slider} *4 {camera|mic|microphone|lens}
{feel|feels|felt} {safe|secure|comfortable|reassured} *5 {data|footage|password|encryption|private|hackers|access|local}
{taken back|revoke|revoked} *3 {access|guest|user}`,
  minus: `
{hacked|hack|hacking|hackers|=spying|breach|breaches|=leaked|spying on|creepy|=peeping|stalker|sold my data|sell my data}
{stranger|somebody|someone|others|hackers|hacker|people|employees|anyone} *6 {watching|watch me|entered|access|hacked|logged|=talking to|account|my account|spying|look at my}
{privacy|security} {concern|concerns|issue|issues|nightmare|violation|invasion|invaded|risk|problem|flaw}
{who is watching|who watches|is watching me}
{wants|asks|needs|requires|demands} *6 {location|contacts|contact list|phone number|=personal}
{sends|sending|send|shares|sharing|uploads} *4 {data|china|information|third parties|server in|personal}
{invasion of|no|lack of|violates|violation of} privacy
{who|anyone|somebody|stranger|strangers|someone|people|chinese|hacker|hackers} *4 {watching|watches|looks at|looked at|sees me|spies|listens|entered|my account|got in|broke into|=talked to me|=spoke to me|=spoke to my|=talked to my}
{uploads|sends|send|transmits|talks|connects} *5 {server|servers|abroad|china|russia|unknown|overseas|third party|somewhere}
{why|wants|asks|demands|requires} *5 {contacts|location|microphone|photos|permission|permissions|phone number|passport|access to}
{afraid|scared|scary|creepy|uneasy|worried} *5 {watch|watching|watched|spy|hack|hacked|camera in|lens}
{default|weak|plain|no} {password|encryption}
{turned|head|lens} *3 {itself|by itself|alone} *4 {bed|looked|me|night|watching}
{unknown|strange|strangers|stranger|foreign|unfamiliar|another} *1 {man|voice|woman|user|voices|men} *5 {spoke|talked|talking|speaking|came from|came out|laughing|breathing|logged|connected|over my|through the|from the speaker|from camera|from device}
{voice} of *2 {man|stranger|person|woman|someone} *4 {from|through|device|camera|speaker|spoke}
{removed|remove|fired|ex|former|previous|shared} *3 {user|husband|wife|employee|owner|tenant|roommate|boyfriend|girlfriend|seeing|guest|ex} *5 {still|watch|see|access|logged|seeing|camera}
{previous|former|first|original|last} {owner|user|buyer} *5 {account|access|linked|registered|still|see}
{cannot|cant|no way to|impossible to|unable to|wont let me} {delete|erase|wipe|close|deactivate} *2 {account|data|profile|my videos|your videos|information|recordings from their}
{no|without|lacks|missing} {two step|two factor|2fa|2 factor|encryption|passcode|pin protection|two factor authentication}
{dont|do not|not|never|doesnt|stopped} {feel|feeling} {safe|comfortable|secure|easy} *4 {microphone|listening|watching|mic|internet|cloud|data|lens|indoors|inside|bedroom}
{always|constantly|secretly|quietly} {listening|listens|watching me|watching us|phoning home|phones home|sending}
{phones|phoning|phone|calls} home {to|every|constantly|all}
{server|servers|data|footage|cloud} *3 {china|russia|overseas|abroad|unknown place|chinese|hong kong}
{neighbor|neighbour|neighbors|neighbours} *3 {complained|complain|complains|sued|objected|objects} *5 {film|filming|filmed|camera|privacy|pointing|pointed|window|garden}?
{police|cops|law enforcement|government|authorities} *4 {request footage|without a warrant|without warrant|hand over|handed over|access to my|my footage}
{wants|asks|needs|requires|demands|insists|wanted} *5 {gps|location permission|precise location|all permissions|too many permissions|birth date|date of birth|my contacts|my location|address book|my photos|microphone permission}
{invasive|intrusive|orwellian|big brother}
{collects|collect|collecting|harvest|harvests|harvesting|mines|mining|selling|sell|sells} *2 {data|information|info|faces|habits}
{someone|somebody|anyone|hacker|hackers|stranger} *3 {could|can|might|may} *1 {watch|see|listen|hack|access|log in|get in|break in} *2 {me|us|inside|my|camera|feed|account|whenever|kids|baby}
{afraid|worried|worry|fear|scared|concerned|concerns|concern} *2 {about|of|that} *3 {hacking|hackers|hacked|hack|privacy|spying|data|being watched|watching me|leaks|leak}
{uncomfortable|uneasy|nervous|creeped out|creeps me out|paranoid|unnerving|unsettling} *6 {bedroom|listening|mic|microphone|watching|data|cloud|hacked|china}
{account|password|data|footage|camera} *2 {compromised|stolen|leaked|exposed|hijacked}
{who|someone|whoever|anyone} else *3 {watching|sees|listening|looking|access}
tape over *2 {lens|camera|it|webcam}
{sold|shared|shares|sells|share} *2 {data|footage|information|recordings|videos} *2 {with|to|without}`,
  flat: `
{create|creating|make|register|registering|need|requires|open} *2 account *2 with *2 {email|phone number|e-mail|address}
{servers|data|videos|footage|recordings} *3 {in|on servers in} {europe|eu|germany|switzerland|usa|uk|frankfurt|ireland}
{sign|notice|sticker} *5 {law|filmed|cctv|legal|legally}
can *2 {ex|others|neighbors|neighbours|strangers|company|someone else|seller} *3 {see|watch|removed|access|look}
{create|register|open|make} *1 account {with|by}
{law|legal|legally} {asks|requires|requirement|required|obliged} *3 {sign|notice|cctv|filming|camera}?`,
  veto: `
not a peep
{spy|hidden} {camera|cam|cams}
who is there
{hack|hacks|hacked} {together|saw|it to|for}
{someone|somebody|people|anyone} *2 {at the door|is at|at my door}`,
};
