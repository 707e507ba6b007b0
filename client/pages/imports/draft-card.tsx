import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { Skeleton } from '../../components/parts.tsx';
import { formatBytes, formatCount, formatShare } from '../../state/figures.ts';
import { DraftColumns } from './draft-columns.tsx';
import { changeDraft, type Draft, isReady, lookAgain, removeDraft } from './drafts.ts';
import { FORMAT_WORDS, nameLayout } from './file-options.ts';
import { OptionsFields, ProductField } from './options-fields.tsx';
import { listQuestions, tellMissing } from './questions.ts';

/** What the file was recognised as. */
function Recognised({ draft }: { draft: Draft }) {
  if (draft.look === null) return null;
  const { format, layout, remembered } = draft.look.inspected;
  return (
    <>
      <span class="badge">{FORMAT_WORDS[format]}</span>
      {nameLayout(layout) ? <span class="badge">{nameLayout(layout)}</span> : null}
      {remembered ? <span class="badge">Columns as last time</span> : null}
    </>
  );
}

type Send = (ids: readonly number[], isDryRun: boolean) => void;
type DraftProps = { draft: Draft; onSend: Send };

/** What the file does not say itself. */
function Answers({ draft }: { draft: Draft }) {
  const [isOpen, setOpen] = useState(false);
  const { id, options, look } = draft;
  const onChange = (next: Draft['options']) => changeDraft(id, next);
  // Asked once, it stays in its place while it is being answered.
  const isAsked = look !== null && listQuestions(look.inspected, { ...options, product: '' }).product;
  return (
    <>
      {isAsked ? <ProductField id={`asked-${id}`} options={options} onChange={onChange} isAsked /> : null}
      <button type="button" class="link opener" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'chevron' : 'right'} />
        Options
      </button>
      {isOpen ? <OptionsFields id={`draft-${id}`} options={options} onChange={onChange} /> : null}
    </>
  );
}

function SendLine({ draft, onSend }: DraftProps) {
  const { id, look, options, error } = draft;
  const missing = look ? tellMissing(look.inspected, options) : null;
  const problem = look ? listQuestions(look.inspected, options).problem : null;
  if (draft.state === 'sending' || draft.state === 'waiting') {
    return (
      <div class="step-b">
        <div class="meter-l">
          <span role="status">
            {draft.state === 'waiting'
              ? 'Sent next'
              : `Sending, ${formatShare(draft.share)} of ${formatBytes(draft.file.size)}`}
          </span>
        </div>
        <progress class="bar" max={1} value={draft.share} aria-label={`Sending ${draft.file.name}`} />
      </div>
    );
  }
  return (
    <div class="step-b">
      {(error ?? problem) ? (
        <p class="note warn imp-note" role="alert">
          <Icon name="alert" />
          <span class="error-text">{error ?? problem}</span>
          <button type="button" class="btn small" onClick={() => lookAgain(id)}>
            Look again
          </button>
        </p>
      ) : null}
      <div class="imp-next">
        <button
          type="button"
          class="btn solid"
          disabled={!isReady(draft)}
          aria-describedby={missing ? `missing-${id}` : undefined}
          onClick={() => onSend([id], true)}
        >
          Check first
        </button>
        <button type="button" class="btn" disabled={!isReady(draft)} onClick={() => onSend([id], false)}>
          Import without checking
        </button>
        <span class="muted imp-hint" id={`missing-${id}`}>
          {missing ?? 'A check stores nothing and says exactly what the import would do'}
        </span>
      </div>
    </div>
  );
}

/** One chosen file on its way: what it is, what its columns mean, what it leaves open, then the check. */
export function DraftCard({ draft, onSend }: DraftProps) {
  const { id, file, look, state } = draft;
  const isLooking = state === 'looking';
  const isAway = state === 'sending' || state === 'waiting';
  const columns = look?.inspected.columns.length ?? 0;
  return (
    <section class="card steps" aria-labelledby={`draft-${id}`} aria-busy={isLooking}>
      <div class={`step ${isLooking ? 'now' : 'done'}`}>
        <span class="no">
          <Icon name={isLooking ? 'search' : 'check'} />
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
        <div class="step-b">
          <Skeleton height={92} />
        </div>
      ) : (
        <>
          {columns > 0 && look ? <DraftColumns draft={draft} look={look} /> : null}
          {isAway ? null : (
            <div class="step-b imp-answers">
              <Answers draft={draft} />
            </div>
          )}
          <SendLine draft={draft} onSend={onSend} />
        </>
      )}
    </section>
  );
}
