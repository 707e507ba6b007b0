/**
 * The duplicate finder as it is shipped, alone in a process: plain JavaScript, so that nothing compiles or wraps it.
 * Usage: node --expose-gc find-copies.mjs TEXTS copies|paraphrases PAIRS, or … TEXTS memory
 * TEXTS has a text a line as a JSON string. Prints what was measured as JSON; PAIRS gets the two numbers of a pair a line.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { analyze } from '../../dist/nlp/analyze.js';
import { createCopyIndex } from '../../dist/nlp/duplicates/copy-index.js';
import { findDuplicates } from '../../dist/nlp/find-duplicates.js';

const [texts, what, pairs] = process.argv.slice(2);
const reviews = readFileSync(texts, 'utf8')
  .split('\n')
  .map((line, n) => ({ id: String(n), text: JSON.parse(line) }));

function find(paraphrases) {
  // Rewordings are compared by what they judge; stored reviews are tagged already, so that is not part of the time.
  const tagged = paraphrases
    ? reviews.map((review) => ({ ...review, features: analyze({ text: review.text }).features }))
    : reviews;
  const begin = performance.now();
  const clusters = findDuplicates(tagged, { paraphrases });
  const seconds = (performance.now() - begin) / 1000;
  const lines = clusters.flatMap((cluster) => cluster.pairs.map(({ a, b }) => `${a} ${b}`));
  writeFileSync(pairs, lines.join('\n'));
  return { seconds };
}

/** Bytes held on the heap and beside it. */
function held() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function memory() {
  const before = held();
  const index = createCopyIndex();
  for (const review of reviews) index.add(review);
  const after = held();
  return { tables: index.bytes(), held: after - before };
}

process.stdout.write(JSON.stringify(what === 'memory' ? memory() : find(what === 'paraphrases')));
