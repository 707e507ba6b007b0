import type { UserView } from '../../../server/contract/access.ts';
import { deleteFrom } from '../../api.ts';
import { formatInstant } from '../../state/dates.ts';
import { ROLE_WORDS, session } from '../../state/session.ts';
import { ConfirmButton } from '../connections/confirm-button.tsx';
import { useAct } from '../connections/use-act.ts';

type RowProps = { user: UserView; onChanged: () => void; onEdit: () => void };

function Row({ user, onChanged, onEdit }: RowProps) {
  const { isBusy, act } = useAct(onChanged);
  const isSelf = user.name === session.value?.name;
  return (
    <li aria-busy={isBusy}>
      <p class="con-line">
        <b>{user.name}</b>
        <span class="badge">{ROLE_WORDS[user.role]}</span>
        {isSelf ? <span class="muted">you</span> : null}
      </p>
      <p class="muted">
        {user.lastSignInAt === null ? 'Has not signed in yet' : `Signed in ${formatInstant(user.lastSignInAt)}`}
        {user.signsInBy === 'openid' ? ' · by single sign-on' : ''}
      </p>
      <fieldset class="con-acts">
        <legend class="sr">{user.name}</legend>
        <button type="button" class="btn small" disabled={isBusy} onClick={onEdit}>
          Change<span class="sr"> {user.name}</span>
        </button>
        {isSelf ? null : (
          <ConfirmButton
            label="Remove"
            question={`Remove ${user.name}? What they decided stays.`}
            answer="Remove"
            isDisabled={isBusy}
            onConfirm={() => void act(() => deleteFrom(`/users/${user.id}`), `${user.name} cannot sign in any more.`)}
          />
        )}
      </fieldset>
    </li>
  );
}

type UserListProps = { items: readonly UserView[]; onChanged: () => void; onEdit: (id: string) => void };

export const UserListView = ({ items, onChanged, onEdit }: UserListProps) => (
  <ul class="con-list">
    {items.map((user) => (
      <Row key={user.id} user={user} onChanged={onChanged} onEdit={() => onEdit(user.id)} />
    ))}
  </ul>
);
