import { ALL_HUB_WORK, ALL_TOWN_WORK, type Actor } from '@banso/kernel';
import { systemActor } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import { CONSULTATION_ACTIONS, consultationActionsOf } from './consultation-actions.js';
import { Consultation } from './consultation.entity.js';
import { assignmentFor, may } from './consultation.policy.js';
import { CONSULTATION_STATUSES, type ConsultationStatus } from './consultation-status.js';

const signedIn = { accountId: 'a', name: 'x', prefectureId: '34' };
const hub: Actor = { ...signedIn, role: 'HUB_STAFF', duties: ALL_HUB_WORK };
const town: Actor = {
  ...signedIn,
  role: 'MUNICIPALITY_STAFF',
  duties: ALL_TOWN_WORK,
  municipalityId: '342025',
};
const otherTown: Actor = {
  ...signedIn,
  role: 'MUNICIPALITY_STAFF',
  duties: ALL_TOWN_WORK,
  municipalityId: '342041',
};
const otherHub: Actor = { ...signedIn, prefectureId: '38', role: 'HUB_STAFF', duties: ALL_HUB_WORK };
const specialist: Actor = { ...signedIn, role: 'SPECIALIST', specialistId: 's' };
const otherSpecialist: Actor = { ...signedIn, role: 'SPECIALIST', specialistId: 't' };
const system = systemActor('34');

const row = (changes: Partial<Consultation> = {}): Consultation =>
  Object.assign(new Consultation(), {
    prefectureId: '34',
    municipalityId: '342025',
    specialistId: 's',
    filedBy: 'somebody else',
    status: 'OPEN',
    assignment: { chosen: null, decidedBy: null, runnersUp: [], asked: ['s'] },
    ...changes,
  });

const PEOPLE = { hub, town, specialist, otherTown, otherHub, otherSpecialist, system };
const whoMay = (rule: (actor: Actor, one: Consultation) => boolean, one = row()) =>
  Object.entries(PEOPLE)
    .filter(([, actor]) => rule(actor, one))
    .map(([name]) => name);

describe('who may do what', () => {
  it.each([
    ['answer', ['hub', 'specialist']],
    ['reassign', ['hub']],
    ['askFurther', ['town']],
    ['close', ['town']],
    ['turnIntoRequest', ['hub', 'town']],
    ['withdraw', ['hub', 'town']],
    ['readAssignment', ['hub']],
  ] as const)('%s', (verb, who) => {
    expect(whoMay(may[verb])).toEqual(who);
  });

  it('a town or the hub asks', () => {
    expect(whoMay(may.ask)).toEqual(['hub', 'town', 'otherTown', 'otherHub']);
  });

  it('the person at the hub who wrote it down speaks for a town that telephones', () => {
    const telephoned = row({ filedBy: signedIn.accountId });
    expect(whoMay(may.close, telephoned)).toEqual(['hub', 'town']);
    expect(whoMay(may.askFurther, telephoned)).toEqual(['hub', 'town']);
  });

  it('shows the reasons of the choice to the hub alone', () => {
    expect(whoMay((actor, one) => assignmentFor(actor, one) !== null)).toEqual(['hub']);
  });
});

describe('consultationActionsOf', () => {
  const OFFERED: Record<ConsultationStatus, { hub: string[]; town: string[]; specialist: string[] }> = {
    OPEN: { hub: ['ANSWER', 'REASSIGN', 'WITHDRAW'], town: ['WITHDRAW'], specialist: ['ANSWER'] },
    ASSIGNED: { hub: ['ANSWER', 'REASSIGN', 'WITHDRAW'], town: ['WITHDRAW'], specialist: ['ANSWER'] },
    ANSWERED: {
      hub: ['TURN_INTO_REQUEST'],
      town: ['ASK_FURTHER', 'CLOSE', 'TURN_INTO_REQUEST'],
      specialist: [],
    },
    CLOSED: { hub: [], town: [], specialist: [] },
    TURNED_INTO_REQUEST: { hub: [], town: [], specialist: [] },
    WITHDRAWN: { hub: [], town: [], specialist: [] },
  };

  it.each(CONSULTATION_STATUSES)('in %s', (status) => {
    const one = row({ status });
    expect({
      hub: consultationActionsOf(hub, one),
      town: consultationActionsOf(town, one),
      specialist: consultationActionsOf(specialist, one),
    }).toEqual(OFFERED[status]);
    for (const stranger of [otherTown, otherHub, otherSpecialist, system])
      expect(consultationActionsOf(stranger, one)).toEqual([]);
  });

  it('names every action that some state offers', () => {
    const offered = new Set(
      Object.values(OFFERED).flatMap((by) => [...by.hub, ...by.town, ...by.specialist]),
    );
    expect([...offered].sort()).toEqual([...CONSULTATION_ACTIONS].sort());
  });
});
