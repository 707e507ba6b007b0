import { useState } from 'preact/hooks';
import type { ClusterDetail, CopyPair } from '../../../server/contract/duplicates.ts';
import { Icon } from '../../components/icon.tsx';
import { formatShare } from '../../state/figures.ts';
import { keyOf } from '../../state/keys.ts';
import {
  countRemoved,
  KIND_WORDS,
  kindOfCopy,
  listCopies,
  SIGNAL_WORDS,
  type Split,
} from '../../state/split-cluster.ts';
import { KeyButton } from './action-bar.tsx';
import { ClusterLabels } from './cluster-labels.tsx';
import { EffectsTable } from './effects-table.tsx';
import { SideBySide } from './side-by-side.tsx';

type ClusterViewProps = {
  cluster: ClusterDetail;
  split: Split;
  isOpen: boolean;
  position: { at: number; total: number };
  failure: string | undefined;
  actions: Record<'previous' | 'next' | 'swap' | 'exclude', () => void>;
  onShow: (copy: string) => void;
};

/** Where in the list one is, and the way to its neighbours. */
const Steps = ({ position, actions }: Pick<ClusterViewProps, 'position' | 'actions'>) => (
  <div class="right">
    <span>
      {position.at} of {position.total}
    </span>
    <button
      type="button"
      class="icon-btn"
      aria-label="Previous"
      aria-keyshortcuts={keyOf('previous')}
      onClick={actions.previous}
    >
      <Icon name="left" />
    </button>
    <button type="button" class="icon-btn" aria-label="Next" aria-keyshortcuts={keyOf('next')} onClick={actions.next}>
      <Icon name="right" />
    </button>
  </div>
);

/** Chips shown before "Show all": more than a row or two would push the texts off the screen. */
const FEW_CHIPS = 10;

/** Chips to choose which of several copies is compared. */
function Members({ cluster, split, onShow }: Pick<ClusterViewProps, 'cluster' | 'split' | 'onShow'>) {
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
    </div>
  );
}

/** Reasons as sentences, each with a full stop of its own; a copy of another copy says of which. */
function tellReasons(pair: CopyPair, { survivor, shown }: Split): string {
  const told = pair.reasons.map(({ detail }) => (/[.!?…]$/.test(detail) ? detail : `${detail}.`)).join(' ');
  const other = pair.a === shown ? pair.b : pair.a;
  return other === survivor ? told : `A copy of ${other}, which is in this cluster too. ${told}`;
}

/** One cluster: why it was flagged, both texts, what differs, and what each choice would do to the figures. */
export function ClusterView({ cluster, split, isOpen, position, failure, actions, onShow }: ClusterViewProps) {
  const keep = cluster.members.find((member) => member.id === split.survivor);
  const copy = cluster.members.find((member) => member.id === split.shown);
  const pair = kindOfCopy(cluster, split.survivor, split.shown);
  const isKept = split.kept.includes(split.shown);
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
      {failure ? (
        <p class="note warn" role="alert">
          <Icon name="alert" />
          <span>
            <b>Not done:</b> {failure}
          </span>
        </p>
      ) : null}
      <p class="note why">
        <Icon name="info" />
        <span>
          <b>Why flagged:</b> {pair && pair.reasons.length > 0 ? tellReasons(pair, split) : cluster.why}{' '}
          {cluster.signals.includes('burst') ? `${SIGNAL_WORDS.burst.told} ` : null}
          <ClusterLabels cluster={cluster} />
        </span>
      </p>
      <Members cluster={cluster} split={split} onShow={onShow} />
      {keep && copy && keep !== copy ? (
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
              <span class={`badge ${isKept ? 'solid' : ''}`}>
                {isKept ? 'Keep too' : isOpen ? 'Remove' : copy.status === 'removed' ? 'Removed' : 'Kept'}
              </span>
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
      ) : null}
      {isOpen ? <EffectsTable effects={cluster.effects} removing={countRemoved(cluster, split)} /> : null}
    </>
  );
}
