import type { Session } from '../db/transaction.ts';
import type { IntakeLedger, WriteNote } from '../reviews/intake.ts';
import type { Batch } from './read-batches.ts';

/** Where the notes of a run are kept; places count from the beginning of the file. */
export interface Notes {
  add: (note: WriteNote, session: Session) => Promise<void>;
  setCopies: (entry: string, copies: NonNullable<WriteNote['copies']>) => Promise<void>;
}

/** The ledger of a batch: notes are kept with places in the file, and told to the intake with places in the batch. */
export function createBatchLedger({ places, items }: Batch, earlier: readonly WriteNote[], notes: Notes): IntakeLedger {
  const inBatch = new Map(places.map((place, at) => [place, at]));
  const toBatch = (note: WriteNote): WriteNote => {
    const own = note.places.map((place, at) => ({ place: inBatch.get(place), id: note.ids[at] as number }));
    const here = own.filter((one): one is { place: number; id: number } => one.place !== undefined);
    return {
      ...note,
      places: here.map(({ place }) => place),
      ids: here.map(({ id }) => id),
      settled: places.filter((place) => place < note.settled).length,
      copies: note.copies?.map(({ place, kind }) => ({ place: inBatch.get(place) ?? -1, kind })) ?? null,
    };
  };
  const inFile = (at: number) => places[at] ?? items;
  return {
    earlier: earlier.map(toBatch),
    note: (note, session) =>
      notes.add({ ...note, places: note.places.map(inFile), settled: inFile(note.settled) }, session),
    noteCopies: (entry, copies) =>
      notes.setCopies(
        entry,
        copies.map(({ place, kind }) => ({ place: inFile(place), kind })),
      ),
  };
}
