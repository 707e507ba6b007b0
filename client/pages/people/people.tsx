import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { KeyList, UserList } from '../../../server/contract/access.ts';
import { Icon } from '../../components/icon.tsx';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { useAddress } from '../../state/address.ts';
import type { Resource } from '../../state/resource.ts';
import { useResource } from '../../state/resource.ts';
import { session } from '../../state/session.ts';
import { KeyListView } from './key-list.tsx';
import { KeySheet } from './key-sheet.tsx';
import { UserListView } from './user-list.tsx';
import { UserSheet } from './user-sheet.tsx';

type CardProps = {
  id: string;
  title: string;
  about: string;
  add: string;
  onAdd: (() => void) | null;
  resource: Resource<unknown>;
  children: ComponentChildren;
};

const Card = ({ id, title, about, add, onAdd, resource, children }: CardProps) => (
  <section class="card" aria-labelledby={id}>
    <div class="card-h">
      <div>
        <h2 id={id}>{title}</h2>
        <p>{about}</p>
      </div>
      {onAdd ? (
        <button type="button" class="btn" onClick={onAdd}>
          <Icon name="plus" />
          {add}
        </button>
      ) : null}
    </div>
    <div class="card-b">
      {resource.value !== null ? (
        children
      ) : resource.error ? (
        <Failed what={title} detail={resource.error.message} onRetry={resource.reload} />
      ) : (
        <Skeleton height={150} />
      )}
    </div>
  </section>
);

/** Who may sign in, and the keys of programs. */
export function People() {
  const { params, change } = useAddress();
  const users = useResource<UserList>('/users');
  const keys = useResource<KeyList>('/keys');
  useEffect(() => {
    document.title = 'People and keys · Reviewfinder';
  }, []);
  const isOff = session.value?.state === 'open';
  const adding = params.get('add');
  const edited = users.value?.items.find(({ id }) => id === params.get('edit')) ?? null;
  const close = () => change({ add: null, edit: null });
  return (
    <div class="page">
      <div class="page-head">
        <h1>People and keys</h1>
      </div>
      {isOff ? (
        <p class="note" role="status">
          <Icon name="unlocked" />
          <span>
            Sign-in is off: there is no user yet. The set-up link that the app printed when it started makes the first
            admin; then people and keys are added here.
          </span>
        </p>
      ) : null}
      <div class="grid g-con">
        <Card
          id="people-users"
          title="People"
          about="Analysts read, moderators decide and import, admins set up"
          add="Add a person"
          onAdd={isOff ? null : () => change({ add: 'user' })}
          resource={users}
        >
          {users.value === null ? null : users.value.items.length === 0 ? (
            <Empty icon="people" title="Nobody yet">
              Nobody needs to sign in until the first admin is there.
            </Empty>
          ) : (
            <UserListView items={users.value.items} onChanged={users.reload} onEdit={(id) => change({ edit: id })} />
          )}
        </Card>
        <Card
          id="people-keys"
          title="API keys"
          about="For programs: sent as Authorization: Bearer, each for what its scopes say"
          add="Make a key"
          onAdd={isOff ? null : () => change({ add: 'key' })}
          resource={keys}
        >
          {keys.value === null ? null : keys.value.items.length === 0 ? (
            <Empty icon="key" title="No keys yet">
              A shop that posts its reviews here needs a key with the scope ingest.
            </Empty>
          ) : (
            <KeyListView items={keys.value.items} onChanged={keys.reload} />
          )}
        </Card>
      </div>
      {!isOff && (adding === 'user' || edited) ? (
        <UserSheet key={edited?.id} start={edited} onSaved={users.reload} onClose={close} />
      ) : null}
      {!isOff && adding === 'key' ? <KeySheet onSaved={keys.reload} onClose={close} /> : null}
    </div>
  );
}
