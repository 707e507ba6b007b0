/** A standing decision, as far as it says that reviews are no duplicates of one another: those it kept. */
export interface Clearance {
  decision: number;
  /** Review → hash of the folded text that it was decided on. */
  kept: ReadonlyMap<number, string>;
}

interface Text {
  _id: number;
  exact: string;
}

/**
 * The decision that has cleared two reviews of being copies. It was made on their texts: a review that says something
 * else now has not been decided on.
 */
export const clearanceOf = (x: Text, y: Text, clearances: readonly Clearance[]): number | undefined =>
  clearances.find(({ kept }) => kept.get(x._id) === x.exact && kept.get(y._id) === y.exact)?.decision;

/**
 * Members that a decision has cleared against the survivor: they go on counting when a new copy opens the question
 * again, whether or not the two were ever compared.
 */
export function clearedAgainst(survivor: Text, members: Iterable<Text>, clearances: readonly Clearance[]): Set<number> {
  const own = clearances.filter(({ kept }) => kept.get(survivor._id) === survivor.exact);
  const cleared = new Set<number>();
  if (own.length === 0) return cleared;
  for (const member of members) {
    if (member._id !== survivor._id && clearanceOf(survivor, member, own) !== undefined) cleared.add(member._id);
  }
  return cleared;
}
