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

/** Stages that count what a filter finds, in one pass over it. */
export const facetStages = (filter: ReviewQuery): PipelineStage[] => [
  { $match: filter as Record<string, unknown> },
  {
    $project: {
      ...{ _id: 0, product: 1, source: 1, language: 1, verified: 1, star },
      features: distinct(0),
      polarities: distinct(1),
    },
  },
  {
    $facet: {
      products: countBy('$product'),
      sources: countBy('$source'),
      stars: countBy('$star'),
      languages: countBy('$language'),
      verified: countBy('$verified'),
      features: [{ $unwind: '$features' }, ...countBy('$features')],
      polarities: [{ $unwind: '$polarities' }, ...countBy('$polarities')],
    },
  },
];

export type FacetStore = ReturnType<typeof createFacetStore>;

/** How what a query finds is spread. */
export function createFacetStore(connection: Connection) {
  const Review = reviewModel(connection);
  const shown = <T>(rows: readonly Row<T>[]) => rows.map(({ _id, reviews }) => ({ value: _id, reviews }));
  return {
    async facets(filter: ReviewQuery): Promise<Facets> {
      const [rows] = await Review.aggregate<Rows>(facetStages(filter)).allowDiskUse(true);
      const { products, sources, stars, features, polarities, languages, verified } = rows as Rows;
      return {
        products: shown(products),
        sources: shown(sources),
        stars: shown(stars),
        features: shown(features),
        polarities: shown(polarities),
        languages: shown(languages),
        verified: shown(verified),
      };
    },
  };
}
