import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { buffer as readBytes } from 'node:stream/consumers';
import { z } from 'zod';
import { analyze } from '../../nlp/analyze.ts';
import { findDuplicates } from '../../nlp/find-duplicates.ts';
import { splitPage } from '../../nlp/split-page.ts';
import { AppError } from '../errors.ts';
import { readPageText } from '../ingest/formats/page.ts';
import { writeJsonLine } from './write-line.ts';

const Id = z.union([z.string(), z.number()]);
const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const LineToAnalyze = z.object({
  id: Id.optional(),
  title: z.string().nullish(),
  text: z.string(),
  rating: z.number().nullish(),
  aspects: z.array(Span).nullish(),
});
const LineToCompare = z.object({
  id: Id,
  text: z.string(),
  title: z.string().nullish(),
  product: z.string().nullish(),
  author: z.string().nullish(),
});

/** Prints each passage of a page; offsets are into its visible text where it is HTML. @throws AppError `file-unreadable` */
export async function extractPage(file: string): Promise<void> {
  const bytes =
    file === '-'
      ? await readBytes(process.stdin)
      : await readFile(file).catch((cause: NodeJS.ErrnoException) => {
          throw new AppError('file-unreadable', 400, `${file} cannot be read: ${cause.code ?? cause.message}.`, {
            cause,
          });
        });
  for (const { kind, start, end, text, reason } of splitPage(readPageText(bytes))) {
    await writeJsonLine({ kind, start, end, text, reason });
  }
}

/** Parsed lines with their numbers; a bad line is told on stderr and left out. Blank lines are skipped. */
async function* jsonLines<T>(input: NodeJS.ReadableStream, schema: z.ZodType<T>, onBad: () => void): AsyncIterable<T> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const problem = (why: string) => {
      onBad();
      process.stderr.write(`line ${number}: ${why}\n`);
    };
    let value: unknown;
    try {
      value = JSON.parse(number === 1 ? line.replace(/^\uFEFF/, '') : line);
    } catch {
      problem('is not JSON');
      continue;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) yield parsed.data;
    else problem(parsed.error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`).join('; '));
  }
}

/** Answers 2 when a line was refused, after the good ones. */
export async function analyzeLines(input: NodeJS.ReadableStream): Promise<0 | 2> {
  let code: 0 | 2 = 0;
  const refuse = () => {
    code = 2;
  };
  for await (const { id, title, text, rating, aspects } of jsonLines(input, LineToAnalyze, refuse)) {
    const analysis = analyze({
      title: title ?? undefined,
      text,
      rating: rating ?? undefined,
      aspects: aspects ?? undefined,
    });
    await writeJsonLine({ id, ...analysis });
  }
  return code;
}

/** Answers 2 when a line was refused; the others are compared. */
export async function findDuplicateLines(input: NodeJS.ReadableStream): Promise<0 | 2> {
  let code: 0 | 2 = 0;
  const refuse = () => {
    code = 2;
  };
  const reviews = [];
  for await (const { id, text, title, product, author } of jsonLines(input, LineToCompare, refuse)) {
    const { features } = analyze({ text, title: title ?? undefined });
    reviews.push({
      id: String(id),
      text,
      title: title ?? undefined,
      product: product ?? undefined,
      author: author ?? undefined,
      features,
    });
  }
  for (const cluster of findDuplicates(reviews)) await writeJsonLine(cluster);
  return code;
}
