import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { LaunchOptions } from 'playwright-core';
import { searchProgram } from '../../server/db/mongod/search-program.ts';

const run = promisify(execFile);
const PACKED_VERSION = '147.0.0';
const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Starts as root and where /dev/shm is small. The package's own arguments turn web security off: not those. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/** How playwright-core starts a Chromium here: CHROMIUM_PATH, else an installed one, else the one in the npm package. */
export async function findChromium(): Promise<LaunchOptions> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await installedChromium());
  if (executablePath) return { executablePath, args: ARGS, headless: true };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome', args: ARGS, headless: true };
  const dir = await unpackedChromium();
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [join(dir, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    FONTCONFIG_FILE: join(dir, 'fonts.conf'),
  } as Record<string, string>;
  return { executablePath: join(dir, 'chromium'), args: ARGS, headless: true, env };
}

/** The name may be a stub that only tells how to install it, so it has to answer. */
async function installedChromium(): Promise<string | undefined> {
  for (const name of INSTALLED) {
    const path = await searchProgram(name, process.env['PATH'] ?? '');
    const canRun =
      path &&
      (await run(path, ['--version'], { timeout: 20_000 }).then(
        () => true,
        () => false,
      ));
    if (canRun) return path;
  }
  return undefined;
}

/**
 * Folder with the package's Chromium, libraries and fonts, unpacked once for a user. The package itself unpacks into a
 * fixed place file by file, so a second process could start half a browser: it unpacks into a folder of its own here,
 * which then takes the final name in one step.
 */
async function unpackedChromium(): Promise<string> {
  const place = join(homedir(), '.cache', 'reviewfinder', 'chromium', PACKED_VERSION);
  if (await exists(place)) return place;
  await mkdir(dirname(place), { recursive: true });
  const part = await mkdtemp(join(dirname(place), 'unpack-'));
  try {
    // Told that it runs in Lambda it also unpacks the libraries that a bare system lacks.
    const env = { ...process.env, TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    const script = "import('@sparticuz/chromium').then((pack) => pack.default.executablePath())";
    await run(process.execPath, ['--eval', script], { env, cwd: import.meta.dirname });
    await writeFile(join(part, 'fonts.conf'), fontsConf(place));
    await rename(part, place).catch(async (error) => {
      if (!(await exists(place))) throw error;
    });
    return place;
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/** The package's own font first, so that pages measure the same everywhere; the system's fonts, if any, for signs it lacks. */
const fontsConf = (dir: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(dir, 'fonts', 'fonts')}</dir>
  <cachedir>${join(dir, 'fonts-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`;

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
