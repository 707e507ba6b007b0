import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CopyKind } from '../../../server/contract/primitives.ts';
import type { ReviewView } from '../../../server/contract/reviews.ts';
import { Stars } from '../../components/parts.tsx';
import { formatDay } from '../../state/dates.ts';
import { nameOf, nameProduct } from '../../state/figures.ts';
import { type DiffPart, diffTexts, sharedPhrases } from '../../state/text-diff.ts';

/** Words that only one side has: struck out on the left, underlined on the right, and said so to screen readers. */
const Parts = ({ parts, isParaphrase }: { parts: DiffPart[]; isParaphrase: boolean }) => {
  if (isParaphrase) {
    return (
      <>
        {sharedPhrases(parts).map(({ text, isShared }, at) =>
          isShared ? (
            <mark key={at}>
              <span class="sr">shared: </span>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </>
    );
  }
  return (
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
};

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
  kind: CopyKind | null;
  keepHead: ComponentChildren;
  copyHead: ComponentChildren;
};

/** Left what stays, right the copy, with the differences of their words and of what is known about them. */
export function SideBySide({ keep, copy, kind, keepHead, copyHead }: SideBySideProps) {
  const text = useMemo(() => diffTexts(keep.text, copy.text), [keep.text, copy.text]);
  const title = useMemo(() => diffTexts(keep.title ?? '', copy.title ?? ''), [keep.title, copy.title]);
  const isParaphrase = kind === 'paraphrase';
  return (
    <div class="sides">
      <article class="sidebox" aria-label={`Kept: ${keep.id}`}>
        <header>{keepHead}</header>
        {keep.title ? (
          <p class="side-title">
            <Parts parts={title.keep} isParaphrase={isParaphrase} />
          </p>
        ) : null}
        <p>
          <Parts parts={text.keep} isParaphrase={isParaphrase} />
        </p>
      </article>
      <article class="sidebox" aria-label={`Copy: ${copy.id}`}>
        <header>{copyHead}</header>
        {copy.title ? (
          <p class="side-title">
            <Parts parts={title.copy} isParaphrase={isParaphrase} />
          </p>
        ) : null}
        <p>
          <Parts parts={text.copy} isParaphrase={isParaphrase} />
        </p>
      </article>
      <FactsTable keep={keep} copy={copy} />
    </div>
  );
}
