import { randomUUID } from 'node:crypto';
import { type Change, DomainError, systemActor } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import { SupportRequest, type SupportRequestContent } from './support-request.entity.js';
import {
  ENDED,
  NEEDS_REASON,
  NEXT,
  PLANNABLE,
  SUPPORT_REQUEST_STATUSES,
  type SupportRequestStatus,
  UNSENT,
} from './support-request-status.js';

const AT = new Date('2026-11-16T00:00:00Z');
const change = (reason?: string): Change => ({ actor: systemActor('34'), at: AT, reason: reason ?? null });
const why = change('理由');
const town = { prefectureId: '34', municipalityId: '342025' };
const who = randomUUID();

const content: SupportRequestContent = {
  title: '窓口の待ち時間を減らしたい',
  trouble: '何度も同じことを書いてもらっている。',
  themeId: 'T01',
  urgency: 'NORMAL',
  mode: 'ON_SITE',
  visits: 2,
  visitMinutes: 180,
  minGapDays: 7,
  earliestOn: null,
  deadlineOn: null,
  wished: [],
  possible: [],
  answered: [],
  groupId: null,
  onlyWished: false,
  entrustSelection: false,
  contactSection: '総務課',
};

const draft = (changes: Partial<SupportRequestContent> = {}) =>
  SupportRequest.draft(town, { ...content, ...changes }, change());

type Verb = (request: SupportRequest) => void;

/** Every verb that changes the state: from where it may start, and where it leads. */
const VERBS: Record<string, { act: Verb; from: SupportRequestStatus[]; to: SupportRequestStatus }> = {
  sendForApproval: { act: (r) => r.sendForApproval(why), from: ['DRAFT'], to: 'IN_APPROVAL' },
  returnToDraft: { act: (r) => r.returnToDraft(why), from: ['IN_APPROVAL'], to: 'DRAFT' },
  submit: { act: (r) => r.submit('R8-0001', null, why), from: [...UNSENT], to: 'AWAITING_INTAKE' },
  withdraw: {
    act: (r) => r.withdraw(why),
    from: [
      ...UNSENT,
      'AWAITING_INTAKE',
      'IN_TRIAGE',
      'SELECTING',
      'TOWN_REVIEW',
      'OFFERING',
      'PREFECTURE_APPROVAL',
      'DISPATCH_DECIDED',
      'SCHEDULING',
    ],
    to: 'WITHDRAWN',
  },
  beginTriage: { act: (r) => r.beginTriage(why), from: ['AWAITING_INTAKE'], to: 'IN_TRIAGE' },
  accept: { act: (r) => r.accept(why), from: ['AWAITING_INTAKE', 'IN_TRIAGE'], to: 'SELECTING' },
  advise: { act: (r) => r.advise('助言', why), from: ['AWAITING_INTAKE', 'IN_TRIAGE'], to: 'ADVISED' },
  refer: { act: (r) => r.refer(why), from: ['AWAITING_INTAKE', 'IN_TRIAGE'], to: 'REFERRED' },
  notAdopt: {
    act: (r) => r.notAdopt(why),
    from: [
      'AWAITING_INTAKE',
      'IN_TRIAGE',
      'SELECTING',
      'TOWN_REVIEW',
      'OFFERING',
      'PREFECTURE_APPROVAL',
      'DISPATCH_DECIDED',
      'SCHEDULING',
    ],
    to: 'NOT_ADOPTED',
  },
  askTown: { act: (r) => r.askTown(why), from: ['SELECTING'], to: 'TOWN_REVIEW' },
  offer: { act: (r) => r.offer(why), from: ['TOWN_REVIEW'], to: 'OFFERING' },
  offerAccepted: { act: (r) => r.offerAccepted(who, why), from: ['OFFERING'], to: 'PREFECTURE_APPROVAL' },
  reselect: {
    act: (r) => r.reselect(why),
    from: ['TOWN_REVIEW', 'OFFERING', 'PREFECTURE_APPROVAL', 'SCHEDULING'],
    to: 'SELECTING',
  },
  decideDispatch: { act: (r) => r.decideDispatch(why), from: ['PREFECTURE_APPROVAL'], to: 'SCHEDULING' },
  beginSupport: { act: (r) => r.beginSupport(why), from: ['SCHEDULING', 'IN_SUPPORT'], to: 'IN_SUPPORT' },
  reschedule: { act: (r) => r.reschedule(why), from: ['IN_SUPPORT'], to: 'SCHEDULING' },
  finishVisits: { act: (r) => r.finishVisits(why), from: ['IN_SUPPORT'], to: 'AWAITING_REPORT' },
  awaitConfirmation: {
    act: (r) => r.awaitConfirmation(why),
    from: ['AWAITING_REPORT'],
    to: 'AWAITING_CONFIRMATION',
  },
  awaitReportAgain: {
    act: (r) => r.awaitReportAgain(why),
    from: ['AWAITING_CONFIRMATION'],
    to: 'AWAITING_REPORT',
  },
  awaitEvaluation: {
    act: (r) => r.awaitEvaluation(why),
    from: ['AWAITING_CONFIRMATION'],
    to: 'AWAITING_EVALUATION',
  },
  complete: { act: (r) => r.complete(why), from: ['AWAITING_EVALUATION'], to: 'COMPLETED' },
  followUp: { act: (r) => r.followUp(why), from: ['COMPLETED'], to: 'FOLLOWED_UP' },
  suspend: { act: (r) => r.suspend(why), from: ['IN_SUPPORT'], to: 'SUSPENDED' },
  resume: { act: (r) => r.resume(why), from: ['SUSPENDED'], to: 'IN_SUPPORT' },
  terminate: { act: (r) => r.terminate(why), from: ['IN_SUPPORT', 'SUSPENDED'], to: 'TERMINATED' },
};

