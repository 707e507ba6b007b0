import { actAs } from '../access/actor.ts';
import { newSecret } from '../access/secrets.ts';
import { type Core, composeCore } from '../compose.ts';
import type { Config } from '../config.ts';
import { CreateKey, CreateUser, PatchUser, type Role, type Scope } from '../contract/access.ts';
import { AppError } from '../errors.ts';
import { createLog } from '../log.ts';
import { idNumber } from '../public-ids.ts';
import { writeJsonLine } from './write-line.ts';

const COMMAND_LINE = { name: 'Command line', mayReadPersonalData: false, seesPersonalData: false };

type Services = Core['services'];

async function withServices(config: Config, work: (services: Services) => Promise<void>): Promise<0> {
  const core = await composeCore({ config, log: createLog({ logLevel: 'warn' }) });
  try {
    await actAs(COMMAND_LINE, () => work(core.services));
    return 0;
  } finally {
    await core.close();
  }
}

/** @throws AppError `bad-request` (400) that names what is wrong */
function check<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T; error?: { issues: readonly Issue[] } } },
  given: unknown,
): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data as T;
  const faults = parsed.error?.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(' '));
  throw new AppError('bad-request', 400, `${faults?.join('; ')}.`);
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

async function readLine(input: AsyncIterable<Buffer | string>): Promise<string> {
  let text = '';
  for await (const chunk of input) text += chunk.toString();
  return text.replace(/\r?\n$/, '');
}

/** From stdin, or a new one that is printed once: in a command it would stand in the shell's history. */
async function choosePassword(isFromStdin: boolean): Promise<{ password: string; shown: { password?: string } }> {
  if (isFromStdin) return { password: await readLine(process.stdin), shown: {} };
  const password = newSecret().slice(0, 24);
  return { password, shown: { password } };
}

export interface PasswordOption {
  passwordStdin?: boolean;
}

/** Adds a user; prints it as JSON, with the password where that was made here. */
export const addUser = (config: Config, name: string, { role, passwordStdin }: PasswordOption & { role: Role }) =>
  withServices(config, async ({ users }) => {
    const { password, shown } = await choosePassword(passwordStdin ?? false);
    const user = await users.create(check(CreateUser, { name, role, password }));
    await writeJsonLine({ ...user, ...shown });
  });

export const listUsers = (config: Config) =>
  withServices(config, async ({ users }) => {
    for (const user of await users.list()) await writeJsonLine(user);
  });

export const removeUser = (config: Config, name: string) =>
  withServices(config, async ({ users }) => {
    const user = await users.byName(name);
    await users.remove(idNumber(user.id));
    await writeJsonLine({ removed: user.name });
  });

/** Ends the user's sessions. */
export const setPassword = (config: Config, name: string, { passwordStdin }: PasswordOption) =>
  withServices(config, async ({ users }) => {
    const { id } = await users.byName(name);
    const { password, shown } = await choosePassword(passwordStdin ?? false);
    const user = await users.patch(idNumber(id), check(PatchUser, { password }));
    await writeJsonLine({ ...user, ...shown });
  });

/** Ends the user's sessions. */
export const setRole = (config: Config, name: string, role: string) =>
  withServices(config, async ({ users }) => {
    const { id } = await users.byName(name);
    await writeJsonLine(await users.patch(idNumber(id), check(PatchUser, { role })));
  });

/** Makes an API key and prints it this once. */
export const addKey = (config: Config, name: string, { scope, days }: { scope: Scope[]; days?: number }) =>
  withServices(config, async ({ keys }) => {
    await writeJsonLine(await keys.create(check(CreateKey, { name, scopes: scope, expiresInDays: days ?? null })));
  });

export const listKeys = (config: Config) =>
  withServices(config, async ({ keys }) => {
    for (const key of await keys.list()) await writeJsonLine(key);
  });

/** @param id as `keys list` prints it */
export const revokeKey = (config: Config, id: string) =>
  withServices(config, async ({ keys }) => {
    if (!/^K-[1-9][0-9]{0,14}$/.test(id)) throw new AppError('bad-request', 400, `"${id}" is no id such as K-1.`);
    await keys.revoke(idNumber(id));
    await writeJsonLine({ revoked: id });
  });
