import type { ComponentChildren } from 'preact';
import type { Problem } from '../../../server/contract/problem.ts';
import { Icon } from '../../components/icon.tsx';
import { Only } from '../../components/only.tsx';
import { formatInstant } from '../../state/dates.ts';

/** What stands in the way of an undo, explained. */
export type Refusal = { text: string; problem: Problem | null };

type LogRowProps = {
  id: string;
  actor: string;
  at: string;
  what: ComponentChildren;
  reason: string | undefined;
  note: string | null;
  links: ComponentChildren;
  undone: { by: string | null; at: string } | null;
  isBusy: boolean;
  refusal: Refusal | undefined;
  onUndo: () => void;
};

/** Why it cannot be undone, and the way to what has to be undone first. */
const Refused = ({ refusal }: { refusal: Refusal }) => {
  const other = refusal.problem?.decision;
  return (
    <p class="log-refused" role="alert">
      <Icon name="alert" />
      <span>
        {refusal.text}{' '}
        {other ? (
          <a class="link" href={`/log?cluster=${other.cluster}`}>
            Show {other.id}
          </a>
        ) : null}
      </span>
    </p>
  );
};

/** One decision: what, by whom, when and why, and whether it stands; the way back. */
export const LogRowView = ({
  id,
  actor,
  at,
  what,
  reason,
  note,
  links,
  undone,
  isBusy,
  refusal,
  onUndo,
}: LogRowProps) => (
  <li class={`log-row ${undone ? 'undone' : ''}`} id={id}>
    <div class="log-when">
      <b>{actor}</b>
      <time dateTime={at}>{formatInstant(at)}</time>
    </div>
    <div class="log-what">
      <p>
        <span class="log-said">{what}</span> {reason ? <span class="badge">{reason}</span> : null}
      </p>
      {note ? <p class="dim">“{note}”</p> : null}
      <p class="log-links">
        <span>{id}</span>
        {links}
      </p>
      {refusal ? <Refused refusal={refusal} /> : null}
    </div>
    <div class="log-state">
      {undone ? (
        <span class="muted">
          Undone by {undone.by ?? 'somebody'}
          <time dateTime={undone.at}>{formatInstant(undone.at)}</time>
        </span>
      ) : (
        <Only right="moderate" isSilent>
          <button type="button" class="btn small" disabled={isBusy} onClick={onUndo}>
            <Icon name="undo" />
            {isBusy ? 'Undoing …' : 'Undo'}
            <span class="sr"> {id}</span>
          </button>
        </Only>
      )}
    </div>
  </li>
);
