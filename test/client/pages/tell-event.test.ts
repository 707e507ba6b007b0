import { expect, it } from 'vitest';
import { tellEvent } from '../../../client/pages/reviews/tell-event.ts';

const labelOf = (feature: string) => ({ night_vision: 'Night vision', app: 'App' })[feature] ?? feature;

it.each([
  ['tags-corrected', 'night_vision: negative, app: not mentioned', 'Night vision: negative, App: not mentioned'],
  ['correction-taken-back', 'night_vision', 'Night vision'],
  ['status-changed', 'published → removed: app', 'published → removed: app'],
  ['tags-checked', null, null],
])('%s %s reads %s', (event, detail, wanted) => expect(tellEvent({ event, detail }, labelOf)).toBe(wanted));
