import { useEffect, useRef } from 'preact/hooks';
import { actionOf, type KeyId, type KeyPage, keysOn, toKeyPress } from './keys.ts';
import { may } from './session.ts';

/** What is for moderators. */
const CHANGING: ReadonlySet<KeyId> = new Set(['remove', 'keepAll', 'undo', 'claim', 'note']);

/** Runs the action of a key press; the newest actions, not those of the render that began to listen. */
export function useKeys(page: KeyPage, actions: Partial<Record<KeyId, () => void>>) {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = actionOf(toKeyPress(event), keysOn.value, page);
      if (action === undefined) return;
      event.preventDefault();
      if (may('moderate') || !CHANGING.has(action)) latest.current[action]?.();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [page]);
}
