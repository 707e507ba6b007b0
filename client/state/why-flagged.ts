import type { ClusterDetail } from '../../server/contract/duplicates.ts';
import { nameInReason } from './name-in-reason.ts';
import { kindOfCopy, SIGNAL_WORDS, type Split } from './split-cluster.ts';

/** What makes a copy likelier and is worth a place in the one line. */
const TELLING: ReadonlySet<string> = new Set(['same-author', 'same-day', 'same-import']);

const sentence = (text: string) => nameInReason(/[.!?…]$/.test(text) ? text : `${text}.`);

/**
 * Why the copy on screen was flagged: the strongest evidence in one line, and all of it. A copy of another copy says of
 * which.
 */
export function whyFlagged(cluster: ClusterDetail, split: Split): { line: string; more: string[] } {
  const pair = kindOfCopy(cluster, split.survivor, split.shown);
  const other = pair && (pair.a === split.shown ? pair.b : pair.a);
  const chained = other && other !== split.survivor ? [`A copy of ${other}, which is in this cluster too.`] : [];
  const burst = cluster.signals.includes('burst') ? [SIGNAL_WORDS.burst.told] : [];
  if (!pair || pair.reasons.length === 0) return { line: nameInReason(cluster.why), more: burst };
  const [first, ...others] = pair.reasons;
  const context = others.find(({ code }) => TELLING.has(code));
  const line = [...chained, sentence(first?.detail ?? ''), ...(context ? [sentence(context.detail)] : [])].join(' ');
  const more = [...others.filter((reason) => reason !== context).map(({ detail }) => sentence(detail)), ...burst];
  return { line, more };
}
