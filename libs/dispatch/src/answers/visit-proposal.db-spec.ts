import {
  addDays,
  FixedClock,
  HALVES,
  type HubStaff,
  localDateOf,
  minuteOfDay,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { DayOff } from '@banso/talent';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../../test/people.js';
import { Calendar, ENTITIES, START, THEME } from '../../test/given-calendar.js';
import { listPublications } from '../planning-run.queries.js';
import { QuotaService } from '../quota.service.js';
import type { Visit } from '../visit.entity.js';
import { getVisit, listVisits } from '../visit.queries.js';
import { remindOfAnswer, sweepUnanswered } from './answer-reminders.js';
import { readsNote } from './visit-proposal.policy.js';
import { getVisitProposal, listOpenProposals, proposalsOfVisits } from './visit-proposal.queries.js';
import { VisitProposalService } from './visit-proposal.service.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let proposals: VisitProposalService;
let staff: HubStaff;
let colleagueOfHub: HubStaff;
let ehime: HubStaff;
let town: MunicipalityStaff;
let otherTown: MunicipalityStaff;
let specialist: SpecialistUser;
let colleague: SpecialistUser;
let first: Visit;
let second: Visit;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  proposals = new VisitProposalService(database.db, clock);
  staff = await hub(database.db);
  colleagueOfHub = await hub(database.db);
  ehime = await hub(database.db, '38');
  town = await clerk(database.db);
  otherTown = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
  colleague = await expert(database.db, staff);
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
  await calendar.request(town, staff);
  const [one, two] = await calendar.publish(staff);
  if (!one || !two) throw new Error('two visits are published');
  [first, second] = [one, two];
});
afterAll(() => database.drop());

const open = async (visit = first) => {
  const slots = await proposals.openSlots(specialist, visit.id);
  if (slots.length < 3) throw new Error('at least three slots are expected');
  return slots;
};
const afternoon = async () => {
  const slot = (await open()).find((one) => minuteOfDay(one.slot.startsAt) >= HALVES.PM.start)?.slot;
  if (!slot) throw new Error('an afternoon is expected');
  return slot;
};
const starts = async (visit = first, n = 1) =>
  (await open(visit)).slice(0, n).map(({ slot }) => slot.startsAt);
const proposed = async (visit = first, n = 1) =>
  proposals.propose(specialist, visit.id, { startsAt: await starts(visit, n), note: '本務の会議' });
const asked = (visit = first, date = '2026-12-16') =>
  proposals.ask(town, visit.id, { wished: [{ date, half: 'PM' }], note: '議会のため' });
const now = (visit: Visit) => database.db.read(staff, (tx) => getVisit(tx, staff, visit.id));
const proposal = (id: string) => database.db.read(staff, (tx) => getVisitProposal(tx, staff, id));
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string; reason?: string }) => `${error.code} ${error.reason}`,
  );
const OVER = 'INVALID_STATE visit-proposal.not-in-state';

