import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Right } from '../../server/contract/access.ts';
import { formatCount } from '../state/figures.ts';
import { may } from '../state/session.ts';
import { chooseTheme, nextTheme, theme } from '../state/theme.ts';
import { refreshWorkspace, workspace, workspaceError } from '../state/workspace.ts';
import { Account } from './account.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Modal } from './modal.tsx';

type Entry = {
  href: string;
  label: string;
  icon: IconName;
  isHere: (path: string, url: string) => boolean;
  /** Not for those without it. */
  right?: Right;
};

const isRemoved = (url: string) => url.includes('tab=removed');
const OVERVIEW: Entry = { href: '/', label: 'Overview', icon: 'overview', isHere: (path) => path === '/' };
const REVIEWS: Entry = {
  href: '/reviews',
  label: 'Reviews',
  icon: 'reviews',
  isHere: (path) => path.startsWith('/reviews'),
};
const DUPLICATES: Entry = {
  href: '/duplicates',
  label: 'Duplicates',
  icon: 'duplicates',
  isHere: (path, url) => path.startsWith('/duplicates') && !isRemoved(url),
};
const REMOVED: Entry = {
  href: '/duplicates?tab=removed',
  label: 'Removed',
  icon: 'removed',
  isHere: (path, url) => path.startsWith('/duplicates') && isRemoved(url),
};
const at = (href: string) => (path: string) => path === href || path.startsWith(`${href}/`);
const HELD: Entry = { href: '/held', label: 'Held', icon: 'held', isHere: at('/held') };
const LOG: Entry = { href: '/log', label: 'Decisions', icon: 'log', isHere: at('/log') };
const NEUTRALITY: Entry = { href: '/neutrality', label: 'Neutrality', icon: 'balance', isHere: at('/neutrality') };
const RULES: Entry = { href: '/moderation', label: 'Rules and checks', icon: 'settings', isHere: at('/moderation') };
const IMPORT: Entry = {
  href: '/import',
  label: 'Import',
  icon: 'import',
  isHere: (path) => path === '/import',
  right: 'ingest',
};
const PEOPLE: Entry = {
  href: '/people',
  label: 'People and keys',
  icon: 'people',
  isHere: (path) => path === '/people',
  right: 'admin',
};
const CONNECTIONS: Entry = {
  href: '/connections',
  label: 'Connections',
  icon: 'link',
  isHere: (path) => path === '/connections',
  right: 'admin',
};
const FEATURES: Entry = {
  href: '/features',
  label: 'Feature list',
  icon: 'tag',
  isHere: (path) => path === '/features',
};

const COMPARE: Entry = { href: '/compare', label: 'Compare', icon: 'swap', isHere: (path) => path === '/compare' };
const ALERTS: Entry = { href: '/alerts', label: 'Alerts', icon: 'alert', isHere: (path) => path === '/alerts' };

const GROUPS = [
  { title: 'Insights', entries: [OVERVIEW, COMPARE, REVIEWS, ALERTS] },
  { title: 'Moderation', entries: [DUPLICATES, HELD, REMOVED, LOG, NEUTRALITY, RULES] },
  { title: 'Data', entries: [IMPORT, CONNECTIONS, FEATURES, PEOPLE] },
];

const isFor = ({ right }: Entry) => right === undefined || may(right);

/** Clusters to decide beside Duplicates, a mark beside Import while one runs. */
function Count({ entry, className }: { entry: Entry; className: string }) {
  const { openClusters = 0, runningImports = 0 } = workspace.value ?? {};
  if (entry === DUPLICATES && openClusters > 0) {
    return (
      <span class={className}>
        {formatCount(openClusters)}
        <span class="sr"> to decide</span>
      </span>
    );
  }
  if (entry === IMPORT && runningImports > 0) {
    return (
      <span class={`${className} running`}>
        <i aria-hidden="true" />
        <span class="sr">{runningImports} running</span>
      </span>
    );
  }
  return null;
}

const THEME_WORDS = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;
const THEME_ICONS = { system: 'system', light: 'sun', dark: 'moon' } as const;

