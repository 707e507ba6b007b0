import type { DateOrder, InspectedFile } from '../../../server/contract/imports.ts';
import { formatDay } from '../../state/dates.ts';
import { plural } from '../../state/figures.ts';
import { listAmbiguous, tellEvidence } from './date-readings.ts';

const SHOWN = 3;
const ORDERS: readonly { order: DateOrder; label: string }[] = [
  { order: 'day-first', label: 'Day first' },
  { order: 'month-first', label: 'Month first' },
];

type DateQuestionProps = {
  id: string;
  dates: InspectedFile['dates'];
  /** Values of the date column. */
  samples: readonly string[];
  chosen: DateOrder | '';
  onChoose: (order: DateOrder | '') => void;
};

/** Two readings of the same dates side by side, and one answer for the whole file. */
export function DateQuestion({ id, dates, samples, chosen, onChoose }: DateQuestionProps) {
  const found = listAmbiguous(samples).slice(0, SHOWN);
  const examples = found.length > 0 ? found : listAmbiguous(['05/03/2026']);
  return (
    <fieldset class="date-q">
      <legend>
        {plural(dates.ambiguous, 'date', 'dates')} of the first rows can be read in two ways. Which is it?
      </legend>
      <div class="date-two">
        {ORDERS.map(({ order, label }) => (
          <label key={order} class={`date-way ${chosen === order ? 'on' : ''}`}>
            <input type="radio" name={`${id}-dates`} checked={chosen === order} onChange={() => onChoose(order)} />
            <span>
              <b>{label}</b>
              {examples.map(({ value, readings }) => (
                <span key={value} class="date-reading">
                  <span class="code">{value}</span> is {formatDay(readings[order])}
                </span>
              ))}
              <small>{tellEvidence(dates, order)}</small>
            </span>
          </label>
        ))}
      </div>
      <label class="check">
        <input type="radio" name={`${id}-dates`} checked={chosen === ''} onChange={() => onChoose('')} />
        Neither: list these rows as errors
      </label>
    </fieldset>
  );
}
