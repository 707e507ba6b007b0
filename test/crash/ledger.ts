import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Entry =
  /** A review that the server has said is stored; `import`: that it will be. */
  | { is: 'review'; id: string; by: 'post' | 'import' }
  | { is: 'decision'; id: string; cluster: string }
  | { is: 'undo'; id: string }
  /** A decision or an undo of which nobody knows what came of it: the connection broke. */
  | { is: 'unknown'; cluster: string; what: 'decision' | 'undo' }
  | { is: 'kill'; who: string };

/** What the server has acknowledged, in a file: what is read back after a kill of this process is what was noted. */
export interface Ledger {
  note(...entries: readonly Entry[]): void;
  reviews: Set<string>;
  decisions: Map<string, string>;
  undone: Set<string>;
  unknown: { decisions: number; undos: number };
  kills: Record<string, number>;
}

export function openLedger(dir: string): Ledger {
  const path = join(dir, 'acknowledged.ndjson');
  const ledger: Ledger = {
    ...{ reviews: new Set(), decisions: new Map(), undone: new Set() },
    ...{ unknown: { decisions: 0, undos: 0 }, kills: {} },
    note(...entries) {
      appendFileSync(path, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      entries.forEach(take);
    },
  };
  const take = (entry: Entry) => {
    if (entry.is === 'review') ledger.reviews.add(entry.id);
    else if (entry.is === 'decision') ledger.decisions.set(entry.id, entry.cluster);
    else if (entry.is === 'undo') ledger.undone.add(entry.id);
    else if (entry.is === 'kill') ledger.kills[entry.who] = (ledger.kills[entry.who] ?? 0) + 1;
    else if (entry.what === 'decision') ledger.unknown.decisions += 1;
    else ledger.unknown.undos += 1;
  };
  if (existsSync(path)) {
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      // The last line may break off with the process that wrote it.
      if (line.endsWith('}')) take(JSON.parse(line) as Entry);
    }
  }
  return ledger;
}
