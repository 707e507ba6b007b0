import { useEffect, useState } from 'preact/hooks';
import { formatInstant, formatPeriod } from '../state/dates.ts';

type PrintHeadProps = {
  /** What narrows the figures, in words. */
  filters: string;
  /** The reviews behind them: "1,240 reviews"; null while that is not known. */
  reviews: string | null;
  days: { from: string | null; to: string | null } | null;
};

/** On paper the controls are gone: what they said, how many reviews there are, of which days, and when it was printed. */
export function PrintHead({ filters, reviews, days }: PrintHeadProps) {
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const stamp = () => setAt(new Date().toISOString());
    addEventListener('beforeprint', stamp);
    return () => removeEventListener('beforeprint', stamp);
  }, []);
  const { from, to } = days ?? { from: null, to: null };
  return (
    <div class="print-head">
      <p>{filters}</p>
      <p>
        {reviews ?? ''}
        {from && to ? `, ${formatPeriod(from, to)} (UTC)` : ''}. Printed {formatInstant(at)} from {location.href}
      </p>
    </div>
  );
}
