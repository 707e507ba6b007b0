import type { Page } from 'playwright-core';
import type { PageName } from '../../client/state/page-paths.ts';
import type { Workspace } from '../../server/contract/analytics.ts';
import type { ClusterPage } from '../../server/contract/duplicates.ts';
import type { ReviewPage } from '../../server/contract/reviews.ts';
import type { CreatedShare } from '../../server/contract/views.ts';
import { readApi } from './open-page.ts';

/** What an app holds that the addresses of pages name. */
export interface Known {
  cluster: string;
  review: string;
  products: string[];
  feature: string;
  /** Paths of links: to the overview, a comparison, a product. */
  shared: { overview: string; compare: string; product: string };
}

/** A state of a page that is worth a look; `ready` is there once it is drawn. */
export interface Look {
  name: string;
  path: (known: Known) => string;
  ready: string;
}

const look = (name: string, path: string, ready: string): Look => ({ name, path: () => path, ready });
const chart = 'canvas[data-drawn]';
const compared = ({ products: [one = '', two = ''] }: Known) => new URLSearchParams({ p1: one, p2: two }).toString();

/** At least one look at each page of the app: the type asks for an entry for every one. */
export const ALL_PAGES: Record<PageName, readonly Look[]> = {
  overview: [
    look('overview', '/?interval=month', chart),
    look('nothing matches', '/?from=1999-01-01&to=1999-01-02', '.nothing'),
  ],
  duplicates: [
    look('duplicates', '/duplicates', '.q'),
    { name: 'cluster', path: ({ cluster }) => `/duplicates/${cluster}`, ready: '.sides' },
    look('removed', '/duplicates?tab=removed', '.q, .dq-none .state-h'),
  ],
  held: [look('held', '/held', '.q, .state-h')],
  log: [look('log', '/log', '.log-row, .state-h'), look('log-held', '/log?list=held', '.log-row, .state-h')],
  neutrality: [look('neutrality', '/neutrality', '.bars, .state-h')],
  rules: [look('rules', '/moderation', '.setting')],
  compare: [
    { name: 'compare', path: (known) => `/compare?${compared(known)}`, ready: chart },
    look('compare-periods', '/compare?by=period', `${chart}, .state-h`),
  ],
  product: [
    {
      name: 'product',
      path: ({ products }) => `/products/${encodeURIComponent(products[0] ?? '')}`,
      ready: '.in-short',
    },
  ],
  shared: [
    { name: 'shared', path: ({ shared }) => shared.overview, ready: chart },
    { name: 'shared-compare', path: ({ shared }) => shared.compare, ready: chart },
    { name: 'shared-product', path: ({ shared }) => shared.product, ready: '.in-short' },
    look('shared-gone', '/shared/nothing-is-shared-by-this', '.state-h'),
  ],
  alerts: [look('alerts', '/alerts', '.digest')],
  import: [look('import', '/import', '.drop')],
  connections: [look('connections', '/connections', '.con-list, .state-h')],
  people: [look('people', '/people', '.page-head')],
  features: [look('features', '/features', '.features td .link, .features-list dd .link')],
  reviews: [
    look('reviews', '/reviews', '.quotes > li'),
    look('explorer', '/reviews?q=night', '.quotes > li, .state-h'),
  ],
  review: [{ name: 'review', path: ({ review }) => `/reviews/${review}`, ready: '.history li' }],
};

/** What is told where there is no page. */
export const UNKNOWN_PAGE = look('unknown page', '/nowhere', '.state-h');

/** A dialog, on a page, and what opens it. */
export interface DialogLook {
  name: string;
  path: (known: Known) => string;
  ready: string;
  open: (page: Page) => Promise<unknown>;
  isPhone?: true;
}

const press = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();
const onPage = (path: string, ready: string, open: DialogLook['open']) => ({ path: () => path, ready, open });

