import type { DecisionReason } from '../../../server/contract/duplicates.ts';
import { Icon } from '../../components/icon.tsx';
import { KeyButton, LaterButton } from '../../components/key-button.tsx';
import { type Note, NoteField } from '../../components/note-field.tsx';
import { Only } from '../../components/only.tsx';
import { PillSelect } from '../../components/parts.tsx';
import { formatCount } from '../../state/figures.ts';
import { REASONS } from '../../state/split-cluster.ts';

type ActionBarProps = {
  removing: number;
  isReady: boolean;
  /** Somebody else is at it. */
  isClaimed: boolean;
  reason: DecisionReason;
  onReason: (reason: DecisionReason) => void;
  note: Note;
  actions: Record<'remove' | 'keepAll' | 'later' | 'note' | 'claim', () => void>;
};

/** What can be decided, always in the same place. */
export const ActionBar = ({ removing, isReady, isClaimed, reason, onReason, note, actions }: ActionBarProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a row of buttons
  <div class="acts-bar" role="group" aria-label="Decide">
    <Only right="moderate">
      <NoteField note={note} />
      {isClaimed ? (
        <KeyButton keyId="claim" className="solid" label="Take over" isDisabled={!isReady} onClick={actions.claim} />
      ) : null}
      <KeyButton
        keyId="remove"
        className={isClaimed ? '' : 'solid'}
        label={removing === 1 ? 'Remove 1 copy' : `Remove ${formatCount(removing)} copies`}
        isDisabled={!isReady || removing === 0 || isClaimed}
        {...(removing === 0 ? { title: 'All copies are kept' } : {})}
        onClick={actions.remove}
      />
      <KeyButton
        keyId="keepAll"
        className=""
        label="Not duplicates"
        isDisabled={!isReady || isClaimed}
        onClick={actions.keepAll}
      />
      <LaterButton isDisabled={!isReady} onClick={actions.later} />
      <PillSelect
        label="Reason"
        className="reason"
        value={reason}
        options={REASONS.map(({ id, label }) => ({ value: id, label }))}
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

/** In place of the actions where a decision stands: what was decided, and the way back. */
export const DecidedBar = ({ told, onUndo }: { told: string; onUndo: () => void }) => (
  // biome-ignore lint/a11y/useSemanticElements: a row of buttons
  <div class="acts-bar decided" role="group" aria-label="Decided">
    <Only right="moderate" isSilent>
      <button type="button" class="btn solid" onClick={onUndo}>
        <Icon name="undo" />
        Undo
      </button>
    </Only>
    <span class="told">{told}</span>
  </div>
);
