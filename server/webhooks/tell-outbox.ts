import type { ClusterStore } from '../duplicates/cluster-store.ts';
import type { DecisionStore } from '../duplicates/decision-store.ts';
import type { ChangeReviews } from '../reviews/change-reviews.ts';
import type { Outbox } from './outbox.ts';

/** Tells of the reviews that come in, however they do: every stored review goes through `changeReviews`. */
export const tellOfReviews =
  (changeReviews: ChangeReviews, outbox: Outbox): ChangeReviews =>
  async (changes, session) => {
    await changeReviews(changes, session);
    const created = changes.filter(({ before }) => before === null).map(({ after }) => after);
    await outbox.reviewsCreated(created, session);
  };

/** Tells of the pairs that are stored, save those that a decision has cleared. */
export const tellOfPairs =
  (addPairs: ClusterStore['addPairs'], outbox: Outbox): ClusterStore['addPairs'] =>
  async (pairs, session) => {
    await addPairs(pairs, session);
    const standing = pairs.filter(({ dismissedBy }) => dismissedBy === null);
    await outbox.pairsFound(standing, session);
  };

/** Tells of decisions and of their undoing. */
export const tellOfDecisions = (decisions: DecisionStore, outbox: Outbox): DecisionStore => ({
  ...decisions,
  async add(decision, session) {
    await decisions.add(decision, session);
    await outbox.decided('decision.made', decision._id, session);
  },
  async markUndone(id, by, session) {
    await decisions.markUndone(id, by, session);
    await outbox.decided('decision.undone', id, session);
  },
});
