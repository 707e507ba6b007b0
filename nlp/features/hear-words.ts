import { FEATURES } from './taxonomy.ts';
import { UNHEARD, type Ways, type WordTally } from './word-tally.ts';

/** Scores from −4 to about 4 become −1 to 3. */
const scaled = (score: number): number => (score === UNHEARD ? -1 : Math.max(-4, score) / 2 + 1);

const ODDS_SOFTENING = 0.05;
const oddsOf = (a: number, b: number): number => Math.log((a + ODDS_SOFTENING) / (b + ODDS_SOFTENING));

const EVEN: Ways = { praise: 1 / 3, blame: 1 / 3, fact: 1 / 3 };

/** −1 to 1: how the words judge the features beside this one. */
function judgeOthers(index: number, words: readonly WordTally[]): number {
  let up = 0;
  let down = 0;
  for (let other = 0; other < FEATURES.length; other += 1) {
    if (other === index) continue;
    up += words[other]!.total.praise;
    down += words[other]!.total.blame;
  }
  return (up - down) / (up + down + 1);
}

/** The numbers of what the words say of a feature, in the order of EVIDENCE_NAMES from `heardBest` on. */
export function hearWords(
  index: number,
  words: readonly WordTally[],
  { hasHit, stars }: { hasHit: boolean; stars: number },
): number[] {
  const { best, second, sum, title, likely, most, total } = words[index]!;
  const score = best?.score ?? UNHEARD;
  const way = best ?? EVEN;
  const all = total.praise + total.blame + total.fact + ODDS_SOFTENING;
  const others = judgeOthers(index, words);
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
