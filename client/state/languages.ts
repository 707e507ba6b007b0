/** Whether the words of a language are known to the tagger; a text too short to tell (`und`) is read as English. */
export const isAnalysed = (language: string) => language === 'en' || language === 'und';

/** "German" for `de`; a code that stands for no known language stays as it is. */
export function nameLanguage(code: string): string {
  if (code === 'und') return 'Not known';
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
}
