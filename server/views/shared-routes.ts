import { z } from 'zod';
import { type Actor, actAs } from '../access/actor.ts';
import { analyticsOperations } from '../analytics/analytics-routes.ts';
import type { AnalyticsService } from '../analytics/analytics-service.ts';
import { SharedPage } from '../contract/views.ts';
import { type Operation, operation } from '../http/operation.ts';
import { withinBounds } from './share-bounds.ts';
import type { ShareService } from './share-service.ts';

const tag = 'Share links';
/** Any text: what is no token is answered like a token that is unknown. */
const WithToken = z.strictObject({ token: z.string().min(1).max(200) });

/**
 * Figures that every filter narrows. Others (moderation, what changed since a period before) would tell of reviews
 * that the link leaves out.
 */
const SHARED = new Set([
  'features',
  'trend',
  'ratings',
  'products',
  'quotes',
  'duplicates-effect',
  'drivers',
  'map',
  'compare',
  'summary',
]);

/** Whoever has the link: is shown no personal data, whatever this server shows its own people. */
const LINK_READER: Actor = { name: 'Share link', mayReadPersonalData: false, seesPersonalData: false };

/** What is the shop's own business: who wrote a review, and what happened here on a day. */
const withoutInternals = (analytics: AnalyticsService): AnalyticsService => ({
  ...analytics,
  async quotes(filters, page) {
    const answer = await analytics.quotes(filters, page);
    const items = answer.items.map((item) => ({ ...item, review: { ...item.review, author: null } }));
    return { ...answer, items };
  },
  trend: async (query) => ({ ...(await analytics.trend(query)), events: [] }),
});

/** What whoever has a share link may read: the page it opens, and its figures. */
export const sharedOperations = (shares: ShareService, analytics: AnalyticsService): Operation[] => [
  operation({
    ...{
      id: 'getSharedPage',
      access: 'public',
      method: 'get',
      path: '/shared/{token}',
      tag,
      summary: 'What a share link opens',
    },
    description: 'The same 404 for a link that is unknown, has expired, or was withdrawn.',
    params: WithToken,
    answers: { 200: { description: 'The page.', schema: SharedPage } },
    handle: async ({ params }) => ({ status: 200, body: await shares.page(params.token) }),
  }),
  ...analyticsOperations(withoutInternals(analytics))
    .filter(({ path }) => SHARED.has(path.replace('/analytics/', '')))
    .map((spec) => ({
      ...spec,
      access: 'public' as const,
      id: spec.id.replace('analytics', 'shared'),
      path: `/shared/{token}${spec.path}`,
      tag,
      summary: `By a share link: ${spec.summary}`,
      description: `The figures of the shared page. Its filters hold; a query may narrow them further (\`feature\`, \`interval\`, a shorter period) and is refused with 400 where it would show anything that they leave out. Authors are left out.${spec.description ? ` ${spec.description}` : ''}`,
      params: WithToken,
      handle: async (request: Parameters<Operation['handle']>[0]) => {
        const { token } = request.params as z.infer<typeof WithToken>;
        const bounds = await shares.bounds(token);
        const query = withinBounds(request.query as object, bounds);
        return actAs(LINK_READER, () => spec.handle({ ...request, query }));
      },
    })),
];
