import type { FeatureLexicon } from './feature-lexicon.ts';

export const CLARITY: FeatureLexicon = {
  id: 'clarity',
  strong: `
{image|picture|video|photo|camera|display|visual|print|footage|screen|pic|stream} {quality|clarity|definition|resolution|sharpness|effect|performance|detail}
quality of =the? {image|picture|video|photo|footage|camera|print|pic|stream}
clarity of? !sound|audio|voice
clarity !sound
resolution
{color|colour} {quality|accuracy|reproduction|rendition|saturation|balance}
white balance
=hd {video|image|picture|quality|camera|resolution}
high definition
image stabilization|stabilisation
{auto focus|autofocus|focusing|focussing}
megapixel
pixel
contrast
image|picture noise
1080p|720p|1440p|4k|2k|5mp|8mp|1080|1080i|1080hd|480p|2160p`,
  weak: `
{image|picture|video|photo|footage|pic|photograph}
shot
lens
{color|colour}
display
=focus
exposure
viewfinder
evf|lcd`,
  plus: `
crystal clear !audio|sound|voice
{clear|crisp|sharp|detailed|vivid|vibrant|bright} !sound|audio|voice *1 {image|picture|video|photo|footage|pic|pixel|camera|view|shot|color|screen|feed|display|lens}
{image|picture|video|photo|footage|pic|camera|view|shot|screen|lens|color|display|feed|quality|everything} *1 @be *3 {clear|crisp|sharp|detailed|vivid|vibrant|accurate|lifelike|bright}
{see|saw|shows|captures|read} *2 {clearly|detail|details}
can {count|read|make out} {=the|=every|license|number|plates|plate|letters|faces|leaves}
sharp {image|picture|as a}
full hd
{clear|sharp} and {sharp|clear|crisp|bright}
{picture|image|video|photos} {comes|come|came} out *2 {clear|great|good|sharp|beautiful}
takes *2 {great|good|excellent|beautiful|sharp|clear|quality|amazing|wonderful|fantastic|nice|better|stunning|crisp} {photo|picture|pics|image|shots|video|photos}
razor sharp
true to life
good detail
colors {pop|are true|accurate}
{colors|colours|skin tones|colour|color} *3 {natural|right|real|accurate|true|rich|good|beautiful|lovely|great|vivid|alive}
{no|without|zero|little} {distortion|blur|noise|grain|pixelation}
{image|picture|video|photo|pixel|pixels|definition|resolution} {high|clear|good|sharp|fine|super|very clear}
{faces|face|plates|plate|details|text|letters|numbers} *2 {readable|recognizable|recognisable|visible|legible|distinct|clear}
{every|each} {detail|hair|leaf|wrinkle|letter}
like {glass|a mirror|cinema|a movie|in a movie|in cinema|a photograph}
{as if|like} {=i|you|one} {stand|am|were|is|was} {there|beside|near|standing|next}
{stabilization|stabilisation|stabilizer|ibis} *3 {great|excellent|good|works|amazing|makes|smooth|superb|magic}
{autofocus|focus} *3 {fast|quick|accurate|sharp|locks|instantly|reliable|great|excellent|snappy|spot on}
locks on`,
  minus: `
blur|blurry|blurred|blurriness|blury
pixelated|pixelation|pixellation|pixelate|pixilated|pixelates
fuzzy|grainy|grainier|noisy {image|picture|video|photo|footage|pic|view|camera|screen}?
{image|picture|video|photo|footage|pic} *2 {fuzzy|grainy|noisy|hazy|cloudy|soapy|dull|foggy|distorted|unclear|washed|overexposed|dark|soft}
distorted|distortion|distorts
{washed|washes} out
overexposed|underexposed|overexpose
{out of|lose|loses|hunting for|wont|cant|doesnt} focus
unclear {image|picture|video|photo|footage|pic|face}
{cant|cannot|couldnt|not|unable to|hard to|difficult to|impossible to} {recognize|recognise|identify|make out|read|distinguish|see} *2 {face|faces|plate|plates|details|detail|image|features|number}
fish eye|fisheye
{backlit|back light|backlight|backlighting|=glare}
{low|poor|bad|terrible|lousy} {resolution|definition|pixel}
{purple|chromatic} {fringing|aberration}
=too dark
dark {image|picture|spots|video|footage}
{image|picture|video|photo|footage|view} *3 not *1 {sharp|clear|crisp}
potato
{faces|face|plates|plate|details|everything|people} *3 {smeared|smear|unrecognizable|unrecognisable|unreadable|blob|blobs|mush|porridge|soup|smudge|smudged|soap|blurred|squares|cubes}
{picture|image|video|footage} *3 {mush|mushy|soap|soapy|porridge|fog|foggy|milk|milky|like from|squares|washed}
{come|came|comes|turned|turn} out {soft|blurry|dark|fuzzy|grainy}
{hunts|hunting|misses|missed} *1 focus
{autofocus|focus} *2 {hunts|slow|misses|struggles|unreliable|fails|hunting}
so called {hd|full hd|4k}
{hd|4k|1080p} *3 {joke|lie|my foot|they call|they say|not true|fake|laugh}
{like|from} *2 {1990s|nineties|90s|old phone|nokia|vhs}
{nothing|anything|hardly} {recognizable|readable|visible}`,
  flat: ``,
  veto: `
{live} {view|feed|stream}
video {doorbell|door|camera|surveillance|system|monitor|service|recorder|chat|call|recording|recordings|history|clip|clips|storage|bell|feature|tutorial|instructions|walkthrough|conference|conferencing}
resolution {of|to} {=the|=my|=this|=an} {issue|problem|dispute}
{instructional|youtube|install|installation|training|help|setup} video
{took|take|taking} *1 {picture|photo} of =the? {wiring|transformer|wires}
{image|picture|video|photo|footage|screen|pic} *1 {freeze|freezes|froze|freezing|choppy|lag|lags|stutter|stutters|delayed|buffers|buffering|slow|loads|load|skips|takes|wont}
{see|view|watch|open|record|store|save|keep|live|receive|get|send|access|review} {=the|=a|=any|=my|=your|=all} {image|picture|video|photo|footage}
{mental|bigger|whole|big} picture
in focus group`,
};

