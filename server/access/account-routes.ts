import { z } from 'zod';
import {
  CreatedKey,
  CreateKey,
  CreateUser,
  KeyId,
  KeyList,
  PatchUser,
  UserId,
  UserList,
  UserView,
} from '../contract/access.ts';
import { type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { KeyService } from './key-service.ts';
import type { SignInService } from './sign-in-service.ts';
import type { UserService } from './user-service.ts';

export interface AccountServices {
  users: UserService;
  keys: KeyService;
  signIns: SignInService;
}

const userPaths = ({ users, signIns }: AccountServices): Operation[] => {
  const tag = 'Users';
  const One = z.strictObject({ id: UserId });
  return [
    operation({
      ...{ id: 'listUsers', access: 'admin', method: 'get', path: '/users', tag, summary: 'Who may sign in' },
      answers: { 200: { description: 'The users, by name.', schema: UserList } },
      handle: async () => ({ status: 200, body: { items: await users.list() } }),
    }),
    operation({
      ...{ id: 'createUser', access: 'admin', method: 'post', path: '/users', tag, summary: 'Add a user' },
      body: CreateUser,
      answers: { 201: { description: 'The user.', schema: UserView } },
      problems: [409],
      handle: async ({ body }) => {
        await signIns.requireSignIn();
        return { status: 201, body: await users.create(body) };
      },
    }),
    operation({
      ...{ id: 'patchUser', access: 'admin', method: 'patch', path: '/users/{id}', tag },
      summary: 'Give a user another role or password',
      description: 'Ends the sessions of the user. 409 `last-admin` for the only admin.',
      params: One,
      body: PatchUser,
      answers: { 200: { description: 'The user as it is now.', schema: UserView } },
      problems: [409],
      handle: async ({ params, body }) => ({ status: 200, body: await users.patch(idNumber(params.id), body) }),
    }),
    operation({
      ...{ id: 'deleteUser', access: 'admin', method: 'delete', path: '/users/{id}', tag, summary: 'Remove a user' },
      description:
        'Ends the sessions of the user. What the user has decided stays. 409 `last-admin` for the only admin.',
      params: One,
      answers: { 204: { description: 'The user cannot sign in any more.' } },
      problems: [409],
      handle: async ({ params }) => {
        await users.remove(idNumber(params.id));
        return { status: 204, body: undefined };
      },
    }),
  ];
};

const keyPaths = ({ keys, signIns }: AccountServices): Operation[] => {
  const tag = 'API keys';
  const One = z.strictObject({ id: KeyId });
  return [
    operation({
      ...{ id: 'listKeys', access: 'admin', method: 'get', path: '/keys', tag, summary: 'API keys, without the keys' },
      answers: { 200: { description: 'The keys, the newest first; expired ones too.', schema: KeyList } },
      handle: async () => ({ status: 200, body: { items: await keys.list() } }),
    }),
    operation({
      ...{ id: 'createKey', access: 'admin', method: 'post', path: '/keys', tag, summary: 'Make an API key' },
      description:
        'For a program, which sends it as `Authorization: Bearer KEY`. The key has 256 random bits and is shown only here; what is stored is its SHA-256.',
      body: CreateKey,
      answers: { 201: { description: 'The key.', schema: CreatedKey } },
      problems: [409],
      handle: async ({ body }) => {
        await signIns.requireSignIn();
        return { status: 201, body: await keys.create(body) };
      },
    }),
    operation({
      ...{ id: 'deleteKey', access: 'admin', method: 'delete', path: '/keys/{id}', tag, summary: 'Revoke an API key' },
      params: One,
      answers: { 204: { description: 'The next request with the key is refused.' } },
      handle: async ({ params }) => {
        await keys.revoke(idNumber(params.id));
        return { status: 204, body: undefined };
      },
    }),
  ];
};

/** The paths under `/users` and `/keys`. */
export const accountOperations = (services: AccountServices): Operation[] => [
  ...userPaths(services),
  ...keyPaths(services),
];
