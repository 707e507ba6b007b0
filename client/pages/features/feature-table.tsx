import type { ComponentChildren } from 'preact';
import { Icon } from '../../components/icon.tsx';
import { Only } from '../../components/only.tsx';
import { formatCount } from '../../state/figures.ts';
import { useMedia } from '../../state/media.ts';
import type { ShownFeature, ShownShare } from './feature-rows.ts';

export type FeatureActions = {
  onEdit: (id: string) => void;
  onTakeOut: (id: string) => void;
  /** Why no feature can be taken out now, or null. */
  keepReason: string | null;
};
type RowProps = FeatureActions & { row: ShownFeature };

const MEASURES = [
  { id: 'precision', label: 'Precision' },
  { id: 'recall', label: 'Recall' },
  { id: 'judgement', label: 'Judgement right' },
] as const;

const Share = ({ share: { text, note, isFigure } }: { share: ShownShare }) => (
  <span class={isFigure ? '' : 'muted'}>
    {note ? text : <span aria-hidden="true">{text}</span>}{' '}
    {note ? <small class="muted">{note}</small> : <span class="sr">not checked</span>}
  </span>
);

const Reviews = ({ row }: { row: ShownFeature }) =>
  row.reviews === null ? (
    <span class="muted">…</span>
  ) : row.reviews === 0 ? (
    <>0</>
  ) : (
    <a class="link" href={`/?s.feature=${row.id}`} aria-label={`${row.label}: ${formatCount(row.reviews)} reviews`}>
      {formatCount(row.reviews)}
    </a>
  );

const Name = ({ row }: { row: ShownFeature }) => (
  <>
    <span class="ft-name">
      {row.label} <small class="code muted">{row.id}</small>
      {row.isDefault ? null : <span class="badge">Your own</span>}
    </span>
    {row.words.length > 0 ? (
      <ul class="words" aria-label={row.isDefault ? 'Added words' : 'Words'}>
        {row.words.map((word) => (
          <li key={word} class="badge">
            {word}
          </li>
        ))}
      </ul>
    ) : null}
  </>
);

const Actions = ({ row, onEdit, onTakeOut, keepReason }: RowProps) => (
  <Only right="admin" isSilent>
    <button type="button" class="btn small" onClick={() => onEdit(row.id)}>
      Edit<span class="sr"> {row.label}</span>
    </button>
    <button
      type="button"
      class="btn small quiet"
      disabled={keepReason !== null}
      title={keepReason ?? undefined}
      onClick={() => onTakeOut(row.id)}
    >
      {row.isDefault ? 'Switch off' : 'Remove'}
      <span class="sr"> {row.label}</span>
    </button>
  </Only>
);

const Wide = ({ rows, ...actions }: FeatureTableProps) => (
  <table class="t features">
    <caption class="sr">Features that reviews are tagged with</caption>
    <thead>
      <tr>
        <th scope="col">Feature</th>
        <th scope="col" class="num">
          Reviews
        </th>
        {MEASURES.map(({ id, label }) => (
          <th key={id} scope="col" class="num">
            {label}
          </th>
        ))}
        <th scope="col">
          <span class="sr">Actions</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Name row={row} />
          </th>
          <td class="num">
            <Reviews row={row} />
          </td>
          {MEASURES.map(({ id }) => (
            <td key={id} class="num">
              <Share share={row[id]} />
            </td>
          ))}
          <td class="acts">
            <Actions row={row} {...actions} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Pair = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Narrow = ({ rows, ...actions }: FeatureTableProps) => (
  <ul class="features-list">
    {rows.map((row) => (
      <li key={row.id}>
        <Name row={row} />
        <dl>
          <Pair name="Reviews">
            <Reviews row={row} />
          </Pair>
          {MEASURES.map(({ id, label }) => (
            <Pair key={id} name={label}>
              <Share share={row[id]} />
            </Pair>
          ))}
        </dl>
        <p class="acts">
          <Actions row={row} {...actions} />
        </p>
      </li>
    ))}
  </ul>
);

type FeatureTableProps = FeatureActions & { rows: ShownFeature[] };

/** All features that are tagged: a table, and where it has no room, a list of the same. */
export function FeatureTableView(props: FeatureTableProps) {
  const isNarrow = useMedia('(max-width: 900px)');
  return isNarrow ? <Narrow {...props} /> : <Wide {...props} />;
}

type SwitchedOffProps = { features: { id: string; label: string }[]; onSwitchOn: (id: string) => void };

/** Default features that are not tagged, and how to have them back. */
export const SwitchedOff = ({ features, onSwitchOn }: SwitchedOffProps) => (
  <section class="card" aria-labelledby="off-title">
    <div class="card-h">
      <div>
        <h2 id="off-title">Switched off</h2>
        <p>These are not tagged, and no chart shows them</p>
      </div>
    </div>
    <ul class="card-b off-list">
      {features.map(({ id, label }) => (
        <li key={id}>
          <span>
            {label} <small class="code muted">{id}</small>
          </span>
          <Only right="admin" isSilent>
            <button type="button" class="btn small" onClick={() => onSwitchOn(id)}>
              <Icon name="plus" />
              Switch on<span class="sr"> {label}</span>
            </button>
          </Only>
        </li>
      ))}
    </ul>
  </section>
);
