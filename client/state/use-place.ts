import { useEffect, useRef } from 'preact/hooks';

type Place = {
  selected: string | null;
  /** What the address names. */
  wanted: string | null;
  onPlace: (id: string | null, options?: { replace?: boolean }) => void;
  onWanted: (id: string) => void;
};

/** Keeps address and selection together: Back goes to the row it names, a step in the list is no step for Back. */
export function usePlace({ selected, wanted, onPlace, onWanted }: Place) {
  const before = useRef(wanted);
  useEffect(() => {
    const hasMoved = before.current !== wanted;
    before.current = wanted;
    if (wanted === null || selected === null || wanted === selected) return;
    if (hasMoved) onWanted(wanted);
    else onPlace(selected, { replace: true });
  }, [wanted, selected, onPlace, onWanted]);
}
