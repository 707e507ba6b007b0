import { isAscii, isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../contract/imports.ts';
import type { Peeked } from './byte-stream.ts';
import { utf16Order } from './decode-utf16.ts';
import { HEAD_BYTES } from './opened-file.ts';

const LF = 0x0a;
const MARK = [0xef, 0xbb, 0xbf] as const;

export const hasUtf8Mark = (head: Uint8Array): boolean => MARK.every((byte, index) => head[index] === byte);

/** Up to its last ASCII byte, behind which no character is cut in two. */
const dropCutEnd = (bytes: Buffer): Buffer => {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1]! >= 0x80) end -= 1;
  return bytes.subarray(0, end);
};

function* linesOf(bytes: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  yield bytes.subarray(start);
}

/**
 * The encoding that the first 64 kB of a text look like. Windows-1252 where there is no byte order mark and more lines
 * are no UTF-8 than are UTF-8 beyond ASCII: hardly a word of Windows-1252 is UTF-8 by chance, and of a file of UTF-8 a
 * few lines may be damaged.
 */
export function guessEncoding({ head, complete }: Peeked): TextEncoding {
  if (hasUtf8Mark(head) || utf16Order(head) !== undefined) return 'utf-8';
  const isCut = !complete || head.length > HEAD_BYTES;
  const bytes = isCut ? dropCutEnd(head.subarray(0, HEAD_BYTES)) : head;
  let broken = 0;
  let whole = 0;
  for (const line of linesOf(bytes)) {
    if (!isUtf8(line)) broken += 1;
    else if (!isAscii(line)) whole += 1;
  }
  return broken > whole ? 'windows-1252' : 'utf-8';
}
