import type { DeliveryState } from '../../../server/contract/webhooks.ts';

/** What of the log of deliveries is shown. */
export type DeliveryFilter = DeliveryState | 'all';
export const DELIVERY_CHOICES: readonly { id: DeliveryFilter; label: string }[] = [
  { id: 'all', label: 'All' },
  { id: 'waiting', label: 'Waiting' },
  { id: 'delivered', label: 'Delivered' },
  { id: 'failed', label: 'Failed' },
];
/** The filter that an address names. */
export const readDeliveryFilter = (text: string | null): DeliveryFilter =>
  DELIVERY_CHOICES.find(({ id }) => id === text)?.id ?? 'all';
