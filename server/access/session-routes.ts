import { ChangePassword, SessionView, SetUp, SignIn } from '../contract/access.ts';
import { type Operation, operation } from '../http/operation.ts';
import { addressOf, type RateLimits } from '../http/rate-limits.ts';
import { beginSession, endSession } from '../http/session-cookies.ts';
import { foldName } from './fold-name.ts';
import type { SetUpService } from './set-up-service.ts';
import type { SignInService } from './sign-in-service.ts';

export interface SessionServices {
  signIns: SignInService;
  setUps: SetUpService;
  limits: RateLimits;
}

const tag = 'Session';
const answers = { 200: { description: 'Who you are now, and what you may do.', schema: SessionView } };

const setUpOperation = ({ signIns, setUps, limits }: SessionServices) =>
  operation({
    ...{ id: 'setUp', access: 'public', method: 'post', path: '/setup', tag, summary: 'Make the first admin' },
    description: 'By the token of the set-up link that the app prints when it starts without any user. Signs in.',
    body: SetUp,
    answers,
    problems: [403, 409, 429],
    handle: async ({ body, req, res }) => {
      await limits.takeSignIn(res, { account: 'set-up', address: addressOf(req.ip) });
      const { _id, epoch } = await setUps.makeAdmin(body);
      const user = { id: _id, epoch };
      await beginSession(req, user);
      return { status: 200, body: await signIns.view(user) };
    },
  });

/** The paths under `/session`, and `/setup`. */
export const sessionOperations = (services: SessionServices): Operation[] => [
  operation({
    ...{ id: 'getSession', access: 'public', method: 'get', path: '/session', tag, summary: 'Who you are' },
    answers,
    handle: async ({ req }) => ({ status: 200, body: await services.signIns.view(req.session?.user) }),
  }),
  operation({
    ...{ id: 'signIn', access: 'public', method: 'post', path: '/session', tag, summary: 'Sign in' },
    description:
      'Sets the cookie of a session. The same answer for a name that is unknown and a password that is wrong; after five tries a minute of one account, or twenty of one address, 429.',
    body: SignIn,
    answers,
    problems: [401, 403, 429],
    handle: async ({ body, req, res }) => {
      const tried = { account: foldName(body.name), address: addressOf(req.ip) };
      await services.limits.takeSignIn(res, tried);
      const user = await services.signIns.signIn(body);
      await services.limits.clearSignIn(tried);
      await beginSession(req, user);
      return { status: 200, body: await services.signIns.view(user) };
    },
  }),
  operation({
    ...{ id: 'signOut', access: 'public', method: 'delete', path: '/session', tag, summary: 'Sign out' },
    answers: { 204: { description: 'The session has ended.' } },
    problems: [403],
    handle: async ({ req, res }) => {
      const user = req.session?.user;
      if (user) await services.signIns.noteSignOut(user);
      if (req.session) await endSession(req, res);
      return { status: 204, body: undefined };
    },
  }),
  operation({
    ...{ id: 'changePassword', access: 'own', method: 'post', path: '/session/password', tag },
    summary: 'Change your password',
    description: 'Ends all your sessions; this one goes on under a new id.',
    body: ChangePassword,
    answers,
    problems: [409, 429],
    handle: async ({ body, req, res }) => {
      const session = req.session?.user;
      await services.limits.takeSignIn(res, { account: `own ${session?.id}`, address: addressOf(req.ip) });
      const user = await services.signIns.changePassword(session, body);
      await beginSession(req, user);
      return { status: 200, body: await services.signIns.view(user) };
    },
  }),
  setUpOperation(services),
];
