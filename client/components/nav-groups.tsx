import { formatCount } from '../state/figures.ts';
import { workspace } from '../state/workspace.ts';
import { Icon } from './icon.tsx';
import { DUPLICATES, type Entry, GROUPS, HELD, IMPORT, isFor } from './navigation.ts';

/** What is to decide beside both queues, a mark beside Import while one runs. */
export function NavCount({ entry, className }: { entry: Entry; className: string }) {
  const { openClusters = 0, heldReviews = 0, runningImports = 0 } = workspace.value ?? {};
  const toDecide = entry === DUPLICATES ? openClusters : entry === HELD ? heldReviews : 0;
  if (toDecide > 0) {
    return (
      <span class={className}>
        {formatCount(toDecide)}
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

/** Links to all pages, under their headings. */
export const NavGroups = ({ path, url }: { path: string; url: string }) => (
  <>
    {GROUPS.map(({ title, entries }) => (
      <div key={title}>
        <p class="nav-h">{title}</p>
        {entries.filter(isFor).map((entry) => (
          <a key={entry.href} href={entry.href} aria-current={entry.isHere(path, url) ? 'page' : undefined}>
            <Icon name={entry.icon} />
            {entry.label}
            <NavCount entry={entry} className="count" />
          </a>
        ))}
      </div>
    ))}
  </>
);