export const NIGHT_VISION: FeatureLexicon = {
  id: 'night_vision',
  strong: `
night vision|version|visual|visibility|view|image|picture|mode|video|quality|shot|shots|photo|photos|recording|footage|viewing|camera|view|sight|capture|effect|monitoring
night time|black *2 {vision|video|image|picture|quality|view|footage|photos}
{infrared|infra red|=ir|infra-red} {vision|light|lights|image|led|leds|lamp|illumination|mode|night|camera|picture}?
nightvision
infrared
{nighttime|nightime|nite} {vision|video|image|images|picture|quality|view|footage|photo|photos}?
low light
{color|colour} {at|in the} {night|dark}
{starlight|star light}
{vision|picture|video|image|quality|view|camera|clarity|see|clear|photo|photos} *2 {at|during|by|in the} {night|dark|darkness|evening}
{day or night|day and night|night and day|daytime or nighttime|daytime and nighttime|day & night|day night|night or day|daytime or nightime|both night and day|day time and night time}
{after|when it gets|when its|when it is} dark
{pitch|total|complete} {black|dark|darkness}
in the dark
=in dark
infrared
{lights off|lights out|without light|no light}`,
  weak: `
{at|by|during|in the} {night|nite|nighttime}
=the night
in low light
darkness`,
  plus: `
see *4 {at night|in the dark|in dark|in total darkness|in darkness|at 1|at 2|at 3|at two|at three|during the night|after dark|in complete darkness}
night *2 see clear|clearly
{=the|at} night *2 {clear|clearly}
night *3 like day
owl
{see|view|watch} *4 {activities|animals|everything|all} *4 {at night|overnight}
without flash
{at|by|in the} {night|dark|darkness|evening} *4 {clear|clearly|bright|like day|as day|as in daytime|visible|great|perfect|perfectly|excellent|sees|see everything|every|also see|can see|can also}
{no|without|even no} {moon|light|lamp|lamps|lights} *4 {see|read|sees|clear|visible|shows}
{even|also} *2 {at night|in the dark|in darkness|by night|after dark} *4 {see|sees|clear|read|visible|good|great}
{night|darkness} {is|becomes|turns} *2 {day|not a problem|no problem}
{full color|full colour|colour|color} *2 {night|dark}`,
  minus: `
{grainy|blurry|dark|useless|nothing|black|terrible|blind|fuzzy|dim|poor} {at night|in the dark|after dark|in low light|in dark}
{at|in the|in} {night|dark} *3 {nothing|blind|useless|black|grainy|blurry}
{cant|cannot|not|nothing|dont|doesnt} *2 see *3 {at night|in the dark|in dark|after dark}
mole
{grainy|noisy|noise} in {low light|dark}
high iso
{at|by|in the|in} {night|dark|darkness|evening} *4 {mush|nothing|useless|blind|black|noise|snow|fog|grainy|blurry|worthless|bad|terrible|poor|weak|cannot see|cant see|not see|awful|horrible|only shadows|grey}
{awful|terrible|bad|poor|useless|horrible|worthless|blind|weak} {at night|by night|in the dark|after dark|in low light}
{night|infrared|ir|night vision} *3 {weak|short|useless|reflects|reflection|glare|does not reach|few meters|joke|zero|not work|does not work|doesnt work}`,
  flat: ``,
  veto: ``,
};

