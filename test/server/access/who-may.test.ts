import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServices, apiOperations } from '../../../server/api-operations.ts';
import type { Operation } from '../../../server/http/operation.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { addKey, addUser, send, signIn } from './people.ts';

/** Every operation of the API stands here once: a new one is for nobody until somebody has thought of who may. */
const WHO_MAY = {
  anybody: `getSession signIn signOut setUp startOpenId finishOpenId getSharedPage sharedFeatures sharedTrend
    sharedRatings sharedProducts sharedQuotes sharedDuplicatesEffect sharedDrivers sharedMap
    sharedCompare sharedSummary`,
  people: 'changePassword listViews createView patchView deleteView',
  readers: `listReviews getReview getReviewHistory getWorkspace analyticsFeatures analyticsTrend analyticsRatings
    analyticsProducts analyticsQuotes analyticsDuplicatesEffect analyticsModeration analyticsChanges analyticsDrivers
    analyticsMap analyticsCompare analyticsSummary getProductSummary listEvents getTaxonomy tagQuality listClusters countNewClusters
    watchQueue getCluster getBulk listDecisions getDecision listLog getRules getNeutrality getScreening listHeld
    listHeldDecisions listAlerts getAlert listFirings previewAlert getDigest previewDigest getDigestMail`,
  readersAndIntake: 'listImports getImport watchImport listRejects getRejectFile listMappings',
  intake: `postReviews createImport inspectImport deleteMapping pauseImport resumeImport cancelImport confirmImport`,
  moderators: `patchReview getRawReview decideCluster undoDecision decideBulk undoBulk claimCluster releaseCluster
    decideHeld undoHeldDecision undoImport redoImport createAlert patchAlert deleteAlert createNote patchNote
    deleteNote listShares createShare deleteShare`,
  admins: `listUsers createUser patchUser deleteUser listKeys createKey deleteKey setRules putScreening putTaxonomy
    retag requestErasure listErasures getErasure putDigest testDigest listPulls createPull getPull patchPull
    deletePull runPull listWebhooks createWebhook getWebhook patchWebhook deleteWebhook rotateWebhookSecret
    testWebhook listDeliveries retryDelivery`,
};
type Group = keyof typeof WHO_MAY;

const ALLOWED: Record<string, readonly Group[]> = {
  nobody: ['anybody'],
  analyst: ['anybody', 'people', 'readers', 'readersAndIntake'],
  moderator: ['anybody', 'people', 'readers', 'readersAndIntake', 'intake', 'moderators'],
  admin: ['anybody', 'people', 'readers', 'readersAndIntake', 'intake', 'moderators', 'admins'],
  'key read': ['anybody', 'readers', 'readersAndIntake'],
  'key ingest': ['anybody', 'readersAndIntake', 'intake'],
  'key moderate': ['anybody', 'moderators'],
  'key metrics': ['anybody'],
};

const operations = apiOperations({ analytics: {} } as unknown as ApiServices);
const groupOf = new Map(
  Object.entries(WHO_MAY).flatMap(([group, ids]) => ids.split(/\s+/).map((id) => [id, group as Group] as const)),
);

/** An address of nothing: what may be asked for is answered with 404 or a fault, and changes nothing. */
const pathOf = ({ path }: Operation) =>
  path.replaceAll(/\{([a-z]+)\}/gi, (_, name: string) => (name === 'token' ? 'no-token' : 'R-999999'));

let test: TestApp;
const headers: Record<string, Record<string, string>> = { nobody: {} };

beforeAll(async () => {
  test = await startTestApp('who-may', { env: { RATE_LIMIT: '0' } });
  for (const role of ['admin', 'moderator', 'analyst'] as const) {
    await addUser(test, role, role);
    headers[role] = await signIn(test, role);
  }
  for (const scope of ['read', 'ingest', 'moderate', 'metrics'] as const)
    headers[`key ${scope}`] = await addKey(test, scope);
});
afterAll(() => test.close());

describe('every operation', () => {
  it('is of a group of callers', () => {
    expect([...groupOf.keys()].sort()).toEqual(operations.map(({ id }) => id).sort());
  });

  it.each(Object.entries(ALLOWED))('answers %s as it may', async (caller, groups) => {
    const wrong: string[] = [];
    for (const operation of operations) {
      // It would end the session that the rest is asked with.
      if (operation.id === 'signOut') continue;
      const isAllowed = groups.includes(groupOf.get(operation.id) as Group);
      const url = `${test.url}/api/v1${pathOf(operation)}`;
      const { status, headers: told } = await send(url, {
        method: operation.method.toUpperCase(),
        ...withBody(operation, caller),
      });
      const isRefused = status === 401 || status === 403;
      const wanted = caller === 'nobody' ? 401 : 403;
      const isRight = isAllowed ? !isRefused && status < 500 : status === wanted;
      if (!isRight) wrong.push(`${operation.id}: ${status}`);
      if (status === 401 && told['www-authenticate'] === undefined) wrong.push(`${operation.id}: no WWW-Authenticate`);
      if (told['cache-control'] !== 'no-store') wrong.push(`${operation.id}: may be cached`);
    }
    expect(wrong).toEqual([]);
  });

  const withBody = ({ body }: Operation, caller: string) => ({
    headers: headers[caller] ?? {},
    ...(body ? { body: {} } : {}),
  });

  it('refuses a key that is none, whatever cookie comes with it', async () => {
    const wrong: string[] = [];
    for (const operation of operations.filter(({ access }) => access !== 'public')) {
      const { status } = await send(`${test.url}/api/v1${pathOf(operation)}`, {
        method: operation.method.toUpperCase(),
        headers: { ...headers['admin'], authorization: `Bearer rvf_${'A'.repeat(43)}` },
      });
      if (status !== 401) wrong.push(`${operation.id}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['nobody', 401],
    ['analyst', 403],
    ['key read', 403],
    ['key metrics', 200],
    ['admin', 200],
  ])('/metrics answers %s with %i', async (caller, status) => {
    expect((await send(`${test.url}/metrics`, { headers: headers[caller] ?? {} })).status).toBe(status);
  });

  it('tells in the document who may', async () => {
    const { body } = await send(`${test.url}/api/openapi.json`);
    const { paths, components } = JSON.parse(body);
    expect(Object.keys(components.securitySchemes)).toEqual(['session', 'key']);
    expect(paths['/api/v1/session'].get.security).toEqual([]);
    expect(paths['/api/v1/reviews'].post.security).toEqual([{ session: ['moderator', 'admin'] }, { key: ['ingest'] }]);
    expect(paths['/api/v1/users'].get.security).toEqual([{ session: ['admin'] }]);
    expect(Object.keys(paths['/api/v1/users'].get.responses)).toEqual(expect.arrayContaining(['401', '403', '429']));
  });
});