describe('slots for another day', () => {
  it('are what every hard rule allows, each with its effect', async () => {
    const slots = await open();
    const days = slots.map(({ slot }) => localDateOf(slot.startsAt));
    expect(days.every((day) => day > '2026-12-01')).toBe(true);
    expect(slots.every(({ slot }) => slot.specialistId === specialist.specialistId)).toBe(true);
    // At least seven days from the other visit of the request.
    const other = second.startsAt.getTime();
    for (const { slot } of slots)
      expect(Math.abs(slot.startsAt.getTime() - other)).toBeGreaterThanOrEqual(6.5 * 86_400_000);
    const december = slots.find(({ slot }) => localDateOf(slot.startsAt).startsWith('2026-12'));
    // Twelve a month, with this one and the other.
    expect(december?.effects.daysLeft).toBe(10);
    expect(december?.effects.travelMinutes).toBeGreaterThanOrEqual(0);
  });

  it('leave out closed days, days off and what is taken', async () => {
    const [slot] = await open();
    const date = localDateOf(slot?.slot.startsAt ?? new Date(0));
    await database.db.system('34', (tx) =>
      tx.insert(
        DayOff,
        DayOff.of({ id: specialist.specialistId, prefectureId: '34' }, { date, part: 'DAY', reason: null }),
      ),
    );
    const days = (await open()).map((one) => localDateOf(one.slot.startsAt));
    expect(days).not.toContain(date);
    // Saturdays, and the last days of the year.
    for (const closed of ['2026-12-05', '2026-12-29', '2027-01-01']) expect(days).not.toContain(closed);
  });

  it('leave out what a quota does not allow', async () => {
    const months = async () =>
      new Set((await open(second)).map(({ slot }) => localDateOf(slot.startsAt).slice(0, 7)));
    const wished = (['AM', 'PM'] as const).map((half) => ({ date: '2027-01-13', half }));
    await calendar.request(town, staff, { visits: 1, onlyWished: true, wished });
    await calendar.publish(staff, { from: '2027-01-12', to: '2027-01-15' });
    expect(await months()).toEqual(new Set(['2026-12', '2027-01']));
    // January has its one visit; December is not made fuller by a move within it.
    await new QuotaService(database.db, clock).set(staff, {
      name: '市町村ごと月1回',
      scope: 'MUNICIPALITY',
      municipalityId: null,
      supportRequestId: null,
      agreementId: null,
      themeId: null,
      period: 'MONTH',
      fiscalYear: null,
      unit: 'VISITS',
      counts: 'BOTH',
      limit: 1,
      warnPercent: 60,
      note: null,
      source: '架空の要綱',
    });
    expect(await months()).toEqual(new Set(['2026-12']));
    const january = new Date('2027-01-20T00:00:00Z');
    expect(await refusalOf(proposals.propose(specialist, second.id, { startsAt: [january] }))).toBe(
      'CONFLICT visit-proposal.slot-taken',
    );
  });

  it('are for those whose visit it is', async () => {
    expect(await proposals.openSlots(town, first.id)).toHaveLength((await open()).length);
    expect(await proposals.openSlots(staff, first.id)).toHaveLength((await open()).length);
    const refused = await Promise.all(
      [colleague, otherTown, ehime, { ...town, duties: ['APPROVER' as const] }].map((actor) =>
        refusalOf(proposals.openSlots(actor, first.id)),
      ),
    );
    expect(refused).toEqual([
      'NOT_FOUND visit.not-found',
      'NOT_FOUND visit.not-found',
      'NOT_FOUND visit.not-found',
      'FORBIDDEN access.forbidden',
    ]);
  });
});

