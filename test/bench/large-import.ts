import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportView } from '../../server/contract/imports.ts';
import { type RunningServer, runServer } from './run-server.ts';
import { createSyntheticReviews } from './synthetic-reviews.ts';

const SAMPLE_MS = 250;
const HEADER = 'product,date,rating,author,title,text\n';
const PRODUCTS = 40;
/** Every so many rows one has stars that there are not. */
const FAULTY = 1000;

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + (n % 700))).toISOString().slice(0, 10);

/** Rows without ids of their source, so that the import has to know which texts it has seen. */
function* csvRows(bytes: number, count: (row: number) => void): Generator<string> {
  const reviews = createSyntheticReviews();
  yield HEADER;
  for (let n = 0, written = HEADER.length; written < bytes; n += 1) {
    const { text } = reviews.review(n);
    const rating = n % FAULTY === FAULTY - 1 ? 9 : 1 + (n % 5);
    const line = `camera-${n % PRODUCTS},${day(n)},${rating},Author ${n % 90_000},,${cell(text)}\n`;
    written += Buffer.byteLength(line);
    count(n + 1);
    yield line;
  }
}

/** Bytes of a field of what Linux tells of a process, such as `VmRSS`. */
async function memoryOf(pid: number, field: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return 1024 * Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
}

async function upload({ url }: RunningServer, path: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/imports?filename=large.csv&source=bench`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv' },
    body: Readable.toWeb(createReadStream(path)) as ReadableStream,
    duplex: 'half',
  } as RequestInit & { duplex: 'half' });
  if (answer.status !== 202) throw new Error(await answer.text());
  return ((await answer.json()) as ImportView).id;
}

async function waitFor({ url }: RunningServer, id: string): Promise<ImportView> {
  for (;;) {
    const view = (await (await fetch(`${url}/api/v1/imports/${id}`)).json()) as ImportView;
    if (view.state === 'done' || view.state === 'failed') return view;
    await sleep(SAMPLE_MS);
  }
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

/**
 * Uploads one CSV file of `mb` megabytes to the built app with its embedded MongoDB, and tells how fast it is taken in
 * and how much memory the server holds at most, while it uploads and while it imports.
 */
export async function benchLargeImport(print: (line: string) => void, mb = 20): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'reviewfinder-bench-'));
  const server = await runServer({ REVIEWFINDER_DATA: join(dir, 'data') });
  let most = { upload: 0, import: 0 };
  let phase: keyof typeof most = 'upload';
  const sampling = setInterval(async () => {
    const rss = await memoryOf(server.pid, 'VmRSS');
    most = { ...most, [phase]: Math.max(most[phase], rss) };
  }, SAMPLE_MS);
  try {
    const path = join(dir, 'large.csv');
    let rows = 0;
    const count = (row: number) => {
      rows = row;
    };
    await pipeline(Readable.from(csvRows(mb * 1e6, count)), createWriteStream(path));
    const before = await memoryOf(server.pid, 'VmRSS');
    const uploading = performance.now();
    const id = await upload(server, path);
    const importing = performance.now();
    phase = 'import';
    const { state, counts } = await waitFor(server, id);
    const seconds = (performance.now() - importing) / 1000;
    const faulty = Math.floor(rows / FAULTY);
    const isRight = state === 'done' && counts.received === rows && counts.rejected === faulty;
    if (!isRight || counts.stored + counts.unchanged !== rows - faulty)
      throw new Error(`${rows} rows came to ${state} ${JSON.stringify(counts)}`);
    print(
      `large-import: ${megabytes((await stat(path)).size)} MB, ${rows} rows: uploaded in ${((importing - uploading) / 1000).toFixed(1)} s, imported at ${Math.round(rows / seconds)} rows/s (${counts.exactDuplicates} exact, ${counts.nearDuplicates} edited copies)`,
    );
    print(
      `large-import: the server holds ${megabytes(before)} MB before, at most ${megabytes(most.upload)} MB while it is sent the file and ${megabytes(most.import)} MB while it imports; its highest ever (VmHWM) is ${megabytes(await memoryOf(server.pid, 'VmHWM'))} MB`,
    );
  } finally {
    clearInterval(sampling);
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
