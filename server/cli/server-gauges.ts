import type { Core } from '../compose.ts';
import type { BackPressure } from '../http/back-pressure.ts';
import type { Gate } from '../http/gate.ts';
import type { MeasuredNow } from '../http/metrics.ts';

/** Queue depths and what is in use, as `/metrics` tells them. */
export const serverGauges = (core: Core, backPressure: BackPressure, gate: Gate): MeasuredNow[] => [
  {
    name: 'reviews_awaiting_second_look',
    help: 'Stored reviews that are still to be looked at for rewordings of them',
    read: core.secondLook.countPending,
  },
  {
    name: 'webhook_deliveries_waiting',
    help: 'Webhook deliveries that are still to be made',
    read: core.services.webhooks.countWaiting,
  },
  { name: 'imports_open', help: 'Imports that wait or are running', read: core.services.imports.countOpen },
  { name: 'duplicate_clusters_open', help: 'Clusters that nobody has decided', read: core.countOpenClusters },
  { name: 'intake_requests_held', help: 'Requests of the intake at work', read: () => backPressure.held().requests },
  { name: 'intake_bytes_held', help: 'Bytes of reviews at work', read: () => backPressure.held().bytes },
  { name: 'intake_uploads_held', help: 'Uploads that are coming in', read: () => backPressure.held().uploads },
  { name: 'worker_tasks_waiting', help: 'Tasks that wait for a worker thread', read: () => core.workers.use().waiting },
  { name: 'worker_threads', help: 'Worker threads', read: () => core.workers.use().threads },
  { name: 'worker_utilization', help: 'Share of the time that threads work', read: () => core.workers.use().share },
  { name: 'mongodb_connections_in_use', help: 'Connections at work', read: core.pool.inUse },
  { name: 'mongodb_operations_waiting', help: 'Operations that wait for a connection', read: core.pool.waiting },
  { name: 'mongodb_answering', help: '1 while the database answers', read: () => Number(gate.isOpen()) },
];
