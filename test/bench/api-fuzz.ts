import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pythonWith } from './python-tool.ts';
import { runServer } from './run-server.ts';

const SCHEMATHESIS = { name: 'schemathesis', version: '4.32.5' };
const SEED = '20261122';
/** Of each operation, besides those that the document alone leads to. */
const EXAMPLES = 40;

/**
 * 400 and 422 are told of in the document: rules that a schema cannot say (a cursor is one that the list gave, the name of
 * a time zone, one parameter that goes with another).
 */
const CONFIG = `[checks.positive_data_acceptance]
expected-statuses = ["2xx", "3xx", "400", "401", "403", "404", "409", "422", "429", "503"]
`;

interface Document {
  paths: Record<string, Record<string, { operationId?: string; responses?: Record<string, { content?: object }> }>>;
}

/** Streams of events do not end: there is no answer to be held against the document. */
const endless = ({ paths }: Document): string[] =>
  Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId, responses = {} }) =>
      operationId && Object.values(responses).some(({ content = {} }) => 'text/event-stream' in content)
        ? [operationId]
        : [],
    ),
  );

/** schemathesis against the built app with every check: no 500, and no answer that the document does not tell of. */
export async function benchApiFuzz(print: (line: string) => void, examples = EXAMPLES): Promise<void> {
  const python = await pythonWith(SCHEMATHESIS);
  const dir = await mkdtemp(join(tmpdir(), 'reviewfinder-fuzz-'));
  const server = await runServer({ REVIEWFINDER_DATA: dir }, ['--demo']);
  try {
    await writeFile(join(dir, 'schemathesis.toml'), CONFIG);
    const url = `${server.url}/api/openapi.json`;
    const left = endless((await (await fetch(url)).json()) as Document);
    print(`left out, because they do not end: ${left.join(', ')}`);
    const args = ['run', url, '--checks=all', `--max-examples=${examples}`];
    args.push('--mode=all', '--phases=examples,coverage,fuzzing,stateful', `--seed=${SEED}`, '--continue-on-failure');
    args.push('--request-timeout=30', '--suppress-health-check=all', '--generation-database=none', '--no-color');
    for (const id of left) args.push(`--exclude-operation-id=${id}`);
    const child = spawn(join(dirname(python), 'schemathesis'), args, {
      cwd: dir,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [code] = (await once(child, 'close')) as [number | null];
    print(said.slice(-30_000));
    const log = await fetch(`${server.url}/healthz`);
    print(`schemathesis ended with ${code}; the app is ${log.ok ? 'well' : 'not well'}`);
    if (code !== 0) process.exitCode = 1;
  } finally {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
