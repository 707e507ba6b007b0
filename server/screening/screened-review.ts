import type { Analysis, Field, Span } from '../../nlp/analyze.ts';
import { findPersonalData, type PersonalDataKind } from '../../nlp/personal-data.ts';
import { findRudeWords, type RudeWord } from '../../nlp/screen.ts';

/** Words of a review that a check names. */
export type FieldSpan = Span & { field: Field };

/** A review as the checks see it. What several checks ask is found once. */
export interface ScreenedReview {
  title: string | undefined;
  text: string;
  rating: number | undefined;
  analysis: Pick<Analysis, 'sentiment' | 'mentions'>;
  /** What a finder says of title and text. */
  inFields: <Found extends Span>(find: (text: string) => readonly Found[]) => (Found & FieldSpan)[];
  personal: () => (FieldSpan & { kind: PersonalDataKind })[];
  rude: () => (FieldSpan & RudeWord)[];
}

function once<T>(find: () => T): () => T {
  let found: { value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

export function toScreened(
  { title, text, rating }: { title?: string | undefined; text: string; rating?: number | undefined },
  analysis: ScreenedReview['analysis'],
): ScreenedReview {
  const fields = [
    ...(title === undefined ? [] : [{ field: 'title' as const, words: title }]),
    { field: 'text' as const, words: text },
  ];
  const inFields: ScreenedReview['inFields'] = (find) =>
    fields.flatMap(({ field, words }) => find(words).map((found) => ({ ...found, field })));
  return {
    ...{ title, text, rating, analysis, inFields },
    personal: once(() => inFields(findPersonalData)),
    rude: once(() => inFields(findRudeWords)),
  };
}
