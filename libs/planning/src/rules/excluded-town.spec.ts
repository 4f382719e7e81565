import { describe, expect, it } from '@jest/globals';
import { problem, request, ruleIds, specialist, visit } from '../../testing/given.js';
import { judgements } from '../../testing/judgements.js';
import { check } from '../check.js';
import { say } from '../say.js';
import { solve } from '../solve.js';
import { iterations } from '../stop.js';
import { excludedTown } from './excluded-town.js';

describe('excluded-town', () => {
  const given = problem({
    specialists: [specialist({ excludedTowns: ['near'] }), specialist({ id: 'mori', base: 'far' })],
    requests: [request(), request({ id: 'cloud', town: 'far', minutes: 60 })],
  });
  const elsewhere = visit({ requestId: 'cloud', end: visit().start + 60 });

  it('fires for a town from which the specialist is kept away', () => {
    const found = check(given, [visit()]);
    expect(ruleIds(found)).toEqual(['excluded-town']);
    expect(found[0] && say(found[0], (id) => id, 'en')).toContain('sato is not sent to near');
    expect(judgements(excludedTown, given, visit())).toEqual({ ofCandidate: 1, ofVisit: 1 });
  });

  it('does not fire for other towns and other specialists', () => {
    expect(judgements(excludedTown, given, elsewhere)).toEqual({ ofCandidate: 0, ofVisit: 0 });
    const sent = visit({ specialistId: 'mori' });
    expect(judgements(excludedTown, given, sent)).toEqual({ ofCandidate: 0, ofVisit: 0 });
  });

  it('is kept by the search, which reads it by itself', () => {
    const plan = solve(given, { seed: 1, stop: iterations(50) });
    expect(plan.unplaced).toEqual([]);
    expect(ruleIds(check(given, plan.assignments))).toEqual([]);
    const near = plan.assignments.find(({ requestId }) => requestId === 'desk');
    expect(near?.specialistId).toBe('mori');
  });
});
