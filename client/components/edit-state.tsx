import type { Edit } from '../state/use-edits.ts';

type EditStateProps = {
  edit: Edit | undefined;
  /** What counts now, for those who hear it. */
  what: string;
  /** What stands beside it says already that it was saved. */
  isPlain?: boolean;
  onUndo: () => void;
};

/** How a change stands: being saved, or saved with a way back. */
export const EditState = ({ edit, what, isPlain = false, onUndo }: EditStateProps) => {
  const isSaved = edit?.state === 'saved';
  const isSeen = edit?.state === 'saving' || (isSaved && !isPlain);
  return (
    <>
      <span class={isSeen ? 'edit-state' : 'sr'} role="status">
        {edit?.state === 'saving' ? 'Saving…' : null}
        {isSaved ? (
          <>
            <span class="sr">{what}. </span>
            {edit.isUndo ? 'Taken back' : 'Saved'}
          </>
        ) : null}
      </span>
      {isSaved && edit.undo ? (
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
    </>
  );
};

/** Why a change was not saved, and another try. */
export const EditFailed = ({ edit }: { edit: Edit | undefined }) =>
  edit?.state === 'failed' ? (
    <p class="edit-failed">
      <span class="error-text" role="alert">
        Not saved. {edit.reason}
      </span>
      <button type="button" class="btn small" onClick={edit.again}>
        Try again
      </button>
    </p>
  ) : null;
