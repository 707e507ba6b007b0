import { useMemo } from 'preact/hooks';
import type { FeatureMap } from '../../../server/contract/insights.ts';
import { drawFeatureMap, listPlaced, QUADRANT_NAMES, QUADRANTS, tellMap } from '../../charts/feature-map.ts';
import { ChartCard } from '../../components/chart-card.tsx';
import { CopiesNote } from '../../components/copies-note.tsx';
import type { TableView } from '../../components/data-table.tsx';
import { Empty } from '../../components/parts.tsx';
import { Plot } from '../../components/plot.tsx';
import { netsOf, otherOf, WITH_COPIES } from '../../state/copies.ts';
import { formatCount, formatShare, formatSigned } from '../../state/figures.ts';
import { useResource } from '../../state/resource.ts';
import type { Target } from '../../state/sentences.ts';
import type { CardProps } from './feature-card.tsx';

const HEIGHT = 380;

const tellNet = (net: number | null) => (net === null ? '' : formatSigned(net));

const toTable =
  (onOpen: (target: Target) => void) =>
  ({ rows, counting }: FeatureMap): TableView => ({
    columns: [
      { label: 'Feature', isNumber: false },
      { label: 'What to do', isNumber: false },
      { label: 'Reviews', isNumber: true },
      { label: 'Share', isNumber: true },
      { label: 'Net', isNumber: true },
      { label: `Net ${WITH_COPIES[otherOf(counting)]}`, isNumber: true },
    ],
    rows: rows.map((row) => ({
      head: row.label,
      cells: [
        { text: row.quadrant ? QUADRANT_NAMES[row.quadrant] : 'too few' },
        {
          text: formatCount(row.reviews),
          ...(row.reviews > 0
            ? {
                label: `${row.label}: ${formatCount(row.reviews)} reviews`,
                open: () => onOpen({ feature: row.feature }),
              }
            : {}),
        },
        { text: formatShare(row.share.value, { fine: true }) },
        { text: row.tooFew || !row.net ? 'too few' : formatSigned(row.net.value) },
        { text: row.tooFew ? '' : tellNet(netsOf(row.effect)[otherOf(counting)]) },
      ],
    })),
  });

function Scatter({ map, onOpen }: { map: FeatureMap; onOpen: (target: Target) => void }) {
  const rows = useMemo(() => listPlaced(map), [map]);
  const draw = useMemo(
    () => (stage: Parameters<typeof drawFeatureMap>[2]) => drawFeatureMap(map, rows, stage),
    [map, rows],
  );
  return <Plot draw={draw} finding={tellMap(rows)} height={HEIGHT} onPick={onOpen} />;
}

/** Volume against sentiment: what to fix first, keep and watch. */
export function MapCard({ query, onOpen }: CardProps) {
  const asked = { ...query, effect: 'true' };
  const resource = useResource<FeatureMap>('/analytics/map', asked);
  return (
    <ChartCard
      title="Fix first, keep, watch"
      subtitle="How often a feature is named, and how well it is judged"
      resource={resource}
      height={HEIGHT}
      csv={{ path: '/analytics/map', query: asked, filename: 'fix-first-keep-watch.csv' }}
      table={toTable(onOpen)}
      empty={(map) =>
        listPlaced(map).length === 0 ? (
          <Empty icon="overview" title="Too few reviews">
            No feature is named by {map.minN} reviews.
          </Empty>
        ) : null
      }
      foot={(map) => (
        <>
          <span>
            {QUADRANTS.map(
              (quadrant) =>
                `${QUADRANT_NAMES[quadrant]} ${listPlaced(map).filter((row) => row.quadrant === quadrant).length}`,
            ).join(' · ')}
            . Often: {formatShare(map.thresholds.share, { fine: true })} or more, the median. Better:{' '}
            {formatSigned(map.thresholds.net)} or more, the net of all
          </span>
          <CopiesNote
            figures={listPlaced(map).map((row) => ({ ...netsOf(row.effect), label: row.label }))}
            mark="ring"
          />
        </>
      )}
    >
      {(map) => <Scatter map={map} onOpen={onOpen} />}
    </ChartCard>
  );
}
