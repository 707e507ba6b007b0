import { actorName } from '../access/actor.ts';
import { Neutrality, NeutralityQuery, Rules, RulesAnswer, SetRules } from '../contract/moderation.ts';
import { ListLog, LogPage, type LogRow } from '../contract/moderation-log.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { type Operation, operation } from '../http/operation.ts';
import { type CsvRow, streamCsv, wantsCsv } from '../http/stream-csv.ts';
import type { LogService } from './log-service.ts';
import type { NeutralityService } from './neutrality-service.ts';
import type { RuleService } from './rule-service.ts';

const PAGE = 100;
const CSV_PAGE = 500;

const COLUMNS = [
  ...(['seq', 'at', 'actor', 'action', 'subject', 'payload', 'payloadHash'] as const),
  ...(['prevHash', 'hash', 'erasedAt'] as const),
] as const;

const toRow = ({ payload, ...row }: LogRow): CsvRow<(typeof COLUMNS)[number]> => ({
  ...row,
  payload: payload === null ? null : JSON.stringify(payload),
});

async function* allRows(log: LogService, from: number) {
  for (let after = from; ; ) {
    const { items } = await log.page(after, CSV_PAGE);
    yield items.map(toRow);
    const last = items.at(-1);
    if (!last || items.length < CSV_PAGE) return;
    after = last.seq;
  }
}

const listLog = (log: LogService) =>
  operation({
    id: 'listLog',
    access: 'read',
    method: 'get',
    path: '/decisions/log',
    tag: 'Duplicates',
    summary: 'The log of all that moderators did, oldest first',
    description:
      'Each row carries the hash of the one before, so that no row can be changed, left out or cut off unseen; the command `log verify` checks it. As CSV all rows from the cursor on.',
    query: ListLog,
    answers: { 200: { description: 'One page.', schema: LogPage, otherTypes: ['text/csv'] } },
    handle: async ({ query: { limit = PAGE, cursor }, req, res }) => {
      const after = cursor === undefined ? 0 : Number(decodeCursor(cursor, ['number'])[0]);
      if (wantsCsv(req))
        return streamCsv({ req, res }, { name: 'decision-log', columns: COLUMNS, pages: allRows(log, after) });
      const page = await log.page(after, limit);
      const last = page.items.length === limit ? page.items.at(-1) : undefined;
      const next = last ? encodeCursor([last.seq]) : null;
      return { status: 200, body: { ...page, next }, headers: { Vary: 'Accept' } };
    },
  });

const ruleOperations = (rules: RuleService): Operation[] => [
  operation({
    id: 'getRules',
    access: 'read',
    method: 'get',
    path: '/moderation/rules',
    tag: 'Moderation',
    summary: 'What is decided without a person',
    answers: { 200: { description: 'The rules; all off until somebody says otherwise.', schema: Rules } },
    handle: async () => ({ status: 200, body: await rules.get() }),
  }),
  operation({
    id: 'setRules',
    access: 'admin',
    method: 'put',
    path: '/moderation/rules',
    tag: 'Moderation',
    summary: 'Set the rules, or see what they would do',
    description:
      'An enabled rule decides in the background, as the actor `rule:exact-same-author`; each decision is in the log and can be undone, and then these reviews are left to people.',
    body: SetRules,
    answers: { 200: { description: 'The rules that stand; of a dry run what they would do.', schema: RulesAnswer } },
    problems: [409],
    handle: async ({ body }) => ({ status: 200, body: await rules.set(body, actorName()) }),
  }),
];

/** The log, what is decided without people, and whether people decide alike whatever the stars. */
export const moderationOperations = (services: {
  decisionLog: LogService;
  rules: RuleService;
  neutrality: NeutralityService;
}): Operation[] => [
  listLog(services.decisionLog),
  ...ruleOperations(services.rules),
  operation({
    id: 'getNeutrality',
    access: 'read',
    method: 'get',
    path: '/moderation/neutrality',
    tag: 'Moderation',
    summary: 'Whether reviews of few stars are removed more often than chance allows',
    description: 'Of decisions by people that stand. `method` says how the warnings come about.',
    query: NeutralityQuery,
    answers: { 200: { description: 'The figures.', schema: Neutrality } },
    handle: async ({ query }) => ({ status: 200, body: await services.neutrality.report(query) }),
  }),
];
