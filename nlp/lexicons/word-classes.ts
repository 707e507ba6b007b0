/**
 * Word classes that the patterns of all lexicons share. Written for this project from general knowledge of English
 * and of camera products. Members are stems unless they begin with `=`.
 */
export const WORD_CLASSES = {
  person:
    'someone somebody anyone anybody everyone everybody whoever =who person people visitor guest friend family neighbor neighbour stranger folk guy man men woman kid child children son daughter mother father mom dad wife husband driver deliveryman deliverer mailman postman courier fedex ups usps solicitor salesman thief thieve burglar intruder robber pirate baby dog cat pet grandma grandpa parent nanny worker',
  see: 'see seeing saw seen view watch look monitor check observe spot',
  hear: 'hear heard listen understand understood',
  talk: 'talk speak spoke spoken converse communicate answer respond interact say tell chat yell shout scare greet',
  not: '=not =no =never =none =nothing =cannot =cant =dont =doesnt =didnt =wont =isnt =wasnt =arent =werent =wouldnt =couldnt =hasnt =havent =hadnt =aint =without =neither =nor =hardly =barely =rarely =seldom =unable =fails =failed =fail =refuses =refused =stopped =stops =quit =quits',
  be: '=is =are =was =were =be =been =being =isnt =wasnt =seems =seem =looks =look =feels =felt =gets =got =became =becomes =stays =remains =remained =s =appears',
  have: '=have =has =had =get =gets =got =getting =having',
  good: 'good great excellent amazing awesome fantastic perfect superb outstanding wonderful incredible impressive nice terrific brilliant fine decent best phenomenal stellar solid =ok =okay super lovely beautiful stunning exceptional flawless remarkable',
  bad: 'bad poor terrible awful horrible worst lousy crappy mediocre pathetic garbage useless disappointing weak junk trash atrocious abysmal dreadful subpar inferior unacceptable horrendous ridiculous =crap sucks',
  very: 'very really so super extremely quite pretty too fairly incredibly absolutely particularly relatively rather more most much =a bit little slightly somewhat also always still amazingly surprisingly especially truly totally such',
  easy: 'easy simple effortless straightforward painless breeze simplest easiest quick fast smooth hassle seamless =snap =cinch intuitive convenient flawless',
  hard: 'difficult hard tricky complicated confusing challenging pain nightmare hassle frustrating impossible cumbersome tedious stressful tough awkward',
  install:
    'install installation installed installing instal instalation instillation instalment =mount mounting mounted hookup =fitting =fitted wiring assembly assemble =setup =set_up',
  cam: 'camera cam doorbell bell unit device product thing system webcam dashcam monitor it this they these lens',
  image: 'image picture video footage photo pic photograph shot feed imagery =screen vid visuals snapshot screenshot',
  slow: 'slow delay lag laggy sluggish latency delayed lagging',
  time: 'second sec minute min hour hr day week month year yr night morning',
  phone: 'phone iphone android smartphone cellphone cell ipad tablet mobile ios device laptop pc computer mac',
  net: 'wifi wi-fi internet network wireless router connection connectivity signal 2.4ghz 5ghz 2.4g 5g 2.4 4g lte bluetooth ethernet broadband hotspot bandwidth',
  stop: 'stop quit cease fail refuse =died =dies =die',
  my: '=my =our =the =your =their =his =her =its =this =that =a =an =these =those',
  rep: 'rep representative agent technician tech person staff team people guy lady department dept line desk center centre',
} as const;
