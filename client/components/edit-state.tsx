import type { Edit } from '../state/use-edits.ts';

type EditStateProps = {
  edit: Edit | undefined;
  /** What counts now, for those who hear it. */
  what: string;
  onUndo: () => void;
};

/** How a change stands: being saved, saved with a way back, or why not with another try. */
export const EditState = ({ edit, what, onUndo }: EditStateProps) => (
  <>
    <span class="edit-state" role="status">
      {edit?.state === 'saving' ? 'Saving…' : null}
      {edit?.state === 'saved' ? (
        <>
          <span class="sr">{what}. </span>
          {edit.isUndo ? 'Taken back' : 'Saved'}
        </>
      ) : null}
    </span>
    {edit?.state === 'saved' && edit.undo ? (
      <button
        type="button"
        class="link"
        onClick={() => {
          onUndo();
          edit.undo?.();
        }}
      >
        Undo<span class="sr"> {what}</span>
      </button>
    ) : null}
    {edit?.state === 'failed' ? (
      <span class="edit-failed">
        <span class="error-text" role="alert">
          Not saved. {edit.reason}
        </span>
        <button type="button" class="btn small" onClick={edit.again}>
          Try again
        </button>
      </span>
    ) : null}
  </>
);
