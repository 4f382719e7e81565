import { ALL_HUB_WORK, ALL_TOWN_WORK, type Actor, systemActor } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import { may } from './travel-time.policy.js';

const signedIn = { accountId: 'an-account', prefectureId: '34', name: '蒲刈 ちなつ' };
const actors: [Actor, boolean][] = [
  [{ ...signedIn, role: 'HUB_STAFF', duties: ALL_HUB_WORK }, true],
  [{ ...signedIn, role: 'MUNICIPALITY_STAFF', duties: ALL_TOWN_WORK, municipalityId: '342025' }, false],
  [{ ...signedIn, role: 'SPECIALIST', specialistId: 'a-specialist' }, false],
  [systemActor('34'), false],
];

describe('travel time policy', () => {
  it.each(actors)('answers $role', (actor, expected) => {
    expect(may.set(actor)).toBe(expected);
  });
});
