import { FixedClock, type HubStaff, type MunicipalityStaff, type SpecialistUser } from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../test/given-calendar.js';
import { planVisitKey } from './plan-explanation.service.js';
import { getPlanningRun, unplacedVisitsOf } from './planning-run.queries.js';
import { spokenFindingsOf } from './problem-findings.js';
import { scoreInTiers } from './score-in-tiers.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let ehime: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let specialist: SpecialistUser;
let colleague: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  ehime = await hub(database.db, '38');
  kure = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
  colleague = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
});
afterAll(() => database.drop());

describe('the record of a run', () => {
  it('explains a visit by its price and the next best slots, also when the rows have changed since', async () => {
    const request = await calendar.request(kure, staff, { visits: 1 });
    const run = await calendar.plan(staff);
    const [proposal] = await calendar.proposals(run);
    const ask = () =>
      calendar.explanations.explainVisit(staff, { runId: run.id, supportRequestId: request.id, visitNo: 1 });
    const then = await ask();
    expect(then).toMatchObject({
      slot: { specialistId: proposal?.specialistId, startsAt: proposal?.startsAt },
      reasons: [],
    });
    expect(then.price?.parts.map(({ ruleId }) => ruleId)).toContain('travel-minutes');
    expect(then.alternatives.length).toBeGreaterThan(0);
    await database.dataSource.query('UPDATE specialist SET active = false');
    await calendar.runs.discard(staff, run.id);
    clock.moveTo(new Date('2029-04-01T00:00:00Z'));
    expect(await ask()).toEqual(then);
    await database.dataSource.query('UPDATE specialist SET active = true');
    const shown = await calendar.explanations.explainProposedVisit(staff, proposal?.id ?? '');
    expect(shown.slot).toEqual(then.slot);
  });

  it('explains a pinned visit by where it is: the planner had no choice', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    const [first] = await calendar.proposals(await calendar.plan(staff));
    await calendar.runs.pinProposedVisit(staff, first?.id ?? '', true);
    const [pinned] = await calendar.proposals(await calendar.plan(staff));
    const answer = await calendar.explanations.explainProposedVisit(staff, pinned?.id ?? '');
    expect(answer).toMatchObject({ slot: { startsAt: first?.startsAt }, price: null, reasons: [] });
  });

  it('explains what found no place, in words', async () => {
    const request = await calendar.request(kure, staff, { themeId: 'T12', visits: 1 });
    const run = await calendar.plan(staff);
    const visit = { runId: run.id, supportRequestId: request.id, visitNo: 1 };
    const answer = await calendar.explanations.explainVisit(staff, visit);
    expect(answer).toMatchObject({ slot: null, price: null });
    expect(answer.reasons[0]?.sentence.ja).toContain('必須スキル');
    const key = planVisitKey(visit);
    const nearest = await calendar.explanations.nearestChangesOf(staff, [key]);
    expect(answer.nearestChanges).toEqual(nearest.map(({ change }) => change));
  });

  it('names the least change that would make a place', async () => {
    await calendar.request(kure, staff, { visits: 1, deadlineOn: '2026-12-08', visitMinutes: 180 });
    await database.dataSource.query(
      `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part)
       SELECT gen_random_uuid(), '34', id, day, 'DAY' FROM specialist, generate_series(date '2026-12-07', '2026-12-08', '1 day') day
       WHERE prefecture_id = '34'`,
    );
    const run = await calendar.plan(staff);
    const [unplaced] = await database.db.read(staff, (tx) => unplacedVisitsOf(tx, [run.id]));
    if (!unplaced) throw new Error('a visit has no place');
    const { nearestChanges } = await calendar.explanations.explainVisit(staff, unplaced);
    expect(nearestChanges.map(({ kind }) => kind)).toContain('LATER_DEADLINE');
    for (const { sentence } of nearestChanges) {
      expect(sentence.ja).toMatch(/12月\d+日.*専門 \d/);
      expect(sentence.en).toMatch(/Dec.*Expert \d|Expert \d.*Dec/);
    }
  });

  it('says why somebody was not planned, or that nothing stood against it', async () => {
    const request = await calendar.request(kure, staff, { visits: 1 });
    const run = await calendar.plan(staff);
    const ask = (specialistId: string, date: string | null) =>
      calendar.explanations.whyNot(staff, {
        runId: run.id,
        supportRequestId: request.id,
        specialistId,
        date,
      });
    expect(await ask(colleague.specialistId, null)).toMatchObject({ possible: true, sentence: null });
    const onSunday = await ask(specialist.specialistId, '2026-12-13');
    expect(onSunday.possible).toBe(false);
    expect(onSunday.sentence?.ja).toMatch(/[ぁ-ん]/);
    expect(onSunday.sentence?.en).toMatch(/[a-z]/);
    await expect(ask(request.id, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is the hub’s own, and there is none before the plan', async () => {
    const request = await calendar.request(kure, staff, { visits: 1 });
    const run = await calendar.plan(staff);
    const visit = { runId: run.id, supportRequestId: request.id, visitNo: 1 };
    await expect(calendar.explanations.explainVisit(ehime, visit)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(calendar.explanations.explainVisit(kure, visit)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(calendar.explanations.figures(ehime, run.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const open = await calendar.runs.request(staff, DECEMBER);
    await expect(calendar.explanations.figures(staff, open.id)).rejects.toMatchObject({
      code: 'INVALID_STATE',
      reason: 'planning-run.no-plan',
    });
  });

  it('tells how even the plan is, and what differs between two', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    const before = await calendar.plan(staff);
    await calendar.request(mihara, staff, { visits: 2 });
    const after = await calendar.plan(staff);
    expect(await calendar.explanations.figures(staff, after.id)).toMatchObject({
      placed: 3,
      unplaced: 0,
      townsServed: 2,
      townsLeftOut: 0,
    });
    const comparison = await calendar.explanations.compare(staff, before.id, after.id);
    expect(comparison.unchanged + comparison.changes.length).toBe(3);
    expect(comparison.changes.filter(({ kind }) => kind === 'NEW')).toHaveLength(2);
    expect(comparison.price?.tiers).toHaveLength(3);
    expect(scoreInTiers(after)?.tiers[0]?.rules).toContain('visit-left-out');
  });

  it('finds a pinned visit in both plans, although the second one was given it', async () => {
    await calendar.request(kure, staff, { visits: 2 });
    const before = await calendar.plan(staff);
    const [first] = await calendar.proposals(before);
    await calendar.runs.pinProposedVisit(staff, first?.id ?? '', true);
    const after = await calendar.plan(staff);
    expect(await calendar.explanations.compare(staff, before.id, after.id)).toMatchObject({
      unchanged: 2,
      changes: [],
    });
    expect(await calendar.explanations.compare(staff, after.id, before.id)).toMatchObject({
      unchanged: 2,
      changes: [],
    });
  });

  it('keeps what was odd about the problem, and plans the rest', async () => {
    await calendar.request(kure, staff, { visits: 2, minGapDays: 60 });
    await calendar.request(mihara, staff, { visits: 1 });
    const run = await calendar.plan(staff);
    expect(run.status).toBe('PROPOSED');
    expect((await calendar.proposals(run)).some(({ municipalityId }) => municipalityId === MIHARA)).toBe(
      true,
    );
    const findings = await database.db.read(staff, (tx) => spokenFindingsOf(tx, staff, [run.id]));
    for (const finding of findings) {
      expect(finding.fatal).toBe(false);
      expect(finding.sentence.ja).not.toMatch(/[0-9a-f]{8}-/);
    }
  });
});

describe('a plan edited by hand', () => {
  const halfDay = 4 * 3_600_000;

  it('is judged on trial without any change, and changed when no hard rule stands against it', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    const run = await calendar.plan(staff);
    const [proposal] = await calendar.proposals(run);
    if (!proposal) throw new Error('a visit is proposed');
    const startsAt = new Date(Date.parse('2026-12-24T01:00:00Z'));
    const wish = { specialistId: colleague.specialistId, startsAt, mode: 'ON_SITE' };
    const trial = await calendar.edits.move(staff, proposal.id, { ...wish, dryRun: true });
    expect(trial).toMatchObject({ applied: false });
    expect(trial.violations.filter(({ level }) => level === 'hard')).toEqual([]);
    expect((await calendar.proposals(run))[0]).toMatchObject({ startsAt: proposal.startsAt, edited: false });
    expect(await calendar.edits.move(staff, proposal.id, wish)).toMatchObject({ applied: true });
    const [moved] = await calendar.proposals(run);
    expect(moved).toMatchObject({ startsAt, specialistId: colleague.specialistId, edited: true });
    expect((moved?.endsAt.getTime() ?? 0) - startsAt.getTime()).toBe(120 * 60_000);
    const now = await database.db.read(staff, (tx) => getPlanningRun(tx, staff, run.id));
    expect(now.score?.parts['earliness']).toBeGreaterThan(run.score?.parts['earliness'] ?? 0);
    await calendar.publishing.publish(staff, run.id);
    expect((await calendar.visitsOf(staff))[0]).toMatchObject({ startsAt });
  });

  it('takes starts on the hour and the half hour', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    const [proposal] = await calendar.proposals(await calendar.plan(staff));
    const odd = { startsAt: new Date('2026-12-24T01:07:00Z'), mode: 'ONLINE' };
    await expect(
      calendar.edits.move(staff, proposal?.id ?? '', { ...odd, specialistId: specialist.specialistId }),
    ).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { faults: [expect.objectContaining({ path: 'startsAt', rule: 'step' })] },
    });
  });

  it('refuses what a hard rule forbids, in words', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    const [proposal] = await calendar.proposals(await calendar.plan(staff));
    const sunday = { specialistId: specialist.specialistId, startsAt: new Date('2026-12-13T01:00:00Z') };
    const judged = await calendar.edits.move(staff, proposal?.id ?? '', { ...sunday, mode: 'ONLINE' });
    expect(judged.applied).toBe(false);
    expect(judged.violations.some(({ level, sentence }) => level === 'hard' && sentence.ja.length > 5)).toBe(
      true,
    );
  });

  it('is the hub’s own, while it is proposed', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    const run = await calendar.plan(staff);
    const [proposal] = await calendar.proposals(run);
    const id = proposal?.id ?? '';
    const startsAt = new Date((proposal?.startsAt.getTime() ?? 0) + halfDay);
    const wish = { specialistId: specialist.specialistId, startsAt, mode: 'ONLINE' };
    await expect(calendar.edits.move(ehime, id, wish)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(calendar.edits.move(kure, id, wish)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await calendar.runs.discard(staff, run.id);
    const settled = { ...wish, mode: proposal?.mode, startsAt: proposal?.startsAt };
    await expect(calendar.edits.move(staff, id, settled)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });
});
