import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import setUpBuild from '../support/build.ts';
import { runCrash } from './run-crash.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    /** Is kept, and gone on with. */
    dir: { type: 'string' },
    'pause-ms': { type: 'string', default: '2500' },
  },
});
setUpBuild();
const dir = values.dir ?? (await mkdtemp(join(tmpdir(), 'reviewfinder-crash-')));
const { faults, counts } = await runCrash({
  ...{ dir, kills: Number(values.kills), seed: Number(values.seed), pauseMs: Number(values['pause-ms']) },
  print: (line) => console.log(line),
});
console.log(JSON.stringify(counts, null, 2));
for (const fault of faults) console.log(`FAULT: ${fault}`);
console.log(faults.length === 0 ? 'Nothing acknowledged was lost or doubled.' : `${faults.length} faults`);
if (values.dir === undefined) await rm(dir, { recursive: true, force: true });
process.exit(faults.length === 0 ? 0 : 1);
