/**
 * What the tagger knows of one feature, as lines of patterns (syntax: text/pattern.ts). Written for this project from
 * general knowledge of cameras of every kind.
 */
export interface FeatureLexicon {
  id: string;
  /** Names of the feature: always a mention, the words around decide its polarity. */
  strong: string;
  /** Words that name the feature only where a judgement stands close by. */
  weak: string;
  /** Wordings that praise the feature by themselves (turned round by a negation). */
  plus: string;
  /** Wordings that blame it by themselves. */
  minus: string;
  /** Wordings that state a fact or a condition. */
  flat: string;
  /** Wordings in which a name of the feature means something else. */
  veto: string;
}
