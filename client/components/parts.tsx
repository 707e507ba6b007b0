import type { ComponentChildren } from 'preact';
import { formatStars } from '../state/figures.ts';
import { Icon, type IconName } from './icon.tsx';

/** Stars of a review: "5 ★"; part stars keep their decimals. */
export const Stars = ({ rating }: { rating: number | null }) =>
  rating === null ? (
    <span class="muted">No stars</span>
  ) : (
    <span class="stars">
      {Number.isInteger(rating) ? rating : formatStars(rating)}
      <Icon name="star" />
      <span class="sr">{rating === 1 ? 'star' : 'stars'}</span>
    </span>
  );

export type Choice<Id extends string> = { id: Id; label: ComponentChildren };
type SegmentsProps<Id extends string> = {
  label: string;
  choices: readonly Choice<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
};

/** A few choices side by side, one of them pressed. */
export const Segments = <Id extends string>({ label, choices, chosen, onChoose }: SegmentsProps<Id>) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one row of buttons
  <div class="seg" role="group" aria-label={label}>
    {choices.map(({ id, label: text }) => (
      <button type="button" key={id} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
        {text}
      </button>
    ))}
  </div>
);

type PillSelectProps = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  isOn?: boolean;
  className?: string;
};

/** The browser's own select in the shape of a filter. */
export const PillSelect = ({ label, value, options, onChange, isOn = false, className = '' }: PillSelectProps) => (
  <label class={`pill ${isOn ? 'on' : ''} ${className}`}>
    <span>{label}</span>
    <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
    <Icon name="chevron" />
  </label>
);

type EmptyProps = { icon: IconName; title: string; children?: ComponentChildren; foot?: ComponentChildren };

/** Says which kind of nothing there is, and what to do about it. */
export const Empty = ({ icon, title, children, foot }: EmptyProps) => (
  <div class="state">
    <Icon name={icon} />
    <h3>{title}</h3>
    {children === undefined ? null : <div class="state-text">{children}</div>}
    {foot === undefined ? null : <div class="foot">{foot}</div>}
  </div>
);

/** A part of a page that failed by itself: what did not work, and another try. */
export const Failed = ({ what, detail, onRetry }: { what: string; detail: string; onRetry: () => void }) => (
  <div class="state" role="alert">
    <Icon name="alert" />
    <h3>{what} did not load</h3>
    <div class="state-text">{detail}</div>
    <div class="foot">
      <button type="button" class="btn small" onClick={onRetry}>
        Try again
      </button>
    </div>
  </div>
);

/** Grey blocks in the final size while something loads. */
export const Skeleton = ({ height, lines = 0 }: { height?: number; lines?: number }) => (
  <div class="skels" aria-hidden="true" style={height === undefined ? {} : { height: `${height}px` }}>
    {lines === 0 ? <div class="skel block" /> : Array.from({ length: lines }, (_, at) => <div key={at} class="skel" />)}
  </div>
);
