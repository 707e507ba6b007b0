import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Access } from '../access/rights.ts';

/** Bodies of reviews, held whole until they are stored; uploads, which stream. */
export type IntakeKind = 'reviews' | 'upload';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One answer an operation gives besides the problems that any may give. */
export interface AnswerSpec {
  description: string;
  schema?: z.ZodType;
  /** Media types other than JSON: text/csv, text/event-stream. */
  otherTypes?: readonly string[];
}

export interface Answer {
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
}

export interface Parsed<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  req: Request;
  res: Response;
}

/**
 * One path and method of the API: from it come the route, the checks of what comes in, and the API document, so that
 * the three cannot differ. `handle` answers, or writes to `res` itself and answers undefined (streams).
 */
export interface Operation<P = unknown, Q = unknown, B = unknown> {
  id: string;
  /** Who may ask for it. */
  access: Access;
  method: Method;
  /** With parameters in braces: `/reviews/{id}`, below `/api/v1`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  /** JSON body. */
  body?: z.ZodType<B>;
  /** Where `body` is a choice: the branch a given body is meant as, so that its faults are named and not the others'. */
  branchOf?: (body: unknown) => z.ZodType<B>;
  /** Media types of a raw body that `handle` reads as a stream. */
  rawTypes?: readonly string[];
  answers: Readonly<Record<number, AnswerSpec>>;
  /** Statuses of problems that the operation itself gives. */
  problems?: readonly number[];
  /** Honours `Idempotency-Key`: the same request again gets the first answer and is not carried out again. */
  idempotent?: boolean;
  /** What is refused while the server has as much of it as it can hold. */
  intake?: IntakeKind;
  handle: (request: Parsed<P, Q, B>) => Promise<Answer | undefined>;
}

/** Keeps the types of params, query and body between the schemas and `handle`. */
export const operation = <P, Q, B>(spec: Operation<P, Q, B>): Operation => spec as unknown as Operation;
