import { randomUUID } from 'node:crypto';
import { type Change, DomainError, systemActor } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import { Consultation, MAX_ESCALATIONS } from './consultation.entity.js';
import { CONSULTATION_STATUSES, type ConsultationStatus } from './consultation-status.js';
import type { DeskAssignment } from './desk-assignment.js';

const AT = new Date('2026-11-16T00:00:00Z');
const DUE = new Date('2026-11-18T08:00:00Z');
const LATER = new Date('2026-11-19T08:00:00Z');
const change = (reason?: string): Change => ({ actor: systemActor('34'), at: AT, reason: reason ?? null });

const assignment = (specialistId: string, asked = [specialistId]): DeskAssignment => ({
  chosen: {
    specialistId,
    suitable: true,
    fieldMatch: true,
    essentialMet: 1,
    essentialTotal: 1,
    onDuty: true,
    openConsultations: 0,
  },
  decidedBy: 'ONLY_ONE',
  runnersUp: [],
  asked,
});

const she = randomUUID();
const he = randomUUID();

const asked = (): Consultation =>
  Consultation.ask(
    { prefectureId: '34', municipalityId: '342025', number: 'S8-0001', dueAt: DUE },
    { themeId: 'T01', question: '何から始めればよいか', contactSection: '総務課' },
    change(),
  );

/** Brings a consultation to a state by its verbs. */
const inState: Record<ConsultationStatus, () => Consultation> = {
  OPEN: asked,
  ASSIGNED: () => after(asked(), (one) => one.assign(assignment(she), change())),
  ANSWERED: () => after(inState.ASSIGNED(), (one) => one.reply('回答', change())),
  CLOSED: () => after(inState.ANSWERED(), (one) => one.close(change())),
  TURNED_INTO_REQUEST: () => after(inState.ANSWERED(), (one) => one.turnInto(randomUUID(), change())),
  WITHDRAWN: () => after(asked(), (one) => one.withdraw(change('間違い'))),
};

function after(one: Consultation, act: (one: Consultation) => void): Consultation {
  act(one);
  return one;
}

const VERBS: Record<
  string,
  { act: (one: Consultation) => void; from: ConsultationStatus[]; to: ConsultationStatus }
> = {
  assign: { act: (one) => one.assign(assignment(he), change()), from: ['OPEN', 'ASSIGNED'], to: 'ASSIGNED' },
  passOn: {
    act: (one) => one.passOn(assignment(he), LATER, change('late')),
    from: ['OPEN', 'ASSIGNED'],
    to: 'ASSIGNED',
  },
  reassign: {
    act: (one) => one.reassign(assignment(he), LATER, change('詳しい')),
    from: ['OPEN', 'ASSIGNED'],
    to: 'ASSIGNED',
  },
  reply: { act: (one) => one.reply('回答', change()), from: ['OPEN', 'ASSIGNED'], to: 'ANSWERED' },
  askFurther: {
    act: (one) => one.askFurther(she, LATER, change('続き')),
    from: ['ANSWERED'],
    to: 'ASSIGNED',
  },
  askFurtherOfNobody: {
    act: (one) => one.askFurther(null, LATER, change('続き')),
    from: ['ANSWERED'],
    to: 'OPEN',
  },
  close: { act: (one) => one.close(change()), from: ['ANSWERED'], to: 'CLOSED' },
  turnInto: {
    act: (one) => one.turnInto(randomUUID(), change()),
    from: ['ANSWERED'],
    to: 'TURNED_INTO_REQUEST',
  },
  withdraw: { act: (one) => one.withdraw(change('間違い')), from: ['OPEN', 'ASSIGNED'], to: 'WITHDRAWN' },
};

describe.each(Object.entries(VERBS))('%s', (_, { act, from, to }) => {
  it.each(CONSULTATION_STATUSES)('from %s', (status) => {
    const one = inState[status]();
    const before = structuredClone({ ...one });
    if (from.includes(status)) {
      act(one);
      expect(one.status).toBe(to);
      expect(one.newEvents.at(-1)).toMatchObject({ fromStatus: status, toStatus: to, actorRole: 'SYSTEM' });
    } else {
      expect(() => act(one)).toThrow(
        new DomainError('INVALID_STATE', 'consultation.not-in-state', { status }),
      );
      expect({ ...one }).toEqual(before);
    }
  });
});

