import type { RulesPreview } from '../../../server/contract/moderation.ts';
import { plural } from '../../state/figures.ts';

/** What the rule would have done: now, and beside what people decided. */
export const RulePreview = ({ preview }: { preview: RulesPreview }) => {
  const { open, lastMonth } = preview;
  return (
    <div class="effect" role="status">
      <p>
        <b>Now:</b> it would remove {plural(open.removes, 'copy', 'copies')} in{' '}
        {plural(open.count, 'cluster', 'clusters')} of the queue.
        {open.examples.length > 0 ? ' Such as:' : ''}
      </p>
      {open.examples.length > 0 ? (
        <ul>
          {open.examples.slice(0, 5).map(({ id, headline, size }) => (
            <li key={id}>
              <a class="link" href={`/duplicates/${id}`}>
                {headline}
              </a>{' '}
              <span class="muted">{plural(size, 'review', 'reviews')}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <b>Last 30 days:</b>{' '}
        {lastMonth.count === 0
          ? 'people decided on nothing that the rule is about.'
          : `people decided on ${plural(lastMonth.count, 'cluster', 'clusters')} that the rule is about: ${lastMonth.alike} alike, ${lastMonth.otherwise} otherwise.`}
      </p>
    </div>
  );
};
