import { useEffect, useState } from 'preact/hooks';
import type { FeatureTable } from '../../../server/contract/analytics.ts';
import type { TagQuality, TaxonomyView } from '../../../server/contract/taxonomy.ts';
import { toApiFailure } from '../../api.ts';
import { Icon } from '../../components/icon.tsx';
import { Only } from '../../components/only.tsx';
import { Failed, Skeleton } from '../../components/parts.tsx';
import { type FeatureDraft, type ListedFeature, toList } from '../../state/feature-list.ts';
import { plural } from '../../state/figures.ts';
import { useResource } from '../../state/resource.ts';
import { showToast } from '../../state/toast.ts';
import { toRows } from './feature-rows.ts';
import { FeatureSheet } from './feature-sheet.tsx';
import { FeatureTableView, SwitchedOff } from './feature-table.tsx';
import { Explanation, Measure } from './measure.tsx';
import { RetagProgress } from './retag-progress.tsx';
import { type Taxonomy, useTaxonomy } from './use-taxonomy.ts';

type Edited = { start: FeatureDraft; isDefault: boolean };

const NEW: Edited = { start: { id: null, label: '', words: [] }, isDefault: false };

const tellTagging = ({ retagging: { state, total } }: TaxonomyView) =>
  state === 'idle' ? '' : ` ${plural(total, 'review is', 'reviews are')} being tagged anew.`;

/** Saves without a sheet: says what was done, offers to take it back, and says what to do where it failed. */
async function saveAtOnce(taxonomy: Taxonomy, change: (view: TaxonomyView) => ListedFeature[], done: string) {
  const before = taxonomy.latest();
  if (!before) return;
  const undo = async () => {
    const now = taxonomy.latest();
    if (now) await attempt(() => taxonomy.save(toList(before), now.version), 'The feature list is as it was before.');
  };
  const attempt = async (save: () => Promise<void>, text: string, canUndo = false) => {
    try {
      await save();
      const view = taxonomy.latest();
      showToast({
        kind: 'done',
        text: `${text}${view ? tellTagging(view) : ''}`,
        action: canUndo ? { label: 'Undo', run: () => void undo() } : null,
      });
    } catch (cause) {
      const failure = toApiFailure(cause);
      const isChanged = failure.status === 409;
      showToast({
        kind: 'failed',
        text: isChanged ? 'Somebody changed the feature list meanwhile. It was not saved.' : failure.message,
        action: isChanged ? { label: 'Load again', run: taxonomy.reload } : null,
      });
    }
  };
  await attempt(() => taxonomy.save(change(before), before.version), done, true);
}

/** The features that reviews are tagged with: what is found of each and how well, and how to change the list. */
export function Features() {
  const taxonomy = useTaxonomy();
  const counts = useResource<FeatureTable>('/analytics/features');
  const quality = useResource<TagQuality>('/taxonomy/quality');
  const [edited, setEdited] = useState<Edited | null>(null);
  useEffect(() => {
    document.title = 'Feature list · Reviewfinder';
  }, []);
  const { view, error, reload } = taxonomy;
  const failed = counts.error ?? quality.error;

  const edit = (id: string) => {
    const feature = view?.features.find((other) => other.id === id);
    if (feature) setEdited({ start: feature, isDefault: feature.isDefault });
  };
  const takeOut = (id: string) => {
    const feature = view?.features.find((other) => other.id === id);
    if (!feature) return;
    const said = feature.isDefault ? 'is switched off' : 'is removed';
    void saveAtOnce(taxonomy, (now) => toList(now).filter((other) => other.id !== id), `“${feature.label}” ${said}.`);
  };
  const switchOn = (id: string) => {
    const feature = view?.disabled.find((other) => other.id === id);
    if (!feature) return;
    void saveAtOnce(
      taxonomy,
      (now) => [...toList(now), { ...feature, words: [] }],
      `“${feature.label}” is switched on.`,
    );
  };
  const retag = () =>
    taxonomy
      .retag()
      .catch((cause: unknown) => showToast({ kind: 'failed', text: toApiFailure(cause).message, action: null }));

  return (
    <div class="page">
      <div class="page-head">
        <h1>Feature list</h1>
        <div class="right">
          <Only right="admin">
            <button
              type="button"
              class="btn"
              aria-label="Tag everything anew"
              title="Tag everything anew"
              disabled={view === null || view.retagging.state === 'running'}
              onClick={() => void retag()}
            >
              <Icon name="refresh" />
              <span class="wide-text">Tag everything anew</span>
            </button>
            <button type="button" class="btn solid keep-text" disabled={view === null} onClick={() => setEdited(NEW)}>
              <Icon name="plus" />
              Add a feature
            </button>
          </Only>
        </div>
      </div>
      {view ? <RetagProgress retagging={view.retagging} /> : null}
      <div class="grid">
        <section class="card" aria-labelledby="features-title" aria-busy={view === null && error === null}>
          <div class="card-h">
            <div>
              <h2 id="features-title">{view ? plural(view.features.length, 'feature', 'features') : 'Features'}</h2>
              <p>What reviews are tagged with. A default feature knows its wordings; words of your own add to them</p>
              <Measure quality={quality.value} />
            </div>
          </div>
          {failed && view ? (
            <p class="note warn figures-lost" role="alert">
              <Icon name="alert" />
              <span>The figures did not load. {failed.message}</span>
              <button
                type="button"
                class="btn small"
                onClick={() => {
                  counts.reload();
                  quality.reload();
                }}
              >
                Try again
              </button>
            </p>
          ) : null}
          {view ? (
            <div class="card-b">
              <FeatureTableView
                rows={toRows(view, counts.value, quality.value)}
                keepReason={view.features.length === 1 ? 'One feature has to stay' : null}
                onEdit={edit}
                onTakeOut={takeOut}
              />
            </div>
          ) : error ? (
            <Failed what="The feature list" detail={error.message} onRetry={reload} />
          ) : (
            <div class="card-b">
              <Skeleton height={640} />
            </div>
          )}
        </section>
        {view && view.disabled.length > 0 ? <SwitchedOff features={view.disabled} onSwitchOn={switchOn} /> : null}
      </div>
      <Explanation />
      {edited ? (
        <FeatureSheet
          {...edited}
          taxonomy={taxonomy}
          onClose={() => setEdited(null)}
          onSaved={(label) => {
            setEdited(null);
            const now = taxonomy.latest();
            showToast({ kind: 'done', text: `“${label}” is saved.${now ? tellTagging(now) : ''}`, action: null });
          }}
        />
      ) : null}
    </div>
  );
}
