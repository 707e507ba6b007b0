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
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
    <Icon name="chevron" />
  </label>
);

type EmptyProps = {
  icon: IconName;
  title: string;
  /** Level of its heading: 3 inside a card that has one of its own. */
  level?: 1 | 2 | 3;
  children?: ComponentChildren;
  foot?: ComponentChildren;
};

const Title = ({ level, children }: { level: 1 | 2 | 3; children: ComponentChildren }) =>
  level === 1 ? (
    <h1 class="state-h">{children}</h1>
  ) : level === 2 ? (
    <h2 class="state-h">{children}</h2>
  ) : (
    <h3 class="state-h">{children}</h3>
  );

/** Says which kind of nothing there is, and what to do about it. */
export const Empty = ({ icon, title, level = 3, children, foot }: EmptyProps) => (
  <div class="state">
    <Icon name={icon} />
    <Title level={level}>{title}</Title>
    {children === undefined ? null : <div class="state-text">{children}</div>}
    {foot === undefined ? null : <div class="foot">{foot}</div>}
  </div>
);

type FailedProps = { what: string; detail: string; level?: 2 | 3; onRetry: () => void };

/** A part of a page that failed by itself: what did not work, and another try. */
export const Failed = ({ what, detail, level = 3, onRetry }: FailedProps) => (
  <div class="state" role="alert">
    <Icon name="alert" />
    <Title level={level}>{what} did not load</Title>
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
