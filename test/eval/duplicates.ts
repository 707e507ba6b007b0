import { analyze } from '../../nlp/analyze.ts';
import { type CopyKind, fingerprint, foldText } from '../../nlp/compare.ts';
import { type FoundPair, findDuplicates } from '../../nlp/find-duplicates.ts';
import { EDITS, hashOf, seeded } from './edited-copies.ts';
import { hasRealReviews, readRealJsonl, readScrapedTexts } from './real-reviews.ts';
import { REWORDED, readHeldOutGroups } from './reworded-pairs.ts';

/** Reviews that are edited, one copy of each kind of edit. */
const EDITED = 150;
/** Words of the shortest review that is edited. */
const LEAST_WORDS = 12;

interface Labelled {
  id: string;
  a: string;
  b: string;
  label: 'paraphrase' | 'not';
  kind: string;
}
interface Planted {
  id: string;
  text: string;
}
type Part = 'work' | 'holdout' | 'all';

const readPool = (part: Part): string[] => {
  const texts = readScrapedTexts();
  return part === 'all' ? texts : texts.filter((text) => hashOf(text) % 2 === (part === 'work' ? 0 : 1));
};

/** Exact and edited copies only: what is planted here is no rewording. */
const COPIES_ONLY = { paraphrases: false };

const bare = (text: string): string => foldText(text).replaceAll(' ', '');
const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(4));

interface Tally {
  found: number;
  right: number;
  all: number;
}

/** One copy of each kind in a pool of its own, so that no copy is found by way of another. */
const evaluateEdits = (pool: readonly string[], print: (line: string) => void): void => {
  const originals = pool.filter((text) => text.split(/\s+/).length >= LEAST_WORDS).slice(0, EDITED);
  const total = { exact: { found: 0, right: 0, all: 0 } as Tally, near: { found: 0, right: 0, all: 0 } as Tally };
  let wrong = 0;
  let pairs = 0;
  const reviews: Planted[] = pool.map((text, i) => ({ id: `p${i}`, text }));
  const inherent = new Set(
    findDuplicates(reviews, COPIES_ONLY).flatMap((cluster) => cluster.pairs.map(({ a, b }) => `${a} ${b}`)),
  );
  for (const { name, kind, edit } of EDITS) {
    const tally: Tally = { found: 0, right: 0, all: 0 };
    const copies: Planted[] = originals.flatMap((text) => {
      const copy = edit(text, seeded(hashOf(text + name)));
      return copy === text ? [] : [{ id: `c${pool.indexOf(text)}`, text: copy }];
    });
    const found = new Map<string, CopyKind>();
    for (const pair of findDuplicates([...reviews, ...copies], COPIES_ONLY).flatMap((cluster) => cluster.pairs)) {
      if (inherent.has(`${pair.a} ${pair.b}`)) continue;
      const planted = pair.a.slice(1) === pair.b.slice(1);
      const twin = inherent.has(`${pair.a} p${pair.b.slice(1)}`) || inherent.has(`p${pair.b.slice(1)} ${pair.a}`);
      if (planted) found.set(pair.b, pair.kind);
      if (pair.kind !== 'paraphrase' && !twin) pairs += 1;
      if (!planted && !twin && pair.kind !== 'paraphrase') {
        wrong += 1;
        if (process.env['EVAL_DETAIL']) print(`    wrong: ${pair.a} ${pair.b} ${JSON.stringify(pair.reasons)}`);
      }
    }
    for (const { id, text } of copies) {
      const got = found.get(id);
      tally.all += 1;
      if (got && got !== 'paraphrase') tally.found += 1;
      const original = pool[Number(id.slice(1))]!;
      const wanted = bare(text) === bare(original) ? 'exact' : kind;
      if (got === wanted) tally.right += 1;
      if (process.env['EVAL_DETAIL'] && got !== wanted) print(`    ${got ?? 'missed'}: ${text.slice(0, 300)}`);
    }
    for (const key of ['found', 'right', 'all'] as const) total[kind][key] += tally[key];
    print(
      `  ${name.padEnd(28)} recall ${share(tally.found, tally.all)}  kind ${share(tally.right, tally.found)}  n ${tally.all}`,
    );
  }
  for (const kind of ['exact', 'near'] as const) {
    print(
      `  all ${kind}: recall ${share(total[kind].found, total[kind].all)}, kind right ${share(total[kind].right, total[kind].found)}`,
    );
  }
  print(`  precision of exact and near pairs ${share(pairs - wrong, pairs)} (${wrong} wrong of ${pairs})`);
  print(`  pairs among the unedited reviews: ${inherent.size}`);
};

