/**
 * Word lists for the duplicate finder, written for this project. All entries are folded as `foldText` folds: lower
 * case, no apostrophes.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that say nothing of their own. */
export const FUNCTION_WORDS = list(`
a an the this that these those it its itself i im ive id ill me my mine myself we our ours us you your yours yourself
he him his she her hers they them their theirs who whom whose which what where when why how there here
is are was were be been being am isnt arent wasnt werent do does did doing done doesnt didnt dont have has had having
hasnt havent hadnt will would wouldnt wont shall should shouldnt can could couldnt cant cannot may might must
and or but nor so if then than as at by for from in into of off on onto out over to up down with without within about
after before again against also all any both each few more most much many other others some such only own same too very
just even ever never not no yes now really quite still yet already always once while because since though although
however until through during between under above per via lot lots bit little enough rather pretty extremely super
absolutely totally particularly especially quite fairly every everything anything nothing something everyone anyone
someone one ones thing things way get gets got getting go goes going went come comes came make makes made let lets put
say says said take takes took thats theres whats youre theyre weve youve theyve hes shes well back around first next
`);

/** Words that most camera reviews share: the products, the usual praise and blame. They tell two texts apart badly. */
export const COMMON_WORDS = list(`
camera cameras cam doorbell doorbells bell product products item device unit system thing purchase buy bought buying
purchased ordered order great good nice excellent perfect awesome amazing wonderful fantastic best better love loves
loved like likes liked happy satisfied pleased impressed recommend recommended highly worth money price value quality
easy easily simple install installed installing installation setup set work works worked working expected described
advertised use used using useful clear picture pictures image images video videos view sound night vision app phone
wifi fast quick quickly service customer support far time day days week weeks month months year years new house home
door front need needs want wanted look looks looking see seen watch feel feels security secure safe star stars five
definitely everyone anyone family friend friends wife husband thank thanks job does fine bad poor terrible horrible
awful worst worse waste junk garbage crap useless disappointed hate hard difficult cheap expensive recommendation
delivery arrived shipping fast seller purchase absolutely complete completely overall problem problems issue issues
feature features function functions super cool glad ok okay decent solid helpful convenient practical
`);

/** Words that many reviews of any camera have, without being empty: they narrow a look-up little. */
export const EVERYDAY_WORDS = list(`
motion alert alerts notification notifications detection detect detects detected record records recorded recording
recordings battery batteries charge charging power powered wire wires wired wiring wireless network internet signal
router connect connects connected connection connecting alexa google amazon ring pro chime transformer storage cloud
card subscription plan monthly pay paid paying free cost costs sensor sensitivity settings setting sound audio voice
speaker talk talking hear heard speak button press pressed package packages porch street yard driveway garage wall
outside inside indoor outdoor light lights lamp infrared lens angle wide zoom rain weather waterproof cold hot sun solar
able ability call called calls calling told tell ask asked answer answered support tech technical contact
contacted replace replaced replacement refund return returned warranty sent send sending online offline lag delay
delayed slow fast live stream streaming screen mobile iphone android echo device devices software firmware update
updated upgrade upgraded version model old original existing previous another second third last two three four five six
several couple times hour hours minute minutes seconds second today yesterday ago later soon finally start started
begin began end ended stop stopped stops fail failed fails break broke broken dead die died know knows knew think
thought believe hope hoping wish find found try tried trying add added adding give gave gives given keep keeps kept
leave left right wrong side top big small large long short high low whole part place places area areas zone zones
people person someone neighbor neighbors neighborhood kids car cars dog mail delivery guy visitor visitors walk walking
read reading instructions manual directions follow followed reviews review rating ratings different same difference
new year years happen happened happens show shows showing seems seem seemed sure worry mind peace nice hand must own
run runs running turn turned change changed changing open opened opening close closed check checked box kit screws
screw drill tools mount mounted mounting hang bracket brick size fit fits plate cover color design look reason real
actually probably maybe however otherwise instead away far near close anyway somewhat mostly usually sometimes often
rarely regular normal basic full half least less enough extra additional include includes included option options
choose decided decision company store brand seller experience experienced expectations point points number line lines
electrician install installs home homes apartment room rooms bedroom kitchen window windows gate fence back side
security safety protect monitor monitoring watch watching viewing access remote remotely anywhere everywhere anytime
available possible impossible allows allow lets enjoy excited complain complaint complaints trouble hassle process
sense everyday daily morning evening night nights dark daylight black white cut amount save saved spend spent hear
loud quiet sensitive accurate reliable stable responsive helpful friendly patient useless worthless
wait waited waiting anymore basically honestly literally especially exactly completely perfectly properly correctly
immediately constantly continue continues keep gone lost lose miss missed missing low strong weak strength range
distance feet foot inch inches miles level speed
`);

