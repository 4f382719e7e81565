import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, QueryRunner } from 'typeorm';
import { urlOf, withMaintenance } from '../../../test/template.js';
import { createDataSource } from './data-source.js';
import { Ground1763640000000 } from './migrations/1763640000000-ground.js';
import { SignInFailure1763683200000 } from './migrations/1763683200000-sign-in-failure.js';
import { PlanWithPolicy1763856000000 } from './migrations/1763856000000-plan-with-policy.js';

const name = `t_${randomBytes(6).toString('hex')}`;
let dataSource: DataSource;
let runner: QueryRunner;

/** A database as it was before: with plans of the old kind in it. */
beforeAll(async () => {
  const url = await withMaintenance(async (client, maintenanceUrl) => {
    await client.query(`CREATE DATABASE ${name}`);
    return urlOf(name, maintenanceUrl);
  });
  dataSource = createDataSource({ url, pool: 2, entities: [], onPoolError: () => {}, patient: true });
  await dataSource.initialize();
  runner = dataSource.createQueryRunner();
  for (const migration of [new Ground1763640000000(), new SignInFailure1763683200000()])
    await migration.up(runner);
  await runner.query(`SET session_replication_role = replica`);
  const score = { hard: 0, unserved: 10, waiting: 4, rest: 77, parts: { balance: 7 } };
  const progress = { stage: 'DONE', iterations: 5, placed: 1, unplaced: 0, travelMinutes: 30 };
  await runner.query(
    `INSERT INTO planning_run (id, prefecture_id, number, from_on, to_on, seed, iterations, status, progress, score,
       requested_by_name, requested_at)
     VALUES (gen_random_uuid(), '34', 1, '2026-12-01', '2026-12-20', 7, 5, 'PUBLISHED', $1, $2, 'x', now()),
            (gen_random_uuid(), '34', 2, '2026-12-01', '2026-12-20', 8, 5, 'QUEUED', NULL, NULL, 'x', now())`,
    [JSON.stringify(progress), JSON.stringify(score)],
  );
  await runner.query(
    `INSERT INTO proposed_visit (id, prefecture_id, run_id, support_request_id, visit_no, specialist_id,
       municipality_id, mode, starts_at, ends_at, travel_before_minutes, travel_after_minutes, pinned)
     SELECT gen_random_uuid(), '34', id, gen_random_uuid(), 1, gen_random_uuid(), '342025', 'ONLINE', now(),
       now() + interval '1 hour', 0, 0, false FROM planning_run`,
  );
  await runner.startTransaction();
  await new PlanWithPolicy1763856000000().up(runner);
  await runner.commitTransaction();
}, 60_000);
afterAll(async () => {
  await runner.release();
  await dataSource.destroy();
  await withMaintenance((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
});

describe('plans of before', () => {
  it('have their scores as tiers, and what became of them is said', async () => {
    const runs: unknown[] = await runner.query(
      `SELECT run.number, run.score, run.progress, run.starts, run.best_seed, run.move_published, run.findings,
         visit.adopted FROM planning_run run JOIN proposed_visit visit ON visit.run_id = run.id ORDER BY number`,
    );
    expect(runs).toEqual([
      {
        number: 1,
        score: { hard: 0, tiers: [10, 4, 77], parts: {} },
        progress: {
          stage: 'DONE',
          iterations: 5,
          placed: 1,
          unplaced: 0,
          travelMinutes: 30,
          longestWaitDays: 0,
          tiers: [10, 4, 77],
          bound: null,
        },
        starts: 1,
        best_seed: 7,
        move_published: false,
        findings: [],
        adopted: true,
      },
      {
        number: 2,
        score: null,
        progress: null,
        starts: null,
        best_seed: null,
        move_published: false,
        findings: [],
        adopted: false,
      },
    ]);
  });
});
