import type { Filters } from '../contract/filters.ts';
import type { ReviewStatus } from '../contract/primitives.ts';
import { idNumber } from '../public-ids.ts';
import type { ReviewQuery } from './review-model.ts';

const polarities = ['positive', 'negative', 'neutral', 'mixed'] as const;

/** The judgements that `feature` and `polarity` select, as stored tags; undefined when neither is given. */
export function selectedTags(
  { feature, polarity }: Pick<Filters, 'feature' | 'polarity'>,
  allFeatures: readonly string[],
): string[] | undefined {
  if (feature === undefined && polarity === undefined) return undefined;
  return (feature ?? allFeatures).flatMap((id) => (polarity ?? polarities).map((judged) => `${id}:${judged}`));
}

/** Part stars are rounded half up to the whole star that they count for. */
const starRange = (star: number) => ({ $gte: star - 0.5, $lt: star + 0.5 });

/** The stored reviews that filters select; `counting` limits to published ones. */
export function reviewFilter(
  filters: Filters & {
    status?: ReviewStatus | undefined;
    checked?: boolean | undefined;
    language?: string | undefined;
    import?: string | undefined;
  },
  allFeatures: readonly string[],
): ReviewQuery {
  const {
    product,
    source,
    from,
    to,
    rating,
    verified,
    counting,
    status,
    checked,
    language,
    import: broughtBy,
  } = filters;
  const tags = selectedTags(filters, allFeatures);
  const stars = rating?.map((star) => ({ rating: star === 'none' ? null : starRange(Number(star)) }));
  return {
    ...(counting === undefined ? {} : { status: 'published' as const }),
    ...(counting === 'once' ? { once: true } : {}),
    ...(status === undefined ? {} : { $and: [{ status }] }),
    ...(product === undefined ? {} : { product }),
    ...(source === undefined ? {} : { source }),
    ...(from === undefined && to === undefined
      ? {}
      : { day: { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lte: to }) } }),
    ...(checked === undefined ? {} : { tagsCheckedAt: checked ? { $type: 'date' as const } : null }),
    ...(language === undefined ? {} : { language }),
    ...(broughtBy === undefined ? {} : { importId: idNumber(broughtBy) }),
    ...(verified === undefined ? {} : { verified }),
    ...(tags === undefined ? {} : { tags: { $in: tags } }),
    ...(stars === undefined ? {} : { $or: stars }),
  };
}
