import { measuredTags } from '../reviews/right-tags.ts';
import { createTaxonomyService } from '../taxonomy/taxonomy-service.ts';
import type { Base } from './compose-base.ts';

/**
 * The features that reviews are tagged with, and how they are called.
 * @param wakeRetagger tells the retagger that there is work
 */
export async function composeTaxonomy({ stores: { taxonomy, reviews }, now }: Base, wakeRetagger: () => void) {
  const service = createTaxonomyService({
    store: taxonomy,
    checkedReviews: () => mapAsync(reviews.checked(), measuredTags),
    progress: async (mark) => {
      const [total, stale] = await Promise.all([reviews.count(), reviews.countNotMarked(mark)]);
      return { state: stale > 0 ? 'running' : 'idle', total, done: Math.max(0, total - stale) };
    },
    wake: wakeRetagger,
    now,
  });
  // So that they are known before anybody asks.
  await service.current();
  const features = service.labels;
  return {
    service,
    features,
    featureIds: () => features().map((feature) => feature.id),
    labelOf: (id: string) => features().find((feature) => feature.id === id)?.label ?? id,
  };
}

async function* mapAsync<A, B>(items: AsyncIterable<A>, change: (item: A) => B): AsyncIterable<B> {
  for await (const item of items) yield change(item);
}
