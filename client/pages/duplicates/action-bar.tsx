import type { DecisionReason } from '../../../server/contract/duplicates.ts';
import { Icon } from '../../components/icon.tsx';
import { PillSelect } from '../../components/parts.tsx';
import { formatCount } from '../../state/figures.ts';
import { type KeyId, keyOf, keysOn } from '../../state/keys.ts';
import { REASONS } from '../../state/split-cluster.ts';

type KeyButtonProps = {
  keyId: KeyId;
  label: string;
  className: string;
  isDisabled?: boolean;
  title?: string;
  onClick: () => void;
};

/** A button with its key, both from the one registry. */
export const KeyButton = ({ keyId, label, className, isDisabled = false, title, onClick }: KeyButtonProps) => (
  <button
    type="button"
    class={`btn ${className}`}
    aria-keyshortcuts={keysOn.value ? keyOf(keyId) : undefined}
    disabled={isDisabled}
    title={title}
    onClick={onClick}
  >
    {label}
    {keysOn.value ? <kbd>{keyOf(keyId)}</kbd> : null}
  </button>
);

type ActionBarProps = {
  removing: number;
  isReady: boolean;
  reason: DecisionReason;
  onReason: (reason: DecisionReason) => void;
  actions: Record<'remove' | 'keepAll' | 'later', () => void>;
};

/** What can be decided, always in the same place. */
export const ActionBar = ({ removing, isReady, reason, onReason, actions }: ActionBarProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a row of buttons
  <div class="acts-bar" role="group" aria-label="Decide">
    <KeyButton
      keyId="remove"
      className="solid"
      label={removing === 1 ? 'Remove 1 copy' : `Remove ${formatCount(removing)} copies`}
      isDisabled={!isReady || removing === 0}
      {...(removing === 0 ? { title: 'All copies are kept' } : {})}
      onClick={actions.remove}
    />
    <KeyButton keyId="keepAll" className="" label="Not duplicates" isDisabled={!isReady} onClick={actions.keepAll} />
    <KeyButton keyId="later" className="quiet" label="Later" isDisabled={!isReady} onClick={actions.later} />
    <PillSelect
      label="Reason"
      className="reason"
      value={reason}
      options={REASONS.map(({ id, label }) => ({ value: id, label }))}
      onChange={(value) => onReason(value as DecisionReason)}
    />
    <span class="hint" aria-hidden="true">
      {keysOn.value ? (
        <span>
          <kbd>{keyOf('next')}</kbd>
          <kbd>{keyOf('previous')}</kbd>next, previous
        </span>
      ) : null}
    </span>
  </div>
);

/** In place of the actions where a decision stands: what was decided, and the way back. */
export const DecidedBar = ({ told, onUndo }: { told: string; onUndo: () => void }) => (
  // biome-ignore lint/a11y/useSemanticElements: a row of buttons
  <div class="acts-bar decided" role="group" aria-label="Decided">
    <button type="button" class="btn solid" onClick={onUndo}>
      <Icon name="undo" />
      Undo
    </button>
    <span class="told">{told}</span>
  </div>
);
