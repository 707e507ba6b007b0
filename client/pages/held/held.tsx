import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { DecisionReason } from '../../../server/contract/duplicates.ts';
import { Icon } from '../../components/icon.tsx';
import { KeyHelp } from '../../components/key-help.tsx';
import { noteOf, useNote } from '../../components/note-field.tsx';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { patchParams, toAddress, useAddress } from '../../state/address.ts';
import { CHECK_WORDS, suggestReason } from '../../state/checks.ts';
import { formatCount } from '../../state/figures.ts';
import type { KeyId } from '../../state/keys.ts';
import { moveSelection, postpone } from '../../state/queue.ts';
import { useFocusAfter } from '../../state/use-focus-after.ts';
import { useKeys } from '../../state/use-keys.ts';
import { usePlace } from '../../state/use-place.ts';
import { HeldActions } from './held-actions.tsx';
import { type HeldFilterName, type HeldFilters, HeldHead } from './held-head.tsx';
import { HeldList } from './held-list.tsx';
import { HeldView } from './held-view.tsx';
import { useHeld } from './use-held.ts';

const CLEARED = { check: null, product: null, source: null };

/** Reads the filters of the address; what the server would refuse is left out. */
function readFilters(params: URLSearchParams): HeldFilters {
  const filters: HeldFilters = {};
  const check = params.get('check') ?? '';
  if (check in CHECK_WORDS) filters.check = check;
  for (const name of ['product', 'source'] as const) {
    const value = params.get(name)?.trim() ?? '';
    if (value !== '' && value.length <= 80) filters[name] = value;
  }
  return filters;
}

type NoHeldProps = { error: string | null; isFiltered: boolean; onReload: () => void; onClear: () => void };

/** Which kind of nothing waits. */
function NoHeld({ error, isFiltered, onReload, onClear }: NoHeldProps) {
  if (error) return <Failed level={2} what="The list" detail={error} onRetry={onReload} />;
  const foot = isFiltered ? (
    <button type="button" class="btn small" onClick={onClear}>
      Clear filters
    </button>
  ) : (
    <a class="link" href="/moderation">
      What is held, and why
    </a>
  );
  return (
    <Empty
      level={2}
      icon={isFiltered ? 'search' : 'clear'}
      title={isFiltered ? 'Nothing matches' : 'Nothing waits'}
      foot={foot}
    >
      {isFiltered
        ? 'No held review is like this.'
        : 'Reviews that a check holds are listed here until somebody decides.'}
    </Empty>
  );
}

/** Reviews that checks hold for a moderator: why, and publish or remove by one key. */
export function Held() {
  const { params, route } = useAddress();
  const { params: at } = useRoute();
  const wanted = at['id'] ?? null;
  const filters = readFilters(params);
  const toPlace = (id: string | null, patch: Record<string, string | null> = {}) =>
    toAddress(id === null ? '/held' : `/held/${id}`, patchParams(params, patch));
  const bench = useHeld(filters, { wanted, toList: () => route(toPlace(null), true) });
  const { queue, setQueue, reading } = bench;
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [chosen, setChosen] = useState<{ of: string; reason: DecisionReason } | null>(null);
  const place = queue.items.findIndex(({ id }) => id === queue.selected);
  const review = queue.items[place] ?? null;
  const note = useNote(queue.selected);
  const focusNext = useFocusAfter(queue.selected, 'data-held');
  const reason = review && chosen?.of === review.id ? chosen.reason : review ? suggestReason(review) : 'other';

  useEffect(() => {
    document.title = 'Held · Reviewfinder';
  }, []);
  usePlace({
    selected: queue.selected,
    wanted,
    onPlace: (id) => route(toPlace(id), true),
    onWanted: (id) => void bench.open(id),
  });

  const actions: Partial<Record<KeyId, () => void>> & Record<'remove' | 'keepAll' | 'later' | 'note', () => void> = {
    keepAll: () => {
      if (!review) return;
      focusNext();
      bench.decide(review, { action: 'publish', version: review.version, ...noteOf(note) });
    },
    remove: () => {
      if (!review) return;
      focusNext();
      bench.decide(review, { action: 'remove', reason, version: review.version, ...noteOf(note) });
    },
    later: () => {
      if (!review) return;
      focusNext();
      setQueue((old) => postpone(old, review.id));
    },
    note: () => review && note.open(),
    undo: () => void bench.undo(),
    next: () => setQueue((old) => moveSelection(old, 1)),
    previous: () => setQueue((old) => moveSelection(old, -1)),
    filter: () => document.querySelector<HTMLElement>('.dq-head .filters select')?.focus(),
    help: () => setHelpOpen(true),
  };
  useKeys('held', actions);
  const steps = { previous: () => actions.previous?.(), next: () => actions.next?.() };
  const position = { at: place + 1, total: Math.max(queue.total, queue.items.length) };
  const onFilter = (patch: Partial<Record<HeldFilterName, string | null>>) => route(toPlace(null, patch));
  return (
    <>
      <HeldHead
        filters={filters}
        counts={reading.counts}
        search={params.toString()}
        onFilter={onFilter}
        onView={(saved) => route(toAddress('/held', new URLSearchParams(saved)))}
        onHelp={() => setHelpOpen(true)}
      />
      {queue.items.length === 0 && reading.isLoading ? (
        <div class="dq-none" aria-busy="true">
          <Skeleton lines={8} />
        </div>
      ) : review === null ? (
        <div class="dq-none">
          <NoHeld
            error={reading.error?.message ?? null}
            isFiltered={Object.keys(filters).length > 0}
            onReload={bench.reload}
            onClear={() => onFilter(CLEARED)}
          />
        </div>
      ) : (
        <div class={`dq-body ${wanted === null ? 'at-list' : 'at-detail'}`}>
          <HeldList
            bench={bench}
            hrefOf={(id) => toPlace(id)}
            onSelect={(id) => {
              setQueue((old) => ({ ...old, selected: id }));
              if (wanted !== id) route(toPlace(id), wanted !== null);
            }}
          />
          <section class="detail" aria-label="Review">
            {/* biome-ignore lint/a11y/useSemanticElements: not a form, but a part that scrolls and so needs a name */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it */}
            <div class="detail-s" tabIndex={0} role="group" aria-label="The review and what was found">
              <a class="back" href={toPlace(null)}>
                <Icon name="left" />
                List
                <span>
                  {formatCount(position.at)} of {formatCount(position.total)}
                </span>
              </a>
              <HeldView review={review} position={position} failure={queue.failed[review.id]} actions={steps} />
            </div>
            <HeldActions
              isReady
              reason={reason}
              note={note}
              onReason={(to) => setChosen({ of: review.id, reason: to })}
              actions={actions}
            />
          </section>
        </div>
      )}
      {isHelpOpen ? <KeyHelp page="held" onClose={() => setHelpOpen(false)} /> : null}
    </>
  );
}
