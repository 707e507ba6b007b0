import type { Config } from '../config.ts';
import type { ImportService } from '../ingest/import-service.ts';
import type { Log } from '../log.ts';
import { createSendRequest, refuseUrl } from '../outbound/outbound-request.ts';
import { createPullRunner } from './pull-runner.ts';
import { createPullService } from './pull-service.ts';
import { createPullStore } from './pull-store.ts';
import { createRunPull } from './run-pull.ts';
import { createFolderWatch } from './watch-folder.ts';

export interface PullsDeps {
  connection: Parameters<typeof createPullStore>[0];
  config: Pick<Config, 'watchFolder' | 'pullAllow' | 'pullAllowPrivate'>;
  imports: Pick<ImportService, 'create' | 'get'>;
  nextId: () => Promise<number>;
  now: () => Date;
  log: Pick<Log, 'info' | 'warn'>;
}

/** What fetches reviews by itself: the schedule of addresses, and the watched folder. */
export function createPulls({ connection, config, imports, nextId, now, log }: PullsDeps) {
  const store = createPullStore(connection);
  const policy = { allowPrivate: config.pullAllowPrivate };
  const allowedOrigins = config.pullAllow;
  const send = createSendRequest(policy);
  const runner = createPullRunner({ store, runPull: createRunPull({ send, imports, allowedOrigins, now }), now, log });
  const folder =
    config.watchFolder === undefined ? undefined : createFolderWatch({ folder: config.watchFolder, imports, log });
  const service = createPullService({
    ...{ store, nextId, allowedOrigins, now, onDue: runner.wake },
    watchesFolder: folder !== undefined,
    refuseUrl: (url) => refuseUrl(url, policy),
  });
  return {
    service,
    prepare: store.prepare,
    start() {
      runner.start();
      folder?.start();
    },
    stop: () => Promise.all([runner.stop(), folder?.stop()]),
  };
}
