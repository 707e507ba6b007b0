import type { FeatureLexicon } from '../lexicons/feature-lexicon.ts';
import * as device from '../lexicons/features-device.ts';
import * as image from '../lexicons/features-image.ts';
import * as network from '../lexicons/features-network.ts';
import * as service from '../lexicons/features-service.ts';
import { WORD_CLASSES } from '../lexicons/word-classes.ts';
import { compilePatterns, createMatcher, type Pattern } from '../text/pattern.ts';
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
}

interface Source {
  feature: string;
  kind: HitKind;
  line: string;
}

const KINDS: readonly HitKind[] = ['strong', 'weak', 'plus', 'minus', 'flat', 'veto'];

function compileLexicon(lexicon: FeatureLexicon): Pattern<Source>[] {
  return KINDS.flatMap((kind) =>
    compilePatterns(lexicon[kind], (line) => ({ feature: lexicon.id, kind, line }), WORD_CLASSES),
  );
}

const matcher = createMatcher(
  [device, image, network, service].flatMap((room) => Object.values(room)).flatMap(compileLexicon),
);

/** A name that is part of a longer wording speaks of what the whole wording speaks of. */
function isPartOf(hit: Hit, other: Hit): boolean {
  if (other.from > hit.from || other.to < hit.to) return false;
  if (other.feature === hit.feature) return other.kind === 'veto';
  const isLonger = other.to - other.from > hit.to - hit.from;
  return (
    isLonger &&
    other.kind !== 'veto' &&
    other.kind !== 'weak' &&
    other.kind !== 'flat' &&
    (hit.kind === 'strong' || hit.kind === 'weak')
  );
}

/** Every wording of every feature in the tokens, but for those that only a longer wording contains. */
export function findHits(tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = matcher.match(tokens).map(({ from, to, value }) => ({ from, to, ...value }));
  const kept: Hit[] = [];
  for (let i = 0; i < hits.length; i += 1) {
    const hit = hits[i]!;
    if (hit.kind !== 'veto' && !isCovered(hits, i)) kept.push(hit);
  }
  return kept;
}

/** Hits come in the order of their first token, so what covers one stands within the longest pattern's length before it. */
const LONGEST_PATTERN = 16;

function isCovered(hits: readonly Hit[], index: number): boolean {
  const hit = hits[index]!;
  for (let i = index - 1; i >= 0 && hits[i]!.from > hit.from - LONGEST_PATTERN; i -= 1)
    if (isPartOf(hit, hits[i]!)) return true;
  for (let i = index + 1; i < hits.length && hits[i]!.from === hit.from; i += 1)
    if (isPartOf(hit, hits[i]!)) return true;
  return false;
}
