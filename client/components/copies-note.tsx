import { type BothFigures, tellCopies } from '../state/copies.ts';

type CopiesNoteProps = {
  figures: readonly (BothFigures & { label: string })[];
  /** How the chart marks a figure that copies move. */
  mark: 'ring' | 'corner';
};

/** What the copies do to the figures of a card, with the mark that the moved ones carry. */
export const CopiesNote = ({ figures, mark }: CopiesNoteProps) => {
  const told = tellCopies(figures);
  return told === '' ? null : (
    <span class="copies-note">
      <i class={mark === 'ring' ? 'k-ring' : 'k-copies'} aria-hidden="true" />
      {told}
    </span>
  );
};
