import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText, visibleText } from '../../../server/ingest/html-to-text.ts';
import { growth, LINEAR } from '../../support/growth.ts';

describe('htmlToText', () => {
  it.each([
    ['Sharp by day &amp; by night', 'Sharp by day & by night'],
    ['It&#39;s fine &lt;really&gt;', "It's fine <really>"],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<p>First.</p><p>Second.</p>', 'First.\nSecond.'],
    ['one<br><br><br><br>two', 'one\n\ntwo'],
    ['<span>\n  Works\n</span>', 'Works'],
    ['<p>wrapped\nin the source</p>', 'wrapped in the source'],
    ['kept\nas <b>typed</b>', 'kept\nas typed'],
    ['<span class="x" data-a=\'<b>\'>attributes</span> go', 'attributes go'],
    ['a<script>alert("<p>no</p>")</script>b', 'ab'],
    ['a<style>p { color: red }</style>b', 'ab'],
    ['a<script async src="x"></script>b', 'ab'],
    ['seen <!-- not <b>this</b> --> and this', 'seen and this'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    ['<div hidden>x</div><input disabled>y', 'x\ny'],
    ['5&nbsp;stars', '5 stars'],
  ])('reduces %j to %j', (markup, text) => expect(htmlToText(markup)).toBe(text));

  it.each([
    'a < b and b > c',
    'if x<y then it hangs > often',
    'I <3 this camera',
    'write to <help@example.test> & wait',
    'AT&T said &c, 5 &gt 4',
    'lens <brand new> arrived',
    'the <b and the c> tags',
    '<!-- never closed',
    'ends with <',
    '  spaces \r\n kept  ',
    '<b',
  ])('leaves %j as it is', (text) => expect(htmlToText(text)).toBe(text));

  it('keeps what is not markup beside what is', () => {
    expect(htmlToText('<p>a < b, 3<4 & <x@y.test></p>')).toBe('a < b, 3<4 & <x@y.test>');
  });

  it.each(['<div>', '<b class=', '<a', '<!--', '&', '<p></b>', '<script>', '</', '<i  '])(
    'takes no longer than its length asks for: %s',
    (piece) => expect(growth((text) => htmlToText(`${text}>`), piece)).toBeLessThan(LINEAR),
  );

  it('leaves no tag and no script behind, and never throws', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</script>',
      '<p>',
      '</p>',
      '<br>',
      '<b class="x">',
      '<!--',
      '-->',
      'text',
      '&lt;',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(htmlToText(pieces.join(''))).not.toMatch(/<script>|<p>|<br>|<b class/);
      }),
    );
  });

  it('returns any text without < and & unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/[<&]/.test(text));
        expect(htmlToText(text)).toBe(text);
      }),
    );
  });
});

describe('visibleText', () => {
  it('gives a line for each block and nothing that is not shown', () => {
    const page = `<!doctype html><html><head><title>Shop</title><style>a{}</style></head><body>
      <nav><ul><li>Home</li></ul></nav><h2>Reviews</h2><div><p>Clear   picture.</p>
      <p>Dark <em>at</em> night.</p></div><script>track()</script></body></html>`;
    expect(visibleText(page)).toBe('Home\nReviews\nClear picture.\nDark at night.');
  });
});
