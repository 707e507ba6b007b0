import type { Camera, Source } from './cameras.ts';
import type { CopyKind } from './plant-copies.ts';

/** A review of the sample before it has its final form. */
export interface DraftReview {
  camera: Camera;
  source: Source;
  /** From 0, the first day of the period. */
  day: number;
  title: string;
  text: string;
  rating: number;
  author: string | null;
  plant?: { kind: CopyKind; original: DraftReview };
}
