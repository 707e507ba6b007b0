import { type AccountServices, accountOperations } from './access/account-routes.ts';
import { type OpenIdServices, openIdOperations } from './access/open-id-routes.ts';
import { type SessionServices, sessionOperations } from './access/session-routes.ts';
import { alertOperations } from './alerts/alert-routes.ts';
import type { AlertService } from './alerts/alert-service.ts';
import type { DigestService } from './alerts/digest-service.ts';
import { analyticsOperations } from './analytics/analytics-routes.ts';
import type { AnalyticsService } from './analytics/analytics-service.ts';
import { timelineOperations } from './analytics/timeline-routes.ts';
import type { TimelineService } from './analytics/timeline-service.ts';
import { bulkOperations } from './duplicates/bulk-routes.ts';
import type { createModeration } from './duplicates/create-moderation.ts';
import { decisionOperations } from './duplicates/decision-routes.ts';
import { moderationOperations } from './duplicates/moderation-routes.ts';
import { queueOperations } from './duplicates/queue-routes.ts';
import { erasureOperations } from './erasure/erasure-routes.ts';
import type { ErasureService } from './erasure/erasure-service.ts';
import type { Operation } from './http/operation.ts';
import { importOperations } from './ingest/import-routes.ts';
import type { ImportService } from './ingest/import-service.ts';
import { inspectOperations } from './ingest/inspect-routes.ts';
import type { InspectService } from './ingest/inspect-service.ts';
import { pullOperations } from './pull/pull-routes.ts';
import type { PullService } from './pull/pull-service.ts';
import { reviewOperations } from './reviews/review-routes.ts';
import type { ReviewService } from './reviews/review-service.ts';
import { type ScreeningServices, screeningOperations } from './screening/screening-routes.ts';
import { taxonomyOperations } from './taxonomy/taxonomy-routes.ts';
import type { TaxonomyService } from './taxonomy/taxonomy-service.ts';
import type { ShareService } from './views/share-service.ts';
import { sharedOperations } from './views/shared-routes.ts';
import { viewOperations } from './views/view-routes.ts';
import type { ViewService } from './views/view-service.ts';
import { webhookOperations } from './webhooks/webhook-routes.ts';
import type { WebhookService } from './webhooks/webhook-service.ts';
import { workspaceOperations } from './workspace/workspace-routes.ts';
import type { WorkspaceService } from './workspace/workspace-service.ts';

type ModerationServices = ReturnType<typeof createModeration>['services'];

export interface ApiServices
  extends ModerationServices,
    ScreeningServices,
    SessionServices,
    OpenIdServices,
    AccountServices {
  erasure: ErasureService;
  reviews: ReviewService;
  imports: ImportService;
  inspections: InspectService;
  analytics: AnalyticsService;
  timeline: TimelineService;
  workspace: WorkspaceService;
  taxonomy: TaxonomyService;
  webhooks: WebhookService;
  pulls: PullService;
  views: ViewService;
  shares: ShareService;
  alerts: AlertService;
  digests: DigestService;
}

/** Every operation of the API: the routes and the API document are made from this list. */
export const apiOperations = (services: ApiServices): Operation[] => [
  ...sessionOperations(services),
  ...openIdOperations(services),
  ...accountOperations(services),
  ...reviewOperations(services.reviews),
  ...inspectOperations(services.inspections),
  ...importOperations(services.imports),
  // Fixed paths stand before those with an id in their place.
  ...bulkOperations(services.bulks),
  ...moderationOperations(services),
  ...queueOperations(services),
  ...decisionOperations(services.duplicates, services.decisions),
  ...analyticsOperations(services.analytics),
  ...timelineOperations(services.timeline),
  ...workspaceOperations(services.workspace),
  ...taxonomyOperations(services.taxonomy),
  ...screeningOperations(services),
  ...erasureOperations(services.erasure),
  ...webhookOperations(services.webhooks),
  ...pullOperations(services.pulls),
  ...viewOperations(services),
  ...alertOperations(services),
  ...sharedOperations(services.shares, services.analytics),
];
