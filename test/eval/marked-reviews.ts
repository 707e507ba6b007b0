import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Polarity } from '../../nlp/analyze.ts';
import { openImport } from '../../server/ingest/read-import.ts';
import type { LabelledReview } from './tags-data.ts';

/** How a mark judges: praise, blame, or a flat fact. */
export type Sign = '+' | '-' | '0';

/** A stretch of a review that speaks of a feature, as UTF-16 offsets of its field. */
export interface Mark {
  feature: string;
  sign: Sign;
  field: 'title' | 'text';
  start: number;
  end: number;
}

/** A labelled review with the stretches that show its labels. */
export interface MarkedReview extends LabelledReview {
  marks: Mark[];
  /** All mentions are marked; otherwise one of each feature may be, and unmarked stretches of that feature say nothing. */
  isComplete: boolean;
}

const TRAINING = new URL('training/', import.meta.url);
const SCRAPE = fileURLToPath(new URL('../../../shared/data/ring-scrape.csv', import.meta.url));

const linesOf = (url: URL): string[] =>
  readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** The labels that marks add up to: praise and blame make mixed, flat facts give way. */
function labelsOf(marks: readonly Mark[]): Record<string, Polarity> {
  const labels: Record<string, Polarity> = {};
  for (const { feature, sign } of marks) {
    const known = labels[feature];
    const said: Polarity = sign === '+' ? 'positive' : sign === '-' ? 'negative' : 'neutral';
    if (known === undefined || known === 'neutral') labels[feature] = said;
    else if (said !== 'neutral' && said !== known) labels[feature] = 'mixed';
  }
  return labels;
}

const toMark = (code: string): Pick<Mark, 'feature' | 'sign'> => ({
  feature: code.slice(0, -1),
  sign: code.slice(-1) as Sign,
});

const MARKED = /\[\[([^[\]|]+)\|([a-z_+,0-]+)\]\]/g;

/** Takes `[[words|feature+,feature-]]` out of a text, and answers it with its marks. */
function readMarked(source: string, field: Mark['field']): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let last = 0;
  for (const { 0: whole, 1: words = '', 2: codes = '', index } of source.matchAll(MARKED)) {
    text += source.slice(last, index);
    const start = text.length;
    text += words;
    for (const code of codes.split(',')) marks.push({ ...toMark(code), field, start, end: text.length });
    last = index + whole.length;
  }
  return { text: text + source.slice(last), marks };
}

interface WrittenReview {
  id: string;
  kind: string;
  rating: number | null;
  title: string;
  text: string;
}

/** Reviews written for training or scoring, their mentions marked within the text. */
export function readWritten(url: URL): MarkedReview[] {
  return linesOf(url).map((line) => {
    const { id, kind, rating, ...written } = JSON.parse(line) as WrittenReview;
    const title = readMarked(written.title, 'title');
    const { text, marks } = readMarked(written.text, 'text');
    const all = [...title.marks, ...marks];
    return {
      id,
      source: kind,
      ...(rating === null ? {} : { rating }),
      ...(title.text === '' ? {} : { title: title.text }),
      text,
      marks: all,
      labels: labelsOf(all),
      isComplete: true,
    };
  });
}

/** Single sentences, each with the codes of what it says: `clarity+,app-`, or `none`. */
function readPhrases(url: URL, name: string): MarkedReview[] {
  return linesOf(url).map((line, index) => {
    const [codes = '', text = ''] = line.split('\t');
    const marks: Mark[] =
      codes === 'none'
        ? []
        : codes.split(',').map((code) => ({ ...toMark(code), field: 'text', start: 0, end: text.length }));
    return { id: `${name}-${index}`, source: 'phrase', text, marks, labels: labelsOf(marks), isComplete: true };
  });
}

interface ScrapeLabels {
  line: number;
  marks: [code: string, field: Mark['field'], start: number, end: number][];
}

/** Reviews of the scrape in ../shared by the line where they begin; none where it is not on this machine. */
async function readScrape(): Promise<Map<number, { title?: string; text: string; rating?: number }>> {
  const rows = new Map<number, { title?: string; text: string; rating?: number }>();
  if (!existsSync(SCRAPE)) return rows;
  const settings = { product: 'doorbell', source: 'scrape', now: () => new Date() };
  const { items } = await openImport(createReadStream(SCRAPE), settings);
  for await (const item of items) {
    if (item.kind !== 'review' || item.line === null) continue;
    const { title, text, rating } = item.review;
    rows.set(item.line, { text, ...(title ? { title } : {}), ...(rating ? { rating } : {}) });
  }
  return rows;
}

/** Labelled rows of the scrape: the file holds line numbers and offsets only. */
export async function readScrapeLabels(url: URL): Promise<MarkedReview[]> {
  const rows = await readScrape();
  return linesOf(url).flatMap((json) => {
    const { line, marks } = JSON.parse(json) as ScrapeLabels;
    const row = rows.get(line);
    if (!row) return [];
    const all = marks.map(([code, field, start, end]) => ({ ...toMark(code), field, start, end }));
    return { id: `scrape-${line}`, source: 'scrape', ...row, marks: all, labels: labelsOf(all), isComplete: true };
  });
}

const SIGNS: Partial<Record<Polarity, Sign>> = { positive: '+', negative: '-', neutral: '0' };

/** Marks of a review whose labels come with one quotation each. */
export function markEvidence(review: LabelledReview & { evidence?: Record<string, string> }): MarkedReview {
  const { evidence = {}, ...rest } = review;
  const marks: Mark[] = [];
  for (const [feature, quote] of Object.entries(evidence)) {
    const sign = SIGNS[review.labels[feature] ?? 'mixed'];
    for (const field of ['text', 'title'] as const) {
      const start = review[field]?.indexOf(quote) ?? -1;
      if (start < 0) continue;
      const end = start + quote.length;
      if (sign) marks.push({ feature, sign, field, start, end });
      else for (const both of ['+', '-'] as const) marks.push({ feature, sign: both, field, start, end });
      break;
    }
  }
  return { ...rest, marks, isComplete: false };
}

/** Everything written for training: reviews of cameras of all kinds, and single sentences. */
export function loadWritten(): { reviews: MarkedReview[]; phrases: MarkedReview[] } {
  const names = readdirSync(TRAINING).sort();
  return {
    reviews: names
      .filter((name) => name.startsWith('reviews-'))
      .flatMap((name) => readWritten(new URL(name, TRAINING))),
    phrases: names
      .filter((name) => name.startsWith('phrases-'))
      .flatMap((name) => readPhrases(new URL(name, TRAINING), name.replace('.tsv', ''))),
  };
}

/** Rows of the scrape that were labelled for training. */
export const loadScrape = (): Promise<MarkedReview[]> => readScrapeLabels(new URL('scrape-labels.jsonl', TRAINING));
