import { useState } from 'preact/hooks';
import type { ClusterDetail } from '../../../server/contract/duplicates.ts';
import { Icon } from '../../components/icon.tsx';
import { KeyButton } from '../../components/key-button.tsx';
import { Steps } from '../../components/steps.tsx';
import { formatShare } from '../../state/figures.ts';
import { countRemoved, KIND_WORDS, kindOfCopy, type Split } from '../../state/split-cluster.ts';
import { whyFlagged } from '../../state/why-flagged.ts';
import { ClusterLabels } from './cluster-labels.tsx';
import { EffectsTable } from './effects-table.tsx';
import { Members } from './members.tsx';
import { SideBySide } from './side-by-side.tsx';

type ClusterViewProps = {
  cluster: ClusterDetail;
  split: Split;
  isOpen: boolean;
  position: { at: number; total: number };
  failure: string | undefined;
  /** What others are doing with it, in place of anything else that is told above the texts. */
  notice: { text: string; action?: { label: string; run: () => void } } | null;
  actions: Record<'previous' | 'next' | 'swap' | 'exclude', () => void>;
  onShow: (copy: string) => void;
};

/** Why it was flagged in one line; the rest of the evidence behind "More". */
function WhyLine({ cluster, split }: Pick<ClusterViewProps, 'cluster' | 'split'>) {
  const [isOpen, setOpen] = useState(false);
  const { line, more } = whyFlagged(cluster, split);
  return (
    <div class="note why">
      <Icon name="info" />
      <div class="why-text">
        <p class={isOpen ? '' : 'one-line'} title={isOpen ? undefined : line}>
          <b>Why flagged:</b> {line}
        </p>
        {isOpen ? (
          <ul>
            {more.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <ClusterLabels cluster={cluster} />
      {more.length > 0 ? (
        <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Less' : 'More'}
        </button>
      ) : null}
    </div>
  );
}

const Notice = ({ notice }: Pick<ClusterViewProps, 'notice'>) => (
  <div role="status">
    {notice ? (
      <p class="note warn notice">
        <Icon name="alert" />
        <span>{notice.text}</span>
        {notice.action ? (
          <button type="button" class="btn small" onClick={notice.action.run}>
            {notice.action.label}
          </button>
        ) : null}
      </p>
    ) : null}
  </div>
);

/** The texts, each with what happens to it. */
function Sides({
  cluster,
  split,
  isOpen,
  actions,
}: Pick<ClusterViewProps, 'cluster' | 'split' | 'isOpen' | 'actions'>) {
  const keep = cluster.members.find((member) => member.id === split.survivor);
  const copy = cluster.members.find((member) => member.id === split.shown);
  const isKept = split.kept.includes(split.shown);
  if (!keep || !copy || keep === copy) return null;
  const fate = isKept ? 'Keep too' : isOpen ? 'Remove' : copy.status === 'removed' ? 'Removed' : 'Kept';
  return (
    <SideBySide
      keep={keep}
      copy={copy}
      keepHead={
        <>
          <span class="badge solid">
            <Icon name="check" />
            Keep
          </span>
          <a class="rid" href={`/reviews/${keep.id}`}>
            {keep.id}
          </a>
          <span class="who">{split.survivor === cluster.survivor ? cluster.survivorReason : 'Chosen by you'}</span>
        </>
      }
      copyHead={
        <>
          <span class={`badge ${isKept ? 'solid' : ''}`}>{fate}</span>
          <a class="rid" href={`/reviews/${copy.id}`}>
            {copy.id}
          </a>
          {isOpen ? (
            <span class="side-acts">
              {cluster.members.length > 2 || isKept ? (
                <KeyButton
                  keyId="exclude"
                  className="small"
                  label={isKept ? 'Remove after all' : 'Keep too'}
                  onClick={actions.exclude}
                />
              ) : null}
              <KeyButton keyId="swap" className="small" label="Swap" onClick={actions.swap} />
            </span>
          ) : null}
        </>
      }
    />
  );
}

/** One cluster: why it was flagged, both texts, what differs, and what each choice would do to the figures. */
export function ClusterView(props: ClusterViewProps) {
  const { cluster, split, isOpen, position, failure, notice, actions, onShow } = props;
  const pair = kindOfCopy(cluster, split.survivor, split.shown);
  return (
    <>
      <div class="d-head">
        <h2 tabIndex={-1} id="cluster-title">
          {cluster.headline}
        </h2>
        <span class="badge accent" title={pair ? `Measured similarity ${formatShare(pair.score)}` : undefined}>
          {KIND_WORDS[pair?.kind ?? cluster.kind]} copy
        </span>
        <Steps position={position} actions={actions} />
      </div>
      <Notice notice={notice} />
      {failure ? (
        <p class="note warn" role="alert">
          <Icon name="alert" />
          <span>
            <b>Not done:</b> {failure}
          </span>
        </p>
      ) : null}
      <WhyLine key={split.shown} cluster={cluster} split={split} />
      <Members cluster={cluster} split={split} onShow={onShow} />
      <Sides cluster={cluster} split={split} isOpen={isOpen} actions={actions} />
      {isOpen ? <EffectsTable effects={cluster.effects} removing={countRemoved(cluster, split)} /> : null}
    </>
  );
}
