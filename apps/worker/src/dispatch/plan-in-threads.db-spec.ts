import type { PlanningTask, SearchResult } from '@banso/dispatch';
import { ratesOfTiers, totalOf } from '@banso/planning';
import { describe, expect, it } from '@jest/globals';
import { generate } from '../../../../libs/planning/bench/generate.js';
import { PROOF_GRACE_MS, planInThreads } from './plan-in-threads.js';

/** More steps than anybody waits for. */
const ENDLESS = 5_000_000;
/** For all that is not the proof: half a second until the wish is heard, then the last plan; tests share processors. */
const ELSE_MS = 3_000;

/** Two per second: time for the proof to be in the middle of its work. */
const REPORTS_BEFORE_STOP = 8;

const taskOf = (requests: number, seed: number, iterations: number): PlanningTask => ({
  planningRunId: '00000000-0000-4000-8000-000000000001',
  prefectureId: '34',
  problem: generate({ requests, specialists: Math.ceil(requests / 10), days: 42, seed }),
  seed: 1,
  byHand: false,
  iterations,
  starts: 2,
  stopAtIterations: null,
});

function planned(task: PlanningTask, report: () => 'GO_ON' | 'STOP'): Promise<SearchResult | null> {
  return planInThreads({
    task,
    signal: new AbortController().signal,
    minutes: 5,
    report: (progress) => Promise.resolve(progress ? report() : 'GO_ON'),
  });
}

/** Needs the build, as a thread runs compiled code; no database. */
describe('planning in threads', () => {
  it.each([1, 2, 3])(
    'proves nothing above the plan, seed %i',
    async (seed) => {
      const result = await planned(taskOf(12, seed, 20_000), () => 'GO_ON');
      if (!result?.bound) throw new Error('no plan, or no bound');
      const { tiers } = result.score;
      const least = result.bound.map((points) => points ?? 0);
      const rates = ratesOfTiers(tiers.length);
      expect(least).toHaveLength(tiers.length);
      expect(least[0]).toBeLessThanOrEqual(tiers[0] ?? -1);
      expect(totalOf(least, rates)).toBeGreaterThan(0);
      expect(totalOf(least, rates)).toBeLessThanOrEqual(totalOf(tiers, rates));
    },
    60_000,
  );

  it('is there soon after it was told to stop, whatever the proof is about', async () => {
    let reports = 0;
    let stoppedAt: number | null = null;
    const result = await planned(taskOf(150, 4, ENDLESS), () => {
      reports += 1;
      if (reports < REPORTS_BEFORE_STOP) return 'GO_ON';
      stoppedAt ??= performance.now();
      return 'STOP';
    });
    const waited = performance.now() - (stoppedAt ?? 0);
    expect(result?.stoppedAtIterations).toBeGreaterThan(0);
    expect(result?.assignments.length).toBeGreaterThan(0);
    expect(result?.bound).not.toBeNull();
    expect(waited).toBeLessThan(PROOF_GRACE_MS + ELSE_MS);
  }, 60_000);
});
