import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PullList } from '../../../server/contract/pull.ts';
import { Icon } from '../../components/icon.tsx';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { useAddress } from '../../state/address.ts';
import type { Resource } from '../../state/resource.ts';
import { OpenSheet, type Webhooks } from './open-sheet.tsx';
import { PullListView } from './pull-list.tsx';
import { useLive } from './use-live.ts';
import { WebhookList } from './webhook-list.tsx';

type CardProps = {
  id: string;
  title: string;
  about: string;
  what: string;
  resource: Resource<unknown>;
  children: ComponentChildren;
};

const Card = ({ id, title, about, what, resource, children }: CardProps) => (
  <section class="card" aria-labelledby={id}>
    <div class="card-h">
      <div>
        <h2 id={id}>{title}</h2>
        <p>{about}</p>
      </div>
    </div>
    <div class="card-b">
      {resource.value !== null ? (
        children
      ) : resource.error ? (
        <Failed what={what} detail={resource.error.message} onRetry={resource.reload} />
      ) : (
        <Skeleton height={150} />
      )}
    </div>
  </section>
);

const AddButton = ({ label, onAdd }: { label: string; onAdd: () => void }) => (
  <button type="button" class="btn" onClick={onAdd}>
    <Icon name="plus" />
    {label}
  </button>
);

/** Why nothing can be fetched, and what the operator would have to say. */
const NotAllowed = () => (
  <Empty icon="info" title="No address is allowed yet">
    The operator names the sites that files may be fetched from: start the app with{' '}
    <code class="code">PULL_ALLOW=https://files.example.com</code>, several with commas between them.
  </Empty>
);

const Folder = ({ watchesFolder }: { watchesFolder: boolean }) =>
  watchesFolder ? (
    <p class="con-folder">
      <span class="badge ok">On</span> Files put into the folder are imported by themselves. Then they lie in{' '}
      <span class="code">done</span>, or in <span class="code">failed</span> with the reason beside them. Nothing is
      deleted.{' '}
      <a class="link" href="/import">
        See the imports
      </a>
    </p>
  ) : (
    <Empty icon="info" title="No folder is watched">
      Start the app with <code class="code">WATCH_FOLDER=/path/to/folder</code>, and every file put there is imported by
      itself.
    </Empty>
  );

/** What comes in and goes out by itself: fetched files, a watched folder, and receivers of events. */
export function Connections() {
  const address = useAddress();
  const { change } = address;
  const webhooks = useLive<Webhooks>('/webhooks');
  const pulls = useLive<PullList>('/pulls');
  useEffect(() => {
    document.title = 'Connections · Reviewfinder';
  }, []);
  const list = pulls.value;
  const canAdd = (list?.allowedOrigins.length ?? 0) > 0;
  const addPull = () => change({ add: 'address' });
  const addWebhook = () => change({ add: 'webhook' });
  return (
    <div class="page">
      <div class="page-head">
        <h1>Connections</h1>
      </div>
      <div class="grid g-con">
        <div class="con-col">
          <Card
            id="con-pulls"
            title="Fetched files"
            about="Files at addresses of your own, read by a schedule and imported where they have changed"
            what="The addresses"
            resource={pulls}
          >
            {list === null ? null : list.items.length > 0 ? (
              <PullListView
                items={list.items}
                canAdd={canAdd}
                onChanged={pulls.reload}
                onAdd={addPull}
                onEdit={(id) => change({ edit: id })}
              />
            ) : canAdd ? (
              <Empty
                icon="download"
                title="Nothing is fetched yet"
                foot={<AddButton label="Add an address" onAdd={addPull} />}
              >
                An export that your shop writes every night can come in by itself.
              </Empty>
            ) : (
              <NotAllowed />
            )}
          </Card>
          <Card
            id="con-folder"
            title="Watched folder"
            about="Files put into a folder of the server"
            what="The state of the folder"
            resource={pulls}
          >
            {list === null ? null : <Folder watchesFolder={list.watchesFolder} />}
          </Card>
        </div>
        <Card
          id="con-webhooks"
          title="Webhooks"
          about="Addresses that are told of what happens here, signed, tried again until they answer"
          what="The webhooks"
          resource={webhooks}
        >
          {webhooks.value === null ? null : webhooks.value.items.length > 0 ? (
            <WebhookList
              items={webhooks.value.items}
              onChanged={webhooks.reload}
              onAdd={addWebhook}
              onEdit={(id) => change({ edit: id })}
              onLog={(id) => change({ log: id })}
            />
          ) : (
            <Empty icon="link" title="Nobody is told yet" foot={<AddButton label="Add a webhook" onAdd={addWebhook} />}>
              Your shop or your chat can hear of each new review, each copy found and each decision.
            </Empty>
          )}
        </Card>
      </div>
      <OpenSheet webhooks={webhooks} pulls={pulls} address={address} />
    </div>
  );
}
