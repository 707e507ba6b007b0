import type { Connection, PipelineStage } from 'mongoose';
import type { Facets } from '../contract/search.ts';
import { type ReviewQuery, reviewModel } from '../reviews/review-model.ts';

interface Row<T> {
  _id: T;
  reviews: number;
}
type Rows = { [K in keyof Facets]: Row<Facets[K][number]['value']>[] };
type FacetStages = PipelineStage.FacetPipelineStage[];

/** Values of one facet that are shown. */
const MAX_VALUES = 200;

const mostFirst: FacetStages = [{ $sort: { reviews: -1, _id: 1 } }, { $limit: MAX_VALUES }];
const countBy = (value: unknown): FacetStages => [{ $group: { _id: value, reviews: { $sum: 1 } } }, ...mostFirst];

/** Whole star that a rating counts for; null without one. */
const star = {
  $cond: [{ $eq: ['$rating', null] }, null, { $toInt: { $min: [5, { $floor: { $add: ['$rating', 0.5] } }] } }],
};
/** A tag is `feature:polarity`. */
const tagPart = (part: 0 | 1) => ({ $arrayElemAt: [{ $split: ['$$tag', ':'] }, part] });
const distinct = (part: 0 | 1) => ({
  $setUnion: [{ $map: { input: '$tags', as: 'tag', in: tagPart(part) } }, []],
});

const facetFields = {
  ...{ product: 1, source: 1, language: 1, verified: 1, star },
  features: distinct(0),
  polarities: distinct(1),
};

const facets = {
  products: countBy('$product'),
  sources: countBy('$source'),
  stars: countBy('$star'),
  languages: countBy('$language'),
  verified: countBy('$verified'),
  features: [{ $unwind: '$features' }, ...countBy('$features')],
  polarities: [{ $unwind: '$polarities' }, ...countBy('$polarities')],
} satisfies Record<keyof Facets, FacetStages>;

export interface SearchPaging {
  after: { day: string; id: number } | undefined;
  limit: number;
  withFacets: boolean;
}

/**
 * Stages that answer one page, the number of all, and how they are spread, in one pass over the reviews: a text that is
 * searched as it stands has no index, so each pass reads all that the other filters leave.
 */
function searchStages(filter: ReviewQuery, { after, limit, withFacets }: SearchPaging): PipelineStage[] {
  const behind = after
    ? [{ $match: { $or: [{ day: { $lt: after.day } }, { day: after.day, _id: { $lt: after.id } }] } }]
    : [];
  return [
    { $match: filter as Record<string, unknown> },
    { $project: { day: 1, ...(withFacets ? facetFields : {}) } },
    {
      $facet: {
        page: [...behind, { $sort: { day: -1, _id: -1 } }, { $limit: limit }, { $project: { _id: 1 } }],
        total: [{ $count: 'reviews' }],
        ...(withFacets ? facets : {}),
      },
    },
  ];
}

/** What a search finds: the numbers of a page of reviews, newest first, and of how many. */
export interface Found {
  ids: number[];
  total: number;
  facets: Facets | undefined;
}

export type SearchStore = ReturnType<typeof createSearchStore>;

/** Searches the stored reviews. */
export function createSearchStore(connection: Connection) {
  const Review = reviewModel(connection);
  const shown = <T>(rows: readonly Row<T>[]) => rows.map(({ _id, reviews }) => ({ value: _id, reviews }));
  const toFacets = ({ products, sources, stars, features, polarities, languages, verified }: Rows): Facets => ({
    products: shown(products),
    sources: shown(sources),
    stars: shown(stars),
    features: shown(features),
    polarities: shown(polarities),
    languages: shown(languages),
    verified: shown(verified),
  });
  return {
    async search(filter: ReviewQuery, paging: SearchPaging): Promise<Found> {
      const [rows] = await Review.aggregate<Rows & { page: { _id: number }[]; total: { reviews: number }[] }>(
        searchStages(filter, paging),
      ).allowDiskUse(true);
      return {
        ids: rows?.page.map(({ _id }) => _id) ?? [],
        total: rows?.total[0]?.reviews ?? 0,
        facets: rows && paging.withFacets ? toFacets(rows) : undefined,
      };
    },
  };
}
