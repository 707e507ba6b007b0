/** The first bytes of a stream, and the whole stream, those included, to be read once. */
export interface Peeked {
  head: Buffer;
  /** Whether `head` is all there is. */
  complete: boolean;
  chunks: AsyncIterable<Uint8Array>;
}

async function* chain(before: readonly Buffer[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* before;
    for (let step = await rest.next(); !step.done; step = await rest.next()) yield step.value;
  } finally {
    await rest.return?.();
  }
}

const asBuffer = (chunk: Uint8Array): Buffer => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);

/** Reads until `size` bytes are there or the stream ends. */
export async function peekBytes(chunks: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  let bytes = 0;
  let complete = false;
  while (bytes < size && !complete) {
    const step = await iterator.next();
    if (step.done) complete = true;
    else {
      read.push(asBuffer(step.value));
      bytes += step.value.byteLength;
    }
  }
  return { head: Buffer.concat(read), complete, chunks: chain(read, iterator) };
}

/** All bytes of a stream, or undefined when there are more than `limit`. */
export async function readWhole(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | undefined> {
  const read: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > limit) return undefined;
    read.push(asBuffer(chunk));
  }
  return Buffer.concat(read);
}
