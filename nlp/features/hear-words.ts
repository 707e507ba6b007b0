import { HEARD_START } from './evidence-names.ts';
import { UNHEARD, type Ways, type WordTally } from './word-tally.ts';

/** Scores from −4 to about 4 become −1 to 3. */
const scaled = (score: number): number => (score === UNHEARD ? -1 : Math.max(-4, score) / 2 + 1);

const ODDS_SOFTENING = 0.05;
const oddsOf = (a: number, b: number): number => Math.log((a + ODDS_SOFTENING) / (b + ODDS_SOFTENING));

const EVEN: Ways = { praise: 1 / 3, blame: 1 / 3, fact: 1 / 3 };

/** Praise and blame of all features together. */
export function sumWays(words: readonly WordTally[]): Pick<Ways, 'praise' | 'blame'> {
  const sum = { praise: 0, blame: 0 };
  for (const { total } of words) {
    sum.praise += total.praise;
    sum.blame += total.blame;
  }
  return sum;
}

/** −1 to 1: how the words judge the features beside this one. */
function judgeOthers(all: Pick<Ways, 'praise' | 'blame'>, own: Ways): number {
  const [up, down] = [all.praise - own.praise, all.blame - own.blame];
  return (up - down) / (up + down + 1);
}

/** Writes the numbers of what the words say of a feature, in the order of EVIDENCE_NAMES from `heardBest` on. */
export function writeHeard(
  numbers: Float64Array,
  { best, second, sum, title, likely, most, total }: WordTally,
  whole: Pick<Ways, 'praise' | 'blame'>,
  { hasHit, stars }: { hasHit: boolean; stars: number },
): void {
  const score = best?.score ?? UNHEARD;
  const way = best ?? EVEN;
  const all = total.praise + total.blame + total.fact + ODDS_SOFTENING;
  const others = judgeOthers(whole, total);
  const hit = hasHit ? 1 : 0;
  let at = HEARD_START;
  numbers[at++] = scaled(score);
  numbers[at++] = scaled(second);
  numbers[at++] = Math.log1p(sum);
  numbers[at++] = title === UNHEARD ? 0 : scaled(title);
  numbers[at++] = hit;
  numbers[at++] = hit * scaled(score);
  numbers[at++] = Math.max(0, score + 1);
  numbers[at++] = Math.log1p(likely);
  numbers[at++] = most.praise;
  numbers[at++] = most.blame;
  numbers[at++] = most.fact;
  numbers[at++] = total.praise / all;
  numbers[at++] = total.blame / all;
  numbers[at++] = total.fact / all;
  numbers[at++] = oddsOf(most.praise, most.blame);
  numbers[at++] = oddsOf(Math.max(most.praise, most.blame), most.fact);
  numbers[at++] = Math.min(most.praise, most.blame);
  numbers[at++] = way.praise;
  numbers[at++] = way.blame;
  numbers[at++] = way.fact;
  numbers[at++] = stars * way.praise;
  numbers[at++] = stars * way.blame;
  numbers[at++] = stars * way.fact;
  numbers[at++] = Math.min(total.praise, total.blame);
  numbers[at++] = oddsOf(total.praise, total.blame);
  numbers[at++] = others;
  numbers[at++] = stars * others;
}
