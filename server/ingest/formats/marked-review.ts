import { scaleRating } from '../parse-cell.ts';

/** A review as a page's markup tells it, not yet checked. */
export interface MarkedReview {
  product: string | undefined;
  title: string | undefined;
  text: string | undefined;
  /** On the scale from 1 to 5, or as the markup has it where it is no number. */
  rating: string | undefined;
  author: string | undefined;
  date: string | undefined;
}

const NUMBER = /^\d{1,6}(?:[.,]\d{1,6})?$/;
const toNumber = (text: string | undefined): number | undefined =>
  text !== undefined && NUMBER.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined;

/** The rating on the scale from 1 to 5; schema.org's scale goes from 1 to 5 where it is not stated. */
export function scaleMarked(
  value: string | undefined,
  worst: string | undefined,
  best: string | undefined,
): string | undefined {
  const number = toNumber(value);
  if (number === undefined) return value;
  const scaled = scaleRating(number, toNumber(worst) ?? 1, toNumber(best) ?? 5);
  return scaled === undefined ? value : String(scaled);
}

/** The last part of a schema.org type: `https://schema.org/Review` and `Review` are one. */
export const typeName = (type: string): string =>
  type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf('#'), type.lastIndexOf(':')) + 1);

/** Types of schema.org that are reviews, and those that are products. */
export const REVIEW_TYPE = /^(?:User|Critic|Employer)?Review$/;
export const PRODUCT_TYPE = /^(?:Product|IndividualProduct|ProductModel|ProductGroup)$/;
