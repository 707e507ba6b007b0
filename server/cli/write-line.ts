import { once } from 'node:events';

/** Writes a JSON line to stdout and waits when the reader is slower. A reader that has gone ends the command quietly. */
export async function writeJsonLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}
