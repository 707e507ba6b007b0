import { useEffect, useRef } from 'preact/hooks';

/** After a decision the focus goes to the row that is selected next, or it would be lost with the old one. */
export function useFocusAfter(selected: string | null, attribute: 'data-cluster' | 'data-held'): () => void {
  const isDue = useRef(false);
  useEffect(() => {
    if (!isDue.current) return;
    isDue.current = false;
    const row = document.querySelector<HTMLElement>(`[${attribute}="${selected}"]`);
    if (row?.offsetParent) row.focus({ preventScroll: true });
    else document.getElementById('main')?.focus();
  }, [selected, attribute]);
  return () => {
    isDue.current = true;
  };
}