const ThemeSwitch = ({ hasText }: { hasText: boolean }) => (
  <button
    type="button"
    class={hasText ? 'theme-btn' : 'icon-btn'}
    aria-label={`Colours: ${THEME_WORDS[theme.value]}. Switch to ${THEME_WORDS[nextTheme(theme.value)]}`}
    title="Switch between system, light and dark"
    onClick={() => chooseTheme(nextTheme(theme.value))}
  >
    <Icon name={THEME_ICONS[theme.value]} />
    {hasText ? <span>{THEME_WORDS[theme.value]}</span> : null}
  </button>
);

const Brand = () => (
  <a class="brand" href="/">
    <Icon name="logo" />
    Reviewfinder
  </a>
);

const SampleBadge = () =>
  workspace.value?.sample ? (
    <span class="badge accent" title="These reviews were written for this demonstration. They are nobody's opinion.">
      <Icon name="sample" />
      Sample data
    </span>
  ) : null;

const NavGroups = ({ path, url }: { path: string; url: string }) => (
  <>
    {GROUPS.map(({ title, entries }) => (
      <div key={title}>
        <p class="nav-h">{title}</p>
        {entries.filter(isFor).map((entry) => (
          <a key={entry.href} href={entry.href} aria-current={entry.isHere(path, url) ? 'page' : undefined}>
            <Icon name={entry.icon} />
            {entry.label}
            <Count entry={entry} className="count" />
          </a>
        ))}
      </div>
    ))}
  </>
);

function SideBar({ path, url }: { path: string; url: string }) {
  return (
    <aside class="side">
      <Brand />
      <nav class="nav" aria-label="Main">
        <NavGroups path={path} url={url} />
      </nav>
      <div class="side-foot">
        <Account hasText />
        <ThemeSwitch hasText />
        <SampleBadge />
      </div>
    </aside>
  );
}

/** Four and the way to all others are as many as a phone has room for. */
const TABS: readonly Entry[] = [OVERVIEW, REVIEWS, DUPLICATES, IMPORT];

/** On a phone: the pages that are used most, and a sheet with all of them. */
function TabBar({ path, url }: { path: string; url: string }) {
  const [isOpen, setOpen] = useState(false);
  const isElsewhere = !TABS.some((entry) => entry.isHere(path, ''));
  useEffect(() => setOpen(false), [url]);
  return (
    <nav class="tabbar" aria-label="Main">
      {TABS.filter(isFor).map((entry) => (
        <a key={entry.href} href={entry.href} aria-current={entry.isHere(path, '') ? 'page' : undefined}>
          <Icon name={entry.icon} />
          {entry.label}
          <Count entry={entry} className="badge" />
        </a>
      ))}
      <button
        type="button"
        aria-haspopup="dialog"
        aria-current={isElsewhere ? 'page' : undefined}
        onClick={() => setOpen(true)}
      >
        <Icon name="menu" />
        More
      </button>
      {isOpen ? (
        <Modal title="All pages" onClose={() => setOpen(false)}>
          <div class="nav all-pages">
            <NavGroups path={path} url={url} />
          </div>
        </Modal>
      ) : null}
    </nav>
  );
}

/** What is around every page: the side bar, or on a phone the top line and the tabs. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { path, url } = useLocation();
  if (path.startsWith('/shared/')) {
    return (
      <main class="main shared" id="main" tabIndex={-1}>
        {children}
      </main>
    );
  }
  return (
    <>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <div class={`app ${DUPLICATES.isHere(path, '') || HELD.isHere(path, '') ? 'dq' : ''}`}>
        <SideBar path={path} url={url} />
        <header class="mobile-top">
          <Brand />
          <span class="right">
            <SampleBadge />
            <Account hasText={false} />
            <ThemeSwitch hasText={false} />
          </span>
        </header>
        <main class="main" id="main" tabIndex={-1}>
          {workspaceError.value ? (
            <p class="note warn lost" role="alert">
              <Icon name="alert" />
              <span>{workspaceError.value.message}</span>
              <button type="button" class="btn small" onClick={() => void refreshWorkspace()}>
                Try again
              </button>
            </p>
          ) : null}
          {children}
        </main>
        <TabBar path={path} url={url} />
      </div>
    </>
  );
}
