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
=stability`,
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
{quality|work|operation|system|software} {reliable|stable|steady}`,
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
{picture|screen|image|video|it|lens|motor|camera} *1 {freezes|frozen|froze|freeze|hangs|stuck|jammed|jams}
{turns|switches|shuts|resets|reboots|restarts} *1 {itself|by itself|alone} *3 {off|on|night|midnight|every|each|randomly|day}?
{went|gone|goes} {dark|black|dead|silent|blank} *4 {week|month|day|days|weeks|months|all|forever|nothing|more|and}?
{after|in} =a? {week|month|day|year|days|weeks|months} {it|=the|camera|device} *2 {went dark|black|dead|died|stopped|broke|no longer|burned|silent|refused}
{terrible|poor|horrible|bad|no|lousy|awful|zero} quality control
{went|going|gone} through {two|three|four|five|several|many|multiple|#} {of them|units|before|doorbells|cameras|replacements}
{dont|do not|cant|cannot} *1 {trust|rely on} {=it|this|=the}`,
  flat: ``,
  veto: `
{network|signal|wifi|connection|internet|monitoring|wi fi} *4 {stable|stability|unstable|reliable}
{stable|reliable|unreliable|unstable} *1 {network|signal|wifi|connection|internet}
{hung|hang|hangs} {up|down|on the|out|it}
{shuts|shut|turn|turns|turned|switch} off the
{lens|camera|cam} stabilization`,
};

export const FEATURE_SET: FeatureLexicon = {
  id: 'feature_set',
  strong: `
{feature rich|full featured|fully featured|featureful|multifunctional|multi functional|full of features|feature packed|versatile|versatility|all in one}
{powerful} !light|night|zoom|lamp|signal|magnet|enough|battery|flash|suction|speaker|wifi`,
  weak: `
=function|=functions|=features|functionality`,
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
{everything|all} in the box`,
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
{too few|very few|only basic|only few} {functions|features|modes|settings|options}`,
  flat: ``,
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
{reasonable|reasonably|fair|fairly} {price|priced|cost}`,
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
worth {its|every}`,
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
for *2 {price|money} {=i|we} {expected|expect}`,
  flat: `
{on sale}
{cost|costs|paid|price} *2 $ #`,
  veto: `
best buy
{price|value|cost} of {the|a} {subscription|plan}
best buy
{feels|feel|looks|look|seems|sounds|felt} *1 {cheap|cheaply}
cheap {plastic|materials|material|looking|feel|feeling|made}
{pricey|expensive|cheap|affordable|overpriced} *1 {cloud|plan|subscription|membership|fee}`,
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
{came|arrived} {on time|quickly|fast|in time|early|next day|in perfect|well packed|in good|ahead|before|very|exactly|as expected|promptly|in # days|in a}`,
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
{not|no|without} {damaged|damage|dents|dent|scratch} {in|on|during|from}? {transport|delivery|way|shipping|arrival|box}?`,
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
{=parcel|=package|=delivery|=shipping|=order} *1 {went|took|traveled|travelled|came|was coming|was going} *3 {days|weeks|month|months}`,
  flat: ``,
  veto: `
delivery {person|man|driver|guy|truck|people|folks|folk|company|companies|men|guys|drivers|persons|room|woman}
{see|when|package|packages|mail|food|bad|know|hear|for|missed|voltage|awaiting} *2 {delivery|deliveries|delivered|arrived|arrives|arrive}
{package|packages|mail|someone|people|guest|guests|police|visitors} *3 {arrived|arrives|arrive|delivered|delivery}
{delivers|deliver|delivered|delivering} on
{delivers|deliver|delivering} {what|as promised|great|good|excellent|exactly|results|video|picture|sound}`,
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
{they|=ring|amazon|company|seller|support} *1 {replaced|refunded} {it|me|us|my|the}`,
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
{answered|replied|responded|wrote back} *3 {within|in minutes|quickly|fast|at once|immediately|same day|politely|an hour|at night|minutes}`,
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
{doesnt|dont|does not|do not|didnt|not} {stand behind|stand by|honor|care about|care|respond}
{non refundable|no returns|cant return|cannot return|cant be returned|wont take|not return}
{seller|shop|store|support|service|operator|manager|consultant|hotline|chat|robot|bot|after sale|after sales} *5 {silent|silence|ignores|ignore|does not answer|doesnt answer|not answer|no answer|rude|refuses|refused|only|same phrase|template|templates|disappeared|blocked|lies|lied|cheat|cheated|deceived|bad|terrible|fault|your fault|my fault|shrugs|says|waits|wait|slow|useless|copy paste|not help|did not help|nobody|not reply|attitude bad|bad attitude|does not care|doesnt care|not guarantee|arrogant}
{money|refund} *3 {not returned|did not return|not back|never came|refused|wait|waiting|never|denied|not refund|do not return}
{warranty|guarantee} *4 {refused|not|void|denied|paper|expired|rejected|does not work|nothing|only on paper|joke|one month}
{emails|messages|letters|mails|calls|tickets|requests} *3 {no reply|no answer|unanswered|no response|ignored|silence|nothing|without answer|without reply|zero}
{wrote|written|write|called|emailed} *4 {silence|nobody|no reply|no answer|wait|waiting|robot|bot|ignored|nine days|days|week|weeks}
{paid|pay} *4 {return|transport|shipping|sending} *2 {back|myself|pocket|my own|own}
{return|send back|give back} *3 {impossible|not possible|refused|not accepted|do not accept|at my expense|own cost|my cost}`,
  flat: `
{return|returned|returning|sent back|send back|sending it back|sent it back|send it back|going back|sending back|took it back|refund|refunded|replaced|replacement|exchange}
{called|contacted|emailed|spoke with|spoke to|talked to|chatted with|talking with|talking to} {ring|support|customer|tech|service|amazon|the company|them|seller|nest|arlo|canon|nikon}
{they|ring|amazon|company|seller} *1 {sent|sending|send|shipped} {me|us|out|a|another} *2 {new|replacement|one|another|unit}
{going|sent|sending|send|taking|take|goes|went|returning|returned|bringing} {it|this|them|these|mine|right|straight} {right|straight}? back !on|online|up
{several|few|couple|couple of|many|multiple|numerous} {calls|emails|chats|chat sessions} to? *2 {ring|support|service|company|seller|customer|tech}
{have|had} *1 {called|contacted|emailed} *3 {times|several|many|multiple|numerous}
{after|upon|with} {talking|speaking|chatting|contacting|calling} {to|with}? {ring|support|customer|tech|the company|amazon}`,
  veto: `
{wifi|wi fi|internet|cloud|recording|video|class|streaming|monitoring|subscription|cell|cellular|network|delivery|paid|pay|fi} service
{amazon|customer|their} {prime|delivery|badge|echo|fire}
{return|returned|returns} {home|from|to normal}
alexa support
{replace|replaced|replacing|replaces|replacement} *3 {doorbell|transformer|existing|=old|original|chime|button|battery|batteries|bulb|wiring|something}
replacement for`,
};

export const BRAND: FeatureLexicon = {
  id: 'brand',
  strong: `
{brand|brands|brand name} !new
{trusted|reputable|well known|reliable|big|famous|popular|good|trustworthy|established|first class|great|honest|shady|greedy|horrible|terrible|evil|worst|awful|dishonest|deceptive|bad} {company|brand|manufacturer|maker|name|factory|mark}
{loyal|fan of} *2 {brand|ring|customer|canon|nikon|sony|logitech|arlo|panasonic|user|fan}
{company|manufacturer|maker} {is|has|that|should|are|who|needs|was|lied|does|doesnt}
reputation`,
  weak: `
company
manufacturer
mark`,
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
{been|always} *3 {customer|fan|user|buyer} *1 {of|for} *4 {years|brand|company|canon|nikon|sony|panasonic|this}`,
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
{not|wont|never} *2 {using|use|buying|buy|trust} *2 products *1 {again|future|anymore|ever}`,
  flat: ``,
  veto: ``,
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
{secure} {account|connection|server|login|network}`,
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
{account|data|privacy|password} *2 {protected|safe|secure|encrypted}`,
  minus: `
{hacked|hack|hacking|hackers|=spying|breach|breaches|=leaked|spying on|creepy|=peeping|stalker|sold my data|sell my data}
{stranger|somebody|someone|others|hackers|hacker|people|employees|anyone} *6 {watching|watch me|entered|access|hacked|logged|talking to|account|my account|spying|look at my}
{privacy|security} {concern|concerns|issue|issues|nightmare|violation|invasion|invaded|risk|problem|flaw}
{who is watching|who watches|is watching me}
{wants|asks|needs|requires|demands} *8 {location|contacts|contact list|phone number|personal}
{sends|sending|send|shares|sharing|uploads} *4 {data|china|information|third parties|server in|personal}
{invasion of|no|lack of|violates|violation of} privacy
{who|anyone|somebody|stranger|strangers|someone|people|chinese|hacker|hackers} *4 {watching|watches|looks at|looked at|sees me|spies|listens|entered|my account|got in|broke into|talked to|spoke to}
{uploads|sends|send|transmits|talks|connects} *5 {server|servers|abroad|china|russia|unknown|overseas|third party|somewhere}
{why|wants|asks|demands|requires} *5 {contacts|location|microphone|photos|permission|permissions|phone number|passport|access to}
{afraid|scared|scary|creepy|uneasy|worried} *5 {watch|watching|watched|spy|hack|hacked|camera in|lens}
{default|weak|plain|no} {password|encryption}
{turned|head|lens} *3 {itself|by itself|alone} *4 {bed|looked|me|night|watching}`,
  flat: ``,
  veto: ``,
};
