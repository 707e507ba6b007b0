import { Workspace } from '../contract/analytics.ts';
import { type Operation, operation } from '../http/operation.ts';
import type { WorkspaceService } from './workspace-service.ts';

export function workspaceOperations(service: WorkspaceService): Operation[] {
  return [
    operation({
      id: 'getWorkspace',
      access: 'read',
      method: 'get',
      path: '/workspace',
      tag: 'Workspace',
      summary: 'What there is to look at',
      answers: { 200: { description: 'Products, sources, period and counts.', schema: Workspace } },
      handle: async () => ({ status: 200, body: await service.overview() }),
    }),
  ];
}
