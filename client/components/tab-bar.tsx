import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { Modal } from './modal.tsx';
import { NavCount, NavGroups } from './nav-groups.tsx';
import { DUPLICATES, type Entry, IMPORT, isFor, OVERVIEW, REVIEWS } from './navigation.ts';

/** Four and the way to all others are as many as a phone has room for. */
const TABS: readonly Entry[] = [OVERVIEW, REVIEWS, DUPLICATES, IMPORT];

/** On a phone: the pages that are used most, and a sheet with all of them. */
export function TabBar({ path, url }: { path: string; url: string }) {
  const [isOpen, setOpen] = useState(false);
  const isElsewhere = !TABS.some((entry) => entry.isHere(path, ''));
  useEffect(() => setOpen(false), [url]);
  return (
    <nav class="tabbar" aria-label="Main">
      {TABS.filter(isFor).map((entry) => (
        <a key={entry.href} href={entry.href} aria-current={entry.isHere(path, '') ? 'page' : undefined}>
          <Icon name={entry.icon} />
          {entry.label}
          <NavCount entry={entry} className="badge" />
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
