import { nameOf, nameProduct } from './figures.ts';

/** How the server tells of two products or two sources, each by its id. */
const TWO = /\b(Of two products|From two sources), “(.+?)” and “(.+?)”\./g;

/** Why two reviews were taken for copies, with products and sources called as everywhere else on screen. */
export const nameInReason = (text: string): string =>
  text.replace(TWO, (_, what: string, one: string, other: string) => {
    const name = what === 'Of two products' ? nameProduct : nameOf;
    return `${what}, “${name(one)}” and “${name(other)}”.`;
  });
