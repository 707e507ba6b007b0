import { Tokenizer, TokenizerMode } from 'parse5';

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  `address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre search section select
  summary table tbody td tfoot th thead title tr ul`.split(/\s+/),
);
/** Elements whose content is not shown; the tokenizer reads it up to the end tag without looking for tags in it. */
const UNSEEN = new Set(['script', 'style', 'noscript', 'iframe', 'noembed', 'noframes', 'title', 'textarea']);
const INLINE = new Set(
  `a abbr acronym applet area audio b base basefont bdi bdo big blink br canvas cite code col colgroup data datalist del
  dfn em embed font frame frameset i iframe img image input ins kbd label link map mark marquee math meta meter nobr
  noembed noframes noscript object optgroup output param picture plaintext progress q rp rt ruby s samp script slot small
  source span strike strong style sub sup svg template textarea time track tt u var video wbr xmp`.split(/\s+/),
);

/** What follows a tag's name in real markup: its end, an attribute with a value, or an attribute that takes none. */
const TAG_REST =
  /(?:\s{0,50}\/?>|\s{1,50}[a-z_:@][\w:.@-]{0,60}\s{0,10}=|[\s/]{1,50}(?:async|defer|disabled|checked|hidden|controls|autoplay|loop|muted|selected|required|readonly|reversed|open)\b)/iy;
const TAG_NAME = /<\/?([a-z][a-z0-9]{0,15})/iy;
const ENTITY = /&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iy;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Whether the `<` begins real markup: `a < b`, `<3` and `<me@home>` do not. */
const isMarkup = (text: string, at: number, lastComment: number): boolean => {
  if (text.startsWith('<!--', at)) return at + 4 <= lastComment;
  const tag = matchAt(TAG_NAME, text, at);
  const name = tag?.[1]?.toLowerCase();
  if (!tag || name === undefined || !(BLOCKS.has(name) || INLINE.has(name))) return false;
  return matchAt(TAG_REST, text, at + tag[0].length) !== null;
};

/** The markup of a text that is not an HTML document: what is none is escaped, so that the tokenizer keeps it. */
const escapeStray = (text: string): { html: string; markup: boolean } => {
  const lastEnd = text.lastIndexOf('>');
  const lastComment = text.lastIndexOf('-->');
  let markup = false;
  const html = text.replace(/[<&]/g, (char, at: number) => {
    const real = char === '&' ? matchAt(ENTITY, text, at) !== null : at < lastEnd && isMarkup(text, at, lastComment);
    markup ||= real;
    if (real) return char;
    return char === '&' ? '&amp;' : '&lt;';
  });
  return { html, markup };
};

/** The lines that a browser would show, and whether the markup itself broke any. Linear in the length: no tree is built. */
const showLines = (html: string): { lines: string[]; broken: boolean } => {
  const lines = [''];
  let broken = false;
  const append = (chars: string) => {
    lines[lines.length - 1] += chars;
  };
  const breakLine = (always: boolean) => {
    broken = true;
    if (always || lines[lines.length - 1]?.trim() !== '') lines.push('');
  };
  let unseen: string | undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: ({ tagName }) => {
        if (UNSEEN.has(tagName)) {
          unseen = tagName;
          tokenizer.state = tagName === 'script' ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT;
        } else if (tagName === 'br' || BLOCKS.has(tagName)) breakLine(tagName === 'br');
      },
      onEndTag: ({ tagName }) => {
        if (tagName === unseen) unseen = undefined;
        else if (BLOCKS.has(tagName)) breakLine(false);
      },
      onCharacter: ({ chars }) => unseen ?? append(chars),
      onWhitespaceCharacter: ({ chars }) => unseen ?? append(chars),
      onNullCharacter: () => {},
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {},
    },
  );
  tokenizer.write(html, true);
  return { lines, broken };
};

/** At most one empty line in a row, none at the ends. */
const joinLines = (lines: readonly string[]): string =>
  lines
    .filter((line, index) => line !== '' || lines[index - 1] !== '')
    .join('\n')
    .trim();

const squeeze = (line: string): string => line.replace(/[ \t\r\n\f\u00a0]+/g, ' ').trim();

/**
 * The text of a title or a review that may hold markup: tags go, entities are decoded once, `<br>` and block elements
 * become line breaks, scripts and styles vanish with their content. A text without markup is returned as it is, stray
 * `<` and `&` included. Where the markup breaks the lines, those of the source count as spaces, as in a browser.
 */
export function htmlToText(text: string): string {
  if (!/[<&]/.test(text)) return text;
  const { html, markup } = escapeStray(text);
  if (!markup) return text;
  const { lines, broken } = showLines(html);
  return joinLines((broken ? lines : lines.join('\n').split(/\r?\n/)).map(squeeze));
}

/** The visible text of an HTML document, a line for each block element. */
export function visibleText(html: string): string {
  return joinLines(showLines(html).lines.map(squeeze));
}