export const FIELD_OF_VIEW: FeatureLexicon = {
  id: 'field_of_view',
  strong: `
{field|angle|range} of {view|vision|sight}
{fov|field of vision}
{viewing|camera|view|visual|vision|lens|wide} {angle|range|area|field}
wide|wider|ultra angle
{wide|wider|widest|broad|broader|panoramic|narrow|limited|great|good|better|best|excellent|perfect|full|amazing|fantastic|wonderful|nice} !image|picture *1 view !of? {live|history}?
coverage
{pan|tilt|ptz|panning|tilting|panoramic|panorama}
{zoom|zooming|zooms|telephoto}
{wide|widescreen} {lens|range|picture|view|screen}
180|360|160|170|110|120|130|140|150 {degree|degrees|deg|view|rotation}
360
blind|dead {spot|spots|angle|angles|corner|zone|corners}
auto|motion|human|body|automatic|person {tracking|tracks|track}
peripheral
rotation|rotate|rotates|swivel
wedge
{angle|angles} {bracket|mount|mounts|kit|block|adjust|adjustment}
focal length
{viewing|view} {distance|range}
camera {orientation|direction|view|angle}`,
  weak: `
angle
=view
tracking
=range !of|extender`,
  plus: `
{covers|cover|covering|sees|see|shows|captures|fits} {=the|=my|=our|=all|=whole|=entire|almost|most|everything} *2 {yard|driveway|street|room|house|porch|area|shop|garage|garden|property|lot|circle|field|side|parking|road|office|store|step|steps|sidewalk|crib|nursery}
{=turns|=follows|=rotates|=tracks|=following|=tracking} *2 {person|people|movement|=me|circle|around|everywhere|baby|subject|subjects}
whole|entire {room|yard|shop|street|house|porch|driveway|garden} *3 {frame|view|one}
{no|without} {blind|dead} {spot|spots|corner|corners|angle|angles|zone}
miss nothing
wide enough
{see|view} {=the|=my|=our} {whole|entire|full} *1 {yard|street|porch|driveway|room|area|house|front}
{one|single} {camera|unit} *3 {covers|enough|does the work|sees|replaces}
{see|sees|shows|covers|fits|seen} *2 {whole|entire|all|both|everything} *2 {house|yard|room|shop|street|garden|court|gate|parking|sides|corner|corners|living|store|stairs}
{=turns|=rotates|=swivels|=rotating} {all|left|right|almost|full|around|=to the}
{=follows|=tracks} {=me|the|my|person|people|everyone|movement|him|her|subject|baby|dog|automatically}
{angle|view|viewing} {wide|big|large|good|full|enough}
zoom *4 {amazing|great|excellent|close|far|moon|clear|sharp|impressive|handy}`,
  minus: `
{cant|cannot|not|doesnt|dont|wont|only} {see|show|cover|capture} *3 {ground|porch|step|steps|side|sides|left|right|driveway|packages|package|street|bottom|floor|edges|mat|sidewalk|corner|yard|whole|entire}
{cuts|cut|chops} off {=the|=their|head|heads|edges|sides}
not wide
look down
{too|very} {narrow|zoomed}
{angle|view|field} *2 {narrow|small|limited|tiny|too small|not wide|little}
{zoom|zooming} *3 {useless|bad|poor|blurry|joke|slow|grainy|terrible|not work|doesnt work}
{loses|lost|forgets} *2 {target|subject|position|track|preset}
{turns|looks|stares} *3 {wall|sky|ceiling|wrong}`,
  flat: `
{angle|corner|wedge} {kit|mount|bracket|plate}`,
  veto: `
{live|to|can|viewing|phone|remote|night|a|in} =view
zoom {call|calls|meeting|meetings|and teams}
{on|for|in|via|with} zoom !lens|is|was|level
{price|product|temperature|wide|voltage|model} range
{whole|full|wide|in the} range of
range of {products|features|functions|prices|colors}`,
};

export const LIGHTING: FeatureLexicon = {
  id: 'lighting',
  strong: `
{built in|builtin|integrated|led|white|bright|security|motion} {light|lights|lamp|flash|lighting}
{light|lamp} {brightness|itself|is bright|bulb|that it brings|comes on|turns on|is on}
{light|lights|lamp|lamps} {on|off} {when|automatically|at night|by itself}
lumens|lumen
=lighting
lamp
fill light
=flash {range|unit|power|is|photos}?
{the|its|this|internal} {light|lights|flash} {can|is|are|on|in|of|turns|goes|works|unit|does|will|also}
night light`,
  weak: `
=light
=lights
{spotlight|spot light|floodlight|flood light|flood lights|floodlights|spotlights|spot lights}`,
  plus: `
{night|light} will {light up|lights up|on}
lights {up|whole|entire} {=the|=my|=our|yard|driveway|garden|garage|porch|street|everything}
{used|use} as =a {light|lamp|flashlight|torch}
strong {night lighting|light|lighting}
irradiation *2 far
like day
{light|lamp|floodlight|lights|spotlight} *3 {bright|strong|powerful|illuminates|lights up|like day|far|enough|great|good}
{bright|strong|powerful} *1 {light|lamp|floodlight|lights|spotlight|led|leds}
{lights|illuminates} {whole|up|entire|the|all} *2 {yard|garden|driveway|path|court|house|porch|garage|room}`,
  minus: `
{light|lamp|lights|floodlight} *3 {candle|dim|weak|flicker|strobe|strobes|blinding|wont turn|does not reach}
red eye
{light|lamp|floodlight|lights|spotlight|flash} *3 {weak|dim|too weak|not bright|flickers|too dark|dead|burned|burnt|broke|stopped|does not turn|blinks}`,
  flat: ``,
  veto: ``,
};
