/**
 * Clauses that judge one feature, without a capital at the start or a stop at the end. `[a|b]` is a choice, `<slot>` a
 * word from the slots. A `~` at the start marks what stands as a sentence of its own, never linked by "and". All wording is invented for this project.
 */
export interface PhraseSet {
  positive: readonly string[];
  negative: readonly string[];
  neutral: readonly string[];
  /** What a title calls the feature. */
  nouns: readonly string[];
}
