import { useEffect, useState } from 'preact/hooks';
import type { AlertMetric, AlertPreview, PreviewAlert } from '../../../server/contract/alerts.ts';
import { postJson, toApiFailure } from '../../api.ts';
import { formatDay } from '../../state/dates.ts';
import { plural } from '../../state/figures.ts';
import { tellFigures } from './alert-words.ts';

/** So long after the last change the rule is tried: nobody waits for what is still being typed. */
const SETTLED_MS = 350;
const SHOWN = 5;

export type Tried = { preview: AlertPreview | null; fault: string | null; isLoading: boolean };

/** Tries a rule out on the last 90 days, again after each change; the last answer stays until the next is there. */
export function usePreview(rule: PreviewAlert): Tried {
  const [tried, setTried] = useState<Tried>({ preview: null, fault: null, isLoading: true });
  const key = JSON.stringify(rule);
  useEffect(() => {
    let isGone = false;
    setTried((old) => ({ ...old, isLoading: true }));
    const timer = setTimeout(() => {
      postJson<AlertPreview>('/alerts/preview', JSON.parse(key)).then(
        (preview) => {
          if (!isGone) setTried({ preview, fault: null, isLoading: false });
        },
        (cause: unknown) => {
          if (!isGone) setTried({ preview: null, fault: toApiFailure(cause).message, isLoading: false });
        },
      );
    }, SETTLED_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [key]);
  return tried;
}

const Firings = ({ metric, preview }: { metric: AlertMetric; preview: AlertPreview }) => {
  const latest = preview.firings.toReversed();
  return (
    <>
      <ul class="fired">
        {latest.slice(0, SHOWN).map(({ day, figures }) => (
          <li key={day}>
            {formatDay(day)}: {tellFigures(metric, figures)}
          </li>
        ))}
      </ul>
      {latest.length > SHOWN ? <p class="muted">and {plural(latest.length - SHOWN, 'time', 'times')} before</p> : null}
    </>
  );
};

/** How often the rule would have fired, as it stands in the form. */
export const PreviewNote = ({ metric, tried }: { metric: AlertMetric; tried: Tried }) => {
  const { preview, fault, isLoading } = tried;
  return (
    <div class={`note tried ${isLoading && preview ? 'stale' : ''}`} role="status" aria-busy={isLoading}>
      <div>
        {fault ? (
          <p>This rule cannot be tried out: {fault}</p>
        ) : preview === null ? (
          <p>Trying it on the last 90 days…</p>
        ) : (
          <>
            <p>
              <b>
                Would have fired {plural(preview.fired, 'time', 'times')} in the last {preview.days} days
              </b>
              {preview.tooFewDays > 0
                ? `; on ${plural(preview.tooFewDays, 'day', 'days')} there were too few reviews`
                : ''}
              .
            </p>
            <Firings metric={metric} preview={preview} />
            <p class="muted">Today: {tellFigures(metric, preview.today)}</p>
          </>
        )}
      </div>
    </div>
  );
};
