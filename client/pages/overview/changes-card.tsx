import { useState } from 'preact/hooks';
import type { Change, Changes } from '../../../server/contract/insights.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { Empty } from '../../components/parts.tsx';
import { toAddress } from '../../state/address.ts';
import { countDays, formatPeriod } from '../../state/dates.ts';
import { formatCount, formatShare, formatSigned, formatStars, nameProduct } from '../../state/figures.ts';
import type { Query } from '../../state/filters.ts';
import { useResource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';
import { tellChange } from '../../state/tell-change.ts';
import { isMeant, toAsked } from './changes-asked.ts';
import type { CardProps } from './feature-card.tsx';

const FEW = 4;
const MANY = 12;

/** Parts of a change's selection that name the reviews behind it; the rest are the page's own filters. */
function toTarget(selection: Record<string, string>): Target {
  const { feature, product, from, to, rating } = selection;
  return {
    ...(feature === undefined ? {} : { feature }),
    ...(product === undefined ? {} : { product }),
    ...(rating === undefined ? {} : { rating }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Whether up is good: net and stars; how often something is named, and how many reviews there are, is neither. */
const toneOf = ({ metric, difference, isClear }: Change) => {
  if (!isClear || !difference || metric === 'share' || metric === 'volume') return 'even';
  return difference.value > 0 ? 'up' : 'down';
};

/** Reviews that the selection of a side opens: of a share, those that name the feature. */
const countOf = ({ metric, after }: Change) =>
  metric === 'share' ? Math.round((after.value ?? 0) * after.n) : after.n;

const ARROWS = { up: '▲', down: '▼', even: '' } as const;

type ChangeItemProps = { change: Change; sentence: string; query: Query; onOpen: (target: Target) => void };

function ChangeItem({ change, sentence, query, onOpen }: ChangeItemProps) {
  const tone = toneOf(change);
  const { after } = change.filter;
  return (
    <li>
      <span class={`mover ${tone}`} aria-hidden="true">
        {ARROWS[tone] || ((change.difference?.value ?? 0) < 0 ? '↓' : '↑')}
      </span>
      <div>
        <a class="finding" href={toAddress('/', { ...query, ...after })} title="Show the page for these reviews">
          {sentence}
        </a>
        <p class="sub">
          {change.isClear ? <span class="badge solid-line">More than chance</span> : null}
          <button type="button" class="link" onClick={() => onOpen(toTarget(after))}>
            Read {formatCount(countOf(change))}
            <span class="sr"> reviews: {sentence}</span>
          </button>
        </p>
      </div>
    </li>
  );
}

const METRICS = { net: 'net', stars: 'average stars', share: 'share of reviews', volume: 'reviews a day' } as const;

function figureOf(metric: Change['metric'], value: number | null): string {
  if (value === null) return 'none';
  if (metric === 'net') return formatSigned(value);
  return metric === 'share' ? formatShare(value, { fine: true }) : formatStars(value);
}

const daysOf = ({ from, to }: Changes['period']) => countDays(from, to);

const nameRow = ({ label, product, metric }: Change) =>
  [label, product === null ? null : nameProduct(product), METRICS[metric]].filter((part) => part !== null).join(', ');

const toTable =
  (onOpen: (target: Target) => void) =>
  ({ rows }: Changes): TableView => ({
    columns: [
      { label: 'What', isNumber: false },
      { label: 'Before', isNumber: true },
      { label: 'n before', isNumber: true },
      { label: 'Now', isNumber: true },
      { label: 'n now', isNumber: true },
      { label: 'Reviews behind it', isNumber: true },
      { label: 'More than chance', isNumber: false },
    ],
    rows: rows.slice(0, MANY).map((change) => ({
      head: nameRow(change),
      cells: [
        { text: figureOf(change.metric, change.before.value) },
        { text: formatCount(change.before.n) },
        { text: figureOf(change.metric, change.after.value) },
        {
          text: formatCount(change.after.n),
        },
        {
          text: formatCount(countOf(change)),
          label: `${nameRow(change)}: ${formatCount(countOf(change))} reviews`,
          open: () => onOpen(toTarget(change.filter.after)),
        },
        { text: change.isClear ? 'yes' : change.tooFew ? 'too few' : 'may be chance' },
      ],
    })),
  });

/** The movers of the period against the one before, each a sentence that leads to the page for just these reviews. */
export function ChangesCard({ query, onOpen }: CardProps) {
  const { asked, isOnlyProduct } = toAsked(query);
  const resource = useResource<Changes>('/analytics/changes', asked);
  const [isAll, setAll] = useState(false);
  const value = resource.value;
  return (
    <ChartCard
      title="What changed"
      subtitle={
        value
          ? `${formatPeriod(value.period.from, value.period.to)} against ${formatPeriod(value.compared.from, value.compared.to)}`
          : 'This period against the one before'
      }
      resource={resource}
      height={430}
      csv={{ path: '/analytics/changes', query: asked, filename: 'what-changed.csv' }}
      table={toTable(onOpen)}
      empty={({ rows }) =>
        rows.every((row) => row.tooFew) ? (
          <Empty icon="overview" title="Too few to compare">
            One of the two periods has too few reviews, so a change would be chance.
          </Empty>
        ) : null
      }
      foot={({ tested, total, method }) => (
        <>
          <span title={method}>
            {formatCount(tested)} of {formatCount(total)} figures compared
          </span>
          {tested > FEW ? (
            <button type="button" class="link" onClick={() => setAll(!isAll)}>
              {isAll ? `Show the first ${FEW}` : `Show ${Math.min(MANY, tested)}`}
            </button>
          ) : null}
        </>
      )}
    >
      {({ rows, period, compared }) => (
        <>
          {rows.some((row) => row.isClear) ? null : (
            <p class="none-clear">Nothing changed by more than chance. The largest differences:</p>
          )}
          <ol class="changes">
            {rows
              .filter((row) => !row.tooFew && isMeant(row, query))
              .slice(0, isAll ? MANY : FEW)
              .map((change) => (
                <ChangeItem
                  key={nameRow(change)}
                  change={change}
                  sentence={tellChange(isOnlyProduct ? { ...change, product: null } : change, {
                    days: { before: daysOf(compared), after: daysOf(period) },
                  })}
                  query={query}
                  onOpen={onOpen}
                />
              ))}
          </ol>
        </>
      )}
    </ChartCard>
  );
}
