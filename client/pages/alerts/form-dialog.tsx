import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { toApiFailure } from '../../api.ts';
import { Modal } from '../../components/modal.tsx';

type FormDialogProps = {
  title: string;
  submit: string;
  /** What is still to be given before it can be saved; null: nothing. */
  missing?: string | null;
  /** @throws ApiError where it is refused */
  save: () => Promise<unknown>;
  onClose: (isSaved: boolean) => void;
  children: ComponentChildren;
};

/** A form in a dialog: closes once it is saved, says why it was not, and what it still lacks. */
export function FormDialog({ title, submit, missing = null, save, onClose, children }: FormDialogProps) {
  const [fault, setFault] = useState<string | null>(null);
  const send = async () => {
    setFault(null);
    try {
      await save();
      onClose(true);
    } catch (cause) {
      setFault(toApiFailure(cause).message);
    }
  };
  return (
    <Modal title={title} isWide onClose={() => onClose(false)}>
      <form
        class="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {children}
        {fault ? (
          <p class="error-text" role="alert">
            Not saved. {fault}
          </p>
        ) : null}
        <div class="form-foot">
          {missing === null ? null : (
            <span class="muted" id="form-missing">
              {missing}
            </span>
          )}
          <button
            type="submit"
            class="btn solid"
            disabled={missing !== null}
            aria-describedby={missing === null ? undefined : 'form-missing'}
          >
            {submit}
          </button>
        </div>
      </form>
    </Modal>
  );
}
