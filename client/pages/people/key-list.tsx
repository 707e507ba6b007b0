import type { KeyView } from '../../../server/contract/access.ts';
import { deleteFrom } from '../../api.ts';
import { formatInstant } from '../../state/dates.ts';
import { ConfirmButton } from '../connections/confirm-button.tsx';
import { useAct } from '../connections/use-act.ts';

const tellEnd = ({ expiresAt, isExpired }: KeyView) =>
  expiresAt === null ? 'does not expire' : `${isExpired ? 'expired' : 'expires'} ${formatInstant(expiresAt)}`;

function Row({ apiKey, onChanged }: { apiKey: KeyView; onChanged: () => void }) {
  const { isBusy, act } = useAct(onChanged);
  return (
    <li aria-busy={isBusy}>
      <p class="con-line">
        <b>{apiKey.name}</b>
        {apiKey.scopes.map((scope) => (
          <span class="badge" key={scope}>
            {scope}
          </span>
        ))}
        {apiKey.isExpired ? <span class="badge error">Expired</span> : null}
      </p>
      <p class="dim">
        <code class="code">{apiKey.prefix}…</code>{' '}
        {apiKey.lastUsedAt === null ? 'not used yet' : `used ${formatInstant(apiKey.lastUsedAt)}`}
      </p>
      <p class="muted">
        Made by {apiKey.createdBy}, {formatInstant(apiKey.createdAt)}; {tellEnd(apiKey)}
      </p>
      <fieldset class="con-acts">
        <legend class="sr">Key {apiKey.name}</legend>
        <ConfirmButton
          label="Revoke"
          question={`Revoke ${apiKey.name}? Its program is shut out at once.`}
          answer="Revoke"
          isDisabled={isBusy}
          onConfirm={() => void act(() => deleteFrom(`/keys/${apiKey.id}`), `${apiKey.name} is revoked.`)}
        />
      </fieldset>
    </li>
  );
}

type KeyListProps = { items: readonly KeyView[]; onChanged: () => void };

export const KeyListView = ({ items, onChanged }: KeyListProps) => (
  <ul class="con-list">
    {items.map((apiKey) => (
      <Row key={apiKey.id} apiKey={apiKey} onChanged={onChanged} />
    ))}
  </ul>
);