const evaluateLabelled = (pool: readonly string[], print: (line: string) => void): void => {
  const labelled = readRealJsonl<Labelled>('duplicates-dev.jsonl');
  const generic = readRealJsonl<{ text: string }>('generic-dev.jsonl');
  const known = new Set(labelled.map(({ a }) => a));
  const planted: Planted[] = [
    ...pool.filter((text) => !known.has(text)).map((text, i) => ({ id: `p${i}`, text })),
    ...labelled.flatMap(({ a, b }, i) => [{ id: `a${i}`, text: a }, { id: `b${i}`, text: b }]),
    ...generic.flatMap(({ text }, i) => [{ id: `g${i}`, text }, { id: `h${i}`, text: text.toUpperCase() }]),
  ]; // biome-ignore format: a table
  const reviews = planted.map((review) => ({ ...review, features: analyze(review).features }));
  const pairs: FoundPair[] = findDuplicates(reviews).flatMap((cluster) => cluster.pairs);
  const kinds = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair.kind]));
  const byKind = new Map<string, string[]>();
  labelled.forEach(({ label, kind }, i) => {
    const key = `${label} ${kind}`;
    byKind.set(key, [...(byKind.get(key) ?? []), kinds.get(`a${i} b${i}`) ?? '']);
  });
  for (const [key, found] of byKind) {
    const counts = ['near', 'paraphrase'].map((kind) => `${found.filter((one) => one === kind).length} ${kind}`);
    print(`  ${key.padEnd(20)} ${counts.join(', ')} of ${found.length}`);
  }
  const flagged = pairs.filter(({ a, b }) => /^[gh]/.test(a) || /^[gh]/.test(b)).length;
  print(`  generic texts, each twice: ${flagged} pairs`);
  const isPlanted = ({ a, b }: FoundPair): boolean =>
    a.slice(1) === b.slice(1) && a[0] === 'a' && labelled[Number(a.slice(1))]!.label === 'paraphrase';
  const reworded = pairs.filter(({ kind }) => kind === 'paraphrase');
  const right = reworded.filter(isPlanted).length;
  print(
    `  precision of paraphrase pairs ${share(right, reworded.length)} (${reworded.length - right} wrong of ${reworded.length})`,
  );
  if (process.env['EVAL_DETAIL']) {
    const texts = new Map(planted.map(({ id, text }) => [id, text]));
    for (const pair of reworded.filter((one) => !isPlanted(one)))
      print(
        `    wrong: ${pair.score} ${pair.a} ${texts.get(pair.a)?.slice(0, 300)}\n      ${pair.b} ${texts.get(pair.b)?.slice(0, 300)}`,
      );
  }
};

