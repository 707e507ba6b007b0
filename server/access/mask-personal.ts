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

const WORD = /[\p{L}\p{N}]{2,64}/gu;

/** A line that quotes single words of texts, without those that stand within personal data: also half an address tells. */
export function withoutPersonalWords(line: string, texts: readonly string[]): string {
  const words = texts.flatMap((text) =>
    findPersonalData(text).flatMap(({ start, end }) => text.slice(start, end).toLowerCase().match(WORD) ?? []),
  );
  if (words.length === 0) return withoutPersonalData(line);
  const hidden = new Set(words);
  return withoutPersonalData(line).replace(/“[^”]{1,400}”|Changed: .{1,1000}/gu, (quoted) =>
    quoted.replace(WORD, (word) => (hidden.has(word.toLowerCase()) ? '…' : word)),
  );
}

const PARTS = /[?&=/]/;

/** An address of a request without the personal data in its parts, escapes taken out, so that it is seen in them. */
export function withoutPersonalParts(url: string): string {
  let plain = url;
  try {
    plain = decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    // Escapes that mean nothing are looked at as they are.
  }
  return plain
    .split(/([?&=/])/)
    .map((part) => (PARTS.test(part) ? part : withoutPersonalData(part)))
    .join('');
}
