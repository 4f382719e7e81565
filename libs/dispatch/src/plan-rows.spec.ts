import { describe, expect, it } from '@jest/globals';
import { at, fixedVisit, problem, request, specialist, visit } from '../../planning/testing/given.js';
import { wholePlan } from './plan-rows.js';

const period = { from: '2026-12-01', to: '2026-12-07' };
const given = problem({ requests: [request(), request({ id: 'other', town: 'far' })] });
const minutesOf = (of: typeof given, ...assignments: Parameters<typeof visit>[0][]): number =>
  wholePlan(period, of, { assignments: assignments.map(visit), held: [] }).travelMinutes;

describe('the travel of a plan', () => {
  it('counts the way between two visits of a day once', () => {
    const morning = { start: at(0, 10) };
    const afternoon = { requestId: 'other', start: at(0, 14) };
    expect(minutesOf(given, afternoon, morning)).toBe(40 + 90 + 70);
  });

  it('sends everybody home every day', () => {
    expect(minutesOf(given, { start: at(0, 10) }, { visitNo: 2, start: at(1, 10) })).toBe(4 * 40);
    expect(minutesOf(given)).toBe(0);
  });

  it('counts the way to and from a night, also on a day without a visit', () => {
    const away = { ...given, specialists: [specialist({ nights: 1 })] };
    const plan = { requestId: 'other', start: at(1, 9), nightBefore: true };
    expect(minutesOf(away, plan)).toBe(70 + 70);
    const [row] = wholePlan(period, away, { assignments: [visit(plan)], held: [] }).visits;
    expect(row).toMatchObject({ travelBeforeMinutes: 0, travelAfterMinutes: 70, nightBefore: true });
  });

  it('leaves out what fixed visits take by themselves', () => {
    const fixed = [fixedVisit({ start: at(0, 14), place: 'near', mode: 'ON_SITE' })];
    expect(minutesOf({ ...given, fixed }, { start: at(0, 10) })).toBe(0);
    expect(minutesOf({ ...given, fixed })).toBe(0);
  });
});
