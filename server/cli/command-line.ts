import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Config, loadConfig } from '../config.ts';
import { type ColumnMap, DateOrder, ImportField, ImportFormat, TextEncoding } from '../contract/imports.ts';
import { AppError } from '../errors.ts';
import { addAccountCommands } from './account-commands.ts';
import type { EraseOptions } from './erase.ts';
import { packageVersion } from './package-version.ts';

const OK = 0;
const FAILED = 1;
/** Bad usage, or an input that was refused. */
const REFUSED = 2;

/** What a command ends with when it does not throw: 0, or 1 for "ran, and the answer is no". */
type ExitCode = 0 | 1 | 2;

/** Adds `text=Review Body` to the map. */
const addMapping = (given: string, map: ColumnMap = {}): ColumnMap => {
  const [field, ...rest] = given.split('=');
  const column = rest.join('=').trim();
  const known = ImportField.safeParse(field?.trim());
  if (!known.success) throw new InvalidArgumentError(`"${field}" is none of ${ImportField.options.join(', ')}.`);
  if (column === '') throw new InvalidArgumentError('Write it as FIELD=COLUMN.');
  if (map[known.data] !== undefined) throw new InvalidArgumentError(`The column of ${known.data} is given twice.`);
  return { ...map, [known.data]: column };
};

/** Each command's code is loaded when it runs: `analyze` needs no database driver, `serve` no text analysis. */
export function program(finish: (code: ExitCode) => void): Command {
  const config = () => loadConfig(process.env);
  const root = new Command('reviewfinder')
    .description('Finds out what buyers praise and blame in camera reviews, and which reviews are copies.')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('(--help lists the commands)');

  root
    .command('serve')
    .description('run the app')
    .option('--demo', 'fill an empty database with sample reviews')
    .action(async (options: { demo?: boolean }) => {
      const { runServe } = await import('./run-serve.ts');
      await runServe({ config: config(), demo: options.demo ?? false });
    });

  root
    .command('import')
    .description('import files of reviews; prints a summary as JSON')
    .argument('<file...>', 'files; - for standard input')
    .option('--product <id>', 'product of rows that name none')
    .option('--source <name>', 'source of rows that name none')
    .addOption(
      new Option('--format <format>', 'layout of the files').choices([...ImportFormat.options]).default('auto'),
    )
    .option('--map <field=column>', `column of a field (repeatable): ${ImportField.options.join(', ')}`, addMapping)
    .addOption(new Option('--dates <order>', 'how 05/03/2024 is read').choices([...DateOrder.options]))
    .addOption(new Option('--encoding <encoding>', 'of text without a mark').choices([...TextEncoding.options]))
    .option('--dry-run', 'say what would be done, store nothing')
    .action(async (files: string[], options: ImportOptions) => {
      const { runImportFiles } = await import('./import-files.ts');
      finish(await runImportFiles({ config: config(), files, options }));
    });

  root
    .command('extract')
    .description('split a scraped page into reviews and the rest, a JSON line each')
    .argument('<file>', 'the page; - for standard input')
    .action(async (file: string) => {
      const { extractPage } = await import('./text-commands.ts');
      await extractPage(file);
    });

  root
    .command('analyze')
    .description('tag reviews: JSON lines in, JSON lines out')
    .action(async () => {
      const { analyzeLines } = await import('./text-commands.ts');
      finish(await analyzeLines(process.stdin));
    });

  root
    .command('duplicates')
    .description('find copies: JSON lines of reviews in, a cluster a line out')
    .action(async () => {
      const { findDuplicateLines } = await import('./text-commands.ts');
      finish(await findDuplicateLines(process.stdin));
    });

  const rollups = root.command('rollups').description('the aggregates behind the charts');
  for (const action of ['verify', 'rebuild'] as const) {
    rollups
      .command(action)
      .description(action === 'verify' ? 'recompute all and compare' : 'recompute all and replace')
      .action(async () => {
        const { checkRollups } = await import('./check-rollups.ts');
        finish(await checkRollups({ config: config(), action }));
      });
  }

  addLogCommands(root, finish, config);
  addAccountCommands(root, finish, config);
  addBackupCommands(root, finish, config);

  root
    .command('erase')
    .description("erase a person's data; prints what was touched as JSON")
    .option('--author <name>', 'reviews by this name')
    .option('--email <address>', 'all that has this address')
    .option('--review <id...>', 'single reviews')
    .option('--dry-run', 'count it, erase nothing')
    .action(async (options: EraseOptions) => {
      const { erase } = await import('./erase.ts');
      finish(await erase({ config: config(), options }));
    });

  root
    .command('openapi')
    .description('print the API document')
    .action(async () => {
      const { printOpenApi } = await import('./print-openapi.ts');
      await printOpenApi();
    });
  return root;
}

/** Hash as `log head` prints it. */
const HASH = /^[0-9a-f]{64}$/;

function addLogCommands(root: Command, finish: (code: ExitCode) => void, config: () => Config): void {
  const log = root.command('log').description('the log of what moderators decided');
  log
    .command('verify')
    .description('check that no row was changed, left out or cut off')
    .addOption(
      new Option('--head <hash>', 'a hash that `log head` printed before').argParser((hash: string) => {
        if (HASH.test(hash)) return hash;
        throw new InvalidArgumentError('It has 64 hexadecimal digits.');
      }),
    )
    .action(async (options: { head?: string }) => {
      const { verifyLog } = await import('./decision-log.ts');
      finish(await verifyLog({ config: config(), kept: options.head }));
    });
  log
    .command('head')
    .description('print number and hash of the last row, to be kept elsewhere')
    .action(async () => {
      const { printLogHead } = await import('./decision-log.ts');
      finish(await printLogHead({ config: config() }));
    });
}

function addBackupCommands(root: Command, finish: (code: ExitCode) => void, config: () => Config): void {
  root
    .command('backup')
    .description('write all that is stored into a folder, as it is at one moment, and check it')
    .argument('<folder>', 'is made; must not be there, or be empty')
    .action(async (folder: string) => {
      const { backUp } = await import('./backup.ts');
      finish(await backUp({ config: config(), folder }));
    });
  root
    .command('restore')
    .description('check a backup, write it into an empty database, and check that')
    .argument('<folder>', 'what `backup` wrote')
    .option('--replace', 'drop all that the database holds')
    .action(async (folder: string, options: { replace?: boolean }) => {
      const { restore } = await import('./backup.ts');
      finish(await restore({ config: config(), folder, replace: options.replace ?? false }));
    });
}

export interface ImportOptions {
  product?: string;
  source?: string;
  format: ImportFormat;
  map?: ColumnMap;
  dates?: DateOrder;
  encoding?: TextEncoding;
  dryRun?: boolean;
}

/** Runs one command line; answers the exit code: 0, 1 (failed) or 2 (bad usage or input refused). */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let code: ExitCode = OK;
  try {
    await program((result) => {
      code = result;
    }).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? OK : REFUSED;
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.message}\n`);
    for (const fault of error.errors ?? []) process.stderr.write(`  ${fault.pointer}: ${fault.detail}\n`);
    return error.status >= 400 && error.status < 500 ? REFUSED : FAILED;
  }
}
