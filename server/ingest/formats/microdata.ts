import { visibleText } from '../html-to-text.ts';
import { type MarkedReview, PRODUCT_TYPE, REVIEW_TYPE, scaleMarked, typeName } from './marked-review.ts';

/** An item of microdata (https://html.spec.whatwg.org/multipage/microdata.html): the first value of each property. */
interface Item {
  type: string;
  /** The properties of the outer item that it is a value of. */
  names: readonly string[];
  texts: Map<string, string>;
  items: Map<string, Item>;
  product: Item | undefined;
}

interface OpenElement {
  tag: string;
  item?: Item;
  /** Properties whose value is the text of the element, which begins here. */
  names?: readonly string[];
  from: number;
}

/** A start tag, with the position behind it. */
export interface StartTag {
  tag: string;
  attribute: (name: string) => string | undefined;
  end: number;
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** End tags may be left out: what a start tag ends of the elements that are open. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  li: ['p', 'li'],
  ...{ dt: ['p', 'dt', 'dd'], dd: ['p', 'dt', 'dd'], option: ['option'] },
  ...{ td: ['p', 'td', 'th'], th: ['p', 'td', 'th'], tr: ['p', 'td', 'th', 'tr'] },
  ...Object.fromEntries(
    'p div ul ol dl table section article h1 h2 h3 h4 h5 h6 blockquote'.split(' ').map((tag) => [tag, ['p']]),
  ),
};
/** Where a property's value stands, if not in the text. */
const VALUE_IN: Readonly<Record<string, string>> = {
  ...{ meta: 'content', a: 'href', link: 'href', img: 'src', time: 'datetime', data: 'value', meter: 'value' },
};

/** Properties inside each other, and characters of one value: more is no review, and would be read again and again. */
const MAX_NESTED = 20;
const MAX_VALUE = 1_000_000;

const isReview = ({ type, names, texts }: Item): boolean =>
  REVIEW_TYPE.test(type) ||
  (type === '' && /^reviews?$/.test(names[0] ?? '') && (texts.has('reviewBody') || texts.has('description')));

const productName = (item: Item | undefined): string | undefined =>
  item && (item.texts.get('sku') ?? item.texts.get('name'));

const toReview = (item: Item): MarkedReview => {
  const { texts, items } = item;
  const rating = items.get('reviewRating')?.texts ?? texts;
  return {
    product: productName(items.get('itemReviewed')) ?? texts.get('itemReviewed') ?? productName(item.product),
    title: texts.get('headline') ?? texts.get('name'),
    text: texts.get('reviewBody') ?? texts.get('description'),
    rating: scaleMarked(
      rating.get('ratingValue') ?? texts.get('reviewRating'),
      rating.get('worstRating'),
      rating.get('bestRating'),
    ),
    author: items.get('author')?.texts.get('name') ?? texts.get('author'),
    date: texts.get('datePublished') ?? texts.get('dateCreated'),
  };
};

/** Collects the reviews in a page's microdata from its tags, in their order; no tree is built. */
export class MicrodataReader {
  readonly #html: string;
  readonly #open: OpenElement[] = [];
  /** Open elements of each tag: an end tag without one is passed over. */
  readonly #counts = new Map<string, number>();
  readonly #items: Item[] = [];
  readonly #reviews: Item[] = [];
  #nested = 0;

  constructor(html: string) {
    this.#html = html;
  }

  start(tag: StartTag, from: number): void {
    const ends = ENDED_BY[tag.tag];
    while (ends?.includes(this.#open.at(-1)?.tag ?? '')) this.#close(from);
    const names =
      tag
        .attribute('itemprop')
        ?.split(/\s+/)
        .filter((name) => name !== '') ?? [];
    const element: OpenElement = { tag: tag.tag, from: tag.end };
    if (tag.attribute('itemscope') !== undefined) element.item = this.#beginItem(tag, names);
    else if (names.length > 0) this.#beginText(element, tag, names);
    if (VOID.has(tag.tag)) return;
    this.#open.push(element);
    this.#counts.set(tag.tag, (this.#counts.get(tag.tag) ?? 0) + 1);
  }

  end(tag: string, from: number): void {
    if (!this.#counts.get(tag)) return;
    while (this.#close(from) !== tag);
  }

  /** What was found, when the page has ended. */
  finish(): MarkedReview[] {
    while (this.#open.length > 0) this.#close(this.#html.length);
    return this.#reviews.filter(isReview).map(toReview);
  }

  #beginItem(tag: StartTag, names: readonly string[]): Item {
    const type = typeName((tag.attribute('itemtype') ?? '').trim().split(/\s+/)[0]!);
    const outer = this.#items.at(-1);
    const product = outer && PRODUCT_TYPE.test(outer.type) ? outer : outer?.product;
    const item: Item = { type, names, texts: new Map(), items: new Map(), product };
    for (const name of names) if (outer && !outer.items.has(name)) outer.items.set(name, item);
    if (REVIEW_TYPE.test(type) || type === '') this.#reviews.push(item);
    this.#items.push(item);
    return item;
  }

  #beginText(element: OpenElement, tag: StartTag, names: readonly string[]): void {
    const value = tag.attribute('content') ?? tag.attribute(VALUE_IN[tag.tag] ?? 'content');
    if (value !== undefined) this.#setTexts(names, value);
    else if (this.#nested < MAX_NESTED) {
      element.names = names;
      this.#nested += 1;
    }
  }

  #setTexts(names: readonly string[], value: string): void {
    const texts = this.#items.at(-1)?.texts;
    const text = value.trim();
    for (const name of names) if (texts && text !== '' && !texts.has(name)) texts.set(name, text);
  }

  #close(to: number): string | undefined {
    const element = this.#open.pop();
    if (!element) return undefined;
    this.#counts.set(element.tag, this.#counts.get(element.tag)! - 1);
    if (element.item) this.#items.pop();
    if (element.names) {
      this.#nested -= 1;
      if (this.#items.length > 0)
        this.#setTexts(
          element.names,
          visibleText(this.#html.slice(element.from, Math.min(to, element.from + MAX_VALUE))),
        );
    }
    return element.tag;
  }
}
