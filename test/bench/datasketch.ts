import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const VERSION = '2.0.0';
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Python of a virtual environment with datasketch, made once under node_modules. @throws Error when there is no Python, or no package to be had */
export async function pythonWithDatasketch(): Promise<string> {
  const folder = join(root, 'node_modules', '.cache', `datasketch-${VERSION}`);
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const check = () => run(python, ['-c', 'import datasketch']);
  try {
    await check();
  } catch {
    await run('python3', ['-m', 'venv', '--clear', folder]);
    await run(python, ['-m', 'pip', 'install', '--quiet', `datasketch==${VERSION}`, 'numpy']);
    await check();
  }
  return python;
}
