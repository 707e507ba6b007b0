import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

export interface PythonTool {
  /** Package, and module that is imported to see whether it is there. */
  name: string;
  version: string;
  /** Packages besides. */
  beside?: readonly string[];
}

/**
 * Python of a virtual environment with a package, made once under node_modules.
 * @throws Error when there is no Python, or no package to be had
 */
export async function pythonWith({ name, version, beside = [] }: PythonTool): Promise<string> {
  const folder = join(root, 'node_modules', '.cache', `${name}-${version}`);
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const check = () => run(python, ['-c', `import ${name}`]);
  try {
    await check();
  } catch {
    await run('python3', ['-m', 'venv', '--clear', folder]);
    await run(python, ['-m', 'pip', 'install', '--quiet', `${name}==${version}`, ...beside]);
    await check();
  }
  return python;
}
