import { AppError } from '../errors.ts';

/**
 * Runs a task on all items; where it fails, on halves of them, down to the single items that it fails on. These get
 * what `instead` makes of them, the others their answers, in order. An `AppError` is of the pool, not of an item.
 */
export async function runEach<Item, Answer>(
  items: readonly Item[],
  run: (items: readonly Item[]) => Promise<Answer[]>,
  instead: (item: Item, error: unknown) => Answer,
): Promise<Answer[]> {
  try {
    return await run(items);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const [first] = items;
    if (first === undefined) throw error;
    if (items.length === 1) return [instead(first, error)];
    const half = items.length >> 1;
    // One after the other: while a text is looked for that breaks threads, the others are needed elsewhere.
    const left = await runEach(items.slice(0, half), run, instead);
    return [...left, ...(await runEach(items.slice(half), run, instead))];
  }
}
