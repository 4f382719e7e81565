import {
  FixedClock,
  type HubStaff,
  localDateOf,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { clerk, expert, hub, MIHARA } from '../../../test/people.js';
import { Calendar, DECEMBER, ENTITIES, START, THEME } from '../test/given-calendar.js';
import type { MoveJudgement } from './plan-answers.js';
import type { PlanningRun } from './planning-run.entity.js';
import { getPlanningRun, proposedVisitsOf, unplacedVisitsOf } from './planning-run.queries.js';
import type { ProposedVisit } from './proposed-visit.entity.js';
import { slotAlone } from './slot.js';

const clock = new FixedClock(new Date(START));
let database: FreshDatabase;
let calendar: Calendar;
let staff: HubStaff;
let colleague: HubStaff;
let ehime: HubStaff;
let kure: MunicipalityStaff;
let mihara: MunicipalityStaff;
let specialist: SpecialistUser;
let other: SpecialistUser;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  calendar = new Calendar(database.db, clock);
  staff = await hub(database.db);
  colleague = await hub(database.db);
  ehime = await hub(database.db, '38');
  kure = await clerk(database.db);
  mihara = await clerk(database.db, MIHARA);
  specialist = await expert(database.db, staff, { themes: [THEME] });
  other = await expert(database.db, staff, { themes: [THEME] });
});
beforeEach(async () => {
  clock.moveTo(new Date(START));
  await calendar.clear();
});
afterAll(() => database.drop());

const runNow = (id: string) => database.db.read(staff, (tx) => getPlanningRun(tx, staff, id));

/** Everything that a plan says, without when it was said. */
async function fingerprint(run: Pick<PlanningRun, 'id'>) {
  const { score, progress, bound } = await runNow(run.id);
  const [proposals, unplaced] = await database.db.read(staff, async (tx) => [
    await proposedVisitsOf(tx, [run.id]),
    await unplacedVisitsOf(tx, [run.id]),
  ]);
  return {
    score,
    progress,
    bound,
    proposals,
    unplaced: unplaced.map((row) => ({ ...row, proposalId: null })),
  };
}

const versionOf = async (id: string): Promise<string> => {
  const rows: { version: string }[] = await database.dataSource.query(
    `SELECT coalesce(max(id), 0)::text AS version FROM audit_entry WHERE table_name = 'proposed_visit' AND row_id = $1`,
    [id],
  );
  return rows[0]?.version ?? '0';
};

const drop = async (actor: HubStaff, { id }: Pick<ProposedVisit, 'id'>): Promise<MoveJudgement> =>
  calendar.edits.drop(actor, id, { seen: await versionOf(id) });

const backTo = ({ supportRequestId, visitNo, ...visit }: ProposedVisit) => {
  const { endsAt: _, ...slot } = slotAlone(visit);
  return { supportRequestId, visitNo, ...slot };
};

async function given(): Promise<{ run: PlanningRun; proposals: ProposedVisit[] }> {
  await calendar.request(kure, staff, { visits: 2 });
  await calendar.request(mihara, staff, { visits: 1 });
  const run = await calendar.plan(staff);
  const proposals = await calendar.proposals(run);
  expect(proposals).toHaveLength(3);
  return { run, proposals };
}

