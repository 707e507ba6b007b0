import type { Right } from '../../server/contract/access.ts';
import { may } from '../state/session.ts';
import type { IconName } from './icon.tsx';

/** A page in the navigation. */
export type Entry = {
  href: string;
  label: string;
  icon: IconName;
  isHere: (path: string, url: string) => boolean;
  /** Not for those without it. */
  right?: Right;
};

const isRemoved = (url: string) => url.includes('tab=removed');
export const OVERVIEW: Entry = { href: '/', label: 'Overview', icon: 'overview', isHere: (path) => path === '/' };
export const REVIEWS: Entry = {
  href: '/reviews',
  label: 'Reviews',
  icon: 'reviews',
  isHere: (path) => path.startsWith('/reviews'),
};
export const DUPLICATES: Entry = {
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
export const HELD: Entry = { href: '/held', label: 'Held', icon: 'held', isHere: at('/held') };
const LOG: Entry = { href: '/log', label: 'Decisions', icon: 'log', isHere: at('/log') };
const NEUTRALITY: Entry = { href: '/neutrality', label: 'Neutrality', icon: 'balance', isHere: at('/neutrality') };
const RULES: Entry = { href: '/moderation', label: 'Rules and checks', icon: 'settings', isHere: at('/moderation') };
export const IMPORT: Entry = {
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

/** All pages, as the side bar and the sheet of a phone show them. */
export const GROUPS = [
  { title: 'Insights', entries: [OVERVIEW, COMPARE, REVIEWS, ALERTS] },
  { title: 'Moderation', entries: [DUPLICATES, HELD, REMOVED, LOG, NEUTRALITY, RULES] },
  { title: 'Data', entries: [IMPORT, CONNECTIONS, FEATURES, PEOPLE] },
];

/** Whether who is here may go there. */
export const isFor = ({ right }: Entry) => right === undefined || may(right);