describe('proposing another day', () => {
  it('waits for the hub, and the visit stays where it is', async () => {
    const made = await proposed(first, 3);
    expect(made).toMatchObject({ status: 'OPEN', side: 'SPECIALIST', note: '本務の会議' });
    expect(made.slots).toHaveLength(3);
    expect(await now(first)).toMatchObject({ status: 'PUBLISHED', startsAt: first.startsAt });
    const list = await database.db.read(staff, (tx) => listOpenProposals(tx, staff, {}));
    expect(list.rows.map(({ id }) => id)).toEqual([made.id]);
    // The town sees that another day is asked for, not why.
    const seen = await database.db.read(town, (tx) => proposalsOfVisits(tx, town, [first.id]));
    expect(seen.map(({ id }) => id)).toEqual([made.id]);
    expect([town, specialist, staff].map((actor) => readsNote(actor, made))).toEqual([false, true, true]);
    for (const actor of [otherTown, colleague, ehime])
      expect(await database.db.read(actor, (tx) => proposalsOfVisits(tx, actor, [first.id]))).toEqual([]);
    const told: { kind: string; hub_duty: string }[] = await database.dataSource.query(
      `SELECT kind, hub_duty FROM notice WHERE about_id = $1 AND kind = 'VISIT_OTHER_DAY_ASKED'`,
      [first.id],
    );
    expect(told).toEqual([{ kind: 'VISIT_OTHER_DAY_ASKED', hub_duty: 'COORDINATOR' }]);
  });

  it('is for the specialist of the visit and the town that it goes to, each once at a time', async () => {
    const startsAt = await starts();
    const wish = { startsAt, note: null };
    for (const [actor, refusal] of [
      [colleague, 'NOT_FOUND visit.not-found'],
      [town, 'FORBIDDEN access.forbidden'],
      [staff, 'FORBIDDEN access.forbidden'],
      [ehime, 'NOT_FOUND visit.not-found'],
    ] as const)
      expect(await refusalOf(proposals.propose(actor, first.id, wish))).toBe(refusal);
    const both = await Promise.all(
      [1, 2].map(() => refusalOf(proposals.propose(specialist, first.id, wish))),
    );
    expect(both.sort()).toEqual(['CONFLICT visit-proposal.already-open', 'done']);
    expect(await refusalOf(asked())).toBe('done');
    expect(await refusalOf(asked())).toBe('CONFLICT visit-proposal.already-open');
    const half = { wished: [{ date: '2026-12-16', half: 'PM' }], note: 'x' };
    expect(await refusalOf(proposals.ask(otherTown, first.id, half))).toBe('NOT_FOUND visit.not-found');
    expect(await refusalOf(proposals.ask(specialist, first.id, half))).toBe('FORBIDDEN access.forbidden');
  });

  it('takes only slots that are open, and at most three', async () => {
    const bad = (startsAt: unknown[]) => refusalOf(proposals.propose(specialist, first.id, { startsAt }));
    expect(await bad([])).toBe('BAD_INPUT input.invalid');
    expect(await bad(await starts(first, 3).then((three) => [...three, new Date(0)]))).toBe(
      'BAD_INPUT input.invalid',
    );
    expect(await bad(['x'])).toBe('BAD_INPUT input.invalid');
    expect(await bad([new Date('2026-12-05T01:00:00Z')])).toBe('CONFLICT visit-proposal.slot-taken');
    expect(await bad([second.startsAt])).toBe('CONFLICT visit-proposal.slot-taken');
  });

  it('of a town takes working days ahead, with a reason', async () => {
    const faults = async (wished: unknown, note: unknown = 'x') =>
      proposals.ask(town, first.id, { wished, note }).then(
        () => [],
        (error: { details: { faults: { path: string; rule: string }[] } }) =>
          error.details.faults.map(({ path, rule }) => `${path} ${rule}`),
      );
    expect(await faults([])).toEqual(['wished too-small']);
    expect(await faults([{ date: '2026-12-01', half: 'AM' }])).toEqual(['wished.0.date not-past']);
    expect(await faults([{ date: '2026-12-05', half: 'AM' }])).toEqual(['wished.0.date closed-day']);
    expect(await faults([{ date: '9999-12-31', half: 'AM' }])).toEqual(['wished.0.date too-far']);
    expect(await faults(Array(7).fill({ date: '2026-12-02', half: 'AM' }))).toEqual(['wished too-big']);
    expect(await faults([{ date: '2026-12-02', half: 'AM' }], ' ')).toEqual(['note required']);
    expect(await faults([{ date: '2026-12-02', half: 'AM' }], 'x'.repeat(501))).toEqual(['note too-long']);
  });

  it('is over when the visit is', async () => {
    const startsAt = await starts();
    await calendar.visits.cancel(staff, first.id, { reason: 'x' });
    expect(await refusalOf(proposals.propose(specialist, first.id, { startsAt }))).toBe(
      'INVALID_STATE visit.not-in-state',
    );
    clock.moveTo(second.startsAt);
    expect(await refusalOf(asked(second, '2027-01-06'))).toBe('INVALID_STATE visit.not-in-state');
  });
});

