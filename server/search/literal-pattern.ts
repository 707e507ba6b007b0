/** Signs that mean something in a pattern. */
const SPECIAL = /[.*+?^${}()|[\]\\/]/g;

/**
 * A pattern that finds a text as it is, whatever signs it holds; it cannot blow up, since nothing in it repeats. Valid
 * for PCRE and for JavaScript. A pattern that is stored as BSON may not hold NUL itself.
 */
export const literalPattern = (text: string): string => text.replace(SPECIAL, '\\$&').replaceAll('\0', '\\x00');