/** Rewordings of scraped reviews that nothing was learned from or chosen by: recall a kind, and precision in the pool. */
const evaluateHeldOut = (pool: readonly string[], print: (line: string) => void): void => {
  const groups = readHeldOutGroups();
  const originals = new Set(groups.map(({ a }) => a));
  const kinds = ['a', ...REWORDED, 'other'] as const;
  const reviews = [
    ...pool.filter((text) => !originals.has(text)).map((text, i) => ({ id: `pool ${i}`, text })),
    ...groups.flatMap((group, i) => kinds.map((kind) => ({ id: `${kind} ${i}`, text: group[kind] as string }))),
  ].map((review) => ({ ...review, features: analyze(review).features }));
  const pairs = findDuplicates(reviews).flatMap((cluster) => cluster.pairs);
  const found = new Map(pairs.map(({ a, b, kind }) => [`${a}|${b}`, kind]));
  for (const kind of kinds.slice(1)) {
    const got = groups.map((_, i) => found.get(`a ${i}|${kind} ${i}`) ?? '');
    const counts = (['near', 'paraphrase'] as const).map((as) => `${got.filter((one) => one === as).length} ${as}`);
    print(`  held-out ${kind.padEnd(11)} ${counts.join(', ')} of ${groups.length}`);
  }
  const reworded = pairs.filter(({ kind }) => kind === 'paraphrase');
  const wrong = reworded.filter(
    ({ a, b }) => a.split(' ')[1] !== b.split(' ')[1] || [a, b].some((id) => /^(pool|other)/.test(id)),
  ).length;
  print(
    `  held-out precision of paraphrase pairs ${share(reworded.length - wrong, reworded.length)} (${wrong} wrong of ${reworded.length})`,
  );
};

/** Reviews of about 360 characters put together from sentences of others. */
const mixSentences = (pool: readonly string[], count: number): string[] => {
  const sentences = pool.flatMap((text) => text.match(/[^.!?]{20,}[.!?]+/g) ?? []);
  const random = seeded(7);
  return Array.from({ length: count }, () => {
    let text = '';
    while (text.length < 330) text += ` ${sentences[Math.floor(random() * sentences.length)]!.trim()}`;
    return text.slice(0, 400);
  });
};

const evaluateSpeed = (pool: readonly string[], print: (line: string) => void): void => {
  const many = Array.from(
    { length: 10_000 },
    (_, i) => `${pool[i % pool.length]!.slice(0, 360)} ${i * 7919} ${(i * 104729) % 1000003}`,
  );
  let started = performance.now();
  for (const text of many) fingerprint(text);
  print(`  fingerprints: ${Math.round(many.length / ((performance.now() - started) / 1000))} reviews/s`);
  const unlike = mixSentences(pool, 10_000).map((text, i) => ({ id: String(i), text }));
  started = performance.now();
  findDuplicates(unlike, COPIES_ONLY);
  print(
    `  finder on 10,000 reviews put together from the same sentences: ${Math.round(unlike.length / ((performance.now() - started) / 1000))} reviews/s`,
  );
  const short = pool.map((text, i) => ({ id: String(i), text: text.slice(0, 360) }));
  started = performance.now();
  findDuplicates(short, COPIES_ONLY);
  print(
    `  finder on ${short.length} reviews cut to 360 characters: ${Math.round(short.length / ((performance.now() - started) / 1000))} reviews/s`,
  );
  const unique = pool.map((text, i) => ({ id: String(i), text }));
  started = performance.now();
  findDuplicates(unique, COPIES_ONLY);
  print(
    `  finder on ${unique.length} reviews as they are: ${Math.round(unique.length / ((performance.now() - started) / 1000))} reviews/s`,
  );
  const same = Array.from({ length: 10_000 }, (_, i) => ({ id: String(i), text: pool[0]! }));
  started = performance.now();
  findDuplicates(same, COPIES_ONLY);
  print(
    `  finder on the same text 10,000 times: ${Math.round(same.length / ((performance.now() - started) / 1000))} reviews/s`,
  );
};

/**
 * Prints how well copies are found: planted copies of every kind of edit among real reviews, labelled paraphrases and
 * opposites, generic texts, speed. `EVAL_PART=holdout` takes the half of the reviews that nothing was tuned on.
 */
export async function evaluateDuplicates(print: (line: string) => void): Promise<void> {
  if (!hasRealReviews()) {
    print('duplicates: left out, ../shared/data is not here');
    return;
  }
  const part = (process.env['EVAL_PART'] ?? 'work') as Part;
  const pool = readPool(part);
  print(`duplicates: ${pool.length} reviews (${part})`);
  evaluateEdits(pool, print);
  evaluateLabelled(readPool('all'), print);
  evaluateHeldOut(readPool('all'), print);
  evaluateSpeed(readPool('all'), print);
}
