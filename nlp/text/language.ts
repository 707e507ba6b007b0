import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Ngrams, packNgrams } from './pack-ngrams.ts';
import type { Token } from './tokenize.ts';

interface Detector {
  detect(text: string): { language: string; isReliable(): boolean };
}

const ENGLISH = new Set(
  'the a an is are was were it its i my we our you your he she they this that to of and in on for with as at by but not have has had very so be do does did me from if or can will would all no just when after than then there what which who how good great works easy love bought camera'.split(
    ' ',
  ),
);
/** Words of the list that other languages write alike with other meanings. */
const MIN_ENGLISH_SHARE = 0.16;
const MIN_TOKENS = 5;
const SAMPLE_TOKENS = 120;
const SAMPLE_CHARACTERS = 1000;

const LETTERS = /\p{L}/u;

let detector: Detector | undefined;

/** The detector's tables take a third of a second: they are loaded with the first text that needs them. */
function loadDetector(): Detector {
  if (detector) return detector;
  const require = createRequire(import.meta.url);
  // eld names its parts for `import` only, which cannot be called here: Node 20.19 and later require the file itself.
  const folders = require.resolve.paths('eld') ?? [];
  const source = folders.map((folder) => join(folder, 'eld/src')).find(existsSync);
  if (!source) throw new Error('the package eld is not installed');
  // Packed before the detector takes them over: 29 MB less for as long as the thread lives.
  const { ngramsData } = require(join(source, 'ngrams/extrasmall.js')) as { ngramsData: { ngrams: Ngrams } };
  ngramsData.ngrams = packNgrams(ngramsData.ngrams);
  detector = (require(join(source, 'entries/static.extrasmall.js')) as { eld: Detector }).eld;
  return detector;
}

/**
 * Language of a text: an ISO 639-1 code, or `und` where it gives too little to tell. A text with a fair share of
 * English function words is English at once; eld (n-grams) is asked about the rest and believed only when it is sure.
 */
export function detectLanguage(text: string, tokens: readonly Token[]): string {
  if (tokens.length === 0) return 'und';
  const count = Math.min(tokens.length, SAMPLE_TOKENS);
  let english = 0;
  let letters = 0;
  for (let i = 0; i < count; i += 1) {
    const { norm } = tokens[i]!.word;
    if (ENGLISH.has(norm)) english += 1;
    if (!tokens[i]!.word.isNumber) letters += LETTERS.test(norm) ? norm.length : 0;
  }
  if (english / count >= MIN_ENGLISH_SHARE) return 'en';
  if (letters === 0) return 'und';
  if (isAscii(text, tokens, count) && (count < MIN_TOKENS || letters < 20)) return 'en';
  const found = loadDetector().detect(text.slice(0, SAMPLE_CHARACTERS));
  if (found.language === '' || found.language === 'en') return found.language === 'en' ? 'en' : 'und';
  return found.isReliable() ? found.language : isAscii(text, tokens, count) ? 'en' : 'und';
}

function isAscii(text: string, tokens: readonly Token[], count: number): boolean {
  const end = tokens[count - 1]!.end;
  for (let i = 0; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 0xbf && code < 0x2000) return false;
    if (code > 0x2e7f && code < 0xd800) return false;
  }
  return true;
}
