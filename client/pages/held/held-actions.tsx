import type { DecisionReason } from '../../../server/contract/duplicates.ts';
import { KeyButton, LaterButton } from '../../components/key-button.tsx';
import { type Note, NoteField } from '../../components/note-field.tsx';
import { Only } from '../../components/only.tsx';
import { PillSelect } from '../../components/parts.tsx';
import { REASONS } from '../../state/split-cluster.ts';

type HeldActionsProps = {
  isReady: boolean;
  reason: DecisionReason;
  note: Note;
  onReason: (reason: DecisionReason) => void;
  actions: Record<'remove' | 'keepAll' | 'later' | 'note', () => void>;
};

/** What can be done with a held review, always in the same place. */
export const HeldActions = ({ isReady, reason, note, onReason, actions }: HeldActionsProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a row of buttons
  <div class="acts-bar" role="group" aria-label="Decide">
    <Only right="moderate">
      <NoteField note={note} />
      <KeyButton keyId="keepAll" className="solid" label="Publish" isDisabled={!isReady} onClick={actions.keepAll} />
      <KeyButton keyId="remove" className="" label="Remove" isDisabled={!isReady} onClick={actions.remove} />
      <LaterButton isDisabled={!isReady} onClick={actions.later} />
      <PillSelect
        label="Reason to remove"
        className="reason"
        value={reason}
        options={REASONS.filter(({ id }) => !id.startsWith('duplicate')).map(({ id, label }) => ({ value: id, label }))}
        onChange={(value) => onReason(value as DecisionReason)}
      />
      <KeyButton
        keyId="note"
        className="quiet note-btn"
        label={note.text === '' ? 'Note' : 'Note: written'}
        isDisabled={!isReady}
        isExpanded={note.isOpen}
        onClick={actions.note}
      />
    </Only>
  </div>
);
