import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import { Stars } from '../../components/parts.tsx';
import { formatDay } from '../../state/dates.ts';
import { nameOf, nameProduct } from '../../state/figures.ts';
import { type DiffPart, diffTexts, isAlike, sharedPhrases } from '../../state/text-diff.ts';

/** Words that only one side has: struck out on the left, underlined on the right, and said so to screen readers. */
const Differences = ({ parts }: { parts: DiffPart[] }) => (
  <>
    {parts.map(({ text, mark }, at) => {
      if (mark === 'same') return text;
      return mark === 'removed' ? (
        <del key={at}>
          <span class="sr"> missing in the copy: </span>
          {text}
          <span class="sr"> end </span>
        </del>
      ) : (
        <ins key={at}>
          <span class="sr"> added in the copy: </span>
          {text}
          <span class="sr"> end </span>
        </ins>
      );
    })}
  </>
);

/** Phrases that both texts have, where too much differs to mark that. */
const Shared = ({ text, other }: { text: string; other: string }) => (
  <>
    {sharedPhrases(text, other).map((part, at) =>
      part.isShared ? (
        <mark key={at}>
          <span class="sr"> shared: </span>
          {part.text}
          <span class="sr"> end </span>
        </mark>
      ) : (
        part.text
      ),
    )}
  </>
);

type Fact = { name: string; keep: ComponentChildren; copy: ComponentChildren; isSame: boolean };

const sourceOf = (review: ReviewView) => {
  const verified = review.verified === null ? '' : review.verified ? ', verified' : ', not verified';
  return `${nameOf(review.source)}${verified}`;
};
const dateOf = (review: ReviewView) => (review.dateKnown ? formatDay(review.date) : 'Not known');

/** What is known of both reviews besides their texts; products and imports only where they differ. */
function listFacts(keep: ReviewView, copy: ReviewView): Fact[] {
  const plain = (name: string, of: (review: ReviewView) => string): Fact => ({
    name,
    keep: of(keep),
    copy: of(copy),
    isSame: of(keep) === of(copy),
  });
  const facts = [
    plain('Author', (review) => review.author ?? 'Not named'),
    plain('Date', dateOf),
    plain('Source', sourceOf),
    {
      name: 'Stars',
      keep: <Stars rating={keep.rating} />,
      copy: <Stars rating={copy.rating} />,
      isSame: keep.rating === copy.rating,
    },
  ];
  const rare = [
    plain('Product', (review) => nameProduct(review.product)),
    plain('Import', (review) => review.importId ?? 'None'),
  ];
  return [...facts, ...rare.filter((fact) => !fact.isSame)];
}

const FactsTable = ({ keep, copy }: { keep: ReviewView; copy: ReviewView }) => (
  <table class="facts">
    <caption class="sr">What is known of both reviews</caption>
    <colgroup>
      <col class="k" />
      <col />
      <col class="half" />
    </colgroup>
    <thead class="sr">
      <tr>
        <th scope="col">About</th>
        <th scope="col">{keep.id}</th>
        <th scope="col">{copy.id}</th>
      </tr>
    </thead>
    <tbody>
      {listFacts(keep, copy).map((fact) => (
        <tr key={fact.name}>
          <th scope="row">{fact.name}</th>
          <td>{fact.keep}</td>
          <td>
            <span class={fact.isSame ? '' : 'diff'}>{fact.copy}</span>
            {fact.isSame ? null : <span class="differs">differs</span>}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

type SideBySideProps = {
  keep: ReviewView;
  copy: ReviewView;
  keepHead: ComponentChildren;
  copyHead: ComponentChildren;
};

/** What the marks in the texts mean; nothing where nothing differs. */
const MarksKey = ({ isShared }: { isShared: boolean }) => (
  <p class="key">
    {isShared ? (
      <span>
        <mark>shared</mark> in both, in other order or among other words
      </span>
    ) : (
      <>
        <span>
          <del>missing</del> in the copy
        </span>
        <span>
          <ins>added</ins> in the copy
        </span>
      </>
    )}
  </p>
);

/** Left what stays, right the copy, with the differences of their words and of what is known about them. */
export function SideBySide({ keep, copy, keepHead, copyHead }: SideBySideProps) {
  const text = useMemo(() => diffTexts(keep.text, copy.text), [keep.text, copy.text]);
  const title = useMemo(() => diffTexts(keep.title ?? '', copy.title ?? ''), [keep.title, copy.title]);
  const isShared = !isAlike(text);
  return (
    <>
      {keep.text === copy.text ? null : <MarksKey isShared={isShared} />}
      <div class="sides">
        <article class="sidebox" aria-label={`Kept: ${keep.id}`}>
          <header>{keepHead}</header>
          {keep.title ? <p class="side-title">{isShared ? keep.title : <Differences parts={title.keep} />}</p> : null}
          <p>{isShared ? <Shared text={keep.text} other={copy.text} /> : <Differences parts={text.keep} />}</p>
        </article>
        <article class="sidebox" aria-label={`Copy: ${copy.id}`}>
          <header>{copyHead}</header>
          {copy.title ? <p class="side-title">{isShared ? copy.title : <Differences parts={title.copy} />}</p> : null}
          <p>{isShared ? <Shared text={copy.text} other={keep.text} /> : <Differences parts={text.copy} />}</p>
        </article>
        <FactsTable keep={keep} copy={copy} />
      </div>
    </>
  );
}
