import { z } from 'zod';

/** One fault of a request, located by a JSON pointer into the body, or `/query/NAME`, `/path/NAME`, `/header/NAME`. */
export const Fault = z.object({ pointer: z.string(), detail: z.string() }).meta({ id: 'Fault' });
export type Fault = z.infer<typeof Fault>;

/** RFC 9457 problem document: the body of every 4xx and 5xx answer. `instance` is the request id. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(Fault).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
