/** The features that reviews are tagged with, without the tagger and what it has to load. */
export { FEATURES, TAXONOMY_VERSION } from './features/taxonomy.ts';
