import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import './styles/controls.css';
import './styles/toast.css';
import './styles/charts.css';
import './styles/insights.css';
import './styles/reading.css';
import './styles/first-run.css';
import './styles/workbench.css';
import './styles/duplicates.css';
import './styles/log.css';
import './styles/imports.css';
import './styles/connections.css';
import './styles/reviews.css';
import './styles/tags.css';
import './styles/features.css';
import './styles/access.css';
import './styles/print.css';
import { type ComponentType, render, type VNode } from 'preact';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import type { Right } from '../server/contract/access.ts';
import { NotForYou, Only } from './components/only.tsx';
import { Shell } from './components/shell.tsx';
import { ToastView } from './components/toast-view.tsx';
import { NotFound } from './pages/not-found.tsx';
import { startKeys } from './state/keys.ts';
import { PAGE_PATHS, type PageName } from './state/page-paths.ts';
import { isSessionAsked, may, session, startSession } from './state/session.ts';
import { startTheme } from './state/theme.ts';

const Alerts = lazy(() => import('./pages/alerts/alerts.tsx').then((page) => page.Alerts));
const SignIn = lazy(() => import('./pages/sign-in/sign-in.tsx').then((page) => page.SignIn));
const SetUp = lazy(() => import('./pages/sign-in/set-up.tsx').then((page) => page.SetUp));

/** A page for those with a right; others are told so, and not by its errors. */
function forThose(right: Right, load: () => Promise<() => VNode | null>): () => VNode {
  const Page = lazy(load);
  return () => (may(right) ? <Page /> : <NotForYou right={right} />);
}

const AlertsFor = () => (
  <Only right="moderate" isPage>
    <Alerts />
  </Only>
);

/** Each page is a file of its own, read when it is first opened. */
const PAGES: Record<PageName, ComponentType<never>> = {
  overview: lazy(() => import('./pages/overview/overview.tsx').then((page) => page.Overview)),
  duplicates: lazy(() => import('./pages/duplicates/duplicates.tsx').then((page) => page.Duplicates)),
  held: lazy(() => import('./pages/held/held.tsx').then((page) => page.Held)),
  log: lazy(() => import('./pages/log/log.tsx').then((page) => page.Log)),
  neutrality: lazy(() => import('./pages/neutrality/neutrality.tsx').then((page) => page.Neutrality)),
  rules: lazy(() => import('./pages/rules/rules.tsx').then((page) => page.Rules)),
  compare: lazy(() => import('./pages/compare/compare.tsx').then((page) => page.Compare)),
  product: lazy(() => import('./pages/product/product-page.tsx').then((page) => page.ProductPage)),
  shared: lazy(() => import('./pages/shared/shared.tsx').then((page) => page.Shared)),
  alerts: AlertsFor,
  import: forThose('ingest', () => import('./pages/imports/imports.tsx').then((page) => page.Imports)),
  connections: forThose('admin', () => import('./pages/connections/connections.tsx').then((page) => page.Connections)),
  people: forThose('admin', () => import('./pages/people/people.tsx').then((page) => page.People)),
  features: lazy(() => import('./pages/features/features.tsx').then((page) => page.Features)),
  reviews: lazy(() => import('./pages/reviews/reviews.tsx').then((page) => page.Reviews)),
  review: lazy(() => import('./pages/reviews/review-page.tsx').then((page) => page.ReviewPage)),
};

const Pages = () => (
  <Shell>
    <ErrorBoundary>
      <Router>
        {Object.entries(PAGE_PATHS).map(([name, path]) => (
          <Route key={name} path={path} component={PAGES[name as PageName] as ComponentType<object>} />
        ))}
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  </Shell>
);

/** The pages, or what asks who comes; whoever has a share link needs to be nobody. */
function Door() {
  const { path } = useLocation();
  if (path.startsWith('/shared/')) return <Pages />;
  if (path === '/setup')
    return (
      <ErrorBoundary>
        <SetUp />
      </ErrorBoundary>
    );
  if (!isSessionAsked.value) return null;
  if (session.value?.state === 'signed-out' || path === '/sign-in')
    return (
      <ErrorBoundary>
        <SignIn />
      </ErrorBoundary>
    );
  return <Pages />;
}

const App = () => (
  <LocationProvider>
    <Door />
    <ToastView />
  </LocationProvider>
);

startTheme();
startKeys();
startSession();
const root = document.getElementById('app');
if (root) render(<App />, root);