/** Every file of the client that opens a dialog, with what it opens; files whose dialogs other tests hold against axe say where. */
export const DIALOGS: Record<string, DialogLook[] | { testedIn: string }> = {
  'components/tab-bar.tsx': [{ name: 'all pages', ...onPage('/alerts', '.digest', press('More')), isPhone: true }],
  'components/sentences-panel.tsx': [
    {
      name: 'sentences',
      path: ({ feature }) => `/?s.feature=${feature}`,
      ready: 'dialog .quotes > li',
      open: async () => undefined,
    },
  ],
  'components/share-dialog.tsx': [
    { name: 'share', ...onPage('/', chart, press('Share')) },
    { name: 'share a comparison', ...onPage('/compare', chart, press('Share')) },
  ],
  'components/timeline-notes.tsx': [{ name: 'a note', ...onPage('/?interval=month', chart, press('Add a note')) }],
  'components/key-help.tsx': [{ name: 'keys', ...onPage('/duplicates', '.q', (page) => page.keyboard.press('?')) }],
  'pages/features/feature-sheet.tsx': [
    {
      name: 'a feature',
      ...onPage('/features', '.features, .features-list', press('Add a feature')),
    },
  ],
  'pages/connections/webhook-sheet.tsx': [
    { name: 'a webhook', ...onPage('/connections', '.page-head', press('Add a webhook')) },
  ],
  'pages/connections/delivery-sheet.tsx': { testedIn: 'connections.test.ts' },
  'pages/connections/pull-sheet.tsx': { testedIn: 'connections.test.ts' },
  'components/account.tsx': { testedIn: 'roles.test.ts' },
  'pages/people/user-sheet.tsx': { testedIn: 'roles.test.ts' },
  'pages/people/key-sheet.tsx': { testedIn: 'roles.test.ts' },
  'pages/rules/erasure-dialog.tsx': [
    { name: 'an erasure', ...onPage('/moderation', '.setting', press(/^Erase a person’s data/)) },
  ],
  'pages/alerts/alert-dialog.tsx': [{ name: 'an alert', ...onPage('/alerts', '.digest', press('New alert')) }],
  'pages/alerts/digest-dialog.tsx': [{ name: 'the digest', ...onPage('/alerts', '.digest', press('Set up')) }],
  'pages/alerts/digest-preview.tsx': [
    {
      name: 'the mail',
      ...onPage('/alerts', '.digest', async (page) => {
        await press('Preview')(page);
        await page.frameLocator('iframe').locator('h1').waitFor();
      }),
    },
  ],
  'pages/duplicates/bulk-dialog.tsx': [
    {
      name: 'a decision on many',
      ...onPage('/duplicates', '.q', async (page) => {
        await page.getByRole('checkbox').first().check();
        await page.getByRole('button', { name: 'Remove copies' }).click();
      }),
    },
  ],
  'pages/duplicates/bulk-report.tsx': { testedIn: 'workbench.test.ts' },
};

/** Frames that others put their dialogs into. */
export const DIALOG_FRAMES = ['components/modal.tsx', 'pages/alerts/form-dialog.tsx', 'pages/connections/sheet.tsx'];

async function share(url: string, page: string, query: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/shares`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ page, query, expiresInDays: 7, title: `The ${page} of a look` }),
  });
  return `/shared/${((await answer.json()) as CreatedShare).token}`;
}

/** Looks up what the addresses of the pages name, and makes the links. */
export async function lookUpKnown(url: string): Promise<Known> {
  const [{ products, features }, clusters, reviews] = await Promise.all([
    readApi<Workspace>(url, '/workspace'),
    readApi<ClusterPage>(url, '/duplicates'),
    readApi<ReviewPage>(url, '/reviews?limit=1'),
  ]);
  const named = products.map(({ product }) => product);
  const known = {
    cluster: clusters.items[0]?.id ?? '',
    review: reviews.items[0]?.id ?? '',
    products: named,
    feature: features.find(({ feature }) => feature === 'night_vision')?.feature ?? '',
    shared: { overview: '', compare: '', product: '' },
  };
  const product = new URLSearchParams({ product: named[0] ?? '' }).toString();
  return {
    ...known,
    shared: {
      overview: await share(url, 'overview', ''),
      compare: await share(url, 'compare', compared(known)),
      product: await share(url, 'products', product),
    },
  };
}
