import type { TagQuality } from '../../../server/contract/taxonomy.ts';
import { plural } from '../../state/figures.ts';
import { workspace } from '../../state/workspace.ts';

/** What the measures are of, or how to get there while there is nothing to measure by. */
export const Measure = ({ quality }: { quality: TagQuality | null }) =>
  quality === null || workspace.value?.reviews === 0 ? null : quality.checkedReviews === 0 ? (
    <p>
      No review checked yet: open one of the{' '}
      <a class="link" href="/reviews?checked=false">
        reviews
      </a>
      , correct the tags that are wrong, and press “Tags are right”. Precision and recall are computed from that
    </p>
  ) : (
    <p>
      Precision and recall are computed from what people corrected, in{' '}
      <a class="link" href="/reviews?checked=true">
        {plural(quality.checkedReviews, 'checked review', 'checked reviews')}
      </a>{' '}
      so far (
      <a class="link" href="/reviews?checked=false">
        check more
      </a>
      ); n is the number of reviews behind each figure
    </p>
  );

/** What the measures mean, and how a review comes to be checked. */
export const Explanation = () => (
  <p class="page-note">
    A review is checked when a person has corrected what was wrong of its tags and pressed “Tags are right”. Its tags
    then stay, and what the tagger finds of it, now and after each change of the list, is held against them. Precision:
    of the checked reviews that were tagged with the feature, the share that does speak of it. Recall: of the checked
    reviews that speak of it, the share that was tagged. Judgement right: of those tagged rightly, the share whose
    judgement was right too. Below 10 checked reviews no figure is shown. Reviews are counted once.
  </p>
);
