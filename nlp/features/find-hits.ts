import type { FeatureLexicon } from '../lexicons/feature-lexicon.ts';
import * as device from '../lexicons/features-device.ts';
import * as image from '../lexicons/features-image.ts';
import * as network from '../lexicons/features-network.ts';
import * as service from '../lexicons/features-service.ts';
import { WORD_CLASSES } from '../lexicons/word-classes.ts';
import { compilePatterns, createMatcher, type Pattern } from '../text/pattern.ts';
import type { Token } from '../text/tokenize.ts';

/** How a wording speaks of its feature: see FeatureLexicon. */
export type HitKind = 'strong' | 'weak' | 'plus' | 'minus' | 'flat';

export interface Hit {
  feature: string;
  kind: HitKind;
  /** Token indexes, `to` exclusive. */
  from: number;
  to: number;
}

const KINDS: readonly HitKind[] = ['strong', 'weak', 'plus', 'minus', 'flat'];

function compileLexicon(lexicon: FeatureLexicon): Pattern<{ feature: string; kind: HitKind }>[] {
  return KINDS.flatMap((kind) => compilePatterns(lexicon[kind], { feature: lexicon.id, kind }, WORD_CLASSES));
}

const matcher = createMatcher(
  [device, image, network, service].flatMap((room) => Object.values(room)).flatMap(compileLexicon),
);

/** Every wording of every feature in the tokens, overlapping ones included. */
export function findHits(tokens: readonly Token[]): Hit[] {
  return matcher.match(tokens).map(({ from, to, value }) => ({ from, to, feature: value.feature, kind: value.kind }));
}
