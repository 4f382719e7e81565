import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Actor } from '@banso/kernel';
import { createDataSource, Db, type Tx } from '@banso/platform';
import type { DataSource } from 'typeorm';
import { type FreshDatabase, freshDatabase } from '../database.js';
import { actorsOf, CIRCLES, fillCircles, type Placed, type Seat } from './circles.js';
import { sees } from './expected.js';

/** Fewer connections than clients by far: each is handed on all the time. */
const POOL = 2;
const CLIENTS = 40;
const TURNS = 30;

let database: FreshDatabase;
let placed: readonly Placed[];
let shared: DataSource;
let db: Db;
let terminated = 0;

beforeAll(async () => {
  database = await freshDatabase([]);
  placed = await fillCircles(database.dataSource);
  shared = createDataSource({ url: database.url, pool: POOL, entities: [], onPoolError: () => {} });
  db = new Db(await shared.initialize());
}, 60_000);
afterAll(async () => {
  await shared.destroy();
  await database.drop();
});

const SEATS = ['hub', 'town', 'specialist', 'operator'] as const satisfies readonly Seat[];
const PEOPLE = CIRCLES.flatMap((from) => SEATS.map((seat) => ({ from, seat, actor: actorsOf(from)[seat] })));
const TABLES = ['support_request', 'visit', 'consultation', 'specialist'];

/** What can go wrong in the middle of a transaction. */
const MISHAPS = ['none', 'thrown', 'statement', 'timeout', 'terminated', 'swallowed', 'caught'] as const;
type Mishap = (typeof MISHAPS)[number];

async function goWrong(tx: Tx, mishap: Mishap): Promise<void> {
  switch (mishap) {
    case 'none':
      return;
    case 'thrown':
      throw new Error('given up');
    case 'statement':
      await tx.query('SELECT 1 / 0');
      return;
    case 'timeout':
      await tx.query(`SELECT set_config('statement_timeout', '5', true)`);
      await tx.query('SELECT pg_sleep(1)');
      return;
    case 'terminated': {
      const [{ pid } = {}]: { pid?: number }[] = await tx.query('SELECT pg_backend_pid() AS pid');
      // By the keeper of the server: no role of the application may end a connection, not even its own.
      const [row]: { done: boolean }[] = await database.dataSource.query(
        'SELECT pg_terminate_backend($1, 5000) AS done',
        [pid],
      );
      if (row?.done) terminated++;
      await tx.query('SELECT 1');
      return;
    }
    case 'swallowed':
      // The transaction is broken, and whoever wrote the code did not notice.
      await tx.query('SELECT 1 / 0').catch(() => undefined);
      return;
    case 'caught':
      // A statement that is still on its way when the work gives up.
      void tx.query('SELECT pg_sleep(0.01)').catch(() => undefined);
      throw new Error('left early');
  }
}

interface Tally {
  answers: number;
  foreign: number;
  missing: number;
  failed: number;
}

/** One transaction: what it saw is judged also when it fails in the end. */
async function turn(
  person: (typeof PEOPLE)[number],
  mishap: Mishap,
  reading: boolean,
  tally: Tally,
): Promise<void> {
  const { from, seat, actor } = person;
  const work = async (tx: Tx): Promise<void> => {
    for (const table of TABLES) {
      const found = await tx.query<{ ctid: string }[]>(`SELECT ctid::text FROM ${table}`);
      tally.answers++;
      const own = placed.filter((row) => row.table === table && sees(seat, from, row)).map((row) => row.ctid);
      tally.foreign += found.filter(({ ctid }) => !own.includes(ctid)).length;
      tally.missing += own.filter((ctid) => !found.some((row) => row.ctid === ctid)).length;
    }
    await goWrong(tx, mishap);
  };
  await (reading ? db.read(actor, work) : db.write(actor, work)).catch(() => void tally.failed++);
}

const SETTINGS = `SELECT current_user AS who, session_user AS login, coalesce(current_setting('app.role', true), '')
  || coalesce(current_setting('app.prefecture_id', true), '') || coalesce(current_setting('app.municipality_id', true), '')
  || coalesce(current_setting('app.specialist_id', true), '') || coalesce(current_setting('app.account_id', true), '') AS app,
  current_setting('transaction_read_only') AS "readOnly", pg_current_xact_id_if_assigned() AS transaction`;

/** Both connections of the pool at once, without a transaction: what the next borrower finds. */
async function left(): Promise<Record<string, unknown>[]> {
  const ask = async () => {
    const runner = shared.createQueryRunner();
    try {
      const [row] = await runner.query(SETTINGS);
      await sleep(20);
      return row as Record<string, unknown>;
    } finally {
      await runner.release();
    }
  };
  return Promise.all([ask(), ask()]);
}

it('hands no tenant’s rows on with a connection, whatever became of the transaction before', async () => {
  const tally: Tally = { answers: 0, foreign: 0, missing: 0, failed: 0 };
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let n = 0; n < TURNS; n++) {
        const person = PEOPLE[(client * 7 + n * 5) % PEOPLE.length];
        // Most turns end well: a broken connection costs a new one.
        const mishap =
          (client + n) % 3 === 0 ? (MISHAPS[(client * 3 + n) % MISHAPS.length] ?? 'none') : 'none';
        if (person) await turn(person, mishap, (client + n) % 2 === 0, tally);
      }
    }),
  );
  process.stdout.write(
    `${tally.answers} answers on ${POOL} connections, ${tally.failed} transactions failed, ${terminated} connections cut, ${tally.foreign} foreign rows\n`,
  );
  expect({ foreign: tally.foreign, missing: tally.missing }).toEqual({ foreign: 0, missing: 0 });
  expect(tally.failed).toBeGreaterThan(100);
  expect(terminated).toBeGreaterThan(20);
  expect(tally.answers).toBeGreaterThan(4_000);
}, 120_000);

it('leaves nothing set on a connection that was given back', async () => {
  for (const mishap of MISHAPS) {
    for (const { actor } of PEOPLE.slice(0, 4))
      await db.write(actor as Actor, (tx) => goWrong(tx, mishap)).catch(() => undefined);
    for (const { who, login, ...rest } of await left()) {
      expect(who).toBe(login);
      expect({ mishap, ...rest }).toEqual({ mishap, app: '', readOnly: 'off', transaction: null });
    }
  }
}, 60_000);
