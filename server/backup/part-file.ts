import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import type { Part } from './backup-manifest.ts';

type Sums = Pick<Part, 'documents' | 'bytes' | 'sha256' | 'contentSha256'>;

/** Documents are handed on in pieces of about this size: one by one they would cost more to pass on than to pack. */
const PIECE_BYTES = 128 * 1024;
const LENGTH_BYTES = 4;
const SMALLEST = 5;
/** What MongoDB takes, and a little for what it adds itself. */
const LARGEST = 17 * 1024 * 1024;

/** Writes BSON documents into a new file, packed, and answers what it holds. They are durable when it answers. */
export async function writePart(path: string, documents: AsyncIterable<Uint8Array>): Promise<Sums> {
  const [packed, content] = [createHash('sha256'), createHash('sha256')];
  const sums = { documents: 0, bytes: 0 };
  async function* inPieces() {
    let waiting: Uint8Array[] = [];
    let size = 0;
    for await (const document of documents) {
      sums.documents += 1;
      content.update(document);
      waiting.push(document);
      size += document.byteLength;
      if (size < PIECE_BYTES) continue;
      yield Buffer.concat(waiting);
      [waiting, size] = [[], 0];
    }
    if (size > 0) yield Buffer.concat(waiting);
  }
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      packed.update(chunk);
      sums.bytes += chunk.byteLength;
      yield chunk;
    }
  }
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await pipeline(inPieces, createGzip({ level: constants.Z_BEST_SPEED }), counted, target);
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
  return { ...sums, sha256: packed.digest('hex'), contentSha256: content.digest('hex') };
}

/** What is wrong with a part; the message begins with the name of its file. */
export class PartFault extends Error {}

/**
 * The documents of a part, each with the bytes it was written with; at the end it is held against what the manifest
 * says of it.
 * @throws PartFault at the latest behind the last document
 */
export async function* readPart(path: string, part: Part): AsyncGenerator<Buffer> {
  const [packed, content] = [createHash('sha256'), createHash('sha256')];
  let [documents, bytes] = [0, 0];
  const fault = (what: string) => new PartFault(`${part.file} ${what}`);
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      packed.update(chunk);
      bytes += chunk.byteLength;
      yield chunk;
    }
  }
  try {
    const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
    const unpacked = pipeline(createReadStream(path), counted, gunzip);
    unpacked.catch(() => undefined); // told by the reading below
    for await (const document of split(gunzip)) {
      content.update(document);
      documents += 1;
      yield document;
    }
    await unpacked;
  } catch (cause) {
    throw cause instanceof PartFault ? cause : fault(reasonOf(cause));
  }
  if (bytes !== part.bytes) throw fault(`has ${bytes} bytes, not ${part.bytes}`);
  if (packed.digest('hex') !== part.sha256) throw fault('was changed: its SHA-256 is not the one in the manifest');
  if (documents !== part.documents) throw fault(`holds ${documents} documents, not ${part.documents}`);
  if (content.digest('hex') !== part.contentSha256) throw fault('holds other documents than the manifest says');
}

function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'is missing';
  if (code === 'Z_BUF_ERROR') return 'breaks off';
  return code?.startsWith('Z_') || cause instanceof RangeError ? `cannot be unpacked: ${message}` : message;
}

/** Cuts a stream of BSON documents by the length that each begins with. */
async function* split(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.byteLength === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    while (bytes.byteLength - at >= LENGTH_BYTES) {
      const length = bytes.readInt32LE(at);
      if (length < SMALLEST || length > LARGEST) throw new RangeError(`a document has ${length} bytes`);
      if (bytes.byteLength - at < length) break;
      yield bytes.subarray(at, at + length);
      at += length;
    }
    rest = bytes.subarray(at);
  }
  if (rest.byteLength > 0) throw new RangeError('the last document breaks off');
}

/** What is wrong with a part as a whole; undefined where nothing is. */
export async function faultOfPart(path: string, part: Part): Promise<string | undefined> {
  try {
    for await (const _ of readPart(path, part));
    return undefined;
  } catch (error) {
    if (error instanceof PartFault) return error.message;
    throw error;
  }
}
