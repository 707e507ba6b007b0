import type { FeatureLexicon } from '../lexicons/feature-lexicon.ts';
import * as device from '../lexicons/features-device.ts';
import * as image from '../lexicons/features-image.ts';
import * as network from '../lexicons/features-network.ts';
import * as service from '../lexicons/features-service.ts';
import { WORD_CLASSES } from '../lexicons/word-classes.ts';
import { createMatcher } from '../text/match-patterns.ts';
import { compilePatterns, type Pattern } from '../text/pattern.ts';
import type { Token } from '../text/tokenize.ts';

/** How a wording speaks of its feature: see FeatureLexicon. */
export type HitKind = 'strong' | 'weak' | 'plus' | 'minus' | 'flat' | 'veto';

export interface Hit {
  feature: string;
  kind: HitKind;
  /** Token indexes, `to` exclusive. */
  from: number;
  to: number;
  /** The line of the lexicon that matched. */
  line: string;
  /** The wording has a negation of its own: one found within the hit turns nothing. */
  denies: boolean;
}

interface Source {
  feature: string;
  kind: HitKind;
  line: string;
  denies: boolean;
}

const DENIAL =
  /@not|@stop|\b(?:no|not|never|none|nothing|without|cant|cannot|dont|doesnt|didnt|wont|zero|nobody|unable|isnt|wasnt|arent|werent|couldnt|wouldnt|hasnt|havent|unless|hardly|barely|rarely|lacks?|lacking|stopp?(?:s|ed)?|quit|fails?|failed)\b/;

const KINDS: readonly HitKind[] = ['strong', 'weak', 'plus', 'minus', 'flat', 'veto'];

/** One value for all wordings of a line that deny, and one for the others: equal wordings then count once. */
function sourcesOf(feature: string, kind: HitKind): (line: string, written: string) => Source {
  const known = new Map<string, Source>();
  return (line, written) => {
    const denies = DENIAL.test(written);
    const key = `${denies} ${line}`;
    const source = known.get(key) ?? { feature, kind, line, denies };
    known.set(key, source);
    return source;
  };
}

function compileLexicon(lexicon: FeatureLexicon): Pattern<Source>[] {
  return KINDS.flatMap((kind) => compilePatterns(lexicon[kind], sourcesOf(lexicon.id, kind), WORD_CLASSES));
}

const matcher = createMatcher(
  [device, image, network, service].flatMap((room) => Object.values(room)).flatMap(compileLexicon),
);

/** Which kind of wording stands where two of a feature overlap. */
export const RANK: Record<HitKind, number> = { plus: 3, minus: 3, flat: 2, strong: 1, weak: 0, veto: 4 };

/** Whether `other` makes `hit` needless: a longer wording of the feature, or a longer one that speaks of something else. */
function isPartOf(hit: Hit, other: Hit): boolean {
  if (other.from > hit.from || other.to < hit.to) return false;
  const isLonger = other.to - other.from > hit.to - hit.from;
  if (other.feature === hit.feature) return isLonger ? other.kind !== 'weak' : RANK[other.kind] > RANK[hit.kind];
  const speaks = RANK[other.kind] === RANK.plus || other.kind === 'strong';
  return isLonger && speaks && RANK[hit.kind] < RANK.flat;
}

/** The same words may fit several lines. */
function isKnown(
  hits: readonly Hit[],
  { from, to, feature, kind }: Pick<Hit, 'from' | 'to' | 'feature' | 'kind'>,
): boolean {
  for (let i = hits.length - 1; i >= 0 && hits[i]!.from === from; i -= 1) {
    const hit = hits[i]!;
    if (hit.to === to && hit.kind === kind && hit.feature === feature) return true;
  }
  return false;
}

/** Every wording of every feature in the tokens, but for those that another contains. */
export function findHits(tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  for (const { from, to, value } of matcher.match(tokens)) {
    const { feature, kind, line, denies } = value;
    if (isKnown(hits, { from, to, feature, kind })) continue;
    hits.push({ from, to, feature, kind, line, denies });
  }
  return hits.filter((hit, index) => hit.kind !== 'veto' && !isCovered(hits, index));
}

/** Hits come in the order of their first token, so what covers one stands within the longest pattern's length before it. */
const LONGEST_PATTERN = 16;

function isCovered(hits: readonly Hit[], index: number): boolean {
  const hit = hits[index]!;
  for (let i = index - 1; i >= 0 && hits[i]!.from > hit.from - LONGEST_PATTERN; i -= 1) {
    if (isPartOf(hit, hits[i]!)) return true;
  }
  for (let i = index + 1; i < hits.length && hits[i]!.from === hit.from; i += 1) {
    if (isPartOf(hit, hits[i]!)) return true;
  }
  return false;
}