describe('deciding', () => {
  it('moves the visit by a version of its own; whoever proposed it comes', async () => {
    const made = await proposed(first, 2);
    const [, wanted] = made.spans;
    const judged = await proposals.judged(staff, made.id);
    expect(judged.map(({ index, open: slot }) => [index, slot !== null])).toEqual([
      [0, true],
      [1, true],
    ]);
    const accepted = await proposals.accept(staff, made.id, { slot: 1 });
    expect(accepted).toMatchObject({ status: 'ACCEPTED', acceptedSlot: 1, settledByName: staff.name });
    expect(await now(first)).toMatchObject({
      status: 'CONFIRMED',
      startsAt: wanted?.from,
      endsAt: wanted?.to,
    });
    const { rows } = await database.db.read(staff, (tx) => listPublications(tx, staff, {}));
    expect(rows[0]).toMatchObject({ id: accepted.publicationId, cause: 'PROPOSAL', moved: 1, visits: 0 });
    expect(await refusalOf(proposals.accept(staff, made.id, { slot: 0 }))).toBe(OVER);
  });

  it('of a town’s half-day finds the hours, and whoever goes answers anew', async () => {
    await calendar.visits.accept(specialist, first.id);
    const slot = await afternoon();
    const date = localDateOf(slot.startsAt);
    const made = await asked(first, date);
    await proposals.accept(staff, made.id, { slot: 0, reason: '議会と重なるため' });
    const moved = await now(first);
    expect(moved).toMatchObject({ status: 'PUBLISHED', startsAt: slot.startsAt });
    expect([moved.answerBy, date]).toEqual([addDays(date, -1), '2026-12-02']);
  });

  it('is the coordinator’s of the prefecture', async () => {
    const made = await proposed();
    const auditor = { ...staff, duties: ['AUDITOR' as const] };
    for (const [actor, refusal] of [
      [specialist, 'FORBIDDEN access.forbidden'],
      [town, 'FORBIDDEN access.forbidden'],
      [auditor, 'FORBIDDEN access.forbidden'],
      [ehime, 'NOT_FOUND visit-proposal.not-found'],
    ] as const) {
      expect(await refusalOf(proposals.accept(actor, made.id, { slot: 0 }))).toBe(refusal);
      expect(await refusalOf(proposals.refuse(actor, made.id, 'x'))).toBe(refusal);
    }
    expect(await refusalOf(proposals.accept(staff, made.id, { slot: 1 }))).toBe('BAD_INPUT input.invalid');
    expect(await refusalOf(proposals.accept(staff, made.id, { slot: -1 }))).toBe('BAD_INPUT input.invalid');
    expect(await refusalOf(proposals.refuse(staff, made.id, ' '))).toBe('BAD_INPUT input.invalid');
  });

  it('refuses with a reason, and leaves the visit where it is', async () => {
    const made = await proposed();
    expect(await proposals.refuse(staff, made.id, '町の行事のため')).toMatchObject({
      status: 'REFUSED',
      reason: '町の行事のため',
    });
    expect(await now(first)).toMatchObject({ startsAt: first.startsAt, status: 'PUBLISHED' });
    // Another may be made after it.
    expect(await refusalOf(proposed())).toBe('done');
  });

  it('refuses in words what has been taken meanwhile', async () => {
    const made = await proposed();
    const [span] = made.spans;
    await database.db.system('34', (tx) =>
      tx.insert(
        DayOff,
        DayOff.of(
          { id: specialist.specialistId, prefectureId: '34' },
          { date: localDateOf(span?.from ?? new Date(0)), part: 'DAY', reason: null },
        ),
      ),
    );
    expect((await proposals.judged(staff, made.id))[0]?.open).toBeNull();
    expect(await refusalOf(proposals.accept(staff, made.id, { slot: 0 }))).toBe(
      'CONFLICT visit-proposal.slot-taken',
    );
    expect(await proposal(made.id)).toMatchObject({ status: 'OPEN' });
  });

  it('is withdrawn by whoever made it, also by saying that they come', async () => {
    const made = await proposed();
    expect(await refusalOf(proposals.withdraw(colleague, made.id))).toBe(
      'NOT_FOUND visit-proposal.not-found',
    );
    expect(await refusalOf(proposals.withdraw(town, made.id))).toBe('FORBIDDEN access.forbidden');
    expect(await refusalOf(proposals.withdraw(staff, made.id))).toBe('FORBIDDEN access.forbidden');
    expect(await proposals.withdraw(specialist, made.id)).toMatchObject({ status: 'WITHDRAWN' });
    expect(await refusalOf(proposals.withdraw(specialist, made.id))).toBe(OVER);
    const again = await proposed();
    await calendar.visits.accept(specialist, first.id);
    expect(await proposal(again.id)).toMatchObject({ status: 'WITHDRAWN' });
    // After that they may still ask, or decline.
    const last = await proposed();
    await calendar.visits.decline(specialist, first.id, { kind: 'OTHER_DUTY' });
    expect(await proposal(last.id)).toMatchObject({ status: 'OVERTAKEN', settledByName: specialist.name });
  });
});

