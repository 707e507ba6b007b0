import { useState } from 'preact/hooks';
import { Icon, type IconName } from '../../components/icon.tsx';
import { Skeleton } from '../../components/parts.tsx';
import { formatBytes, formatCount, formatShare } from '../../state/figures.ts';
import { DraftColumns } from './draft-columns.tsx';
import { changeDraft, type Draft, isReady, lookAgain, removeDraft } from './drafts.ts';
import { ENCODING_WORDS, FORMAT_WORDS, nameLayout } from './file-options.ts';
import { OptionsFields, ProductField } from './options-fields.tsx';
import { listQuestions, tellMissing } from './questions.ts';

/** What the file was recognised as. */
function Recognised({ draft }: { draft: Draft }) {
  if (draft.look === null) return null;
  const { format, layout, remembered } = draft.look.inspected;
  const { encoding } = draft.options;
  return (
    <>
      <span class="badge">{FORMAT_WORDS[format]}</span>
      {nameLayout(layout) ? <span class="badge">{nameLayout(layout)}</span> : null}
      {encoding === 'windows-1252' ? <span class="badge">{ENCODING_WORDS[encoding]}</span> : null}
      {remembered ? <span class="badge">Columns as last time</span> : null}
    </>
  );
}

type Send = (ids: readonly number[], isDryRun: boolean) => void;
type DraftProps = { draft: Draft; onSend: Send };

/** What the file does not say itself; asked once, the product stays in its place while it is being answered. */
function Answers({ draft, isOpen }: { draft: Draft; isOpen: boolean }) {
  const { id, options, look } = draft;
  const onChange = (next: Draft['options']) => changeDraft(id, next);
  const isAsked = look !== null && listQuestions(look.inspected, { ...options, product: '' }).product;
  if (!isAsked && !isOpen) return null;
  return (
    <div class="imp-step-b imp-answers">
      {isAsked ? <ProductField id={`asked-${id}`} options={options} onChange={onChange} isAsked /> : null}
      {isOpen ? <OptionsFields id={`draft-${id}`} options={options} onChange={onChange} hasProduct={!isAsked} /> : null}
    </div>
  );
}

const Sending = ({ draft: { state, share, file } }: { draft: Draft }) => (
  <div class="imp-step-b">
    <div class="meter-l">
      <span role="status">
        {state === 'waiting' ? 'Sent next' : `Sending, ${formatShare(share)} of ${formatBytes(file.size)}`}
      </span>
    </div>
    <progress class="imp-bar" max={1} value={share} aria-label={`Sending ${file.name}`} />
  </div>
);

/** Why it was not taken, or would not be. */
const Trouble = ({ draft: { id, error, look, options } }: { draft: Draft }) => {
  const told = error ?? (look ? listQuestions(look.inspected, options).problem : null);
  return told === null ? null : (
    <p class="note warn imp-note" role="alert">
      <Icon name="alert" />
      <span class="error-text">{told}</span>
      <button type="button" class="btn small" onClick={() => lookAgain(id)}>
        Look again
      </button>
    </p>
  );
};

/** What can be done with a file that is not on its way. */
function Ways({ draft, onSend }: DraftProps) {
  const [isOpen, setOpen] = useState(false);
  const { id, look, options } = draft;
  const missing = look ? tellMissing(look.inspected, options) : null;
  return (
    <>
      <Answers draft={draft} isOpen={isOpen} />
      <div class="imp-step-b">
        <Trouble draft={draft} />
        <div class="imp-next">
          <button
            type="button"
            class="btn solid"
            disabled={!isReady(draft)}
            aria-describedby={`hint-${id}`}
            onClick={() => onSend([id], true)}
          >
            Check first
          </button>
          <button type="button" class="btn" disabled={!isReady(draft)} onClick={() => onSend([id], false)}>
            Import without checking
          </button>
          <button type="button" class="link imp-opener" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <Icon name={isOpen ? 'chevron' : 'right'} />
            Options
          </button>
        </div>
        <p class="muted imp-hint" id={`hint-${id}`}>
          {missing ?? 'A check stores nothing and says exactly what the import would do.'}
        </p>
      </div>
    </>
  );
}

const iconOf = ({ state, error }: Draft): { name: IconName; kind: string } => {
  if (state === 'looking') return { name: 'search', kind: 'now' };
  return error === null ? { name: 'check', kind: 'done' } : { name: 'alert', kind: 'failed' };
};

/** One chosen file on its way: what it is, what its columns mean, what it leaves open, then the check. */
export function DraftCard({ draft, onSend }: DraftProps) {
  const { id, file, look, state } = draft;
  const isLooking = state === 'looking';
  const isAway = state === 'sending' || state === 'waiting';
  const columns = look?.inspected.columns.length ?? 0;
  const icon = iconOf(draft);
  return (
    <section class="card imp-steps" aria-labelledby={`draft-${id}`} aria-busy={isLooking}>
      <div class={`imp-step ${icon.kind}`}>
        <span class="no">
          <Icon name={icon.name} />
        </span>
        <h2 id={`draft-${id}`}>{file.name}</h2>
        <span class="what">
          {formatBytes(file.size)}
          {columns > 0 ? `, ${formatCount(columns)} columns` : ''}
          {isLooking ? ', looking into it' : ''}
        </span>
        <span class="right">
          <Recognised draft={draft} />
          {isAway ? null : (
            <button type="button" class="icon-btn" aria-label={`Remove ${file.name}`} onClick={() => removeDraft(id)}>
              <Icon name="close" />
            </button>
          )}
        </span>
      </div>
      {isLooking && look === null ? (
        <div class="imp-step-b">
          <Skeleton height={92} />
        </div>
      ) : (
        <>
          {columns > 0 && look ? <DraftColumns draft={draft} look={look} /> : null}
          {isAway ? <Sending draft={draft} /> : <Ways draft={draft} onSend={onSend} />}
        </>
      )}
    </section>
  );
}
