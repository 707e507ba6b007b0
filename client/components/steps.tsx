import { formatCount } from '../state/figures.ts';
import { keyOf, keysOn } from '../state/keys.ts';
import { Icon } from './icon.tsx';
import { shortcutOf } from './key-button.tsx';

type StepsProps = {
  position: { at: number; total: number };
  actions: Record<'previous' | 'next', () => void>;
};

/** Where in the list one is, and the way to its neighbours, with their keys. */
export const Steps = ({ position, actions }: StepsProps) => (
  <div class="right">
    <span class="position">
      {formatCount(position.at)} of {formatCount(position.total)}
    </span>
    {(['previous', 'next'] as const).map((id) => (
      <button
        key={id}
        type="button"
        class="step-btn"
        aria-label={id === 'next' ? 'Next' : 'Previous'}
        aria-keyshortcuts={shortcutOf(id)}
        onClick={actions[id]}
      >
        <Icon name={id === 'next' ? 'right' : 'left'} />
        {keysOn.value ? <kbd>{keyOf(id)}</kbd> : null}
      </button>
    ))}
  </div>
);