describe('a visit taken out of a plan', () => {
  it('is without a place, and the plan is what it was when it comes back', async () => {
    const { run, proposals } = await given();
    const before = await fingerprint(run);
    for (const visit of proposals) {
      const trial = await calendar.edits.drop(staff, visit.id, { dryRun: true });
      expect(trial).toMatchObject({ applied: false, proposedVisitId: visit.id });
      expect(await fingerprint(run)).toEqual(before);
      const dropped = await drop(staff, visit);
      expect(dropped).toMatchObject({ applied: true, proposedVisitId: null, price: trial.price });
      const { supportRequestId, visitNo } = visit;
      const after = await fingerprint(run);
      expect(after.proposals.map(({ id }) => id)).not.toContain(visit.id);
      // It would fit where it was.
      expect(after.unplaced).toEqual([expect.objectContaining({ supportRequestId, visitNo, reasons: [] })]);
      expect(after.progress).toMatchObject({ placed: 2, unplaced: 1 });
      expect(after.score?.parts['visit-left-out']).toBeGreaterThan(
        before.score?.parts['visit-left-out'] ?? 0,
      );
      expect((await calendar.explanations.figures(staff, run.id)).unplaced).toBe(1);
      const back = await calendar.edits.place(staff, run.id, backTo(visit));
      expect(back).toMatchObject({ applied: true, proposedVisitId: visit.id });
      expect(back.price.tiers).toEqual(dropped.price.tiers.map((points) => 0 - points));
      expect(await fingerprint(run)).toEqual(before);
    }
    const [first] = proposals;
    if (!first) throw new Error('a visit is proposed');
    await calendar.runs.pinProposedVisit(staff, first.id, true);
    await drop(staff, first);
    await calendar.edits.place(staff, run.id, backTo(first));
    expect((await calendar.proposals(run)).find(({ id }) => id === first.id)).toMatchObject({ pinned: true });
  });

  it('carries the reasons that stand in its way when something has come between', async () => {
    const { run, proposals } = await given();
    const [first] = proposals;
    if (!first) throw new Error('a visit is proposed');
    await database.dataSource.query(
      `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part)
       SELECT gen_random_uuid(), '34', id, day, 'DAY' FROM specialist,
         generate_series('2026-12-01'::date, '2026-12-31', '1 day') AS day WHERE prefecture_id = '34'`,
    );
    await drop(staff, first);
    const { unplaced } = await fingerprint(run);
    expect(unplaced).toHaveLength(1);
    expect(unplaced[0]?.reasons[0]).toMatchObject({ ruleId: 'within-availability' });
    const refused = await calendar.edits.place(staff, run.id, backTo(first));
    expect(refused).toMatchObject({ applied: false, proposedVisitId: null });
    expect(refused.violations.some(({ level, sentence }) => level === 'hard' && sentence.ja.length > 5)).toBe(
      true,
    );
  });

  it('which was moved from the published plan is called off, or moved again when it comes back', async () => {
    await calendar.request(kure, staff, { visits: 1 });
    const [visit] = await calendar.publish(staff);
    if (!visit) throw new Error('a visit is published');
    await database.dataSource.query(
      `INSERT INTO day_off (id, prefecture_id, specialist_id, date, part) VALUES (gen_random_uuid(), '34', $1, $2, 'DAY')`,
      [visit.specialistId, localDateOf(visit.startsAt)],
    );
    clock.moveTo(new Date('2026-11-24T00:00:00Z'));
    const run = await calendar.plan(staff, DECEMBER, { movePublished: true });
    const [proposal] = await calendar.proposals(run);
    if (!proposal) throw new Error('a move is proposed');
    const before = await fingerprint(run);
    await drop(staff, proposal);
    const out = await fingerprint(run);
    expect(out.unplaced).toEqual([expect.objectContaining({ replacesVisitId: visit.id })]);
    await calendar.edits.place(staff, run.id, backTo(proposal));
    expect(await fingerprint(run)).toEqual(before);
  });

  it('is taken out once, also when two do it at once or after one another', async () => {
    const { run, proposals } = await given();
    const [first, second] = proposals;
    if (!first || !second) throw new Error('visits are proposed');
    const seen = await versionOf(first.id);
    const asked = await Promise.allSettled(
      [staff, colleague].map((actor) => calendar.edits.drop(actor, first.id, { seen })),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(calendar.edits.drop(staff, first.id, { seen })).rejects.toMatchObject({
      reason: 'record.changed-meanwhile',
    });
    await expect(drop(staff, first)).rejects.toMatchObject({ reason: 'plan.visit-taken-out' });
    await expect(calendar.edits.move(colleague, first.id, { ...backTo(first), seen })).rejects.toMatchObject({
      reason: 'record.changed-meanwhile',
    });
    const out = await versionOf(first.id);
    const places = await Promise.allSettled(
      [staff, colleague].map((actor) => calendar.edits.place(actor, run.id, { ...backTo(first), seen: out })),
    );
    expect(places.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(calendar.edits.place(staff, run.id, { ...backTo(first), seen: out })).rejects.toMatchObject({
      reason: 'record.changed-meanwhile',
      details: { changes: expect.arrayContaining([expect.objectContaining({ field: 'startsAt' })]) },
    });
    expect(await calendar.proposals(run)).toHaveLength(3);
    // Two that undo each other: whichever is first, a plan without holes is left.
    const version = await versionOf(second.id);
    await Promise.allSettled([
      calendar.edits.drop(staff, second.id, { seen: version }),
      calendar.edits.move(colleague, second.id, { ...backTo(second), seen: version }),
    ]);
    const { proposals: left, unplaced, progress } = await fingerprint(run);
    expect(left.length + unplaced.length).toBe(3);
    expect(progress).toMatchObject({ placed: left.length, unplaced: unplaced.length });
  });

  it('is the hub’s own, while it is proposed', async () => {
    const { run, proposals } = await given();
    const [first] = proposals;
    if (!first) throw new Error('a visit is proposed');
    await expect(calendar.edits.drop(ehime, first.id, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(calendar.edits.drop(kure, first.id, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(calendar.edits.place(ehime, run.id, backTo(first))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(calendar.edits.place(specialist, run.id, backTo(first))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const slots = { runId: run.id, proposedVisitId: first.id, first: 5 };
    await expect(calendar.slots.openSlots(ehime, slots)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(calendar.slots.openSlots(kure, slots)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(calendar.slots.openSlots(staff, { ...slots, first: 0 })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    await calendar.runs.discard(staff, run.id);
    await expect(drop(staff, first)).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await expect(calendar.slots.openSlots(staff, slots)).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });
});

describe('a plan made by hand', () => {
  it('begins empty, is filled from what is open, and is published', async () => {
    await calendar.request(kure, staff, { visits: 2 });
    await calendar.request(mihara, staff, { visits: 1, themeId: 'T12' });
    const run = await calendar.plan(staff, DECEMBER, { byHand: true });
    expect(run).toMatchObject({ status: 'PROPOSED', byHand: true, progress: { placed: 0, unplaced: 3 } });
    const { unplaced } = await fingerprint(run);
    const [open] = unplaced.filter(({ reasons }) => reasons.length === 0);
    expect(unplaced.filter(({ reasons }) => reasons.length > 0)).toHaveLength(1);
    if (!open) throw new Error('a visit has a place');
    const key = { supportRequestId: open.supportRequestId, visitNo: open.visitNo };
    const slots = await calendar.slots.openSlots(staff, { runId: run.id, ...key, first: 60 });
    expect(new Set(slots.map(({ slot }) => slot.specialistId))).toEqual(
      new Set([specialist.specialistId, other.specialistId]),
    );
    for (const { slot, effects, price } of [slots[0], slots.at(-1)].flatMap((one) => one ?? [])) {
      const { endsAt: _, ...place } = slot;
      const judged = await calendar.edits.place(staff, run.id, { ...key, ...place, dryRun: true });
      expect(judged.violations.filter(({ level }) => level === 'hard')).toEqual([]);
      expect(judged.price).toEqual({ ...price, parts: expect.any(Array) });
      expect(effects.travelMinutes).toBeGreaterThan(0);
    }
    const [best] = slots;
    if (!best) throw new Error('a slot is open');
    const { endsAt: _, ...place } = best.slot;
    const sunday = { ...place, startsAt: new Date('2026-12-13T01:00:00Z') };
    expect(await calendar.edits.place(staff, run.id, { ...key, ...sunday })).toMatchObject({
      applied: false,
    });
    const placed = await calendar.edits.place(staff, run.id, { ...key, ...place });
    expect(placed).toMatchObject({ applied: true });
    expect((await calendar.proposals(run))[0]).toMatchObject({
      edited: true,
      travelBeforeMinutes: expect.any(Number),
    });
    const moves = await calendar.slots.openSlots(staff, {
      runId: run.id,
      proposedVisitId: placed.proposedVisitId,
      first: 3,
    });
    expect(moves).toHaveLength(3);
    await expect(
      calendar.edits.place(staff, run.id, { ...key, visitNo: 99, ...place }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await calendar.publishing.publish(staff, run.id);
    expect(await calendar.visitsOf(staff)).toEqual([expect.objectContaining({ startsAt: place.startsAt })]);
  });

  it('lets a visit that was pinned before be moved and taken out, without what was proven of it', async () => {
    const { run, proposals } = await given();
    const [first] = proposals;
    if (!first) throw new Error('a visit is proposed');
    await calendar.runs.pinProposedVisit(staff, first.id, true);
    const next = await calendar.plan(staff);
    expect(next.id).not.toBe(run.id);
    const before = await fingerprint(next);
    const held = before.proposals.find(({ pinned }) => pinned);
    if (!held) throw new Error('the pinned visit is in the plan');
    await drop(staff, held);
    const after = await fingerprint(next);
    expect(after.progress).toMatchObject({ placed: 2, unplaced: 1 });
    expect(after.score?.parts['visit-left-out']).toBeGreaterThan(0);
    await calendar.edits.place(staff, next.id, backTo(held));
    expect(await fingerprint(next)).toEqual(before);
  });
});
