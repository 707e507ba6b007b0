import { parseArgs } from 'node:util';
import { benchAccessCost } from './access-cost.ts';
import { benchApiFuzz } from './api-fuzz.ts';
import { benchBackup } from './backup.ts';
import { benchCommonTexts } from './common-texts.ts';
import { benchCopies } from './copies.ts';
import { benchDashboard } from './dashboard.ts';
import { benchIngest } from './ingest.ts';
import { benchLargeImport } from './large-import.ts';
import { benchLoad } from './load.ts';
import { benchLookupScale } from './lookup-scale.ts';
import { benchQueue } from './queue.ts';
import { benchSecondLook } from './second-look.ts';
import { benchStartUp } from './start-up.ts';
import { benchTagger } from './tagger.ts';

/** `reviews` is how many a bench is to be measured on, where that can be chosen. */
type Bench = (print: (line: string) => void, reviews?: number) => Promise<void>;

const benches: Record<string, Bench> = {
  'access-cost': benchAccessCost,
  tagger: benchTagger,
  ingest: benchIngest,
  dashboard: benchDashboard,
  'start-up': benchStartUp,
  copies: benchCopies,
  'common-texts': benchCommonTexts,
  'lookup-scale': benchLookupScale,
  queue: benchQueue,
  load: benchLoad,
  backup: benchBackup,
  'api-fuzz': benchApiFuzz,
  'second-look': (print, reviews) => benchSecondLook(print, reviews === undefined ? undefined : [reviews]),
  'large-import': (print) => benchLargeImport(print, mb),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reviews: { type: 'string' }, mb: { type: 'string' } },
});
const numberOf = (value: string | undefined) => (value === undefined ? undefined : Number(value));
const names = positionals.length > 0 ? positionals : Object.keys(benches);
const [reviews, mb] = [numberOf(values.reviews), numberOf(values.mb)];
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0 || Number.isNaN(reviews) || Number.isNaN(mb)) {
  console.error(`Usage: npm run bench -- [${Object.keys(benches).join(' | ')}] … [--reviews NUMBER] [--mb NUMBER]`);
  process.exit(2);
}
for (const name of names) await benches[name]?.((line) => console.log(line), reviews);
