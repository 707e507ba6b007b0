import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds what the tests start: the command line and the client. Does nothing when the build is newer than its sources. */
export default function setUpBuild(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../server/build.mjs', import.meta.url))], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
