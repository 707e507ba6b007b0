import type { Connection } from 'mongoose';

/**
 * Has MongoDB drop documents so many days after the instant in `field`; null: they are kept. A setting that has changed
 * since the last start changes the index in place.
 */
export async function ensureTtlIndex(
  connection: Connection,
  { collection, field, days }: { collection: string; field: string; days: number | null },
): Promise<void> {
  const rows = connection.db!.collection(collection);
  const indexes = await rows.indexes();
  const existing = indexes.find(({ key }) => Object.keys(key).join() === field);
  const isKept = days === null;
  if (isKept && existing?.expireAfterSeconds !== undefined) await rows.dropIndex(String(existing.name));
  if (isKept) return;
  const expireAfterSeconds = days * 86_400;
  if (existing === undefined) await rows.createIndex({ [field]: 1 }, { expireAfterSeconds });
  else if (existing.expireAfterSeconds !== expireAfterSeconds) {
    await connection.db!.command({ collMod: collection, index: { keyPattern: { [field]: 1 }, expireAfterSeconds } });
  }
}
