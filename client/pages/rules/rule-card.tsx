import { useEffect, useState } from 'preact/hooks';
import type { ClusterRelation } from '../../../server/contract/duplicates.ts';
import type { ExactSameAuthor, Rules, RulesAnswer, RulesPreview } from '../../../server/contract/moderation.ts';
import { getJson, putJson, toApiFailure } from '../../api.ts';
import { Only } from '../../components/only.tsx';
import { Failed, Skeleton } from '../../components/parts.tsx';
import { formatInstant } from '../../state/dates.ts';
import { showToast } from '../../state/toast.ts';
import { refreshWorkspace } from '../../state/workspace.ts';
import { RulePreview } from './rule-preview.tsx';

const RELATIONS: readonly { id: ClusterRelation; label: string }[] = [
  { id: 'same', label: 'One site and product' },
  { id: 'syndicated', label: 'Several sites' },
  { id: 'variant', label: 'Several products' },
];

type FieldsProps = { rule: ExactSameAuthor; onChange: (rule: ExactSameAuthor) => void };

/** Where the rule may decide, and what it keeps. */
const RuleFields = ({ rule, onChange }: FieldsProps) => (
  <div class="rule-fields">
    <label class="check">
      <input
        type="checkbox"
        checked={rule.enabled}
        onChange={(event) => onChange({ ...rule, enabled: event.currentTarget.checked })}
      />
      Remove exact copies of the same author without asking
    </label>
    <fieldset>
      <legend>Copies on</legend>
      {RELATIONS.map(({ id, label }) => (
        <label key={id} class="check">
          <input
            type="checkbox"
            checked={rule.relation.includes(id)}
            disabled={rule.relation.length === 1 && rule.relation.includes(id)}
            onChange={() =>
              onChange({
                ...rule,
                relation: rule.relation.includes(id)
                  ? rule.relation.filter((one) => one !== id)
                  : [...rule.relation, id],
              })
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
    <label class="field">
      <span>Keep</span>
      <select
        value={rule.keep}
        onChange={(event) => onChange({ ...rule, keep: event.currentTarget.value as ExactSameAuthor['keep'] })}
      >
        <option value="earliest">The earliest</option>
        <option value="suggested">What is suggested</option>
      </select>
    </label>
    <label class="field">
      <span>Wait, in minutes</span>
      <input
        type="number"
        min={0}
        max={525_600}
        value={rule.minAgeMinutes}
        onChange={(event) => {
          const minutes = Math.round(Number(event.currentTarget.value));
          if (minutes >= 0 && minutes <= 525_600) onChange({ ...rule, minAgeMinutes: minutes });
        }}
      />
      <small>How long a cluster has to stay unchanged first</small>
    </label>
  </div>
);

/** The rules as they are stored, and what is being changed of them. */
function useRules() {
  const [rules, setRules] = useState<Rules | null>(null);
  const [draft, setDraft] = useState<ExactSameAuthor | null>(null);
  const [preview, setPreview] = useState<RulesPreview | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const take = (answer: Rules) => {
    setRules(answer);
    setDraft(answer.exactSameAuthor);
    setPreview(null);
    setError(null);
  };
  const load = () =>
    getJson<Rules>('/moderation/rules').then(take, (cause: unknown) => setError(toApiFailure(cause).message));
  useEffect(() => {
    void load();
  }, []);
  const put = async (dryRun: boolean) => {
    if (!rules || !draft) return;
    setBusy(true);
    setError(null);
    try {
      const body = { exactSameAuthor: draft, version: rules.version, ...(dryRun ? { dryRun } : {}) };
      const answer = await putJson<RulesAnswer>('/moderation/rules', body);
      if (dryRun) setPreview(answer.preview);
      else {
        take(answer.rules);
        const state = answer.rules.exactSameAuthor.enabled ? 'on' : 'off';
        showToast({ kind: 'done', text: `The rule is ${state}. It is in the log.`, action: null });
        void refreshWorkspace();
      }
    } catch (cause) {
      setError(toApiFailure(cause).message);
    } finally {
      setBusy(false);
    }
  };
  const change = (rule: ExactSameAuthor) => {
    setDraft(rule);
    setPreview(null);
  };
  return { rules, draft, preview, error, isBusy, load, put, change };
}

/** The one rule that may decide without a person: off until somebody says otherwise, shown before it counts. */
export function RuleCard() {
  const { rules, draft, preview, error, isBusy, load, put, change } = useRules();
  const isChanged = rules !== null && JSON.stringify(draft) !== JSON.stringify(rules.exactSameAuthor);
  return (
    <section class="card" aria-labelledby="rule-title">
      <div class="card-h">
        <div>
          <h2 id="rule-title">Exact copies of the same author</h2>
          <p>
            Decided in the background as “rule:exact-same-author”. Each decision is in the log and can be undone; then
            these reviews are left to people.
          </p>
        </div>
      </div>
      {draft === null || rules === null ? (
        error ? (
          <Failed what="The rule" detail={error} onRetry={() => void load()} />
        ) : (
          <div class="card-b">
            <Skeleton lines={8} />
          </div>
        )
      ) : (
        <div class="card-b">
          <RuleFields rule={draft} onChange={change} />
          {error ? (
            <p class="error-text" role="alert">
              {error}
            </p>
          ) : null}
          {preview ? <RulePreview preview={preview} /> : null}
          <div class="set-acts">
            <Only right="admin">
              <button type="button" class="btn" disabled={isBusy} onClick={() => void put(true)}>
                What would it do?
              </button>
              <button
                type="button"
                class="btn solid"
                disabled={isBusy || !isChanged || (draft.enabled && preview === null)}
                title={draft.enabled && preview === null ? 'See first what it would do' : undefined}
                onClick={() => void put(false)}
              >
                Save
              </button>
            </Only>
            <span class="muted">
              {rules.updatedAt === null
                ? 'As delivered, never changed.'
                : `Set by ${rules.updatedBy ?? 'somebody'}, ${formatInstant(rules.updatedAt)}.`}
            </span>
          </div>
        </div>
      )}
    </section>
  );
}
