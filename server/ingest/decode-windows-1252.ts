import { isAscii } from 'node:buffer';

/**
 * What the bytes 0x80 to 0x9f stand for (WHATWG Encoding, index windows-1252; the five that Windows leaves open are
 * control characters). All others are the character of the same number. `TextDecoder` is not asked: that of Node
 * 20.18.3 and later takes these bytes for Latin-1 (nodejs/node#56542).
 */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decode = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => HIGH.charAt(char.charCodeAt(0) - 0x80));

/** Windows-1252 in pieces of any size as UTF-8: every byte is a character. */
export async function* windows1252ToUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield isAscii(chunk) ? chunk : Buffer.from(decode(chunk), 'utf8');
}
