import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../server/contract/analytics.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { runCli, startServe } from '../../support/run-cli.ts';

let database: TestDatabase;
let env: Record<string, string> = {};
beforeEach(async () => {
  database = await openTestDatabase('demo');
  env = { MONGODB_URI: database.uri, PORT: '0' };
});
afterEach(() => database.close());

/** Starts, reads what there is, stops. */
async function workspaceOf(options: readonly string[]): Promise<Workspace> {
  const { child, url } = await startServe(env, options);
  try {
    return (await (await fetch(`${url}/api/v1/workspace`)).json()) as Workspace;
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
}

describe('serve --demo', () => {
  it('fills an empty database once, and the data stays labelled as a sample', async () => {
    const first = await workspaceOf(['--demo']);
    // Four more are held until somebody decides.
    expect(first).toMatchObject({ sample: true, reviews: 2996, heldReviews: 4 });
    expect(first.products).toHaveLength(6);
    expect(first.sources).toHaveLength(5);
    expect(first.openClusters).toBeGreaterThan(30);
    const again = await workspaceOf(['--demo']);
    expect(again).toMatchObject({ reviews: 2996 });
    const plain = await workspaceOf([]);
    expect(plain).toMatchObject({ sample: true, reviews: 2996 });
    const verified = await runCli(['rollups', 'verify'], { env });
    expect(JSON.parse(verified.stdout)).toMatchObject({ reviews: 3000, differences: 0 });
  }, 90_000);

  it('refuses a database with other reviews, and leaves it as it is', async () => {
    const review = { product: 'cam', source: 'shop', text: 'Sturdy and small.' };
    await runCli(['import', '-', '--format', 'ndjson'], { env, input: JSON.stringify(review) });
    const { code, stderr } = await runCli(['serve', '--demo'], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('REVIEWFINDER_DATA');
    expect(await workspaceOf([])).toMatchObject({ sample: false, reviews: 1 });
  }, 60_000);
});
