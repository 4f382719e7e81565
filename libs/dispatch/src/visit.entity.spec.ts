import { ALL_HUB_WORK, type HubStaff, type SpecialistUser } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import { PlanPublication } from './plan-publication.entity.js';
import { Visit } from './visit.entity.js';
import { visitActionsOf } from './visit-actions.js';

const at = new Date('2026-12-01T00:00:00Z');
const staff: HubStaff = {
  role: 'HUB_STAFF',
  duties: ALL_HUB_WORK,
  accountId: 'a',
  prefectureId: '34',
  name: '県',
};
const specialist: SpecialistUser = {
  role: 'SPECIALIST',
  accountId: 'b',
  prefectureId: '34',
  specialistId: 's',
  name: '専門',
};
const publication = PlanPublication.of(
  staff,
  1,
  { cause: 'PLAN', runId: 'run', visits: 1, moved: 0, cancelled: 0 },
  at,
);
const placed = {
  supportRequestId: 'r',
  visitNo: 1,
  specialistId: 's',
  municipalityId: '342025',
  mode: 'ON_SITE' as const,
  startsAt: new Date('2026-12-08T01:00:00Z'),
  endsAt: new Date('2026-12-08T03:00:00Z'),
  nightBefore: false,
  nightAfter: false,
  travelBeforeMinutes: 30,
  travelAfterMinutes: 30,
};
const published = (): Visit => Visit.publish(publication, placed, false, { actor: staff, at });
const change = { actor: specialist, at };

describe('a visit', () => {
  it('goes from published to confirmed to done, each step with its line', () => {
    const visit = published();
    visit.accept(change);
    visit.complete({ actor: specialist, at: placed.endsAt });
    expect(visit.newEvents.map(({ fromStatus, toStatus }) => [fromStatus, toStatus])).toEqual([
      [null, 'PUBLISHED'],
      ['PUBLISHED', 'CONFIRMED'],
      ['CONFIRMED', 'DONE'],
    ]);
  });

  it('is reported, sent back, reported again, confirmed by the town and settled', () => {
    const visit = published();
    visit.complete({ actor: specialist, at: placed.endsAt });
    visit.report(change);
    visit.returnReport({ ...change, reason: '参加者が足りません' });
    expect(() => visit.receive(change)).toThrow('visit.not-in-state');
    visit.report(change);
    visit.receive(change);
    expect(() => visit.returnReport(change)).toThrow('visit.not-in-state');
    visit.settle(change);
    expect(visit.newEvents.map(({ toStatus }) => toStatus).slice(1)).toEqual([
      'DONE',
      'REPORTED',
      'DONE',
      'REPORTED',
      'RECEIVED',
      'SETTLED',
    ]);
    expect(() => visit.cancel('HUB', change)).toThrow('visit.not-in-state');
    expect(() => visit.complete(change)).toThrow('visit.not-in-state');
  });

  it('that took place without an answer is done all the same', () => {
    const visit = published();
    visit.complete({ actor: staff, at: placed.endsAt });
    expect(visit.status).toBe('DONE');
  });

  it('is not done before its end', () => {
    const before = { actor: specialist, at: new Date(placed.endsAt.getTime() - 1) };
    expect(() => published().complete(before)).toThrow('visit.not-over');
  });

  it.each([
    ['done', (visit: Visit) => visit.complete({ actor: staff, at: placed.endsAt })],
    ['cancelled', (visit: Visit) => visit.cancel('HUB', change)],
  ])('that is %s stays so', (_, end) => {
    const visit = published();
    end(visit);
    const steps = [
      () => visit.accept(change),
      () => visit.complete({ actor: staff, at: placed.endsAt }),
      () => visit.cancel('TOWN', change),
      () => visit.pin(true),
    ];
    for (const step of steps) expect(step).toThrow('visit.not-in-state');
  });

  it('says what each may do with it now', () => {
    const visit = published();
    expect(visitActionsOf(staff, visit, at)).toEqual(['CANCEL', 'PIN']);
    expect(visitActionsOf(specialist, visit, at)).toEqual(['ACCEPT', 'DECLINE', 'PROPOSE']);
    expect(visitActionsOf({ ...specialist, specialistId: 'other' }, visit, at)).toEqual([]);
    expect(visitActionsOf({ ...staff, prefectureId: '38' }, visit, at)).toEqual([]);
    visit.accept(change);
    expect(visitActionsOf(specialist, visit, placed.endsAt)).toEqual(['COMPLETE']);
    visit.cancel('HUB', change);
    expect(visitActionsOf(staff, visit, at)).toEqual([]);
  });
});
