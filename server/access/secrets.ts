import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** 256 random bits, as text for URLs and headers. */
export const newSecret = (): string => randomBytes(BYTES).toString('base64url');

/** What is stored of a secret of 256 bits: nothing slower is needed, since it cannot be guessed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
