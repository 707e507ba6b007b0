import { useEffect, useState } from 'preact/hooks';
import type {
  CheckMode,
  PutScreeningAnswer,
  ScreeningCheck,
  ScreeningEffect,
  ScreeningSettings,
} from '../../../server/contract/screening.ts';
import { getJson, putJson, toApiFailure } from '../../api.ts';
import { Only } from '../../components/only.tsx';
import { Failed, PillSelect, Skeleton } from '../../components/parts.tsx';
import { formatInstant } from '../../state/dates.ts';
import { formatCount, formatDelta, plural } from '../../state/figures.ts';
import { showToast } from '../../state/toast.ts';

const MODES: readonly { value: CheckMode; label: string }[] = [
  { value: 'off', label: 'Off' },
  { value: 'note', label: 'Note it' },
  { value: 'hold', label: 'Hold the review' },
];

type Changes = Partial<Record<ScreeningCheck['id'], CheckMode>>;

const usual = ({ defaultMode }: ScreeningCheck) => MODES.find(({ value }) => value === defaultMode)?.label ?? '';

type CheckRowProps = {
  check: ScreeningCheck;
  mode: CheckMode;
  found: number | undefined;
  onChange: (mode: CheckMode) => void;
};

const CheckRow = ({ check, mode, found, onChange }: CheckRowProps) => (
  <li class="setting">
    <div>
      <b>{check.label}</b>
      <p>
        {check.description}
        {found === undefined ? null : <span class="dim"> Found in {plural(found, 'review', 'reviews')}.</span>}
        {mode === check.defaultMode ? null : <span class="dim"> Usually: {usual(check)}.</span>}
      </p>
    </div>
    <PillSelect
      label={check.label}
      className="mode"
      value={mode}
      isOn={mode === 'hold'}
      options={MODES}
      onChange={(value) => onChange(value as CheckMode)}
    />
  </li>
);

/** The checks as they are set, and what is being changed of them. */
function useChecks() {
  const [settings, setSettings] = useState<ScreeningSettings | null>(null);
  const [changes, setChanges] = useState<Changes>({});
  const [effect, setEffect] = useState<ScreeningEffect | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const load = () =>
    getJson<ScreeningSettings>('/moderation/checks').then(
      (answer) => {
        setSettings(answer);
        setError(null);
      },
      (cause: unknown) => setError(toApiFailure(cause).message),
    );
  useEffect(() => {
    void load();
  }, []);
  const put = async (dryRun: boolean) => {
    if (!settings) return;
    setBusy(true);
    setError(null);
    try {
      const body = { version: settings.version, checks: changes, ...(dryRun ? { dryRun } : {}) };
      const answer = await putJson<PutScreeningAnswer>('/moderation/checks', body);
      setEffect(answer.effect);
      if (dryRun) return;
      setSettings(answer.settings);
      setChanges({});
      setEffect(null);
      showToast({ kind: 'done', text: 'Saved. Stored reviews follow in the background.', action: null });
    } catch (cause) {
      setError(toApiFailure(cause).message);
    } finally {
      setBusy(false);
    }
  };
  const change = ({ id, mode }: ScreeningCheck, to: CheckMode) => {
    setEffect(null);
    setChanges(({ [id]: _, ...others }) => (to === mode ? others : { ...others, [id]: to }));
  };
  return { settings, changes, effect, error, isBusy, load, put, change };
}

const EffectLine = ({ effect }: { effect: ScreeningEffect }) => (
  <p class="effect" role="status">
    <span>
      Of the latest {plural(effect.looked, 'review', 'reviews')}, <b>{formatCount(effect.held)}</b> would be held;{' '}
      {formatCount(effect.heldNow)} are now ({formatDelta(effect.held - effect.heldNow)}).
    </span>
  </p>
);

/** What reviews are checked for as they come in, in the order of the checks, and what a finding does. */
export function ChecksCard() {
  const { settings, changes, effect, error, isBusy, load, put, change } = useChecks();
  const isChanged = Object.keys(changes).length > 0;
  return (
    <section class="card" aria-labelledby="checks-title">
      <div class="card-h">
        <div>
          <h2 id="checks-title">What reviews are checked for</h2>
          <p>Every check is asked, and every reason is kept. Held reviews wait under “Held” and count nowhere.</p>
        </div>
      </div>
      {settings === null ? (
        error ? (
          <Failed what="The checks" detail={error} onRetry={() => void load()} />
        ) : (
          <div class="card-b">
            <Skeleton lines={12} />
          </div>
        )
      ) : (
        <div class="card-b">
          <ul>
            {settings.checks.map((check) => (
              <CheckRow
                key={check.id}
                check={check}
                mode={changes[check.id] ?? check.mode}
                found={effect?.byCheck.find((one) => one.check === check.id)?.found}
                onChange={(mode) => change(check, mode)}
              />
            ))}
          </ul>
          {error ? (
            <p class="error-text" role="alert">
              {error}
            </p>
          ) : null}
          {effect ? <EffectLine effect={effect} /> : null}
          <div class="set-acts">
            <Only right="admin">
              <button type="button" class="btn" disabled={isBusy} onClick={() => void put(true)}>
                What would it do?
              </button>
              <button type="button" class="btn solid" disabled={isBusy || !isChanged} onClick={() => void put(false)}>
                Save
              </button>
            </Only>
            <span class="muted">
              {settings.applying ? 'Stored reviews are being checked again. ' : ''}
              {settings.updatedAt === null
                ? 'As delivered, never changed.'
                : `Set by ${settings.updatedBy ?? 'somebody'}, ${formatInstant(settings.updatedAt)}.`}
            </span>
          </div>
        </div>
      )}
    </section>
  );
}
