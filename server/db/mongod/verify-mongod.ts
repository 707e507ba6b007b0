import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A mongod that was started once and said its version, such as `6.0.5`. */
export interface Mongod {
  path: string;
  version: string;
}

/** The driver needs 4.2; change streams and transactions behave as relied on here from 5.0. */
const OLDEST_MAJOR = 5;

const run = promisify(execFile);

/** Runs `path --version`. Throws an Error whose message says in one line why this mongod cannot be used. */
export async function verifyMongod(path: string): Promise<Mongod> {
  const { stdout } = await run(path, ['--version'], { timeout: 15_000 }).catch((cause: unknown) => {
    throw new Error(`${path} does not run: ${whyNot(cause)}`, { cause });
  });
  const version = /\bv(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (!version) throw new Error(`${path} is no mongod: "--version" prints no version`);
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
    throw new Error(`${path} is version ${version}, ${OLDEST_MAJOR}.0 or later is needed`);
  }
  return { path, version };
}

function whyNot(cause: unknown): string {
  const { stderr, code, signal } = cause as { stderr?: string; code?: string | number; signal?: string };
  const said = stderr?.trim().split('\n')[0];
  return said || (code === 'ENOENT' ? 'there is no such file' : `it ends with ${code ?? signal}`);
}

/** Whether data written by `before` may be opened by `now`: MongoDB promises this within one major.minor series. */
export function isSameSeries(before: string, now: string): boolean {
  const series = (version: string) => version.split('.').slice(0, 2).join('.');
  return series(before) === series(now);
}
