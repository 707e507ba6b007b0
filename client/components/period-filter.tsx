import { useState } from 'preact/hooks';
import type { Patch } from '../state/address.ts';
import { listPresets, presetOf } from '../state/dates.ts';
import type { FilterState } from '../state/filters.ts';
import { today } from '../state/workspace.ts';
import { PillSelect } from './parts.tsx';

type PeriodFilterProps = { filters: FilterState; change: (patch: Patch) => void; hasAllTime: boolean };

/** The period: one of the usual ones, or two days. */
export function PeriodFilter({ filters: { from, to }, change, hasAllTime }: PeriodFilterProps) {
  const preset = presetOf(from, to, today());
  const [isOpen, setOpen] = useState(false);
  const presets = listPresets(today()).filter(({ id }) => hasAllTime || id !== 'all');
  const isCustom = preset === 'custom' || isOpen;
  return (
    <>
      <PillSelect
        label="Period"
        value={isCustom ? 'custom' : preset}
        isOn={hasAllTime && preset !== 'all'}
        options={[...presets.map(({ id, label }) => ({ value: id, label })), { value: 'custom', label: 'From – to' }]}
        onChange={(id) => {
          const chosen = presets.find((entry) => entry.id === id);
          setOpen(!chosen);
          if (chosen) change({ from: chosen.from, to: chosen.to });
        }}
      />
      {isCustom ? (
        <span class="days">
          <label class="pill">
            <span>From</span>
            <input
              type="date"
              value={from ?? ''}
              max={to ?? undefined}
              onChange={(event) => change({ from: event.currentTarget.value || null })}
            />
          </label>
          <label class="pill">
            <span>To</span>
            <input
              type="date"
              value={to ?? ''}
              min={from ?? undefined}
              onChange={(event) => change({ to: event.currentTarget.value || null })}
            />
          </label>
        </span>
      ) : null}
    </>
  );
}
