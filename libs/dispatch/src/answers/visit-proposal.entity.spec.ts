import { randomUUID } from 'node:crypto';
import { ALL_HUB_WORK, type HubStaff } from '@banso/kernel';
import { describe, expect, it } from '@jest/globals';
import { PlanPublication } from '../plan-publication.entity.js';
import { Visit } from '../visit.entity.js';
import { answerBy, isShortNotice } from './answer-by.js';
import { PROPOSAL_STATUSES, type ProposalStatus, VisitProposal } from './visit-proposal.entity.js';

const at = new Date('2026-12-01T00:00:00Z');
const actor: HubStaff = {
  role: 'HUB_STAFF',
  duties: ALL_HUB_WORK,
  accountId: randomUUID(),
  prefectureId: '34',
  name: '担当',
};
const change = { actor, at, reason: '県の都合' };
const span = { from: new Date('2026-12-08T00:00:00Z'), to: new Date('2026-12-08T02:00:00Z') };
const publication = PlanPublication.of(
  actor,
  1,
  { cause: 'PROPOSAL', runId: null, visits: 0, moved: 1, cancelled: 0 },
  at,
);
const visit = Object.assign(new Visit(), {
  id: randomUUID(),
  prefectureId: '34',
  municipalityId: '342025',
  specialistId: randomUUID(),
  mode: 'ON_SITE',
  startsAt: span.from,
  endsAt: span.to,
  nightBefore: false,
  nightAfter: false,
});
const made = () =>
  VisitProposal.of(visit, { side: 'TOWN', slots: [span], note: '議会のため' }, { actor, at });

const VERBS: Readonly<Record<Exclude<ProposalStatus, 'OPEN'>, (proposal: VisitProposal) => void>> = {
  ACCEPTED: (proposal) => proposal.accept(0, publication, change),
  REFUSED: (proposal) => proposal.refuse(change),
  WITHDRAWN: (proposal) => proposal.withdraw(change),
  OVERTAKEN: (proposal) => proposal.overtake(change),
};
const entries = Object.entries(VERBS);

describe('a proposal of another day', () => {
  it('begins open, and knows where the visit lay', () => {
    expect(made()).toMatchObject({ status: 'OPEN', side: 'TOWN', settledAt: null, reason: null });
    expect(made().insteadOf).toMatchObject({ startsAt: span.from.toISOString() });
    expect(made().spans).toEqual([span]);
  });

  it.each(entries)('is %s from open, with who and when', (status, verb) => {
    const proposal = made();
    verb(proposal);
    expect(proposal).toMatchObject({ status, settledBy: actor.accountId, settledAt: at });
    // Nobody said anything to what was overtaken.
    expect(proposal.reason).toBe(status === 'OVERTAKEN' ? null : '県の都合');
    expect(proposal.acceptedSlot).toBe(status === 'ACCEPTED' ? 0 : null);
  });

  it.each(PROPOSAL_STATUSES.filter((status) => status !== 'OPEN'))('is never changed once %s', (status) => {
    for (const [, verb] of entries) {
      const proposal = Object.assign(made(), { status });
      expect(() => verb(proposal)).toThrow('visit-proposal.not-in-state');
    }
  });
});

describe('the day by which an answer is expected', () => {
  // 2026-12-01 is a Tuesday.
  it.each([
    ['in time', '2026-12-22T00:00:00Z', 3, '2026-12-04'],
    ['over the weekend', '2026-12-22T00:00:00Z', 5, '2026-12-08'],
    ['the day before the visit at the latest', '2026-12-03T00:00:00Z', 3, '2026-12-02'],
    ['the same day where the visit is tomorrow', '2026-12-02T00:00:00Z', 3, '2026-12-01'],
    ['the same day where the visit is today', '2026-12-01T05:00:00Z', 3, '2026-12-01'],
  ])('is %s', (_, startsAt, days, day) => {
    expect(answerBy(at, new Date(startsAt), days)).toBe(day);
  });
});

describe('short notice', () => {
  it.each([
    ['this afternoon', at, '2026-12-01T05:00:00Z', true],
    ['begun already', at, '2026-11-30T23:00:00Z', false],
    ['tomorrow', at, '2026-12-02T05:00:00Z', true],
    ['in two days', at, '2026-12-03T00:00:00Z', false],
    ['on Monday, asked on Friday', new Date('2026-12-04T00:00:00Z'), '2026-12-07T05:00:00Z', true],
  ])('%s', (_, now, startsAt, expected) => {
    expect(isShortNotice(new Date(startsAt), now)).toBe(expected);
  });
});
