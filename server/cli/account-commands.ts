import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Config } from '../config.ts';
import { Role, Scope } from '../contract/access.ts';
import type { PasswordOption } from './accounts.ts';

const FROM_STDIN = 'read the password from standard input; else one is made and printed';

const days = (given: string): number => {
  if (/^[1-9][0-9]{0,3}$/.test(given)) return Number(given);
  throw new InvalidArgumentError('It is a whole number of days.');
};

const roleOption = () => new Option('--role <role>', 'what the user may do').choices([...Role.options]);

/** Each scope once, however often it is named. */
const addScope = (given: string, scopes: Scope[] = []): Scope[] => {
  const scope = Scope.safeParse(given);
  if (!scope.success) throw new InvalidArgumentError(`It is one of ${Scope.options.join(', ')}.`);
  return [...scopes, scope.data];
};

/** `users` and `keys`: who may come in. */
export function addAccountCommands(root: Command, finish: (code: 0) => void, config: () => Config): void {
  const users = root.command('users').description('who may sign in; the first has to be an admin');
  users
    .command('add')
    .argument('<name>')
    .addOption(roleOption().makeOptionMandatory())
    .option('--password-stdin', FROM_STDIN)
    .action(async (name: string, options: PasswordOption & { role: Role }) =>
      finish(await (await import('./accounts.ts')).addUser(config(), name, options)),
    );
  users.command('list').action(async () => finish(await (await import('./accounts.ts')).listUsers(config())));
  users
    .command('remove')
    .argument('<name>')
    .action(async (name: string) => finish(await (await import('./accounts.ts')).removeUser(config(), name)));
  users
    .command('set-password')
    .argument('<name>')
    .option('--password-stdin', FROM_STDIN)
    .action(async (name: string, options: PasswordOption) =>
      finish(await (await import('./accounts.ts')).setPassword(config(), name, options)),
    );
  users
    .command('set-role')
    .argument('<name>')
    .argument('<role>', Role.options.join(', '))
    .action(async (name: string, role: string) =>
      finish(await (await import('./accounts.ts')).setRole(config(), name, role)),
    );

  const keys = root.command('keys').description('API keys of programs');
  keys
    .command('add')
    .argument('<name>', 'what the key is for')
    .addOption(
      new Option('--scope <scope>', `what it may do (repeatable): ${Scope.options.join(', ')}`)
        .argParser(addScope)
        .makeOptionMandatory(),
    )
    .option('--days <days>', 'until it expires; without it never', days)
    .action(async (name: string, options: { scope: Scope[]; days?: number }) =>
      finish(await (await import('./accounts.ts')).addKey(config(), name, options)),
    );
  keys.command('list').action(async () => finish(await (await import('./accounts.ts')).listKeys(config())));
  keys
    .command('revoke')
    .argument('<id>', 'such as K-1')
    .action(async (id: string) => finish(await (await import('./accounts.ts')).revokeKey(config(), id)));
}
