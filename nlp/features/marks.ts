import type { Vocabulary } from '../text/vocabulary.ts';
import type { HitKind } from './find-hits.ts';
import type { Verdict } from './judge-features.ts';
import { FEATURE_INDEX, FEATURES } from './taxonomy.ts';

/** The terms of one verdict of the lexicon. */
export interface VerdictTerms {
  naming: number[];
  judging: number[];
}

const KINDS: readonly HitKind[] = ['strong', 'weak', 'plus', 'minus', 'flat', 'veto'];
const SIGNS = ['o', '+', '-', '0'] as const;

function signOf({ score }: Verdict): number {
  if (score === undefined) return 0;
  if (score === 0) return 3;
  return score > 0 ? 1 : 2;
}

/** How loud praise or blame is: 0 nothing, 1 faint, 2 clear, 3 strong. */
export function loudness(sum: number): number {
  if (sum < 0.05) return 0;
  if (sum < 1) return 1;
  return sum < 2.5 ? 2 : 3;
}

const LOUDNESSES = [0, 1, 2, 3];

/** What is asked of a vocabulary for every segment and verdict, looked up once: composing names is slow. */
export class Marks {
  readonly before: number[];
  readonly after: number[];
  readonly names: number[];
  readonly long: number[];
  /** By loudness of praise × 4 + loudness of blame. */
  readonly cue: number[];
  readonly beside: number[];
  readonly always: number;
  readonly first: number;
  readonly title: number;
  readonly asks: number;
  private readonly byLine = new Map<string, Map<number, VerdictTerms>>();
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    const all = (names: readonly string[]) => names.map((name) => vocabulary.idOf(name));
    this.before = all(FEATURES.map(({ id }) => `ph:${id}`));
    this.after = all(FEATURES.map(({ id }) => `nh:${id}`));
    this.names = all(LOUDNESSES.map((count) => `names:${count}`));
    this.long = all([0, 1, 2, 3, 4, 5].map((length) => `long:${length}`));
    this.cue = all(LOUDNESSES.flatMap((up) => LOUDNESSES.map((down) => `cue:${up}${down}`)));
    this.beside = all(LOUDNESSES.flatMap((up) => LOUDNESSES.map((down) => `beside:${up}${down}`)));
    [this.always, this.first, this.title, this.asks] = all(['', 'first', 'title', 'asks']) as [
      number,
      number,
      number,
      number,
    ];
  }

  /** Index of the feature that a verdict is of. */
  featureOf(verdict: Verdict): number {
    return FEATURE_INDEX.get(verdict.hit.feature)!;
  }

  verdictTerms(verdict: Verdict): VerdictTerms {
    const { hit, isLoose, blanket, stated, isCountered } = verdict;
    const sign = signOf(verdict);
    const states = (blanket === 'blamed' ? 1 : blanket ? 2 : 0) + 3 * (stated === 'plain' ? 1 : stated ? 2 : 0);
    const place = this.featureOf(verdict) * KINDS.length + KINDS.indexOf(hit.kind);
    const key = ((place * 2 + (isLoose ? 1 : 0)) * 4 + sign) * 18 + states * 2 + (isCountered ? 1 : 0);
    let known = this.byLine.get(hit.line);
    if (!known) {
      known = new Map();
      this.byLine.set(hit.line, known);
    }
    let terms = known.get(key);
    if (!terms) {
      terms = this.composeTerms(verdict, SIGNS[sign]!);
      known.set(key, terms);
    }
    return terms;
  }

  private composeTerms({ hit, isLoose, blanket, stated, isCountered }: Verdict, sign: string): VerdictTerms {
    const { feature, kind, line } = hit;
    const ids = (names: readonly string[]) => names.map((name) => this.vocabulary.idOf(name)).filter((id) => id >= 0);
    return {
      naming: ids([`h:${feature}:${kind}${isLoose ? 'L' : ''}`, `l:${feature}:${line}`]),
      judging: ids([
        `v:${feature}:${sign}`,
        `v:${sign}`,
        `vl:${feature}:${line}:${sign}`,
        ...(blanket ? [`bl:${blanket}`] : []),
        ...(stated ? [`st:${stated}`] : []),
        ...(isCountered ? ['countered'] : []),
      ]),
    };
  }
}
