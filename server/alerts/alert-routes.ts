import { z } from 'zod';
import {
  AlertId,
  AlertList,
  AlertPreview,
  AlertView,
  CreateAlert,
  FiringPage,
  ListFirings,
  PatchAlert,
  PreviewAlert,
} from '../contract/alerts.ts';
import {
  DigestPreview,
  DigestSettings,
  PreviewDigest,
  PutDigest,
  TestDigest,
  TestedDigest,
} from '../contract/digest.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { AlertService } from './alert-service.ts';
import type { DigestService } from './digest-service.ts';

const PAGE = 50;
const tag = 'Alerts';
/** A mail has its styles in its markup; nothing else of it is carried out, wherever it is opened. */
const MAIL_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
};
const One = z.strictObject({ id: AlertId });

/** Before the paths of one alert, which would take their names for ids. */
const lookPaths = (service: AlertService): Operation[] => [
  operation({
    ...{
      id: 'previewAlert',
      access: 'read',
      method: 'post',
      path: '/alerts/preview',
      tag,
      summary: 'How often it would have fired',
    },
    description:
      'Judges each of the last 90 days as the server judges a day, with the reviews of those days that are known now. Nothing is stored or sent.',
    body: PreviewAlert,
    answers: { 200: { description: 'The days on which it would have fired.', schema: AlertPreview } },
    handle: async ({ body }) => ({ status: 200, body: await service.preview(body) }),
  }),
  operation({
    ...{
      id: 'listFirings',
      access: 'read',
      method: 'get',
      path: '/alerts/firings',
      tag,
      summary: 'What has fired, newest first',
    },
    query: ListFirings,
    answers: { 200: { description: 'One page of firings.', schema: FiringPage } },
    handle: async ({ query: { alert, cursor, limit = PAGE } }) => {
      const before = cursor === undefined ? undefined : Number(decodeCursor(cursor, ['number'])[0]);
      const of = alert === undefined ? undefined : idNumber(alert);
      const { items, last } = await service.firings({ alert: of, before, limit });
      return { status: 200, body: { items, next: last === undefined ? null : encodeCursor([last]) } };
    },
  }),
];

const alertPaths = (service: AlertService): Operation[] => [
  operation({
    ...{ id: 'listAlerts', access: 'read', method: 'get', path: '/alerts', tag, summary: 'All alerts' },
    answers: { 200: { description: 'The alerts, the oldest first.', schema: AlertList } },
    handle: async () => ({ status: 200, body: { items: await service.list(), canMail: service.canMail } }),
  }),
  operation({
    ...{
      id: 'createAlert',
      access: 'moderate',
      method: 'post',
      path: '/alerts',
      tag,
      summary: 'Be told when figures change',
    },
    description:
      'The last `windowDays` complete days are held against as many before them, once an hour. It fires where the metric has moved by `change` or more, both periods have enough reviews, and chance is less likely than `sensitivity` allows; at most once a day or week. 409 `mail-not-configured` for addresses on a server that cannot mail.',
    body: CreateAlert,
    answers: { 201: { description: 'The alert.', schema: AlertView } },
    problems: [409],
    handle: async ({ body }) => {
      const created = await service.create(body);
      return { status: 201, body: created, headers: { Location: `/api/v1/alerts/${created.id}` } };
    },
  }),
  operation({
    ...{ id: 'getAlert', access: 'read', method: 'get', path: '/alerts/{id}', tag, summary: 'One alert' },
    params: One,
    answers: { 200: { description: 'The alert.', schema: AlertView } },
    handle: async ({ params }) => ({ status: 200, body: await service.get(idNumber(params.id)) }),
  }),
  operation({
    ...{ id: 'patchAlert', access: 'moderate', method: 'patch', path: '/alerts/{id}', tag, summary: 'Change an alert' },
    params: One,
    body: PatchAlert,
    answers: { 200: { description: 'The alert as it is now.', schema: AlertView } },
    problems: [409],
    handle: async ({ params, body }) => ({ status: 200, body: await service.patch(idNumber(params.id), body) }),
  }),
  operation({
    ...{
      id: 'deleteAlert',
      access: 'moderate',
      method: 'delete',
      path: '/alerts/{id}',
      tag,
      summary: 'Delete an alert',
    },
    params: One,
    answers: { 204: { description: 'It is gone; what it fired stays in the list.' } },
    handle: async ({ params }) => {
      await service.remove(idNumber(params.id));
      return { status: 204, body: undefined };
    },
  }),
];

const digestPaths = (service: DigestService): Operation[] => [
  operation({
    ...{ id: 'getDigest', access: 'read', method: 'get', path: '/digest', tag, summary: 'Settings of the weekly mail' },
    answers: { 200: { description: 'The settings, and what came of the last one.', schema: DigestSettings } },
    handle: async () => ({ status: 200, body: await service.get() }),
  }),
  operation({
    ...{ id: 'putDigest', access: 'admin', method: 'put', path: '/digest', tag, summary: 'Set the weekly mail' },
    description: 'What is not sent now is not made up for: the first one goes out at the next hour that is named.',
    body: PutDigest,
    answers: { 200: { description: 'The settings as they are now.', schema: DigestSettings } },
    problems: [409],
    handle: async ({ body }) => ({ status: 200, body: await service.put(body) }),
  }),
  operation({
    ...{
      id: 'previewDigest',
      access: 'read',
      method: 'post',
      path: '/digest/preview',
      tag,
      summary: 'The weekly mail as of now',
    },
    body: PreviewDigest,
    answers: { 200: { description: 'The mail and its figures.', schema: DigestPreview } },
    handle: async ({ body }) => ({ status: 200, body: await service.preview(body.products) }),
  }),
  operation({
    ...{
      id: 'getDigestMail',
      access: 'read',
      method: 'get',
      path: '/digest/mail',
      tag,
      summary: 'The weekly mail as a page',
    },
    description:
      'The mail of the settings as it would go out now: its parts as JSON, or as `text/html` the document itself, to be shown in a frame. It has no scripts and cannot run any.',
    answers: { 200: { description: 'The mail.', schema: DigestPreview, otherTypes: ['text/html'] } },
    handle: async ({ req }) => {
      const mail = await service.preview(undefined);
      if (req.accepts(['application/json', 'text/html']) !== 'text/html')
        return { status: 200, body: mail, headers: { Vary: 'Accept' } };
      return { status: 200, body: mail.html, headers: { ...MAIL_HEADERS, Vary: 'Accept' } };
    },
  }),
  operation({
    ...{
      id: 'testDigest',
      access: 'admin',
      method: 'post',
      path: '/digest/test',
      tag,
      summary: 'Send the weekly mail to one address now',
    },
    body: TestDigest,
    answers: { 200: { description: 'Whether the mail server has taken it.', schema: TestedDigest } },
    problems: [409],
    handle: async ({ body }) => ({ status: 200, body: await service.test(body.to) }),
  }),
];

/** The paths under `/alerts` and `/digest`. */
export const alertOperations = (services: { alerts: AlertService; digests: DigestService }): Operation[] => [
  ...lookPaths(services.alerts),
  ...alertPaths(services.alerts),
  ...digestPaths(services.digests),
];
