/** A user's name as it is compared: no two users differ by capitals or by how a sign is encoded only. */
export const foldName = (name: string): string => name.trim().normalize('NFKC').toLowerCase();
