import { z } from 'zod';
import { CreateNote, EventList, ListEvents, NoteId, PatchNote, TimelineEvent } from '../contract/timeline.ts';
import { type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { TimelineService } from './timeline-service.ts';

const Params = z.strictObject({ id: NoteId });
const tag = 'Timeline';

export function timelineOperations(service: TimelineService): Operation[] {
  return [
    operation({
      id: 'listEvents',
      access: 'read',
      method: 'get',
      path: '/events',
      tag,
      summary: 'Notes and imports, by day',
      query: ListEvents,
      answers: { 200: { description: 'What happened, oldest first.', schema: EventList } },
      handle: async ({ query }) => ({ status: 200, body: { items: await service.list(query) } }),
    }),
    operation({
      id: 'createNote',
      access: 'moderate',
      method: 'post',
      path: '/events',
      tag,
      summary: 'Note what happened on a day',
      idempotent: true,
      body: CreateNote,
      answers: { 201: { description: 'The note.', schema: TimelineEvent } },
      handle: async ({ body }) => {
        const event = await service.add(body);
        return { status: 201, body: event, headers: { Location: `/api/v1/events/${event.id}` } };
      },
    }),
    operation({
      id: 'patchNote',
      access: 'moderate',
      method: 'patch',
      path: '/events/{id}',
      tag,
      summary: 'Change a note',
      params: Params,
      body: PatchNote,
      answers: { 200: { description: 'The note as it is now.', schema: TimelineEvent } },
      handle: async ({ params, body }) => ({ status: 200, body: await service.change(idNumber(params.id), body) }),
    }),
    operation({
      id: 'deleteNote',
      access: 'moderate',
      method: 'delete',
      path: '/events/{id}',
      tag,
      summary: 'Remove a note',
      params: Params,
      answers: { 204: { description: 'It is gone.' } },
      handle: async ({ params }) => {
        await service.remove(idNumber(params.id));
        return { status: 204, body: undefined };
      },
    }),
  ];
}
