import type { ImportView } from '../../../server/contract/imports.ts';
import { formatShare } from '../../state/figures.ts';
import { progressOf, tellImport, tellPace } from './import-rows.ts';

/** How far an import is, how fast, and how long it will take. */
export const Progress = ({ view }: { view: ImportView }) => {
  const share = progressOf(view);
  const isStill = view.state === 'paused' || view.state === 'queued';
  return (
    <>
      <div class="meter-l">
        <span>
          {tellImport(view)}
          {share === null || isStill ? '' : `, ${formatShare(share)}`}
        </span>
        <span class="muted">{isStill ? '' : tellPace(view) || 'You can leave this page'}</span>
      </div>
      <progress
        class={`imp-bar ${view.state === 'paused' ? 'still' : ''}`}
        aria-label={`Progress of ${view.filename}`}
        max={1}
        {...(share === null ? {} : { value: share })}
      />
    </>
  );
};
