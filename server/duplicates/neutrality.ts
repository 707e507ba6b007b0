import type { DecisionReason } from '../contract/duplicates.ts';
import type { Neutrality, NeutralityTest } from '../contract/moderation.ts';
import type { DecidedStars } from './neutrality-store.ts';
import { holm, isTelling, removalTest, type Stratum } from './removal-tests.ts';

/** Ratings from 1 to this are low. */
const LOW = 2;
const SIGNIFICANT = 0.05;

/** How the warnings come about, for whoever reads them. */
export const METHOD =
  'Low is one or two stars; reviews without stars are left out of the tests. For each moderator, and each of their ' +
  'reasons, two questions are tested. Members: of the reviews in a cluster that lost some, were low ones removed more ' +
  'often? Clusters: of the clusters decided on, did those whose reviews are mostly low lose reviews more often? Each ' +
  'by an exact one-sided test (Fisher; over several clusters the exact test of a common odds ratio, so that many ' +
  'copies of one text do not count as many cases), corrected for the number of tests after Holm. A warning stands ' +
  'where chance would lead to as much in fewer than one of twenty such reports. It is a reason to look, no proof.';

type Found = Omit<NeutralityTest, 'pAdjusted' | 'warns' | 'finding'>;

/** As the stars are shown: rounded. */
const isLow = (rating: number) => Math.round(rating) <= LOW;

const ratedOf = ({ members }: DecidedStars) =>
  members.flatMap(({ rating, removed }) => (rating === null ? [] : [{ isLow: isLow(rating), removed }]));

/** One cluster: who of its members is low, and who was removed. */
function membersStratum(decided: DecidedStars): Stratum {
  const rated = ratedOf(decided);
  return {
    size: rated.length,
    low: rated.filter((member) => member.isLow).length,
    removed: rated.filter(({ removed }) => removed).length,
    lowRemoved: rated.filter((member) => member.isLow && member.removed).length,
  };
}

/** All clusters of a moderator: which are mostly low, and which lost reviews, for the reason asked about. */
function clustersStratum(decided: readonly DecidedStars[], reason: string | null): Stratum {
  const clusters = decided
    .map((one) => ({ one, rated: ratedOf(one) }))
    .filter(({ rated }) => rated.length > 0)
    .map(({ one, rated }) => ({
      isLow: rated.filter((member) => member.isLow).length * 2 > rated.length,
      removed: one.action === 'remove' && (reason === null || one.reason === reason),
    }));
  return {
    size: clusters.length,
    low: clusters.filter((cluster) => cluster.isLow).length,
    removed: clusters.filter(({ removed }) => removed).length,
    lowRemoved: clusters.filter((cluster) => cluster.isLow && cluster.removed).length,
  };
}

function testOf(about: Pick<Found, 'moderator' | 'reason' | 'unit'>, strata: readonly Stratum[]): Found[] {
  const telling = strata.filter(isTelling);
  if (telling.length === 0) return [];
  const total = (of: (stratum: Stratum) => number) => telling.reduce((sum, stratum) => sum + of(stratum), 0);
  const low = { removed: total(({ lowRemoved }) => lowRemoved), of: total((stratum) => stratum.low) };
  const all = { removed: total(({ removed }) => removed), of: total(({ size }) => size) };
  const other = { removed: all.removed - low.removed, of: all.of - low.of };
  return [{ ...about, low, other, ...removalTest(telling) }];
}

function testsOf(moderator: string, decided: readonly DecidedStars[]): Found[] {
  const reasons = [...new Set(decided.map(({ reason }) => reason).filter((reason) => reason !== null))].sort();
  return [null, ...reasons].flatMap((reason) => {
    const about = { moderator, reason: reason as DecisionReason | null };
    const removing = decided.filter((one) => one.action === 'remove' && (reason === null || one.reason === reason));
    return [
      ...testOf({ ...about, unit: 'members' }, removing.map(membersStratum)),
      ...testOf({ ...about, unit: 'clusters' }, [clustersStratum(decided, reason)]),
    ];
  });
}

const tellP = (p: number) => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`);

const tellFinding = ({ moderator, reason, unit, low, expected }: Found, p: number): string => {
  const what = unit === 'members' ? 'low-rated reviews' : 'clusters of mostly low-rated reviews';
  const why = reason === null ? '' : ` for ${reason}`;
  return `${moderator} removed ${unit === 'members' ? '' : 'from '}${low.removed} of ${low.of} ${what}${why}; chance would lead to ${expected.toFixed(1)} (${tellP(p)} after correction).`;
};

/** Tests whether low ratings are removed more often than chance allows; see `METHOD`. The smallest p first. */
export function testNeutrality(decided: readonly DecidedStars[]): Pick<Neutrality, 'tests' | 'warnings'> {
  const moderators = [...new Set(decided.map(({ actor }) => actor))].sort();
  const found = moderators.flatMap((moderator) =>
    testsOf(
      moderator,
      decided.filter(({ actor }) => actor === moderator),
    ),
  );
  const corrected = holm(found.map(({ p }) => p));
  const tests = found
    .map((test, index) => {
      const pAdjusted = corrected[index] as number;
      return { ...test, pAdjusted, warns: pAdjusted < SIGNIFICANT, finding: tellFinding(test, pAdjusted) };
    })
    .sort((x, y) => x.p - y.p);
  return { tests, warnings: tests.filter(({ warns }) => warns) };
}
