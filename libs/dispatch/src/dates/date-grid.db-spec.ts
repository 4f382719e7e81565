import { FixedClock, type HubStaff, type MunicipalityStaff } from '@banso/kernel';
import type { SupportRequest } from '@banso/support';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../../test/people.js';
import { DECEMBER, ENTITIES, START, THEME } from '../../test/given-calendar.js';
import { Dates } from '../../test/given-dates.js';
import type { DateInquiry } from './date-inquiry.entity.js';
import { dateAnswersOf } from './date-inquiry.queries.js';
import { inquiryActionsOf } from './date-inquiry.policy.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let dates: Dates;
let staff: HubStaff;
let kure: MunicipalityStaff;
let colleague: MunicipalityStaff;
let mihara: MunicipalityStaff;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  dates = new Dates(database.db, clock);
  staff = await hub(database.db);
  kure = await clerk(database.db);
  colleague = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  await expert(database.db, staff, {
    themes: [THEME],
    daysOff: [{ date: '2026-12-11', part: 'DAY' }],
  });
});
let request: SupportRequest;
let inquiry: DateInquiry;

const A = { date: '2026-12-10', half: 'AM' as const };
const B = { date: '2026-12-10', half: 'PM' as const };
/** Nobody of the pool works on that day. */
const C = { date: '2026-12-11', half: 'AM' as const };
const D = { date: '2026-12-14', half: 'PM' as const };

beforeEach(async () => {
  clock.moveTo(new Date(START));
  await dates.clear();
  await database.dataSource.query(
    `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part)
     SELECT gen_random_uuid(), '34', id, '2026-12-11', 'DAY' FROM specialist`,
  );
  request = await dates.request(kure, staff, { visits: 1 });
  inquiry = await dates.inquiries.ask(staff, {
    supportRequestId: request.id,
    workingDays: 3,
    halves: [B, A, C],
    townMayAdd: true,
  });
});
afterAll(() => database.drop());

const refused = (reason: string) => ({ reason });
const fault = (path: string, rule: string) => ({ details: { faults: [{ path, rule }] } });
const say = (name: string, ...marks: { date: string; half: 'AM' | 'PM'; mark: string }[]) => ({
  name,
  marks,
});
const answers = () => database.db.read(staff, (tx) => dateAnswersOf(tx, [inquiry.id]));
const fixOf = (half: object, slotKey = 'x') => ({ ...half, slotKey });

