import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { chooseTheme, nextTheme, theme } from '../state/theme.ts';
import { refreshWorkspace, workspace, workspaceError } from '../state/workspace.ts';
import { Account } from './account.tsx';
import { Icon } from './icon.tsx';
import { NavGroups } from './nav-groups.tsx';
import { DUPLICATES, HELD } from './navigation.ts';
import { TabBar } from './tab-bar.tsx';

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
