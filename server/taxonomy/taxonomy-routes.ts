import { PutTaxonomy, TagQuality, TaxonomyView } from '../contract/taxonomy.ts';
import { type Operation, operation } from '../http/operation.ts';
import type { TaxonomyService } from './taxonomy-service.ts';

export function taxonomyOperations(service: TaxonomyService): Operation[] {
  return [
    operation({
      id: 'getTaxonomy',
      access: 'read',
      method: 'get',
      path: '/taxonomy',
      tag: 'Taxonomy',
      summary: 'The features that reviews are tagged with',
      answers: { 200: { description: 'The taxonomy, and how far tagging anew has come.', schema: TaxonomyView } },
      handle: async () => ({ status: 200, body: await service.view() }),
    }),
    operation({
      id: 'putTaxonomy',
      access: 'admin',
      method: 'put',
      path: '/taxonomy',
      tag: 'Taxonomy',
      summary: 'Edit the features',
      description: 'Every stored review is then tagged anew in the background.',
      body: PutTaxonomy,
      answers: { 200: { description: 'The taxonomy as it is now.', schema: TaxonomyView } },
      problems: [409],
      handle: async ({ body }) => ({ status: 200, body: await service.put(body) }),
    }),
    operation({
      id: 'retag',
      access: 'admin',
      method: 'post',
      path: '/taxonomy/retag',
      tag: 'Taxonomy',
      summary: 'Tag every review anew, in the background',
      answers: { 202: { description: 'Begun; `retagging` has the progress.', schema: TaxonomyView } },
      problems: [409],
      handle: async () => ({ status: 202, body: await service.retag() }),
    }),
    operation({
      id: 'tagQuality',
      access: 'read',
      method: 'get',
      path: '/taxonomy/quality',
      tag: 'Taxonomy',
      summary: 'How well each feature is tagged, by the corrections',
      answers: { 200: { description: 'Precision and recall of each feature.', schema: TagQuality } },
      handle: async () => ({ status: 200, body: await service.quality() }),
    }),
  ];
}
