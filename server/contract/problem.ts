import { z } from 'zod';
import { ClusterId, DecisionId, Instant } from './primitives.ts';

/** One fault of a request, located by a JSON pointer into the body, or `/query/NAME`, `/path/NAME`, `/header/NAME`. */
export const Fault = z.object({ pointer: z.string(), detail: z.string() }).meta({ id: 'Fault' });
export type Fault = z.infer<typeof Fault>;

/** The decision that stands in the way of a request, in short. */
export const ConflictingDecision = z
  .object({
    id: DecisionId,
    cluster: ClusterId,
    action: z.enum(['remove', 'not_duplicates']),
    /** How many reviews it removed. */
    removed: z.int(),
    actor: z.string(),
    at: Instant,
  })
  .meta({ id: 'ConflictingDecision' });
export type ConflictingDecision = z.infer<typeof ConflictingDecision>;

/** Somebody is at a cluster; the claim ends by itself. `mine`: it is the one who asks. */
export const Claim = z.object({ actor: z.string(), until: Instant, mine: z.boolean() }).meta({ id: 'Claim' });
export type Claim = z.infer<typeof Claim>;

/** RFC 9457 problem document: the body of every 4xx and 5xx answer. `instance` is the request id. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(Fault).optional(),
    /** Of `already-decided`, `decided-later` and `already-undone`: the other decision. */
    decision: ConflictingDecision.optional(),
    /** Of `claimed`. */
    claim: Claim.optional(),
    /** Of `count-differs`: how many match now. */
    count: z.int().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
