import { analyticsOperations } from './analytics/analytics-routes.ts';
import type { AnalyticsService } from './analytics/analytics-service.ts';
import type { DecisionService } from './duplicates/decision-service.ts';
import { duplicateOperations } from './duplicates/duplicate-routes.ts';
import type { DuplicateService } from './duplicates/duplicate-service.ts';
import type { Operation } from './http/operation.ts';
import { importOperations } from './ingest/import-routes.ts';
import type { ImportService } from './ingest/import-service.ts';
import { inspectOperations } from './ingest/inspect-routes.ts';
import type { InspectService } from './ingest/inspect-service.ts';
import { pullOperations } from './pull/pull-routes.ts';
import type { PullService } from './pull/pull-service.ts';
import { reviewOperations } from './reviews/review-routes.ts';
import type { ReviewService } from './reviews/review-service.ts';
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

export interface ApiServices {
  reviews: ReviewService;
  imports: ImportService;
  inspections: InspectService;
  duplicates: DuplicateService;
  decisions: DecisionService;
  analytics: AnalyticsService;
  workspace: WorkspaceService;
  taxonomy: TaxonomyService;
  webhooks: WebhookService;
  pulls: PullService;
  views: ViewService;
  shares: ShareService;
}

/** Every operation of the API: the routes and the API document are made from this list. */
export const apiOperations = (services: ApiServices): Operation[] => [
  ...reviewOperations(services.reviews),
  ...inspectOperations(services.inspections),
  ...importOperations(services.imports),
  ...duplicateOperations(services.duplicates, services.decisions),
  ...analyticsOperations(services.analytics),
  ...workspaceOperations(services.workspace),
  ...taxonomyOperations(services.taxonomy),
  ...webhookOperations(services.webhooks),
  ...pullOperations(services.pulls),
  ...viewOperations(services),
  ...sharedOperations(services.shares, services.analytics),
];
