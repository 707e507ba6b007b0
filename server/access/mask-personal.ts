import { findPersonalData, type MaskedText, maskText, type PersonalDataKind } from '../../nlp/personal-data.ts';
import { currentActor } from './actor.ts';

/** A text as the current actor may see it, and the kinds of personal data that are masked in it. */
export type PersonalView = MaskedText & { kinds: readonly PersonalDataKind[] };

export function viewPersonal(text: string): PersonalView {
  if (currentActor().seesPersonalData) return { text, mapSpan: (span) => span, kinds: [] };
  const spans = findPersonalData(text);
  return { ...maskText(text, spans), kinds: spans.map(({ kind }) => kind) };
}

/** The same of a line of which no spans are shown. */
export const maskPersonal = (line: string): string => viewPersonal(line).text;

/** Masked for everybody, whoever acts: for logs. */
export const withoutPersonalData = (text: string): string => maskText(text, findPersonalData(text)).text;
