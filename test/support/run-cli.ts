import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface CliResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

type Env = Readonly<Record<string, string>>;

/** Starts the built command line (see build.ts) in a process of its own. */
const startCli = (args: readonly string[], env: Env = {}): ChildProcess =>
  spawn(process.execPath, ['dist/server/main.js', ...args], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
  });

/** Runs the command line to its end with `input` on stdin. */
export async function runCli(
  args: readonly string[],
  { env = {}, input = '' }: { env?: Env; input?: string | Uint8Array } = {},
): Promise<CliResult> {
  const child = startCli(args, env);
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin?.on('error', () => undefined); // a command that refuses its usage does not read
  child.stdin?.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** Starts `serve` on a free port and answers once it takes requests; `told` is what it has said on stderr. */
export async function startServe(
  env: Env,
  options: readonly string[] = [],
): Promise<{ child: ChildProcess; url: string; told: () => string }> {
  const child = startCli(['serve', ...options], { PORT: '0', ...env });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Reviewfinder is at (http:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  return { child, url, told: () => said };
}
