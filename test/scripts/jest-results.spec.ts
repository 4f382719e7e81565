import { describe, expect, it } from '@jest/globals';
import { countResults, type Report } from '../../scripts/lib/jest-results.mjs';

function report(statuses: readonly string[], suite: Partial<Report['testResults'][number]> = {}): Report {
  const assertionResults = statuses.map((status, i) => ({ fullName: `test ${i}`, status }));
  const count = (status: string) => statuses.filter((one) => one === status).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numTotalTests: statuses.length,
    testResults: [{ name: 'a.spec.ts', status: 'passed', assertionResults, ...suite }],
  };
}

describe('counting what Jest reports', () => {
  it('takes passed and failed tests as they are', () => {
    expect(countResults(report(['passed', 'passed']), 0)).toEqual({ passed: 2, failed: 0, reasons: [] });
    expect(countResults(report(['passed', 'failed'], { status: 'failed' }), 1)).toEqual({
      passed: 1,
      failed: 1,
      reasons: [],
    });
  });

  it('counts skipped and todo tests as failed, by name', () => {
    expect(countResults(report(['passed', 'pending', 'todo']), 0)).toEqual({
      passed: 1,
      failed: 2,
      reasons: ['pending: test 1', 'todo: test 2'],
    });
  });

  it('counts a test file that could not be loaded', () => {
    const { failed, reasons } = countResults(report([], { status: 'failed' }), 1);
    expect(failed).toBe(1);
    expect(reasons).toEqual(['test file did not run through: a.spec.ts']);
  });

  it('does not let a file that broke off hide behind its passed tests', () => {
    expect(countResults(report(['passed'], { status: 'failed' }), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('fails when nothing ran, when there is no report, and when Jest ended badly all the same', () => {
    expect(countResults(report([]), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countResults(undefined, 137)).toMatchObject({ passed: 0, failed: 1 });
    expect(countResults(report(['passed']), 1)).toMatchObject({ passed: 1, failed: 1 });
  });
});
