/** Addresses as they are typed: apart by commas, semicolons or white space. */
export const readAddresses = (typed: string): string[] => typed.split(/[\s,;]+/).filter((entry) => entry !== '');
