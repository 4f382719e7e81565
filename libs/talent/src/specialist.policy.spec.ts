import { ALL_HUB_WORK, ALL_TOWN_WORK, type Actor, systemActor } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import { may, seesReasons, visibleTo } from './specialist.policy.js';

const minato = { id: 'minato', prefectureId: '34' };
const signedIn = { accountId: 'an-account', prefectureId: '34', name: '蒲刈 ちなつ' };
const hub: Actor = { ...signedIn, role: 'HUB_STAFF', duties: ALL_HUB_WORK };
const ehimeHub: Actor = { ...hub, prefectureId: '38' };
const town: Actor = {
  ...signedIn,
  role: 'MUNICIPALITY_STAFF',
  duties: ALL_TOWN_WORK,
  municipalityId: '342025',
};
const self: Actor = { ...signedIn, role: 'SPECIALIST', specialistId: 'minato' };
const colleague: Actor = { ...self, specialistId: 'takuto' };
const system = systemActor('34');

describe('what the policy of the pool allows', () => {
  it.each<[string, (actor: Actor) => boolean, Actor[]]>([
    ['register', may.register, [hub, ehimeHub]],
    ['organise', may.organise, [hub, ehimeHub]],
    ['revise', (actor) => may.revise(actor, minato), [hub]],
    ['manage days off', (actor) => may.manageDaysOff(actor, minato), [hub, self]],
    ['declare a skill', (actor) => may.assess(actor, minato, 'SELF_DECLARED'), [hub, self]],
    ['certify a skill', (actor) => may.assess(actor, minato, 'CERTIFICATE'), [hub]],
    ['read reasons of absence', seesReasons, [hub, ehimeHub, self, colleague, system]],
  ])('%s', (_, rule, allowed) => {
    const actors = [hub, ehimeHub, town, self, colleague, system];
    expect(actors.filter(rule)).toEqual(allowed);
  });
});

describe('visibleTo', () => {
  it('never looks beyond the own prefecture', () => {
    for (const actor of [hub, town, self, system])
      expect(visibleTo(actor)).toMatchObject({
        where: expect.stringContaining('specialist.prefecture_id = :prefectureId'),
        parameters: { prefectureId: '34' },
      });
  });

  it('shows a municipality those who are active, and a specialist only themselves', () => {
    expect(visibleTo(town).where).toContain('specialist.active');
    expect(visibleTo(self).parameters).toEqual({ prefectureId: '34', ownId: 'minato' });
  });
});
