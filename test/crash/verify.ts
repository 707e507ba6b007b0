import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { decisionId } from '../../server/public-ids.ts';
import type { Ledger } from './ledger.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Command {
  code: number;
  answer: Record<string, unknown>;
}

const runCommand = (uri: string, args: readonly string[]): Promise<Command> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, MONGODB_URI: uri, LOG_LEVEL: 'error' };
    execFile(process.execPath, ['dist/server/main.js', ...args], { cwd: root, env }, (error, stdout, stderr) => {
      try {
        resolve({ code: error ? Number(error.code) : 0, answer: JSON.parse(stdout) });
      } catch {
        reject(new Error(`${args.join(' ')}: ${stderr || error?.message}`));
      }
    });
  });

export interface Verdict {
  /** One line for each thing that is not as it must be. */
  faults: string[];
  counts: Record<string, unknown>;
}

/** Holds what is stored against what was acknowledged. The server is stopped. */
export async function verify(uri: string, ledger: Ledger): Promise<Verdict> {
  const faults: string[] = [];
  const expect = (isRight: boolean, fault: string) => {
    if (!isRight) faults.push(fault);
  };
  const connection = await mongoose.createConnection(uri, { autoIndex: false }).asPromise();
  try {
    const reviews = await connection
      .collection<{ externalId: string }>('reviews')
      .find({ source: 'crash' } as never, { projection: { externalId: 1 } })
      .toArray();
    const stored = new Set(reviews.map(({ externalId }) => externalId));
    const lost = [...ledger.reviews].filter((id) => !stored.has(id));
    expect(lost.length === 0, `${lost.length} acknowledged reviews are lost: ${lost.slice(0, 5).join(', ')}`);
    expect(stored.size === reviews.length, `${reviews.length - stored.size} reviews are stored twice`);
    const more = [...stored].filter((id) => !ledger.reviews.has(id));

    const decisions = await connection
      .collection<{ _id: number; undoneAt: Date | null }>('decisions')
      .find({}, { projection: { undoneAt: 1 } })
      .toArray();
    const byId = new Map(decisions.map(({ _id, undoneAt }) => [decisionId(_id), undoneAt]));
    const gone = [...ledger.decisions.keys()].filter((id) => !byId.has(id));
    expect(gone.length === 0, `${gone.length} acknowledged decisions are lost: ${gone.slice(0, 5).join(', ')}`);
    const standing = [...ledger.undone].filter((id) => !byId.get(id));
    expect(standing.length === 0, `${standing.length} acknowledged undos are lost: ${standing.slice(0, 5).join(', ')}`);
    const extra = decisions.length - ledger.decisions.size;
    const { unknown } = ledger;
    expect(extra <= unknown.decisions, `${extra} decisions more than acknowledged, ${unknown.decisions} unknown`);
    const undone = [...byId.values()].filter(Boolean).length - ledger.undone.size;
    expect(undone <= unknown.undos, `${undone} undos more than acknowledged, ${unknown.undos} unknown`);

    const rollups = await runCommand(uri, ['rollups', 'verify']);
    expect(rollups.code === 0, `roll-ups differ: ${JSON.stringify(rollups.answer).slice(0, 300)}`);
    const log = await runCommand(uri, ['log', 'verify']);
    expect(log.code === 0, `the log is broken: ${JSON.stringify(log.answer).slice(0, 300)}`);
    const counts = {
      ...{ acknowledgedReviews: ledger.reviews.size, storedReviews: reviews.length, unacknowledgedStored: more.length },
      ...{ acknowledgedDecisions: ledger.decisions.size, storedDecisions: decisions.length },
      ...{ acknowledgedUndos: ledger.undone.size, unknown, rollupDifferences: rollups.answer['differences'] },
      logRows: log.answer['rows'],
    };
    return { faults, counts };
  } finally {
    await connection.close();
  }
}
