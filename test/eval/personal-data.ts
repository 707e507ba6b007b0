import { findPersonalData, type PersonalDataKind } from '../../nlp/personal-data.ts';
import { hasRealReviews, readRealJsonl, readScrapedTexts } from './real-reviews.ts';

/** Digits in the place of `#`; none of them leads to anybody. */
const PHONE_FORMS: readonly string[] = [
  '+1 202-555-01##',
  '(202) 555-01##',
  '202.555.01##',
  '1-800-555-01##',
  '20255501##',
  '+44 20 7946 0###',
  '020 7946 0###',
  '07700 900###',
  '+49 30 2312 5###',
  '030 23125###',
  '0171 39200##',
  '+33 6 39 98 ## ##',
  '06 39 98 ## ##',
  '+91 99999 0####',
  '99999 0####',
  '+34 612 345 ###',
  '+61 491 570 ###',
  '0491 570 ###',
  '+353 20 914 ####',
  '00 49 30 2312 5###',
];
const MAIL_FORMS: readonly string[] = [
  'jane#@example.com',
  'jane.doe+#@mail.example.co.uk',
  'jane_#@example.photography',
  'jörg#@münchen.example',
  'JANE#@EXAMPLE.ORG',
  'jane# (at) example dot com',
  'jane#[at]example[dot]org',
  'jane.# at gmail dot com',
  'jane# @ example.com',
  'jane#＠example.com',
];
const FRAMES: readonly ((datum: string) => string)[] = [
  (datum) => `Great camera, but support never answers. Reach me at ${datum} please.`,
  (datum) => `Works (${datum}), five stars`,
  (datum) => `${datum}\nis what the seller told me to use`,
];
const TIMES = 10;

/** Share of what is planted that is found whole. */
function measureFound(forms: readonly string[], kind: PersonalDataKind): number {
  let [found, all] = [0, 0];
  for (const form of forms)
    for (const frame of FRAMES)
      for (let time = 0; time < TIMES; time += 1) {
        let at = 0;
        const datum = form.replaceAll('#', () => {
          at += 1;
          return String((time * 7 + 3 * at) % 10);
        });
        const text = frame(datum);
        const start = text.indexOf(datum);
        const isFound = findPersonalData(text).some(
          (span) => span.kind === kind && span.start <= start + 1 && span.end >= start + datum.length,
        );
        all += 1;
        found += Number(isFound);
      }
  return found / all;
}

/** Share of real reviews that masking changes; undefined where they are not beside the project. */
export function measureChanged(): number | undefined {
  if (!hasRealReviews()) return undefined;
  const texts = [...readScrapedTexts(), ...readRealJsonl<{ text: string }>('tags-dev.jsonl').map(({ text }) => text)];
  return texts.filter((text) => findPersonalData(text).length > 0).length / texts.length;
}

export const measureMail = () => measureFound(MAIL_FORMS, 'e-mail');
export const measurePhones = () => measureFound(PHONE_FORMS, 'phone');

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** How much of planted personal data is found, and how many real reviews are changed. */
export function evaluatePersonalData(print: (line: string) => void): void {
  print('Personal data, planted in sentences');
  print(`  e-mail addresses found  ${percent(measureMail())}`);
  print(`  phone numbers found     ${percent(measurePhones())}`);
  const changed = measureChanged();
  if (changed !== undefined) print(`  real reviews changed    ${percent(changed)}`);
}
