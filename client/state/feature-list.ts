import type { Fault } from '../../server/contract/problem.ts';
import type { PutTaxonomy, TaxonomyView } from '../../server/contract/taxonomy.ts';

export type ListedFeature = PutTaxonomy['features'][number];

/** A feature as it is being edited; `id` null for one that is new and gets its id from its label. */
export type FeatureDraft = { id: string | null; label: string; words: string[] };

/** What is wrong with a draft, at the field it is wrong in; `other` has what belongs to neither field. */
export type DraftFaults = { label: string[]; words: string[]; other: string[] };

export const NO_FAULTS: DraftFaults = { label: [], words: [], other: [] };
export const hasFaults = (faults: DraftFaults) => faults.label.length + faults.words.length + faults.other.length > 0;

const MAX_ID = 40;

/** "Wärmebild 2" → `warmebild_2`: an id that the API takes and that is not taken. */
export function toFeatureId(label: string, taken: ReadonlySet<string>): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const joined = plain.replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
  const base = (/^[a-z]/.test(joined) ? joined : joined === '' ? 'feature' : `feature_${joined}`).slice(0, MAX_ID);
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '' : `_${count}`;
    const id = `${base.slice(0, MAX_ID - end.length)}${end}`;
    if (!taken.has(id)) return id;
  }
}

/** Words typed into the field, apart at commas and line ends, as the API keeps them; what is there already is left out. */
export function readWords(typed: string, known: readonly string[]): string[] {
  const words = typed.split(/[,;\n]/).map((word) => word.trim().replace(/\s+/g, ' ').toLowerCase());
  return [...new Set(words)].filter((word) => word !== '' && !known.includes(word));
}

/** The features of a view as they are sent back. */
export const toList = ({ features }: TaxonomyView): ListedFeature[] =>
  features.map(({ id, label, words }) => ({ id, label, words }));

/** The list with the draft in it: in its place, or, when it is new or was taken out meanwhile, at the end. */
export function withDraft(list: readonly ListedFeature[], draft: FeatureDraft & { id: string }): ListedFeature[] {
  const edited = { id: draft.id, label: draft.label.trim(), words: draft.words };
  return list.some(({ id }) => id === draft.id)
    ? list.map((feature) => (feature.id === draft.id ? edited : feature))
    : [...list, edited];
}

/** Ids that a new feature may not get: also those of default features that are switched off. */
export const takenIds = ({ features, disabled }: TaxonomyView): Set<string> =>
  new Set([...features, ...disabled].map(({ id }) => id));

/** What can be said of a draft before it is sent. */
export function checkDraft(draft: FeatureDraft, view: TaxonomyView): DraftFaults {
  const label = draft.label.trim();
  const isTaken = [...view.features, ...view.disabled].some(
    (other) => other.id !== draft.id && other.label.toLowerCase() === label.toLowerCase(),
  );
  const isDefault = [...view.features.filter((feature) => feature.isDefault), ...view.disabled].some(
    ({ id }) => id === draft.id,
  );
  return {
    label: label === '' ? ['Give it a name'] : isTaken ? [`There is a feature “${label}” already`] : [],
    words: !isDefault && draft.words.length === 0 ? ['Add at least one word, or it would never be found'] : [],
    other: [],
  };
}

/** Puts each fault of a refused list at the field of the draft that its pointer names. */
export function placeFaults(errors: readonly Fault[], list: readonly ListedFeature[], draftId: string): DraftFaults {
  const faults: DraftFaults = { label: [], words: [], other: [] };
  for (const { pointer, detail } of errors) {
    const [, root, at, field, part] = pointer.split('/');
    const feature = root === 'features' ? list[Number(at)] : undefined;
    const word = field === 'words' && part !== undefined ? feature?.words[Number(part)] : undefined;
    const told = word === undefined ? detail : `“${word}” ${detail}`;
    if (feature?.id !== draftId) faults.other.push(feature ? `${feature.label}: ${told}` : told);
    else if (field === 'words') faults.words.push(told);
    else if (field === 'label' || field === 'id') faults.label.push(told);
    else faults.other.push(told);
  }
  return faults;
}
