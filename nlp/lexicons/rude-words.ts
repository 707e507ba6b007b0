/*
 * Rude words by strength, written for this project from general knowledge of English, German, French, Spanish, Italian
 * and Dutch. `strong`: obscenities and slurs; `mild`: what people say in anger of a thing that does not work. Words with
 * a harmless meaning in reviews (a name, an animal, a part of a device) are left out: whole words are matched, and what
 * is said of a camera ("damn good", "bloody useful") is rough, not abusive. `|` parts the endings a word may take.
 */
const INFLECTED = ['', 's', 'es', 'ed', 'er', 'ers', 'ing', 'in', 'y'];

const words = (list: string): string[] => list.trim().split(/\s+/);
const inflect = (list: string): string[] => words(list).flatMap((word) => INFLECTED.map((ending) => word + ending));

export const STRONG_WORDS: readonly string[] = [
  ...inflect(`fuck shit bullshit horseshit motherfuck cunt wank fck fuk phuck shitt bitch twat`),
  ...words(`
    fucktard fuckwit fuckup clusterfuck fuckall shitty shittier shittiest shithole shithead shitshow dipshit batshit bullshitter
    bitchy asshole assholes arsehole arseholes asshat dumbass dickhead dickheads cocksucker cocksuckers motherfucker wtf stfu
    whore whores slut sluts faggot faggots fag fags nigger niggers nigga retard retarded retards tranny kike spic chink gook paki
    scheiße scheisse scheiß scheiss scheißding arschloch arschlöcher wichser fotze hurensohn verfickt verfickte
    merde putain connard connards salope enculé enculer encule bordel
    mierda puta putas puto joder gilipollas cabrón cabron cabrones coño chingada pendejo pendejos
    cazzo stronzo stronzi merda vaffanculo puttana minchia coglione coglioni
    kut klootzak klootzakken godverdomme kanker tering hoer
  `),
];

export const MILD_WORDS: readonly string[] = [
  ...inflect(`damn goddamn crap piss bugger suck`),
  ...words(`
    crappy crappier crappiest dammit damnit hell bloody ass arse arsed bastard bastards pissed sucky jackass badass frickin fricking
    freakin freaking effing friggin frigging screwed moron morons idiot idiots idiotic stupid dumb turd turds sod bollocks
    verdammt verdammte mist mistding blöd blöde idioten zut foutu foutue nul débile maldito maldita idiota estúpido stupido
  `),
];
