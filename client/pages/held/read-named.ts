import type { ReviewView } from '../../../server/contract/reviews.ts';
import { getJson, toApiFailure } from '../../api.ts';
import { showToast } from '../../state/toast.ts';

const HOW_IT_IS = { published: 'it is published', removed: 'it is removed' } as const;

/**
 * The held review that the address names, from the list or, where it stands further down, from the server. Null for one
 * that does not wait any more, which is told of: otherwise another would stand in its place unnoticed.
 */
export async function readNamed(id: string, items: readonly ReviewView[]): Promise<ReviewView | null> {
  const known = items.find((item) => item.id === id);
  if (known) return known;
  try {
    const review = await getJson<ReviewView>(`/reviews/${encodeURIComponent(id)}`);
    if (review.status === 'pending') return review;
    showToast({
      kind: 'failed',
      text: `${id} does not wait: ${HOW_IT_IS[review.status]}. This is the list.`,
      action: { label: 'Open the review', href: `/reviews/${id}` },
    });
  } catch (error) {
    const { status, message } = toApiFailure(error);
    const told = status === 404 || status === 422 ? `There is no review ${id}.` : `${id} could not be read. ${message}`;
    showToast({ kind: 'failed', text: `${told} This is the list.`, action: null });
  }
  return null;
}
