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
import './styles/print.css';
import { type ComponentType, render } from 'preact';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import { Shell } from './components/shell.tsx';
import { ToastView } from './components/toast-view.tsx';
import { NotFound } from './pages/not-found.tsx';
import { startKeys } from './state/keys.ts';
import { PAGE_PATHS, type PageName } from './state/page-paths.ts';
import { startTheme } from './state/theme.ts';
import { refreshWorkspace } from './state/workspace.ts';

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
  alerts: lazy(() => import('./pages/alerts/alerts.tsx').then((page) => page.Alerts)),
  import: lazy(() => import('./pages/imports/imports.tsx').then((page) => page.Imports)),
  connections: lazy(() => import('./pages/connections/connections.tsx').then((page) => page.Connections)),
  features: lazy(() => import('./pages/features/features.tsx').then((page) => page.Features)),
  reviews: lazy(() => import('./pages/reviews/reviews.tsx').then((page) => page.Reviews)),
  review: lazy(() => import('./pages/reviews/review-page.tsx').then((page) => page.ReviewPage)),
};

const App = () => (
  <LocationProvider>
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
    <ToastView />
  </LocationProvider>
);

startTheme();
startKeys();
void refreshWorkspace();
const root = document.getElementById('app');
if (root) render(<App />, root);
