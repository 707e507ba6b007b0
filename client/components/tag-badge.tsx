import type { Polarity } from '../../server/contract/primitives.ts';
import { type Choice, wordOf } from '../state/corrections.ts';
import { isAnalysed, nameLanguage } from '../state/languages.ts';
import { labelOf } from '../state/workspace.ts';
import { Icon } from './icon.tsx';

const CLASSES: Record<Polarity, string> = { positive: 'pos', negative: 'neg', neutral: '', mixed: '' };
const SIGNS: Record<Polarity, string> = { positive: '+', negative: '\u2212', neutral: '·', mixed: '±' };

export const classOf = (choice: Choice) => (choice === null ? 'gone' : CLASSES[choice]);
export const signOf = (choice: Choice) => (choice === null ? '' : SIGNS[choice]);

/** "corrected, was positive". */
export const tellCorrected = (was: Choice) => `corrected, was ${wordOf(was)}`;

type TagBadgeProps = { feature: string; choice: Choice; was?: Choice };

/** A feature with its judgement: sign and word besides the colour; struck through where it is not mentioned after all. */
export const TagBadge = ({ feature, choice, was }: TagBadgeProps) => (
  <span
    class={`badge ${classOf(choice)}`}
    title={was === undefined ? wordOf(choice) : `${wordOf(choice)}, ${tellCorrected(was)}`}
  >
    {choice === null ? null : <span aria-hidden="true">{SIGNS[choice]}</span>}
    <span class="tag-name">{labelOf(feature)}</span>
    <span class="sr">, {wordOf(choice)}</span>
    {was === undefined ? null : (
      <>
        <Icon name="edit" />
        <span class="sr">, {tellCorrected(was)}</span>
      </>
    )}
  </span>
);

/** Says of a review in a language that the tagger does not know why it has no tags. */
export const NotAnalysed = ({ language }: { language: string }) =>
  isAnalysed(language) ? null : <span class="badge">Not analysed ({nameLanguage(language)})</span>;
