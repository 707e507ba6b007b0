import { z } from 'zod';
import { Day, Instant, wellFormedLine } from './primitives.ts';

/** Notes that people have typed in carry the letter N. */
export const NoteId = z.string().regex(/^N-[1-9][0-9]{0,14}$/);

/**
 * Something that happened on a day, drawn beside the figures: a note, or an import that was carried out. `product` null
 * concerns all of them. `id` is the note's, or the import's.
 */
export const TimelineEvent = z
  .object({
    id: z.string(),
    kind: z.enum(['note', 'import']),
    day: Day,
    title: z.string(),
    product: z.string().nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'TimelineEvent' });
export type TimelineEvent = z.infer<typeof TimelineEvent>;

const shape = { day: Day, title: wellFormedLine(120), product: wellFormedLine(120).nullable() };

export const CreateNote = z.strictObject({ ...shape, product: shape.product.optional() }).meta({ id: 'CreateNote' });
export type CreateNote = z.infer<typeof CreateNote>;

/** What is not named stays. */
export const PatchNote = z.strictObject(shape).partial().meta({ id: 'PatchNote' });
export type PatchNote = z.infer<typeof PatchNote>;

/** `product` leaves out what concerns another one only; days are inclusive. */
export const ListEvents = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  product: z.string().min(1).max(120).optional(),
});
export type ListEvents = z.infer<typeof ListEvents>;

/** Oldest first. Of the imports, the latest 200 are looked at. */
export const EventList = z.object({ items: z.array(TimelineEvent) }).meta({ id: 'EventList' });