describe('a consultation', () => {
  it('begins open, with one line of history and no answer', () => {
    expect(asked()).toMatchObject({
      status: 'OPEN',
      specialistId: null,
      escalations: 0,
      dueAt: DUE,
      answer: null,
    });
    expect(asked().newEvents).toMatchObject([{ fromStatus: null, toStatus: 'OPEN' }]);
  });

  it('waits for the desk until somebody has it or the hub knows', () => {
    expect(asked().waitsForDesk).toBe(true);
    expect(inState.ASSIGNED().waitsForDesk).toBe(false);
    expect(after(asked(), (one) => one.handToHub(null, change('nobody'))).waitsForDesk).toBe(false);
  });

  it('is overdue only while the town waits, after its time, and not yet in the hub’s hands', () => {
    expect(asked().isOverdue(DUE)).toBe(false);
    expect(asked().isOverdue(LATER)).toBe(true);
    expect(inState.ASSIGNED().isOverdue(LATER)).toBe(true);
    expect(inState.ANSWERED().isOverdue(LATER)).toBe(false);
    expect(after(inState.ASSIGNED(), (one) => one.handToHub(null, change('late'))).isOverdue(LATER)).toBe(
      false,
    );
  });

  it('keeps its time when first assigned, and gets new time when passed on', () => {
    const one = inState.ASSIGNED();
    expect(one).toMatchObject({ dueAt: DUE, specialistId: she, assignedAt: AT, escalations: 0 });
    one.passOn(assignment(he, [she, he]), LATER, change('late'));
    expect(one).toMatchObject({ dueAt: LATER, specialistId: he, escalations: 1, asked: [she, he] });
  });

  it('stays with whoever has it when the hub takes it up', () => {
    const one = inState.ASSIGNED();
    one.handToHub(null, change('late'));
    expect(one).toMatchObject({
      status: 'ASSIGNED',
      specialistId: she,
      escalatedAt: AT,
      escalations: 1,
      asked: [she],
    });
    expect(one.newEvents.at(-1)).toMatchObject({
      fromStatus: 'ASSIGNED',
      toStatus: 'ASSIGNED',
      reason: 'late',
    });
    expect(MAX_ESCALATIONS).toBe(2);
  });

  it('is no longer the hub’s when the hub has named somebody, and loses no time by it', () => {
    const one = inState.ASSIGNED();
    one.handToHub(null, change('late'));
    one.reassign(assignment(he), new Date('2026-11-17T08:00:00Z'), change('詳しい'));
    expect(one).toMatchObject({ escalatedAt: null, specialistId: he, dueAt: DUE });
    one.reassign(assignment(she), LATER, change('戻す'));
    expect(one.dueAt).toEqual(LATER);
  });

  it('keeps every answer in its history, the latest one at hand', () => {
    const one = inState.ANSWERED();
    one.askFurther(she, LATER, change('例は'));
    expect(one).toMatchObject({ escalations: 0, dueAt: LATER, specialistId: she, answer: '回答' });
    one.reply('二つ目', change());
    expect(one.answer).toBe('二つ目');
    expect(one.newEvents.slice(-3).map((event) => event.reason)).toEqual(['回答', '例は', '二つ目']);
  });

  it('goes back to the desk when nobody holds it any more', () => {
    const one = inState.ANSWERED();
    one.askFurther(null, LATER, change('例は'));
    expect(one).toMatchObject({ status: 'OPEN', specialistId: null, assignedAt: null, waitsForDesk: true });
  });

  it.each([
    ['withdraw', () => asked().withdraw(change())],
    ['reassign', () => inState.ASSIGNED().reassign(assignment(he), LATER, change())],
    ['ask further', () => inState.ANSWERED().askFurther(she, LATER, change())],
    ['answer', () => inState.ASSIGNED().reply('', change())],
  ])('does not %s without a word', (_, act) => {
    expect(act).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });
});
