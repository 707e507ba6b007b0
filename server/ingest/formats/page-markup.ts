import { Tokenizer, TokenizerMode } from 'parse5';
import { readJsonLd } from './json-ld.ts';
import type { MarkedReview } from './marked-review.ts';
import { MicrodataReader } from './microdata.ts';

/** Elements whose content is read up to their end tag without looking for tags in it. */
const RAW = new Set('style noscript iframe noembed noframes title textarea xmp'.split(' '));

/**
 * The reviews that an HTML document marks up, as JSON-LD or as microdata, whichever tells more; none where it marks up
 * none. Linear in the length: no tree is built.
 */
export function readMarkup(html: string): MarkedReview[] {
  if (!/ld\+json|itemprop/i.test(html)) return [];
  const microdata = new MicrodataReader(html);
  const scripts: string[] = [];
  let script: string | undefined;
  const addText = (chars: string) => {
    if (script !== undefined) script += chars;
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: ({ tagName, attrs, location }) => {
        const attribute = (name: string) => attrs.find((one) => one.name === name)?.value;
        if (tagName === 'script') {
          if (/^application\/ld\+json\b/i.test(attribute('type')?.trim() ?? '')) script = '';
          tokenizer.state = TokenizerMode.SCRIPT_DATA;
        } else if (RAW.has(tagName)) tokenizer.state = TokenizerMode.RAWTEXT;
        else microdata.start({ tag: tagName, attribute, end: location!.endOffset }, location!.startOffset);
      },
      onEndTag: ({ tagName, location }) => {
        if (script !== undefined && tagName === 'script') {
          scripts.push(script);
          script = undefined;
        } else microdata.end(tagName, location!.startOffset);
      },
      onCharacter: ({ chars }) => addText(chars),
      onWhitespaceCharacter: ({ chars }) => addText(chars),
      onNullCharacter: () => {},
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {},
    },
  );
  tokenizer.write(html, true);
  const fromScripts = readJsonLd(scripts);
  const fromTags = microdata.finish();
  const marked = fromTags.length > fromScripts.length ? fromTags : fromScripts;
  // Ratings alone are no reviews: their texts may still be seen on the page.
  return marked.some(({ text }) => text !== undefined) ? marked : [];
}
