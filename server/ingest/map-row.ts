import { type ReviewInput as Review, ReviewInput } from '../contract/reviews.ts';
import type { Columns, RowPlan } from './formats/match-layout.ts';
import { htmlToText } from './html-to-text.ts';
import { DEFAULT_SOURCE, type ImportItem, type ReadSettings, rejectRow } from './import-item.ts';
import { parseVerified } from './parse-cell.ts';
import { withoutEmails } from './row-cells.ts';
import { CODE_NAMES, isBlank, type Row, RowMapper, show } from './row-mapper.ts';

type Issue = NonNullable<ReturnType<typeof ReviewInput.safeParse>['error']>['issues'][number];

const codeOf = (issue: Issue, value: unknown): string => {
  const field = String(issue.path[0] ?? 'row');
  const name = CODE_NAMES[field] ?? field;
  if (field === 'rating' && (issue.code === 'too_big' || issue.code === 'too_small')) return 'rating-out-of-range';
  if (issue.code === 'too_big') return `${name}-too-long`;
  return typeof value === 'string' || value === undefined ? `${name}-missing` : `${name}-invalid`;
};

const DETAILS: readonly (readonly [suffix: string, says: string])[] = [
  ['-out-of-range', 'must be from 1 to 5'],
  ['-too-long', 'is too long'],
  ['-missing', 'is missing or empty'],
];

/** Texts longer than this are refused by the contract anyway: not worth reducing first. */
const reduceMarkup = (text: string | undefined): string | undefined => {
  if (text === undefined || text.length > 1_000_000) return text;
  return htmlToText(text).trim();
};

const hasText = (row: Row, columns: Columns): boolean =>
  columns.get('text')?.some((column) => !isBlank(row.cell(column))) ?? false;

/** The columns that hold this row's review: where a row has two and only the second has a text, those of the second. */
const columnsFor = (row: Row, { columns, otherwise }: RowPlan): Columns =>
  otherwise === undefined || hasText(row, columns) || !hasText(row, otherwise) ? columns : otherwise;

const addIssues = (mapper: RowMapper, issues: readonly Issue[], candidate: Readonly<Record<string, unknown>>) => {
  for (const issue of issues) {
    const field = String(issue.path[0] ?? 'row');
    if (mapper.faults.some((fault) => fault.field === mapper.nameOf(field))) continue;
    const code = codeOf(issue, candidate[field]);
    const says = DETAILS.find(([suffix]) => code.endsWith(suffix))?.[1] ?? 'cannot be read';
    mapper.fail(field, code, `${show(candidate[field]).trim()} ${says}.`.trim());
  }
};

/**
 * One row of a file as a review, or as a reject with all its faults. Codes are `<field>-missing`, `-invalid`,
 * `-too-long`, `rating-out-of-range`, `date-ambiguous`, `date-in-future`, `status-held`, `status-hidden`,
 * `status-unknown` and `invalid-character`.
 */
export function mapRow(row: Row, plan: RowPlan, settings: ReadSettings): ImportItem {
  const mapper = new RowMapper(row, columnsFor(row, plan));
  const raw = mapper.text('text');
  const candidate: Record<keyof Review, unknown> = {
    source: mapper.filled('source') ?? settings.source ?? plan.source ?? DEFAULT_SOURCE,
    externalId: mapper.filled('externalId'),
    product:
      mapper.filled('product') ?? settings.product ?? (plan.lastProduct && mapper.filled('product', plan.lastProduct)),
    title: reduceMarkup(mapper.filled('title')) || undefined,
    text: reduceMarkup(raw),
    rating: mapper.rating(),
    author: mapper.author(),
    date: mapper.date(settings.now(), settings.dates ?? plan.dates),
    verified: parseVerified(mapper.text('verified') ?? ''),
  };
  mapper.checkStatus();
  const parsed = ReviewInput.safeParse(candidate);
  if (!parsed.success) addIssues(mapper, parsed.error.issues, candidate);
  if (mapper.faults.length === 0 && parsed.success) return { kind: 'review', line: row.line, review: parsed.data };
  const cells = row.cells();
  return rejectRow({
    line: row.line,
    faults: mapper.faults,
    text: withoutEmails(raw || cells.cells.join(' ')),
    row: cells,
  });
}
