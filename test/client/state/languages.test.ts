import { expect, it } from 'vitest';
import { isAnalysed, nameLanguage } from '../../../client/state/languages.ts';

it.each([
  ['en', 'English', true],
  ['de', 'German', false],
  ['pt', 'Portuguese', false],
  ['und', 'Not known', true],
  ['not a code', 'not a code', false],
])('the language %s is %s', (code, name, analysed) => {
  expect(nameLanguage(code)).toBe(name);
  expect(isAnalysed(code)).toBe(analysed);
});