describe('at once', () => {
  const settled = (work: Promise<unknown>[]) =>
    Promise.all(work.map(refusalOf)).then((answers) => answers.sort());

  it('two of the hub accept both sides’ proposals: one moves the visit, the other is overtaken', async () => {
    const day = localDateOf((await afternoon()).startsAt);
    const [hers, theirs] = [await proposed(), await asked(first, day)];
    const answers = await settled([
      proposals.accept(staff, hers.id, { slot: 0 }),
      proposals.accept(colleagueOfHub, theirs.id, { slot: 0 }),
    ]);
    expect(answers).toEqual([OVER, 'done']);
    const states = [(await proposal(hers.id)).status, (await proposal(theirs.id)).status];
    expect(states.sort()).toEqual(['ACCEPTED', 'OVERTAKEN']);
  });

  it('two visits want the same hours: the first has them', async () => {
    await calendar.clear();
    await calendar.request(town, staff, { visits: 1 });
    await calendar.request(otherTown, staff, { visits: 1 });
    const [here, there] = await calendar.publish(staff);
    if (!here || !there) throw new Error('two visits are published');
    const both = (await open(here)).map(({ slot }) => slot.startsAt.getTime());
    const same = (await open(there)).find(({ slot }) => both.includes(slot.startsAt.getTime()))?.slot
      .startsAt;
    if (!same) throw new Error('a slot for both is expected');
    const one = await proposals.propose(specialist, here.id, { startsAt: [same] });
    const two = await proposals.propose(specialist, there.id, { startsAt: [same] });
    const answers = await settled([
      proposals.accept(staff, one.id, { slot: 0 }),
      proposals.accept(colleagueOfHub, two.id, { slot: 0 }),
    ]);
    expect(answers).toEqual(['CONFLICT visit-proposal.slot-taken', 'done']);
  });

  it('an acceptance races with a cancellation: whichever wins, nothing is half done', async () => {
    const made = await proposed();
    await settled([
      proposals.accept(staff, made.id, { slot: 0 }),
      calendar.visits.cancel(town, first.id, { reason: '急な行事' }),
    ]);
    // The cancellation comes through either way.
    expect(await now(first)).toMatchObject({ status: 'CANCELLED', cancelSide: 'TOWN' });
    expect(['ACCEPTED', 'OVERTAKEN']).toContain((await proposal(made.id)).status);
  });

  it('an acceptance races with a move by a repair', async () => {
    const made = await proposed();
    const day = localDateOf(first.startsAt);
    const away = { specialistId: specialist.specialistId, from: day, to: day };
    const { options } = await calendar.repairs.absenceOptions(staff, away);
    const answers = await settled([
      proposals.accept(staff, made.id, { slot: 0 }),
      calendar.repairs.applyRepair(colleagueOfHub, { ...away, optionKey: options[0]?.key, reason: '病気' }),
    ]);
    expect(answers.filter((answer) => answer === 'done').length).toBeGreaterThanOrEqual(1);
    const { status } = await proposal(made.id);
    expect(['ACCEPTED', 'OVERTAKEN']).toContain(status);
  });
});

describe('answers that are awaited', () => {
  const unanswered = async (actor: HubStaff | SpecialistUser, day: string) =>
    (await database.db.read(actor, (tx) => listVisits(tx, actor, { unansweredOn: day }, {}))).rows.map(
      ({ id }) => id,
    );

  it('are expected within the working days of the prefecture, and listed when they are late', async () => {
    expect(first.answerBy).toBe('2026-12-04');
    expect(await unanswered(staff, '2026-12-04')).toEqual([]);
    expect(await unanswered(staff, '2026-12-05')).toEqual([first.id, second.id]);
    await calendar.visits.accept(specialist, first.id);
    expect(await unanswered(staff, '2026-12-05')).toEqual([second.id]);
    expect(await unanswered(ehime, '2026-12-05')).toEqual([]);
  });

  it('are asked for on their day and once after it', async () => {
    const swept = async (at: string) => {
      clock.moveTo(new Date(at));
      await database.db.system(null, (tx) => sweepUnanswered(tx, clock.now()));
      const jobs: { payload: { visitId: string } }[] = await database.dataSource.query(
        `SELECT payload FROM outbox WHERE job = 'dispatch.remind-visit-answer'`,
      );
      for (const { payload } of jobs)
        await database.db.system('34', (tx, actor) =>
          remindOfAnswer(tx, payload.visitId, { actor, at: clock.now() }),
        );
      const [{ n }]: [{ n: number }] = await database.dataSource.query(
        `SELECT count(*)::int AS n FROM notice WHERE kind = 'VISIT_ANSWER_DUE' AND about_id = ANY($1)`,
        [[first.id, second.id]],
      );
      return n;
    };
    expect(await swept('2026-12-03T00:00:00Z')).toBe(0);
    expect(await swept('2026-12-04T00:00:00Z')).toBe(2);
    expect(await swept('2026-12-04T05:00:00Z')).toBe(2);
    await calendar.visits.accept(specialist, first.id);
    expect(await swept('2026-12-05T00:00:00Z')).toBe(3);
    expect(await swept('2026-12-06T00:00:00Z')).toBe(3);
  });
});
