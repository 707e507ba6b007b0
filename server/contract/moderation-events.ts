import { z } from 'zod';
import { ClusterId, DecisionId, Instant } from './primitives.ts';

/**
 * What happens in the queue, whichever server it happens at: messages of `GET /duplicates/events`, with the type as the
 * name of the event too. `arrived`: a cluster came in (`isNew`), was opened again or got other members; `gone`: it was
 * taken up in another one or fell apart; `missed`: events were lost, load the list anew; `ready`: from here on all is
 * told. `version` null where the cluster is no more.
 */
export const QueueEvent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('ready') }),
    z.object({ type: z.literal('missed') }),
    z.object({
      type: z.literal('decided'),
      cluster: ClusterId,
      version: z.int().nullable(),
      decision: DecisionId,
      action: z.enum(['remove', 'not_duplicates']),
      actor: z.string(),
      at: Instant,
    }),
    z.object({
      type: z.literal('undone'),
      cluster: ClusterId,
      version: z.int().nullable(),
      decision: DecisionId,
      actor: z.string(),
      at: Instant,
    }),
    z.object({ type: z.literal('claimed'), cluster: ClusterId, actor: z.string(), until: Instant, mine: z.boolean() }),
    z.object({ type: z.literal('released'), cluster: ClusterId }),
    z.object({ type: z.literal('arrived'), cluster: ClusterId, version: z.int(), isNew: z.boolean() }),
    z.object({ type: z.literal('gone'), cluster: ClusterId }),
  ])
  .meta({ id: 'QueueEvent' });
export type QueueEvent = z.infer<typeof QueueEvent>;
