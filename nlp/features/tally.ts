import type { Verdict } from './judge-features.ts';

/** What the mentions of one feature in a review add up to. */
export interface Tally {
  counts: Record<
    'plus' | 'minus' | 'strongUp' | 'strongDown' | 'strongOpen' | 'weakUp' | 'weakDown' | 'loose' | 'flat',
    number
  >;
  praise: number;
  blame: number;
  title: { up: number; down: number; any: number };
  blamed: number;
  open: number;
  around: number;
  openAround: number;
  last: number;
  width: number;
  verdicts: number;
  first: number;
  /** Judging wordings that a negation turned round. */
  turned: number;
  countered: number;
  /** Mentions left open in clauses that state a fact, and mentions without an opinion yet. */
  plain: number;
  untried: number;
}

export function emptyTally(): Tally {
  return {
    counts: { plus: 0, minus: 0, strongUp: 0, strongDown: 0, strongOpen: 0, weakUp: 0, weakDown: 0, loose: 0, flat: 0 },
    praise: 0,
    blame: 0,
    title: { up: 0, down: 0, any: 0 },
    blamed: 0,
    open: 0,
    around: 0,
    openAround: 0,
    last: 0,
    width: 0,
    verdicts: 0,
    first: Number.POSITIVE_INFINITY,
    turned: 0,
    countered: 0,
    plain: 0,
    untried: 0,
  };
}

function slotOf({ hit, score, isLoose }: Verdict): keyof Tally['counts'] {
  if (isLoose) return 'loose';
  if (hit.kind === 'flat') return 'flat';
  if (score === undefined) return 'strongOpen';
  if (hit.kind === 'plus' || hit.kind === 'minus') return score > 0 ? 'plus' : 'minus';
  if (hit.kind === 'weak') return score > 0 ? 'weakUp' : 'weakDown';
  return score > 0 ? 'strongUp' : 'strongDown';
}

/** Adds one mention. */
export function count(tally: Tally, verdict: Verdict, isTitle: boolean): void {
  const { hit, score = 0, around, blanket, isLoose } = verdict;
  tally.counts[slotOf(verdict)] += 1;
  tally.around += around;
  if (isLoose) return;
  tally.verdicts += 1;
  if (score > 0) tally.praise += Math.min(score, 3);
  else tally.blame += Math.min(-score, 3);
  if (verdict.score === undefined) tally.openAround += around;
  if (isTitle) {
    tally.title.any = 1;
    if (score > 0) tally.title.up = 1;
    if (score < 0) tally.title.down = 1;
  } else {
    tally.first = Math.min(tally.first, hit.from);
    if (score !== 0) tally.last = Math.sign(score);
  }
  if ((hit.kind === 'plus' && score < 0) || (hit.kind === 'minus' && score > 0)) tally.turned = 1;
  if (verdict.isCountered) tally.countered = 1;
  if (verdict.stated === 'plain') tally.plain = 1;
  if (verdict.stated === 'untried') tally.untried = 1;
  if (blanket === 'blamed') tally.blamed = 1;
  if (blanket === 'open') tally.open = 1;
  tally.width = Math.max(tally.width, hit.to - hit.from);
}
