import type { FeatureRow } from '../../server/contract/analytics.ts';
import { LINE_STYLES } from '../charts/trend-lines.ts';
import { formatCount } from '../state/figures.ts';
import { labelOf } from '../state/workspace.ts';
import { Icon } from './icon.tsx';

const POINTS: Record<(typeof LINE_STYLES)[number]['point'], string> = {
  circle: 'M11 7a3 3 0 1 0 6 0 3 3 0 0 0-6 0Z',
  rect: 'M11.5 4.5h5v5h-5Z',
  triangle: 'M14 3.5 17.5 10h-7Z',
  rectRot: 'M14 3 18 7l-4 4-4-4Z',
  star: 'M14 3v8M10 7h8M11.2 4.2l5.6 5.6M16.8 4.2l-5.6 5.6',
  crossRot: 'M11 4l6 6M17 4l-6 6',
};

/** A piece of the line as the chart draws it: colour, dash and point. */
const LineSample = ({ at }: { at: number }) => {
  const style = LINE_STYLES[at % LINE_STYLES.length] ?? LINE_STYLES[0];
  return (
    <svg class={`line-sample series-${at}`} viewBox="0 0 28 14" aria-hidden="true">
      <path class="line" d="M0 7h28" stroke-dasharray={style.dash.join(' ')} />
      <path class="point" d={POINTS[style.point]} />
    </svg>
  );
};

type FeatureChooserProps = {
  chosen: string[];
  features: FeatureRow[];
  /** Chosen ones that have too few reviews to be drawn. */
  bare: string[];
  max: number;
  onChange: (ids: string[]) => void;
};

/** The chosen features, each with its line as legend and a way to take it out, and a list to add from. */
export function FeatureChooser({ chosen, features, bare, max, onChange }: FeatureChooserProps) {
  const others = features.filter((row) => !chosen.includes(row.feature) && row.reviews > 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons
    <div class="chips chooser" role="group" aria-label="Features in the chart">
      {chosen.map((id, at) => (
        <button
          key={id}
          type="button"
          class="chip line-chip"
          aria-label={`${labelOf(id)}: remove from the chart`}
          title="Remove from the chart"
          onClick={() => onChange(chosen.filter((entry) => entry !== id))}
        >
          <LineSample at={at} />
          {labelOf(id)}
          {bare.includes(id) ? <i>too few</i> : null}
          <Icon name="close" />
        </button>
      ))}
      {chosen.length < max && others.length > 0 ? (
        <label class="chip add">
          <Icon name="plus" />
          <span class="sr">Add a feature to the chart</span>
          <select
            value=""
            onChange={(event) => {
              if (event.currentTarget.value) onChange([...chosen, event.currentTarget.value]);
            }}
          >
            <option value="">Add feature</option>
            {others.map((row) => (
              <option key={row.feature} value={row.feature}>
                {row.label} ({formatCount(row.reviews)})
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </div>
  );
}
