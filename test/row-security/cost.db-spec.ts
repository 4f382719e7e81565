import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { listVisits } from '@banso/dispatch';
import { type Actor, isOfTenant } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { listSupportRequests } from '@banso/support';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { type FreshDatabase, freshDatabase } from '../database.js';
import { actorsOf, type Circle, CIRCLES, fillCircles } from './circles.js';

/** BANSO_MEASURE=300 prints what the policies cost, over so many repetitions; docs/measurements.md has the figures. */
const MEASURED = Number(process.env['BANSO_MEASURE'] ?? 0);
/** Of each circle; measured with as many as a large prefecture has in some years. */
const REQUESTS = MEASURED > 0 ? 5_000 : 200;

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  await fillCircles(database.dataSource);
  for (const { prefectureId, municipalityId, specialistId } of CIRCLES) {
    await database.dataSource.query(
      `INSERT INTO support_request (id, prefecture_id, municipality_id, status, title, trouble, urgency, mode, visits,
         visit_minutes, min_gap_days, wished, only_wished, entrust_selection, contact_section, created_at, updated_at)
       SELECT gen_random_uuid(), $1, $2, (ARRAY['AWAITING_INTAKE', 'IN_TRIAGE', 'SCHEDULING', 'IN_SUPPORT'])[1 + n % 4], 'x',
         'x', 'NORMAL', 'ONLINE', 1, 60, 0, '[]', false, true, 'x', now() - n * interval '1 hour', now()
       FROM generate_series(1, ${REQUESTS}) n`,
      [prefectureId, municipalityId],
    );
    await database.dataSource.query(
      `INSERT INTO visit (id, prefecture_id, support_request_id, visit_no, specialist_id, municipality_id, mode, starts_at,
         ends_at, busy_from, travel_before_minutes, travel_after_minutes, status, pinned, publication_id)
       SELECT gen_random_uuid(), $1, r.id, 2, $3, $2, 'ONLINE', at, at + interval '1 hour', at, 0, 0, 'PUBLISHED', false, p.id
       FROM (SELECT id, timestamptz '2027-01-01' + row_number() OVER () * interval '2 hours' AS at
             FROM support_request WHERE municipality_id = $2) r,
            (SELECT id FROM plan_publication WHERE prefecture_id = $1 LIMIT 1) p`,
      [prefectureId, municipalityId, specialistId],
    );
    await database.dataSource.query(
      `INSERT INTO support_team SELECT id, $2, prefecture_id FROM support_request WHERE municipality_id = $1
       ORDER BY id LIMIT 40 ON CONFLICT DO NOTHING`,
      [municipalityId, specialistId],
    );
  }
  await database.dataSource.query('VACUUM ANALYZE');
}, 120_000);
afterAll(() => database.drop());

const WEEK = { from: '2027-01-11', to: '2027-01-17' };
const people = actorsOf(CIRCLES[0] as Circle);

interface Question {
  readonly name: string;
  readonly actor: Actor;
  readonly table: string;
  readonly ask: (tx: Tx) => Promise<{ readonly rows: readonly unknown[] }>;
}

const inbox = (actor: Actor) => (tx: Tx) =>
  listSupportRequests(
    tx,
    actor,
    { statuses: ['AWAITING_INTAKE', 'IN_TRIAGE'], oldestFirst: true },
    { first: 50 },
  );
const board = (actor: Actor) => (tx: Tx) => listVisits(tx, actor, WEEK, { first: 100 });

const QUESTIONS: readonly Question[] = Object.values(people)
  .filter(isOfTenant)
  .flatMap((actor) => [
    { name: `inbox, ${actor.role}`, actor, table: 'support_request', ask: inbox(actor) },
    { name: `board of a week, ${actor.role}`, actor, table: 'visit', ask: board(actor) },
  ]);

/** The same statements by the owner, whom no policy holds here. */
const unguarded = ({ ask }: Question) => database.dataSource.transaction((manager) => ask(manager as Tx));
const guarded = ({ actor, ask }: Question) => database.db.write(actor, ask);

it.each(QUESTIONS.map((question) => [question.name, question] as const))(
  '%s: the policies change no answer',
  async (_, question) => {
    const { rows } = await guarded(question);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual((await unguarded(question)).rows);
  },
);

it('an index is used for the own rows, and who acts is worked out once', async () => {
  for (const { actor, table } of QUESTIONS) {
    const plan = await database.db.write(actor, async (tx) => {
      const key = table === 'visit' ? 'starts_at' : 'created_at';
      const rows = await tx.query<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT * FROM ${table} WHERE prefecture_id = $1 ${
          actor.role === 'MUNICIPALITY_STAFF' ? `AND municipality_id = '${actor.municipalityId}'` : ''
        } ORDER BY ${key}, id LIMIT 50`,
        [actor.prefectureId],
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('InitPlan');
    // Each setting stands in an InitPlan, never in the condition of a row.
    for (const line of plan.split('\n').filter((one) => /^\s*Filter:/.test(one)))
      expect(line).not.toContain('current_setting');
  }
});

it('what it costs, when asked for it', async () => {
  const times = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const median = (all: number[]): number => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  for (const question of QUESTIONS) {
    const before: number[] = [];
    const after: number[] = [];
    const settings = `SELECT set_config('app.role', '', true), set_config('app.prefecture_id', '', true),
        set_config('app.municipality_id', '', true), set_config('app.specialist_id', '', true),
        set_config('transaction_read_only', 'off', true)`;
    for (let n = 0; n < Math.max(MEASURED, 1); n++) {
      // In turns, so that what else the machine does falls on both; `before` says who acts as it always did.
      before.push(
        await times(() =>
          database.dataSource.transaction(async (manager) => {
            await manager.query(settings);
            await question.ask(manager as Tx);
          }),
        ),
      );
      after.push(await times(() => guarded(question)));
    }
    const [was, is] = [median(before), median(after)];
    expect(is).toBeGreaterThan(0);
    if (MEASURED === 0) continue;
    process.stdout.write(
      `${question.name}: ${was.toFixed(2)} ms without, ${is.toFixed(2)} ms with: x${(is / was).toFixed(2)}\n`,
    );
  }
}, 600_000);
