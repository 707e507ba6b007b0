import { FEATURES, TAXONOMY_VERSION } from '../../nlp/taxonomy.ts';
import { shareEstimate } from '../analytics/estimate.ts';
import type { PutTaxonomy, Retagging, TagQuality, TaxonomyView } from '../contract/taxonomy.ts';
import { AppError } from '../errors.ts';
import { SCREENING_VERSION } from '../screening/run-checks.ts';
import type { StoredFeature, StoredTaxonomy, TaxonomyStore } from './taxonomy-store.ts';

/** What reviews are tagged with now. `mark` stands in each review that was tagged with it. */
export interface CurrentTaxonomy {
  version: number;
  features: readonly StoredFeature[];
  mark: string;
}

/** What the tagger finds now of one checked review, and what a person called right; of the checked features. */
export interface CheckedReview {
  found: Readonly<Record<string, string>>;
  right: Readonly<Record<string, string>>;
}

export interface TaxonomyDeps {
  store: TaxonomyStore;
  checkedReviews: () => AsyncIterable<CheckedReview>;
  progress: (mark: string) => Promise<Retagging>;
  /** Tells the retagger that there is work. */
  wake: () => void;
  now: () => Date;
}

export type TaxonomyService = ReturnType<typeof createTaxonomyService>;

const defaults: readonly StoredFeature[] = FEATURES.map(({ id, label }) => ({ id, label, words: [] }));
const isDefault = (id: string) => defaults.some((feature) => feature.id === id);

/** The features that reviews are tagged with: read, edited, and measured against what people corrected. */
export function createTaxonomyService(deps: TaxonomyDeps) {
  const { store, now } = deps;
  let known: CurrentTaxonomy = toCurrent(null);

  const current = async (): Promise<CurrentTaxonomy> => {
    known = toCurrent(await store.current());
    return known;
  };

  const view = async (): Promise<TaxonomyView> => {
    const stored = await store.current();
    const { version, features, mark } = toCurrent(stored);
    return {
      version,
      features: features.map(({ id, label, words }) => ({ id, label, words, isDefault: isDefault(id) })),
      disabled: defaults
        .filter(({ id }) => !features.some((feature) => feature.id === id))
        .map(({ id, label }) => ({ id, label })),
      updatedAt: stored?.updatedAt.toISOString() ?? null,
      retagging: await deps.progress(mark),
    };
  };

  const replace = async (features: StoredFeature[], seen: number): Promise<TaxonomyView> => {
    const isStored = await store.replace({ _id: 'current', version: seen + 1, features, updatedAt: now() }, seen);
    if (!isStored) {
      const { version } = await current();
      throw new AppError(
        'version-conflict',
        409,
        `The feature list has changed since you saw it (version ${version}, yours was ${seen}). Load it again.`,
      );
    }
    await current();
    deps.wake();
    return view();
  };

  return {
    current,
    /** As last read by this process: for labels, where a moment's delay does no harm. */
    labels: () => known.features,
    view,

    /** @throws AppError `invalid-taxonomy` (422), `version-conflict` (409) */
    async put({ version, features }: PutTaxonomy): Promise<TaxonomyView> {
      const faults = features.flatMap(({ id, words }, index) => [
        ...(features.findIndex((other) => other.id === id) < index
          ? [{ pointer: `/features/${index}/id`, detail: `${id} stands twice` }]
          : []),
        ...(!isDefault(id) && words.length === 0
          ? [{ pointer: `/features/${index}/words`, detail: `${id} is no default feature and needs at least one word` }]
          : []),
      ]);
      if (faults[0])
        throw new AppError('invalid-taxonomy', 422, `${faults[0].pointer}: ${faults[0].detail}.`, { errors: faults });
      return replace(
        features.map(({ id, label, words }) => ({ id, label, words: [...new Set(words)] })),
        version,
      );
    },

    /** Tags everything anew, also what was tagged with this version. */
    async retag(): Promise<TaxonomyView> {
      const { version, features } = await current();
      return replace([...features], version);
    },

    async quality(): Promise<TagQuality> {
      const sums = new Map<string, { found: number; there: number; both: number; agreed: number }>();
      let checkedReviews = 0;
      for await (const { found, right } of deps.checkedReviews()) {
        checkedReviews += 1;
        for (const feature of new Set([...Object.keys(found), ...Object.keys(right)])) {
          const sum = sums.get(feature) ?? { found: 0, there: 0, both: 0, agreed: 0 };
          sum.found += Number(feature in found);
          sum.there += Number(feature in right);
          sum.both += Number(feature in found && feature in right);
          sum.agreed += Number(feature in found && found[feature] === right[feature]);
          sums.set(feature, sum);
        }
      }
      const rows = known.features.map(({ id, label }) => {
        const { found, there, both, agreed } = sums.get(id) ?? { found: 0, there: 0, both: 0, agreed: 0 };
        return {
          ...{ feature: id, label, found, there, both },
          precision: shareEstimate(both, found),
          recall: shareEstimate(both, there),
          polarity: shareEstimate(agreed, both),
        };
      });
      return { checkedReviews, rows };
    },
  };
}

function toCurrent(stored: StoredTaxonomy | null): CurrentTaxonomy {
  const version = stored?.version ?? 1;
  return {
    version,
    features: stored?.features ?? defaults,
    mark: `${TAXONOMY_VERSION}.${version}.s${SCREENING_VERSION}`,
  };
}