/** The shortest way to each state, by verbs only. */
function walkTo(target: SupportRequestStatus): SupportRequest {
  const ways: string[][] = [[]];
  const reached = new Set<string>();
  for (const way of ways) {
    const request = draft();
    for (const name of way) VERBS[name]?.act(request);
    if (request.status === target) return request;
    // Whatever leads on from here was tried on the shorter way.
    if (way.length > 0 && reached.has(request.status)) continue;
    reached.add(request.status);
    for (const [name, { from }] of Object.entries(VERBS))
      if (from.includes(request.status) && way.length < 13 && !way.includes(name)) ways.push([...way, name]);
  }
  throw new Error(`No way leads to ${target}`);
}

describe.each(Object.entries(VERBS))('%s', (_, { act, from, to }) => {
  // The state that a decision passes through without resting: no verb ends there.
  it.each(SUPPORT_REQUEST_STATUSES.filter((status) => status !== 'DISPATCH_DECIDED'))('from %s', (status) => {
    const request = walkTo(status);
    const lines = request.newEvents.length;
    if (from.includes(status)) {
      act(request);
      expect(request.status).toBe(to);
    } else {
      expect(() => act(request)).toThrow(
        new DomainError('INVALID_STATE', 'request.not-in-state', { status }),
      );
      expect(request.status).toBe(status);
      expect(request.newEvents).toHaveLength(lines);
    }
  });
});

describe('a support request', () => {
  it('never leaves where it ended', () => {
    for (const end of ENDED) expect(NEXT[end]).toEqual(end === 'COMPLETED' ? ['FOLLOWED_UP'] : []);
    expect(PLANNABLE).toEqual(['SCHEDULING', 'IN_SUPPORT']);
  });

  it('writes one line for each change: from where to where, by whom, when and why', () => {
    const request = walkTo('IN_SUPPORT');
    for (const [i, event] of request.newEvents.entries())
      expect(event).toMatchObject({
        supportRequestId: request.id,
        prefectureId: '34',
        fromStatus: request.newEvents[i - 1]?.toStatus ?? null,
        actorRole: 'SYSTEM',
        at: AT,
      });
    expect(request.newEvents.at(-1)?.toStatus).toBe('IN_SUPPORT');
  });

  it('passes through the decision on its way to the planner', () => {
    const request = walkTo('PREFECTURE_APPROVAL');
    request.decideDispatch(change());
    expect(request.newEvents.slice(-2).map((event) => event.toStatus)).toEqual([
      'DISPATCH_DECIDED',
      'SCHEDULING',
    ]);
    expect(request.specialistId).toBe(who);
  });

  it('goes straight to the planner when the choice was entrusted', () => {
    const request = draft({ entrustSelection: true });
    request.submit('R8-0002', null, change());
    request.accept(change());
    expect(request.status).toBe('SCHEDULING');
    expect(request.newEvents.map((event) => event.toStatus)).toEqual([
      'DRAFT',
      'AWAITING_INTAKE',
      'IN_TRIAGE',
      'SELECTING',
      'SCHEDULING',
    ]);
  });

  it('forgets the specialist when the choice begins anew', () => {
    const request = walkTo('PREFECTURE_APPROVAL');
    request.reselect(change('辞退'));
    expect(request).toMatchObject({ status: 'SELECTING', specialistId: null });
  });

  it('begins support once, however many visits are published', () => {
    const request = walkTo('IN_SUPPORT');
    const lines = request.newEvents.length;
    request.beginSupport(change());
    expect(request.newEvents).toHaveLength(lines);
  });

  it('keeps the advice or the scheme as its outcome', () => {
    const advised = walkTo('IN_TRIAGE');
    advised.advise('まず窓口を体験してください', change());
    expect(advised.outcome).toBe('まず窓口を体験してください');
    const referred = walkTo('IN_TRIAGE');
    referred.refer(change('国の派遣制度'));
    expect(referred.outcome).toBe('国の派遣制度');
  });

  it('is rewritten only as a draft', () => {
    const request = draft();
    request.revise({ ...content, title: '新しい件名' }, AT);
    expect(request.title).toBe('新しい件名');
    request.sendForApproval(change());
    expect(() => request.revise(content, AT)).toThrow(
      expect.objectContaining({ reason: 'request.only-drafts-are-revised' }),
    );
  });

  it.each([...NEEDS_REASON, 'DRAFT' as const])('does not go to %s without a reason', (target) => {
    const verb: Partial<Record<SupportRequestStatus, Verb>> = {
      REFERRED: (r) => r.refer(change()),
      NOT_ADOPTED: (r) => r.notAdopt(change()),
      SUSPENDED: (r) => r.suspend(change()),
      TERMINATED: (r) => r.terminate(change()),
      WITHDRAWN: (r) => r.withdraw(change()),
      DRAFT: (r) => r.returnToDraft(change()),
    };
    const from: Partial<Record<SupportRequestStatus, SupportRequestStatus>> = {
      SUSPENDED: 'IN_SUPPORT',
      TERMINATED: 'IN_SUPPORT',
      DRAFT: 'IN_APPROVAL',
    };
    const request = walkTo(from[target] ?? 'IN_TRIAGE');
    expect(() => verb[target]?.(request)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
    expect(request.status).toBe(from[target] ?? 'IN_TRIAGE');
  });
});
