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

/** The numbers of what the words say of a feature, in the order of EVIDENCE_NAMES from `heardBest` on. */
export function hearWords(
  { best, second, sum, title, likely, most, total }: WordTally,
  whole: Pick<Ways, 'praise' | 'blame'>,
  { hasHit, stars }: { hasHit: boolean; stars: number },
): number[] {
  const score = best?.score ?? UNHEARD;
  const way = best ?? EVEN;
  const all = total.praise + total.blame + total.fact + ODDS_SOFTENING;
  const others = judgeOthers(whole, total);
  const hit = hasHit ? 1 : 0;
  return [
    scaled(score),
    scaled(second),
    Math.log1p(sum),
    title === UNHEARD ? 0 : scaled(title),
    hit,
    hit * scaled(score),
    Math.max(0, score + 1),
    Math.log1p(likely),
    most.praise,
    most.blame,
    most.fact,
    total.praise / all,
    total.blame / all,
    total.fact / all,
    oddsOf(most.praise, most.blame),
    oddsOf(Math.max(most.praise, most.blame), most.fact),
    Math.min(most.praise, most.blame),
    way.praise,
    way.blame,
    way.fact,
    stars * way.praise,
    stars * way.blame,
    stars * way.fact,
    Math.min(total.praise, total.blame),
    oddsOf(total.praise, total.blame),
    others,
    stars * others,
  ];
}