describe('half-days to mark', () => {
  it('are working days after the deadline, within reach', async () => {
    await dates.inquiries.withdraw(staff, inquiry.id, { reason: 'x' });
    const ask = (date: string) =>
      dates.inquiries.ask(staff, {
        supportRequestId: request.id,
        workingDays: 3,
        halves: [{ date, half: 'AM' }],
      });
    await expect(ask('2026-12-12')).rejects.toMatchObject(fault('halves.0.date', 'closed-day'));
    await expect(ask('2026-12-04')).rejects.toMatchObject(fault('halves.0.date', 'too-early'));
    await expect(ask('2027-03-01')).rejects.toMatchObject(fault('halves.0.date', 'too-far'));
    await expect(ask('2026-02-30')).rejects.toMatchObject(fault('halves.0.date', 'date'));
    expect(inquiry).toMatchObject({ way: 'GRID', dueOn: '2026-12-04', visitNo: null });
    expect(inquiry.halves.map(({ date, half }) => `${date} ${half}`)).toEqual([
      '2026-12-10 AM',
      '2026-12-10 PM',
      '2026-12-11 AM',
    ]);
  });

  it('are marked by several people of the town, each under a name that is theirs to change', async () => {
    await Promise.all([
      dates.answers.mark(kure, inquiry.id, say('課長', { ...A, mark: 'NO' }, { ...B, mark: 'YES' })),
      dates.answers.mark(colleague, inquiry.id, say('係長', { ...A, mark: 'YES' }, { ...B, mark: 'MAYBE' })),
    ]);
    await dates.answers.mark(kure, inquiry.id, {
      ...say('課長', { ...A, mark: 'MAYBE' }, { ...B, mark: 'YES' }, { ...D, mark: 'YES' }),
      comment: '14日も空きました',
      added: [D],
    });
    expect((await answers()).map(({ name, comment }) => [name, comment]).sort()).toEqual([
      ['係長', null],
      ['課長', '14日も空きました'],
    ]);
    expect((await dates.now(kure, inquiry)).halves.filter(({ byTown }) => byTown)).toEqual([
      { ...D, byTown: true },
    ]);
    await expect(
      dates.answers.mark(colleague, inquiry.id, say('課長', { ...A, mark: 'YES' })),
    ).rejects.toMatchObject(fault('name', 'name-answered'));
    await expect(
      dates.answers.mark(kure, inquiry.id, say('課長', { date: '2026-12-15', half: 'AM', mark: 'YES' })),
    ).rejects.toMatchObject(fault('marks.0.date', 'not-asked'));
    await expect(
      dates.answers.mark(kure, inquiry.id, {
        ...say('課長', { ...A, mark: 'YES' }),
        added: [{ ...A, date: '2026-12-13' }],
      }),
    ).rejects.toMatchObject(fault('halves.0.date', 'closed-day'));
    await expect(
      dates.answers.mark(mihara, inquiry.id, say('他町', { ...A, mark: 'YES' })),
    ).rejects.toMatchObject(refused('date-inquiry.not-found'));
    await expect(
      dates.answers.mark(staff, inquiry.id, say('県', { ...A, mark: 'YES' })),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await database.dataSource.query('UPDATE date_inquiry SET town_may_add = false');
    await expect(
      dates.answers.mark(kure, inquiry.id, { ...say('課長', { ...A, mark: 'YES' }), added: [D] }),
    ).rejects.toMatchObject(refused('date-inquiry.may-not-add'));
  });

  it('keep their visit out of plans while the town is asked', async () => {
    const proposed = async () => dates.proposals(await dates.plan(staff, DECEMBER));
    expect(await proposed()).toEqual([]);
    await dates.inquiries.withdraw(staff, inquiry.id, { reason: '電話で決めたため' });
    expect(await proposed()).toHaveLength(1);
  });
});

describe('the hub', () => {
  it('fixes what somebody can and the calendar allows, by answers first, and never what everybody refused', async () => {
    await expect(dates.fixing.fix(staff, inquiry.id, fixOf(A))).rejects.toMatchObject(
      refused('date-inquiry.nobody-answered'),
    );
    await dates.answers.mark(
      kure,
      inquiry.id,
      say('課長', { ...A, mark: 'NO' }, { ...B, mark: 'MAYBE' }, { ...C, mark: 'YES' }),
    );
    await dates.answers.mark(colleague, inquiry.id, {
      ...say(
        '係長',
        { ...A, mark: 'NO' },
        { ...B, mark: 'YES' },
        { ...C, mark: 'YES' },
        { ...D, mark: 'YES' },
      ),
      added: [D],
    });
    const halves = await dates.fixing.halvesToFix(staff, inquiry.id);
    // A was refused by everybody; on C nobody works.
    expect(halves.map(({ date, half, yes, maybe, no }) => [date, half, yes, maybe, no])).toEqual([
      ['2026-12-10', 'PM', 1, 1, 0],
      ['2026-12-14', 'PM', 1, 0, 0],
    ]);
    await expect(dates.fixing.fix(staff, inquiry.id, fixOf(A))).rejects.toMatchObject(
      refused('date-inquiry.everyone-refused'),
    );
    await expect(dates.fixing.fix(staff, inquiry.id, fixOf(C))).rejects.toMatchObject(
      refused('date-inquiry.stale'),
    );
    const [best, other] = halves;
    await expect(dates.fixing.fix(staff, inquiry.id, fixOf(D, best?.slot.key))).rejects.toMatchObject(
      refused('date-inquiry.stale'),
    );
    await expect(dates.fixing.fix(kure, inquiry.id, fixOf(B, best?.slot.key))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const both = await Promise.allSettled([
      dates.fixing.fix(staff, inquiry.id, fixOf(B, best?.slot.key)),
      dates.fixing.fix(staff, inquiry.id, fixOf(D, other?.slot.key)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const agreed = await dates.now(kure, inquiry);
    expect(await dates.visitsOf(kure)).toMatchObject([
      { id: agreed.visitId, status: 'PUBLISHED', visitNo: 1 },
    ]);
    expect(agreed).toMatchObject({ status: 'AGREED', visitNo: 1 });
  });

  it('still fixes one after the deadline; without an answer the inquiry lapses', async () => {
    await dates.answers.mark(kure, inquiry.id, say('課長', { ...B, mark: 'YES' }));
    clock.moveTo(inquiry.closesAt);
    await dates.sweep();
    const closed = await dates.now(staff, inquiry);
    expect(closed.status).toBe('ANSWERED');
    expect(await dates.told(inquiry)).toContain('DATES_CLOSED');
    await expect(
      dates.answers.mark(kure, inquiry.id, say('課長', { ...A, mark: 'YES' })),
    ).rejects.toMatchObject(refused('date-inquiry.not-in-state'));
    const acts = (actor: HubStaff | MunicipalityStaff) =>
      inquiryActionsOf(actor, closed, { now: clock.now(), answers: 1 });
    expect([acts(staff), acts(kure)]).toEqual([['FIX', 'WITHDRAW'], []]);
    const [half] = await dates.fixing.halvesToFix(staff, inquiry.id);
    expect(await dates.fixing.fix(staff, inquiry.id, fixOf(B, half?.slot.key))).toMatchObject({
      status: 'AGREED',
    });

    const other = await dates.request(kure, staff, { visits: 1 });
    const silent = await dates.inquiries.ask(staff, {
      supportRequestId: other.id,
      workingDays: 1,
      halves: [D],
    });
    clock.moveTo(silent.closesAt);
    await dates.sweep();
    expect((await dates.now(staff, silent)).status).toBe('LAPSED');
  });
});
