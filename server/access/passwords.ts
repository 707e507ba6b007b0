import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes and one lane: the least of the OWASP Password Storage Cheat Sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

let ofNobody: Promise<string> | undefined;

/** Whether a password is that of the hash. Without a hash it takes as long, and is wrong: names cannot be told by time. */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  ofNobody ??= hashPassword('nobody has this one');
  const isRight = await verify(stored ?? (await ofNobody), password.normalize('NFC'));
  return isRight && stored != null;
}
