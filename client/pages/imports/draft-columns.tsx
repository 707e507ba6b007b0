import { useState } from 'preact/hooks';
import type { MappingList } from '../../../server/contract/imports.ts';
import { deleteFrom, getJson, toApiFailure } from '../../api.ts';
import { Icon } from '../../components/icon.tsx';
import { formatCount } from '../../state/figures.ts';
import { showToast } from '../../state/toast.ts';
import { ColumnMapTable } from './column-map.tsx';
import { DateQuestion } from './date-question.tsx';
import { changeDraft, type Draft, lookAgain } from './drafts.ts';
import type { Look } from './inspect-file.ts';
import { MapPreview } from './map-preview.tsx';
import { findMapping, isUnknownTable, listQuestions, usedMap } from './questions.ts';

/** How the columns came to their meaning. */
function tellColumns({ inspected }: Look, { options }: Draft): string {
  const used = Object.keys(usedMap(inspected, options)).length;
  const count = `${formatCount(used)} of ${formatCount(inspected.columns.length)} used`;
  if (options.map !== null) return `${count}, as you chose`;
  if (inspected.remembered) return `${count}, as chosen for such a file before`;
  return isUnknownTable(inspected) ? `${count}, guessed: please look` : `${count}, matched by their names`;
}

type DraftColumnsProps = { draft: Draft; look: Look };

/** Forgets what was said of files with these columns. */
function Forget({ draft, look }: DraftColumnsProps) {
  const forget = async () => {
    try {
      const { items } = await getJson<MappingList>('/imports/mappings');
      const mapping = findMapping(items, look.inspected.columns);
      if (mapping) await deleteFrom(`/imports/mappings/${mapping.signature}`);
      changeDraft(draft.id, { ...draft.options, map: null });
      lookAgain(draft.id);
      showToast({ kind: 'done', text: 'The columns of such files are asked for again.', action: null });
    } catch (error) {
      showToast({ kind: 'failed', text: `Not forgotten. ${toApiFailure(error).message}`, action: null });
    }
  };
  return (
    <button type="button" class="btn small" onClick={() => void forget()}>
      Forget
    </button>
  );
}

/** The columns and their meaning: open where they have to be looked over, else one line that can be opened. */
export function DraftColumns({ draft, look }: DraftColumnsProps) {
  const { id, options } = draft;
  const { inspected, rows } = look;
  const questions = listQuestions(inspected, options);
  const [isOpen, setOpen] = useState(questions.map);
  const map = usedMap(inspected, options);
  const date = inspected.columns.find(({ name }) => name === map.date);
  const dates = [...(date?.samples ?? []), ...(rows ?? []).map((row) => row[map.date ?? ''] ?? '')];
  const isAsking = questions.map || questions.dates;
  return (
    <>
      <div class={`imp-step ${isAsking ? 'now' : 'done'}`}>
        <span class="no">{isAsking ? 2 : <Icon name="check" />}</span>
        <h3>Columns</h3>
        <span class="what">{tellColumns(look, draft)}</span>
        <span class="right">
          {inspected.remembered ? <Forget draft={draft} look={look} /> : null}
          <button type="button" class="btn small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Close' : 'Change'}
          </button>
        </span>
      </div>
      {isOpen || questions.dates ? (
        <div class="imp-step-b">
          {isOpen ? (
            <>
              {questions.map ? (
                <p class="note imp-note">
                  <Icon name="info" />
                  <span>
                    These columns are new here. What they seem to mean is filled in; please correct it. It is remembered
                    for files with the same columns.
                  </span>
                </p>
              ) : null}
              <ColumnMapTable
                columns={inspected.columns}
                map={map}
                hasProduct={options.product.trim() !== '' || (!questions.map && inspected.problem === null)}
                onChange={(next) => changeDraft(id, { ...options, map: next })}
              />
              {rows ? <MapPreview rows={rows} map={map} options={options} /> : null}
            </>
          ) : null}
          {questions.dates ? (
            <DateQuestion
              id={`draft-${id}`}
              dates={inspected.dates}
              samples={dates}
              chosen={options.dates}
              onChoose={(order) => changeDraft(id, { ...options, dates: order })}
            />
          ) : null}
        </div>
      ) : null}
    </>
  );
}
