import { describe, expect, it } from '@jest/globals';
import { chooseForDesk, chosenByHub, type DeskFacts } from './desk-assignment.js';

const facts = (specialistId: string, changes: Partial<DeskFacts> = {}): DeskFacts => ({
  specialistId,
  fieldMatch: true,
  essentialMet: 2,
  essentialTotal: 2,
  onDuty: false,
  openConsultations: 0,
  ...changes,
});

const chosen = (...all: DeskFacts[]) => {
  const { chosen: who, decidedBy } = chooseForDesk(all, []);
  return [who?.specialistId ?? null, decidedBy];
};

describe('chooseForDesk', () => {
  it.each([
    [
      'the field before everything else',
      'FIELD',
      facts('b'),
      facts('a', { fieldMatch: false, onDuty: true }),
    ],
    [
      'who is on duty before who is free',
      'DUTY',
      facts('b', { onDuty: true, openConsultations: 9 }),
      facts('a'),
    ],
    ['who has the fewest open questions', 'LOAD', facts('b'), facts('a', { openConsultations: 1 })],
    ['the same one every time when all is equal', 'ORDER', facts('a'), facts('b')],
  ])('chooses %s', (_, rule, better, other) => {
    expect(chosen(better, other)).toEqual([better.specialistId, rule]);
    expect(chosen(other, better)).toEqual([better.specialistId, rule]);
  });

  it('does not let the load speak where the duty has', () => {
    const [who] = chosen(facts('a', { openConsultations: 3, onDuty: true }), facts('b', { onDuty: true }));
    expect(who).toBe('b');
    expect(chosen(facts('a', { openConsultations: 3, onDuty: true }), facts('b'))).toEqual(['a', 'DUTY']);
  });

  it('asks somebody of another field only with every essential skill', () => {
    const outsider = { fieldMatch: false };
    expect(chosen(facts('a', { ...outsider, essentialMet: 1 }))).toEqual([null, null]);
    expect(chosen(facts('a', outsider))).toEqual(['a', 'ONLY_ONE']);
    expect(chosen(facts('a', { ...outsider, essentialMet: 0, essentialTotal: 0 }))).toEqual([
      'a',
      'ONLY_ONE',
    ]);
  });

  it('asks somebody of the field whatever the assessments say', () => {
    expect(chosen(facts('a', { essentialMet: 0 }))).toEqual(['a', 'ONLY_ONE']);
  });

  it('asks nobody twice, and remembers whom it asked', () => {
    const all = [facts('a'), facts('b'), facts('c')];
    const first = chooseForDesk(all, []);
    const second = chooseForDesk(all, first.asked);
    const third = chooseForDesk(all, second.asked);
    expect([first, second, third].map((choice) => choice.chosen?.specialistId)).toEqual(['a', 'b', 'c']);
    expect(third.asked).toEqual(['a', 'b', 'c']);
    expect(chooseForDesk(all, third.asked)).toEqual({
      chosen: null,
      decidedBy: null,
      runnersUp: [],
      asked: ['a', 'b', 'c'],
    });
  });

  it('names the best of the others, at most five, suitable ones first', () => {
    const unsuitable = facts('x', { fieldMatch: false, essentialMet: 0, onDuty: true });
    const others = ['b', 'c', 'd', 'e', 'f', 'g'].map((id) => facts(id));
    const { runnersUp } = chooseForDesk([unsuitable, facts('a'), ...others.slice(0, 2)], []);
    expect(runnersUp.map((one) => [one.specialistId, one.suitable])).toEqual([
      ['b', true],
      ['c', true],
      ['x', false],
    ]);
    expect(chooseForDesk([facts('a'), ...others], []).runnersUp).toHaveLength(5);
  });

  it('shows the hub whom it did not dare to ask', () => {
    const { chosen: nobody, runnersUp } = chooseForDesk(
      [facts('a', { fieldMatch: false, essentialMet: 1 })],
      [],
    );
    expect(nobody).toBeNull();
    expect(runnersUp).toMatchObject([{ specialistId: 'a', suitable: false, essentialMet: 1 }]);
  });

  it('leaves the facts that it was given as they were', () => {
    const given = Object.freeze([Object.freeze(facts('b')), Object.freeze(facts('a'))]);
    expect(chooseForDesk(given, Object.freeze([])).chosen?.specialistId).toBe('a');
  });
});

describe('chosenByHub', () => {
  it('takes anyone, with the same facts beside the choice', () => {
    const choice = chosenByHub('x', [facts('a'), facts('x', { fieldMatch: false, essentialMet: 0 })], []);
    expect(choice).toMatchObject({
      chosen: { specialistId: 'x', suitable: false },
      decidedBy: 'HUB',
      runnersUp: [{ specialistId: 'a' }],
      asked: ['x'],
    });
  });

  it('takes somebody who was asked before, and names them once', () => {
    const choice = chosenByHub('a', [facts('a'), facts('b'), facts('c')], ['a', 'b']);
    expect(choice.asked).toEqual(['b', 'a']);
    expect(choice.runnersUp.map((one) => one.specialistId)).toEqual(['c']);
  });

  it('chooses nobody who is not in the pool', () => {
    expect(chosenByHub('z', [facts('a')], []).chosen).toBeNull();
  });
});
