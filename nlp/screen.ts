/** What can be held against a review by its words alone. Pure; never throws; the time grows with the length. */
export { findAdvertising, findLinks } from './screening/find-advertising.ts';
export { findRudeWords, type RudeWord } from './screening/find-rude-words.ts';
export { tellUnreadable } from './screening/tell-unreadable.ts';
