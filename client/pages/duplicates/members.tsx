import { useState } from 'preact/hooks';
import type { ClusterDetail } from '../../../server/contract/duplicates.ts';
import { formatShare } from '../../state/figures.ts';
import { KIND_WORDS, kindOfCopy, listCopies, type Split } from '../../state/split-cluster.ts';

/** Chips shown before "Show all": more than a row or two would push the texts off the screen. */
const FEW_CHIPS = 10;

type MembersProps = { cluster: ClusterDetail; split: Split; onShow: (copy: string) => void };

/** Chips to choose which of several copies is compared. */
export function Members({ cluster, split, onShow }: MembersProps) {
  const [isAll, setAll] = useState(false);
  const copies = listCopies(cluster, split);
  if (copies.length < 2) return null;
  const shown = copies.filter(({ id }, at) => isAll || at < FEW_CHIPS || id === split.shown);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons
    <div class="members" role="group" aria-label="Copies in this cluster">
      {shown.map(({ id }) => {
        const pair = kindOfCopy(cluster, split.survivor, id);
        const isKept = split.kept.includes(id);
        return (
          <button
            key={id}
            type="button"
            class={`chip ${isKept ? 'kept' : ''}`}
            aria-pressed={id === split.shown}
            title={pair ? `Measured similarity ${formatShare(pair.score)}` : undefined}
            onClick={() => onShow(id)}
          >
            {id} <i>{isKept ? 'Kept' : pair ? KIND_WORDS[pair.kind] : ''}</i>
          </button>
        );
      })}
      {copies.length > shown.length || isAll ? (
        <button type="button" class="link" onClick={() => setAll(!isAll)}>
          {isAll ? 'Show fewer' : `Show all ${copies.length}`}
        </button>
      ) : null}
      {cluster.size > cluster.members.length ? (
        <span class="muted">and {cluster.size - cluster.members.length} more, which a decision covers as well</span>
      ) : null}
    </div>
  );
}
