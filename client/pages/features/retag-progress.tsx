import type { Retagging } from '../../../server/contract/taxonomy.ts';
import { formatCount } from '../../state/figures.ts';

/** How far tagging anew has come; nothing when it does not run. */
export const RetagProgress = ({ retagging: { state, total, done } }: { retagging: Retagging }) =>
  state === 'idle' ? null : (
    <section class="card retag" aria-label="Tagging anew">
      <div class="meter-l">
        <b>
          Tagging anew: {formatCount(done)} of {formatCount(total)}
        </b>
        <span class="muted">You can go on working; the figures follow at the end</span>
      </div>
      <div
        class="meter"
        role="progressbar"
        aria-label="Reviews tagged anew"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={`${formatCount(done)} of ${formatCount(total)}`}
      >
        <i style={{ width: `${total === 0 ? 100 : (done / total) * 100}%` }} />
      </div>
    </section>
  );
