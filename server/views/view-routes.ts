import { z } from 'zod';
import {
  CreatedShare,
  CreateShare,
  CreateView,
  PatchView,
  SavedView,
  ShareId,
  ShareList,
  ViewId,
  ViewList,
} from '../contract/views.ts';
import { type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { ShareService } from './share-service.ts';
import type { ViewService } from './view-service.ts';

const viewPaths = (service: ViewService): Operation[] => {
  const tag = 'Saved views';
  const One = z.strictObject({ id: ViewId });
  return [
    operation({
      ...{
        id: 'listViews',
        access: 'own',
        method: 'get',
        path: '/views',
        tag,
        summary: 'Saved views: your own and shared ones',
      },
      answers: { 200: { description: 'The views, by name.', schema: ViewList } },
      handle: async () => ({ status: 200, body: { items: await service.list() } }),
    }),
    operation({
      ...{
        id: 'createView',
        access: 'own',
        method: 'post',
        path: '/views',
        tag,
        summary: 'Save the state of a page under a name',
      },
      body: CreateView,
      answers: { 201: { description: 'The view.', schema: SavedView } },
      problems: [409],
      handle: async ({ body }) => ({ status: 201, body: await service.create(body) }),
    }),
    operation({
      ...{
        id: 'patchView',
        access: 'own',
        method: 'patch',
        path: '/views/{id}',
        tag,
        summary: 'Change a saved view of your own',
      },
      params: One,
      body: PatchView,
      answers: { 200: { description: 'The view as it is now.', schema: SavedView } },
      handle: async ({ params, body }) => ({ status: 200, body: await service.patch(idNumber(params.id), body) }),
    }),
    operation({
      ...{
        id: 'deleteView',
        access: 'own',
        method: 'delete',
        path: '/views/{id}',
        tag,
        summary: 'Delete a saved view of your own',
      },
      params: One,
      answers: { 204: { description: 'It is gone.' } },
      handle: async ({ params }) => {
        await service.remove(idNumber(params.id));
        return { status: 204, body: undefined };
      },
    }),
  ];
};

const sharePaths = (service: ShareService): Operation[] => {
  const tag = 'Share links';
  const One = z.strictObject({ id: ShareId });
  return [
    operation({
      ...{
        id: 'listShares',
        access: 'moderate',
        method: 'get',
        path: '/shares',
        tag,
        summary: 'Share links, without their tokens',
      },
      answers: { 200: { description: 'The links, the newest first; expired ones too.', schema: ShareList } },
      handle: async () => ({ status: 200, body: { items: await service.list() } }),
    }),
    operation({
      ...{
        id: 'createShare',
        access: 'moderate',
        method: 'post',
        path: '/shares',
        tag,
        summary: 'Make a link to the figures of a page',
      },
      description:
        'Whoever has the link reads the figures of this page until it expires or is deleted, and nothing else: no other path takes its token, and nothing can be changed by it. The filters in `query` are the most that it shows; `filters` in the answer names them. A filter that is not valid is refused, so that none is left out unseen. The token is shown only here; what is stored is its SHA-256.',
      body: CreateShare,
      answers: { 201: { description: 'The link, with its token.', schema: CreatedShare } },
      problems: [409],
      handle: async ({ body }) => ({ status: 201, body: await service.create(body) }),
    }),
    operation({
      ...{
        id: 'deleteShare',
        access: 'moderate',
        method: 'delete',
        path: '/shares/{id}',
        tag,
        summary: 'Withdraw a share link',
      },
      params: One,
      answers: { 204: { description: 'The link opens nothing from now on.' } },
      handle: async ({ params }) => {
        await service.remove(idNumber(params.id));
        return { status: 204, body: undefined };
      },
    }),
  ];
};

/** The paths under `/views` and `/shares`. */
export const viewOperations = (services: { views: ViewService; shares: ShareService }): Operation[] => [
  ...viewPaths(services.views),
  ...sharePaths(services.shares),
];
