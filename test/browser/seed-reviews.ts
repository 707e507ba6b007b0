const PRAISE = [
  'The night vision is excellent, I can see the whole yard in the dark.',
  'Very easy to install, it took ten minutes.',
  'The picture is clear and sharp.',
  'The battery lasts for months.',
  'The sound is loud and clear.',
];
const BLAME = [
  'The night vision is terrible, everything is black.',
  'It was hard to install and the wiring did not fit.',
  'The picture is blurry.',
  'The battery dies after two days.',
  'The app crashes all the time.',
];
const SIGHTS = (
  'heron otter badger magpie tractor barrow kettle trumpet lantern wagon pigeon weasel beehive scarecrow sundial ' +
  'hammock trellis bathtub canoe anvil bagpipe bellows birdbath bobsled bonnet bucket buggy bugle cactus candle ' +
  'canary cannon caravan carpet cello chariot chimney cobbler compass cradle crayon cricket crutch cuckoo curtain ' +
  'dagger daisy dinghy donkey dovecote dragonfly drum dumbbell eagle easel elk falcon ferret fiddle flagpole flute ' +
  'gander gazebo gecko goblet gondola goose gramophone hamster harp hatchet hedgehog helmet hydrant iguana jackdaw ' +
  'jaguar juggler kayak kestrel kite lark lemur lobster lute mallet mandolin mantis marmot mole mongoose moose newt ' +
  'oboe orchid osprey owl paddle pelican pinata plough pony puffin quail rake raven rooster sabre saddle scooter ' +
  'sheep skunk sled sparrow stork swan tapir teapot tepee thistle toad tricycle tripod trombone tuba turnip urn viola ' +
  'vulture walrus wasp weathercock whistle wombat woodpecker wreath yak yarn zebra zeppelin'
).split(' ');
const SIGHTS_EACH = 26;

/** Words that no two reviews have in the same order, so that none is a copy of another. */
const listSights = (at: number) =>
  Array.from(
    { length: SIGHTS_EACH },
    (_, place) => SIGHTS[(at * 37 + place * (7 + (at % 23)) + place * place) % SIGHTS.length],
  );

export type SeedReview = {
  source: string;
  externalId: string;
  product: string;
  title?: string;
  text: string;
  rating: number;
  date: string;
  author: string;
};

/** Reviews without copies among them: two judgements each, and between them what nobody else has seen. */
export function seedReviews(count: number): SeedReview[] {
  return Array.from({ length: count }, (_, at) => {
    const isGood = at % 3 !== 0;
    const list = isGood ? PRAISE : BLAME;
    return {
      source: at % 4 === 0 ? 'north-shop' : 'own-shop',
      externalId: `seed-${at}`,
      product: at % 2 === 0 ? 'alder-one' : 'birch-two',
      text: `${list[at % list.length]} Seen so far: ${listSights(at).join(', ')}. ${list[(at + 2) % list.length]}`,
      rating: isGood ? 5 - (at % 2) : 1 + (at % 2),
      date: new Date(Date.UTC(2026, 6, 1 + (at % 90))).toISOString().slice(0, 10),
      author: `Author ${at}`,
    };
  });
}

const copy = (name: string, texts: string[]): SeedReview[] =>
  texts.map((text, at) => ({
    source: at === 0 ? 'own-shop' : 'north-shop',
    externalId: `${name}-${at}`,
    product: 'alder-one',
    title: `Title of ${name}`,
    text,
    rating: at === 0 ? 3 : 5,
    date: `2026-09-0${at + 1}`,
    author: `${name} ${at}`,
  }));

const WINDOW =
  'We fixed this camera above the kitchen window last autumn, and since then the fox, the postman and both of our cats have been caught without fail. The picture is clear even when the rain beats against the lens.';
const BOAT =
  'Bought for the boat house at the lake, where nobody passes for weeks. The battery lasts all season and the night vision shows every duck that lands on the jetty in the small hours.';
const SCHOOL =
  'Our school uses six of them along the fence behind the gym. Setting up was easy, the janitor did it alone before lunch, and the app has never failed us when a ball broke a pane.';

/** Three clusters: two exact copies of one text, an exact pair, and an edited pair. */
export const seedCopies = (): SeedReview[] => [
  ...copy('window', [WINDOW, WINDOW, WINDOW]),
  ...copy('boat', [BOAT, BOAT]),
  ...copy('school', [SCHOOL, SCHOOL.replace('before lunch', 'before noon').replace('six', 'eight')]),
];
