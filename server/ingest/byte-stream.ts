/** The first bytes of a file, and whether they are all there is. */
export interface Peeked {
  head: Buffer;
  complete: boolean;
}

/** A file that can be looked into before it is read. */
export interface ByteSource {
  /** At least `size` bytes from the beginning, or all there are; nothing is lost by it, and it can be repeated. */
  peek(size: number): Promise<Peeked>;
  /** All bytes; where the source is a stream, only once. */
  chunks(): AsyncIterable<Uint8Array>;
}

const asBuffer = (chunk: Uint8Array): Buffer => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);

/** A stream as a source: what was looked at is kept until it is read. */
export function streamSource(stream: AsyncIterable<Uint8Array>): ByteSource {
  const iterator = stream[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  let bytes = 0;
  let complete = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for (let chunk = read.shift(); chunk; chunk = read.shift()) yield chunk;
      for (let step = await iterator.next(); !step.done; step = await iterator.next()) yield step.value;
    } finally {
      await iterator.return?.();
    }
  }
  return {
    async peek(size) {
      while (bytes < size && !complete) {
        const step = await iterator.next();
        if (step.done) complete = true;
        else {
          read.push(asBuffer(step.value));
          bytes += step.value.byteLength;
        }
      }
      return { head: Buffer.concat(read), complete };
    },
    chunks,
  };
}

/** A source that is opened anew for every look. */
export function replaySource(open: () => AsyncIterable<Uint8Array>): ByteSource {
  return {
    async peek(size) {
      const read: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of open()) {
        read.push(asBuffer(chunk));
        bytes += chunk.byteLength;
        if (bytes >= size) return { head: Buffer.concat(read), complete: false };
      }
      return { head: Buffer.concat(read), complete: true };
    },
    chunks: open,
  };
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
