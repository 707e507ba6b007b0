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
import { render, type VNode } from 'preact';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import type { Right } from '../server/contract/access.ts';
import { NotForYou, Only } from './components/only.tsx';
import { Shell } from './components/shell.tsx';
import { ToastView } from './components/toast-view.tsx';
import { NotFound } from './pages/not-found.tsx';
import { startKeys } from './state/keys.ts';
import { isSessionAsked, may, session, startSession } from './state/session.ts';
import { startTheme } from './state/theme.ts';

const Overview = lazy(() => import('./pages/overview/overview.tsx').then((page) => page.Overview));
const Duplicates = lazy(() => import('./pages/duplicates/duplicates.tsx').then((page) => page.Duplicates));
const Held = lazy(() => import('./pages/held/held.tsx').then((page) => page.Held));
const Log = lazy(() => import('./pages/log/log.tsx').then((page) => page.Log));
const Neutrality = lazy(() => import('./pages/neutrality/neutrality.tsx').then((page) => page.Neutrality));
const Rules = lazy(() => import('./pages/rules/rules.tsx').then((page) => page.Rules));
const Imports = lazy(() => import('./pages/imports/imports.tsx').then((page) => page.Imports));
const Connections = lazy(() => import('./pages/connections/connections.tsx').then((page) => page.Connections));
const Reviews = lazy(() => import('./pages/reviews/reviews.tsx').then((page) => page.Reviews));
const Features = lazy(() => import('./pages/features/features.tsx').then((page) => page.Features));
const Compare = lazy(() => import('./pages/compare/compare.tsx').then((page) => page.Compare));
const ProductPage = lazy(() => import('./pages/product/product-page.tsx').then((page) => page.ProductPage));
const Shared = lazy(() => import('./pages/shared/shared.tsx').then((page) => page.Shared));
const Alerts = lazy(() => import('./pages/alerts/alerts.tsx').then((page) => page.Alerts));
const People = lazy(() => import('./pages/people/people.tsx').then((page) => page.People));
const SignIn = lazy(() => import('./pages/sign-in/sign-in.tsx').then((page) => page.SignIn));
const SetUp = lazy(() => import('./pages/sign-in/set-up.tsx').then((page) => page.SetUp));
const ReviewPage = lazy(() => import('./pages/reviews/review-page.tsx').then((page) => page.ReviewPage));

/** A page for those with a right; others are told so, and not by its errors. */
const forThose = (right: Right, Page: () => VNode) => () => (may(right) ? <Page /> : <NotForYou right={right} />);
const ImportsFor = forThose('ingest', Imports);
const ConnectionsFor = forThose('admin', Connections);
const PeopleFor = forThose('admin', People);
const AlertsFor = () => (
  <Only right="moderate" isPage>
    <Alerts />
  </Only>
);

const Pages = () => (
  <Shell>
    <ErrorBoundary>
      <Router>
        <Route path="/" component={Overview} />
        <Route path="/duplicates/:id?" component={Duplicates} />
        <Route path="/held/:id?" component={Held} />
        <Route path="/log" component={Log} />
        <Route path="/neutrality" component={Neutrality} />
        <Route path="/moderation" component={Rules} />
        <Route path="/compare" component={Compare} />
        <Route path="/products/:product" component={ProductPage} />
        <Route path="/shared/:token" component={Shared} />
        <Route path="/alerts" component={AlertsFor} />
        <Route path="/import" component={ImportsFor} />
        <Route path="/connections" component={ConnectionsFor} />
        <Route path="/people" component={PeopleFor} />
        <Route path="/features" component={Features} />
        <Route path="/reviews" component={Reviews} />
        <Route path="/reviews/:id" component={ReviewPage} />
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
