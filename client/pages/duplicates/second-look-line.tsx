import { useEffect, useRef, useState } from 'preact/hooks';
import { plural } from '../../state/figures.ts';
import { refreshWorkspace, workspace } from '../../state/workspace.ts';

const POLL_MS = 3000;

/** Says that more may come up, since rewordings are looked for after reviews are stored; `onDone` when none wait any more. */
export function SecondLookLine({ onDone }: { onDone: () => void }) {
  const waiting = workspace.value?.awaitingSecondLook ?? 0;
  const [polls, setPolls] = useState(0);
  const hasWaited = useRef(false);

  useEffect(() => {
    if (waiting === 0) {
      if (hasWaited.current) onDone();
      hasWaited.current = false;
      return;
    }
    hasWaited.current = true;
    const timer = setTimeout(() => {
      void refreshWorkspace().finally(() => setPolls((count) => count + 1));
    }, POLL_MS);
    return () => clearTimeout(timer);
  }, [waiting, polls, onDone]);

  return waiting === 0 ? null : (
    <p class="muted">Looking for rewordings among {plural(waiting, 'review', 'reviews')} …</p>
  );
}
