import { TaxonomyView, Workspace } from '../contract/analytics.ts';
import { type Operation, operation } from '../http/operation.ts';
import type { WorkspaceService } from './workspace-service.ts';

export function workspaceOperations(service: WorkspaceService, taxonomy: () => TaxonomyView): Operation[] {
  return [
    operation({
      id: 'getWorkspace',
      method: 'get',
      path: '/workspace',
      tag: 'Workspace',
      summary: 'What there is to look at',
      answers: { 200: { description: 'Products, sources, period and counts.', schema: Workspace } },
      handle: async () => ({ status: 200, body: await service.overview() }),
    }),
    operation({
      id: 'getTaxonomy',
      method: 'get',
      path: '/taxonomy',
      tag: 'Workspace',
      summary: 'The features that reviews are tagged with',
      answers: { 200: { description: 'The taxonomy.', schema: TaxonomyView } },
      handle: async () => ({ status: 200, body: taxonomy() }),
    }),
  ];
}
