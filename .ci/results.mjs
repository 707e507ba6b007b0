// What vitest's JSON reports say: the files with a failed test, or the count of all of them together.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

const [command, ...rest] = process.argv.slice(2);
if (command === 'failed') process.stdout.write(failedFiles(rest[0]).join('\n'));
if (command === 'count') count(Number(rest[0]), rest.slice(1));

/** @param {string} report path of a JSON report @returns {object[]} vitest's result of each file; none without a report */
function fileResults(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
}

function failedFiles(report) {
  return fileResults(report)
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => relative('.', name));
}

function failedNames({ name, assertionResults, message }) {
  const tests = assertionResults.filter(({ status }) => status === 'failed');
  const titles = tests.length > 0 ? tests.map(({ fullName }) => fullName) : [message || 'could not be run'];
  return titles.map((title) => `${relative('.', name)}: ${title}`);
}

/**
 * Prints every failed test by its name, and as the last line "N passed, M failed". A file that was run again counts as
 * it was the second time.
 *
 * @param {number} failedSteps how many of the other steps failed
 * @param {string[]} reports of each run the paths "first,again"; that of the second is there only if it was needed
 */
function count(failedSteps, reports) {
  let isWhole = true;
  const final = [];
  for (const [first, again] of reports.map((pair) => pair.split(','))) {
    const results = new Map(fileResults(first).map((result) => [result.name, result]));
    if (results.size === 0) isWhole = false;
    for (const result of fileResults(again)) {
      const before = results.get(result.name);
      const mended = before?.status === 'failed' && result.status === 'passed' ? failedNames(before) : [];
      for (const title of mended) console.log(`PASSED ONLY WHEN RUN AGAIN: ${title}`);
      results.set(result.name, result);
    }
    final.push(...results.values());
  }
  const tests = final.flatMap(({ assertionResults }) => assertionResults);
  const total = (status) => tests.filter((test) => test.status === status).length;
  const failures = final.filter(({ status }) => status === 'failed').flatMap(failedNames);
  for (const failure of failures) console.log(`FAILED: ${failure}`);
  if (!isWhole) console.log('FAILED: not all tests ran');
  console.log(`${total('passed')} passed, ${failures.length} failed`);
  process.exitCode = failures.length > 0 || !isWhole || failedSteps > 0 ? 1 : 0;
}
