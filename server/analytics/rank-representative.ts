/** What is needed of a candidate to rank it. */
export interface Candidate {
  author: string | null;
  /** Its sentence; null where none judges clearly. */
  sentence: string | null;
}

/** Sentences that are shown well: long enough to say something, short enough to be read at a glance. */
const LENGTH = { least: 40, most: 240 };
/** How many at the top are chosen to differ from each other. */
const VARIED = 20;
/** Weight of being typical against being unlike what was chosen before (Carbonell and Goldstein 1998). */
const TYPICAL = 0.7;

type Weights = Map<string, number>;

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

const dot = (x: Weights, y: Weights): number => {
  let sum = 0;
  const [small, large] = x.size < y.size ? [x, y] : [y, x];
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
};

const scaled = (weights: Weights): Weights => {
  const length = Math.sqrt(dot(weights, weights));
  return length === 0 ? weights : new Map([...weights].map(([word, weight]) => [word, weight / length]));
};

/** Vectors of length one; words that most of the sentences have weigh little, those of one alone nothing. */
function vectorsOf(sentences: readonly string[]): Weights[] {
  const bags = sentences.map((sentence) => new Set(words(sentence)));
  const holders = new Map<string, number>();
  for (const bag of bags) for (const word of bag) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weight = (word: string) => {
    const count = holders.get(word) ?? 0;
    return count < 2 && sentences.length > 2 ? 0 : Math.log(1 + sentences.length / count);
  };
  return bags.map((bag) => scaled(new Map([...bag].map((word) => [word, weight(word)]))));
}

function centreOf(vectors: readonly Weights[]): Weights {
  const sum: Weights = new Map();
  for (const vector of vectors) for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight);
  return scaled(sum);
}

/** Maximal marginal relevance for the first few, then by how typical they are. */
function chooseVaried(vectors: readonly Weights[], varied: number): number[] {
  const centre = centreOf(vectors);
  const typical = vectors.map((vector) => dot(vector, centre));
  const left = new Set(vectors.keys());
  const nearest = vectors.map(() => 0);
  const chosen: number[] = [];
  while (left.size > 0 && chosen.length < varied) {
    let best: number | undefined;
    const worth = (index: number) => TYPICAL * (typical[index] ?? 0) - (1 - TYPICAL) * (nearest[index] ?? 0);
    for (const index of left) if (best === undefined || worth(index) > worth(best)) best = index;
    const taken = best as number;
    left.delete(taken);
    chosen.push(taken);
    for (const index of left) {
      nearest[index] = Math.max(nearest[index] ?? 0, dot(vectors[index] as Weights, vectors[taken] as Weights));
    }
  }
  return [...chosen, ...[...left].sort((x, y) => (typical[y] ?? 0) - (typical[x] ?? 0) || x - y)];
}

/**
 * Places of the candidates, most representative first; all of them, each once. A sentence is the more representative
 * the closer it is to the weighted words of all of them (centroid of TF-IDF vectors, Radev et al. 2004); the first
 * `varied` are chosen to differ. Only sentences of 40 to 240 characters take part, one an author; the others follow in
 * the order in which they came.
 */
export function rankRepresentative(candidates: readonly Candidate[], varied = VARIED): number[] {
  const authors = new Set<string>();
  const isIn = ({ author, sentence }: Candidate) => {
    if (sentence === null || sentence.length < LENGTH.least || sentence.length > LENGTH.most) return false;
    const name = author?.trim().toLowerCase() ?? '';
    if (name !== '' && authors.has(name)) return false;
    authors.add(name);
    return true;
  };
  const taking: number[] = [];
  const others: number[] = [];
  for (const [index, candidate] of candidates.entries()) (isIn(candidate) ? taking : others).push(index);
  const vectors = vectorsOf(taking.map((index) => candidates[index]?.sentence ?? ''));
  return [...chooseVaried(vectors, varied).map((place) => taking[place] as number), ...others];
}
