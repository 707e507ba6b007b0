import type { Fault, Problem } from './contract/problem.ts';

/** What a problem document tells besides: with what the request is in conflict. */
export type Conflict = Pick<Problem, 'decision' | 'claim' | 'count'>;

/**
 * An expected failure. One handler maps it to a problem document; the command line prints `detail` and exits with 1,
 * or 2 when the input was refused (status 400 to 499).
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly errors: readonly Fault[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly conflict: Conflict | undefined;

  /** @param code stable kebab-case name of the failure; @param detail one sentence for a person: what is wrong and what helps. */
  constructor(
    code: string,
    status: number,
    detail: string,
    options: { cause?: unknown; errors?: readonly Fault[]; retryAfterSeconds?: number; conflict?: Conflict } = {},
  ) {
    super(detail, 'cause' in options ? { cause: options.cause } : {});
    this.name = 'AppError';
    this.code = code;
    this.status = status;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.conflict = options.conflict;
  }
}

export const notFound = (what: string) => new AppError('not-found', 404, `There is no such ${what}.`);
