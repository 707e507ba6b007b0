import { useEffect, useRef } from 'preact/hooks';
import type { ReviewView } from '../../server/contract/reviews.ts';
import { type Choice, listTags, toChange, toUndo } from '../state/corrections.ts';
import { formatInstant } from '../state/dates.ts';
import { isAnalysed, nameLanguage } from '../state/languages.ts';
import { type Edits, useEdits } from '../state/use-edits.ts';
import { labelOf, workspace } from '../state/workspace.ts';
import { AddTag } from './add-tag.tsx';
import { EditFailed, EditState } from './edit-state.tsx';
import { Icon } from './icon.tsx';
import { Only } from './only.tsx';
import { TagBadge } from './tag-badge.tsx';
import { TagLine } from './tag-line.tsx';

const CHECKED = 'checked';

/** Says that all tags are right; reviews of which that was said are what the tagger is measured by. */
function Check({ review, edits }: { review: ReviewView; edits: Edits }) {
  const button = useRef<HTMLButtonElement>(null);
  const edit = edits.of(CHECKED);
  const isSaving = edit?.state === 'saving';
  const set = (tagsChecked: boolean) => {
    if (isSaving) return;
    edits.run({ key: CHECKED, change: () => ({ tagsChecked }), undo: () => ({ tagsChecked: !tagsChecked }) });
  };
  const isChecked = review.tagsCheckedAt !== null;
  return (
    <div class="tag-check" aria-busy={isSaving}>
      <button ref={button} type="button" class="btn" aria-pressed={isChecked} onClick={() => set(!isChecked)}>
        <Icon name="check" />
        Tags are right
      </button>
      <p class="muted">
        {review.tagsCheckedAt === null
          ? 'Say so once nothing is wrong or missing: precision and recall are measured by checked reviews only'
          : `Checked ${formatInstant(review.tagsCheckedAt)}`}
      </p>
      <p>
        <EditState
          edit={edit}
          what={isChecked ? 'The tags are checked' : 'The tags are not checked'}
          onUndo={() => button.current?.focus()}
        />
      </p>
      <EditFailed edit={edit} />
    </div>
  );
}

const None = ({ language }: { language: string }) =>
  isAnalysed(language) ? (
    <p class="muted">It speaks of no feature in particular.</p>
  ) : (
    <p class="note">
      <Icon name="info" />
      <span>
        Not analysed ({nameLanguage(language)}). Only English reviews are tagged; what it says of features can be added
        here by hand.
      </span>
    </p>
  );

type ReviewTagsProps = { review: ReviewView; onChanged: (review: ReviewView) => void };

/** The tags of one review: each can be corrected, others added, and all of them called right. */
export function ReviewTags({ review, onChanged }: ReviewTagsProps) {
  const edits = useEdits(review, onChanged);
  const adder = useRef<HTMLButtonElement>(null);
  const isGoing = useRef(false);
  const tags = listTags(review);
  const others = (workspace.value?.features ?? [])
    .filter(({ feature }) => !tags.some((tag) => tag.feature === feature))
    .sort((x, y) => x.label.localeCompare(y.label));
  // An added feature that is taken back goes with its line, which has the focus.
  useEffect(() => {
    if (isGoing.current && document.activeElement === document.body) adder.current?.focus();
    isGoing.current = false;
  }, [tags.length]);

  const add = (feature: string, choice: Choice) =>
    edits.run({
      key: feature,
      choice,
      change: (now) => toChange(now, feature, choice),
      undo: (now) => toUndo(now, feature),
    });
  const adding = others.filter(({ feature }) => ['saving', 'failed'].includes(edits.of(feature)?.state ?? ''));
  return (
    <Only right="moderate">
      <h3>Features</h3>
      {tags.length === 0 && adding.length === 0 ? <None language={review.language} /> : null}
      <ul class="tag-lines">
        {tags.map((tag) => (
          <li key={tag.feature}>
            <TagLine
              tag={tag}
              edits={edits}
              isDetailed
              onUndo={() => {
                isGoing.current = true;
              }}
            />
          </li>
        ))}
        {adding.map(({ feature }) => (
          <li key={feature}>
            <p class="tag-says">
              <TagBadge feature={feature} choice={edits.of(feature)?.choice ?? null} />
              <EditState edit={edits.of(feature)} what={labelOf(feature)} onUndo={() => undefined} />
            </p>
            <EditFailed edit={edits.of(feature)} />
          </li>
        ))}
      </ul>
      {others.length > 0 ? <AddTag button={adder} features={others} onAdd={add} /> : null}
      {isAnalysed(review.language) ? <Check review={review} edits={edits} /> : null}
    </Only>
  );
}
