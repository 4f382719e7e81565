/** Counts what Jest reports, without letting anything count as passed that did not run. */

/**
 * @typedef {object} Report the part of Jest's --json output that matters here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numTotalTests
 * @property {{ name: string, status: string, message?: string, assertionResults: { fullName: string, status: string }[] }[]} testResults
 */

/** @typedef {{ passed: number, failed: number, reasons: string[] }} Count */

/**
 * @param {Report | undefined} report undefined when Jest wrote none
 * @param {number} exitCode of Jest
 * @returns {Count} reasons: why something counts as failed that Jest itself does not list as a failed test
 */
export function countResults(report, exitCode) {
  if (!report)
    return { passed: 0, failed: 1, reasons: [`Jest ended with code ${exitCode} and without results`] };
  const reasons = [];
  let failed = report.numFailedTests;
  for (const suite of report.testResults) {
    for (const { fullName, status } of suite.assertionResults) {
      if (status === 'passed' || status === 'failed') continue;
      reasons.push(`${status}: ${fullName}`);
      failed += 1;
    }
    if (suite.status === 'failed' && !suite.assertionResults.some(({ status }) => status === 'failed')) {
      reasons.push(`test file did not run through: ${suite.name}`);
      failed += 1;
    }
  }
  if (report.numTotalTests === 0 && failed === 0) {
    reasons.push('no tests were found');
    failed += 1;
  }
  if (exitCode !== 0 && failed === 0) {
    reasons.push(`Jest ended with code ${exitCode} although every test passed`);
    failed += 1;
  }
  return { passed: report.numPassedTests, failed, reasons };
}