/** Deny what stands beside them. */
export const NEGATORS = list(`
not no never none nothing nobody neither nor without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt
couldnt shouldnt hasnt havent hadnt aint hardly barely lacks lacking lack lacked zero unable inability stopped stops
`);

export const POSITIVE_WORDS = list(`
good great excellent perfect perfectly awesome amazing wonderful fantastic best better love loves loved lovely like
likes liked happy happier satisfied satisfying pleased impressed impressive recommend recommended worth easy easier
easily simple simply clear clearer clearly sharp crisp bright fast faster quick quickly stable reliable sturdy solid
smooth smoothly strong useful helpful convenient practical nice nicely beautiful cool fine superb brilliant outstanding
exceptional flawless flawlessly superior affordable cheap friendly patient professional knowledgeable responsive
delighted thrilled glad enjoy enjoyed praise fun perfection incredible effortless intuitive accurate precise secure
safe safer works work worked working succeeded success attractive effective comfortable quiet complete trust trusted correctly properly
seamless seamlessly straightforward breeze accurately prompt promptly spectacular terrific stellar immaculate
has have can able always keeps gorgeous stylish elegant durable hooked serves catches captures improved improves
`);

export const NEGATIVE_WORDS = list(`
bad poor poorly terrible terribly horrible horribly awful worst worse hate hates hated dislike disliked unhappy
dissatisfied displeased disappointed disappointing disappointment unimpressed useless worthless difficult hard harder
complicated confusing unclear blurry blurred grainy fuzzy dim dull slow slower slowly sluggish laggy unstable unreliable
flimsy weak broken breaks broke fails failed failing failure defective faulty dead garbage junk trash crap waste wasted
annoying annoyed frustrating frustrated expensive overpriced pricey rude unhelpful clueless unprofessional unresponsive
regret regretted inferior mess nightmare joke pathetic mediocre lousy dreadful disaster ugly inaccurate insecure unsafe
misses missed avoid skip return returned returning noisy crackling impossible pain problem problems lacks cannot unable
never incomplete misleading struggled struggle jerky choppy hopeless abysmal atrocious horrendous disgusting clunky
cumbersome messy tedious painful
`);

/** Pairs that turn a statement round though neither word judges by itself. */
export const ANTONYMS: readonly (readonly [string, string])[] = [
  ['always', 'never'],
  ['more', 'less'],
  ['all', 'none'],
  ['everything', 'nothing'],
  ['everyone', 'nobody'],
  ['many', 'few'],
  ['high', 'low'],
  ['loud', 'quiet'],
  ['long', 'short'],
  ['big', 'small'],
  ['large', 'tiny'],
  ['buy', 'avoid'],
  ['keep', 'return'],
  ['bought', 'returned'],
  ['buy', 'return'],
  ['win', 'lose'],
  ['start', 'stop'],
  ['started', 'stopped'],
  ['accept', 'refuse'],
  ['accepted', 'refused'],
  ['helped', 'refused'],
  ['kept', 'returned'],
  ['get', 'skip'],
  ['with', 'without'],
  ['works', 'fails'],
  ['worked', 'failed'],
  ['working', 'failing'],
  ['works', 'broken'],
  ['can', 'cannot'],
  ['can', 'cant'],
  ['is', 'isnt'],
  ['are', 'arent'],
  ['was', 'wasnt'],
  ['were', 'werent'],
  ['does', 'doesnt'],
  ['do', 'dont'],
  ['did', 'didnt'],
  ['will', 'wont'],
  ['would', 'wouldnt'],
  ['could', 'couldnt'],
  ['should', 'shouldnt'],
  ['has', 'hasnt'],
  ['have', 'havent'],
  ['had', 'hadnt'],
  ['has', 'lacks'],
  ['ability', 'inability'],
  ['captures', 'misses'],
  ['catches', 'misses'],
  ['five', 'one'],
  ['connects', 'disconnects'],
  ['stays', 'drops'],
  ['before', 'after'],
  ['early', 'late'],
  ['on', 'off'],
  ['up', 'down'],
];
