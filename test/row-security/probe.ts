import { type Actor, systemActor } from '@banso/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { actorsOf, type Circle, type Placed } from './circles.js';
import { type AnySeat, isOwnAbroad, isReadOnly, mayDo, sees, type Verb } from './expected.js';

/** Refused by Postgres for lack of rights, or by a policy. */
export const REFUSED = '42501';

/** Two functions that act with the rights of whoever calls: what a statement comes to, and where rows lie. */
const FUNCTIONS = `
CREATE FUNCTION probe_attempt(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE reached bigint;
BEGIN
  EXECUTE statement;
  GET DIAGNOSTICS reached = ROW_COUNT;
  RAISE EXCEPTION USING ERRCODE = 'UNDO0', MESSAGE = reached::text;
EXCEPTION
  WHEN SQLSTATE 'UNDO0' THEN RETURN SQLERRM;
  WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
CREATE FUNCTION probe_reach(relation text) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE found text[];
BEGIN
  EXECUTE format('SELECT array_agg(ctid::text) FROM %I', relation) INTO found;
  RETURN coalesce(found, '{}');
EXCEPTION WHEN insufficient_privilege THEN RETURN '{}';
END $$`;

/** The columns that can be written, and the rows as they were stored. */
interface Shape {
  readonly columns: readonly string[];
  /** One that no key and no other table knows of. */
  readonly plain: string | undefined;
  readonly rows: ReadonlyMap<string, string>;
}

/** Asks, without any condition of the application, what somebody in a seat can do with rows that were placed. */
export class Probe {
  private readonly shapes = new Map<string, Shape>();

  private constructor(
    private readonly placed: readonly Placed[],
    /** Tables whose rows no other table needs. */
    private readonly leaves: ReadonlySet<string>,
  ) {}

  static async on(owner: DataSource, placed: readonly Placed[]): Promise<Probe> {
    await owner.query(FUNCTIONS);
    const needed: { name: string }[] = await owner.query(
      `SELECT DISTINCT confrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f'`,
    );
    const tables = new Set(placed.map((row) => row.table));
    const probe = new Probe(
      placed,
      new Set([...tables].filter((table) => !needed.some(({ name }) => name === table))),
    );
    for (const table of tables) {
      const columns: { name: string; plain: boolean }[] = await owner.query(
        `SELECT quote_ident(attname) AS name,
           NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conrelid = a.attrelid AND c.contype <> 'n' AND a.attnum = ANY (c.conkey))
           AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey)) AS plain
         FROM pg_attribute a WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
           AND attidentity = '' AND attgenerated = '' ORDER BY attnum`,
        [table],
      );
      const rows: { ctid: string; row: string }[] = await owner.query(
        `SELECT ctid::text, quote_literal(to_jsonb(t)) AS row FROM ${table} t`,
      );
      probe.shapes.set(table, {
        columns: columns.map(({ name }) => name),
        plain: columns.find(({ plain }) => plain)?.name,
        rows: new Map(rows.map(({ ctid, row }) => [ctid, row])),
      });
    }
    return probe;
  }

  /** Where the rows lie that each table shows to whoever acts in the transaction. */
  async reached(tx: EntityManager, tables: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
    const rows = await tx.query<{ name: string; found: string[] }[]>(
      'SELECT name, probe_reach(name) AS found FROM unnest($1::text[]) AS name',
      [tables],
    );
    return new Map(
      rows.map(({ name, found }) => {
        const known = this.placed.filter((row) => row.table === name).map(({ ctid }) => ctid);
        return [name, found.filter((ctid) => known.includes(ctid)).sort()];
      }),
    );
  }

  /** What differs from what is expected of the tables, for whoever acts in the transaction; nothing of it stays. */
  async differences(
    tx: EntityManager,
    seat: AnySeat,
    from: Circle,
    tables: readonly string[],
  ): Promise<string[]> {
    const reached = await this.reached(tx, tables);
    const wrong: string[] = [];
    const trials: Trial[] = [];
    for (const table of tables) {
      const rows = this.placed.filter((row) => row.table === table);
      const own = rows.filter((row) => sees(seat, from, row));
      const ids = own.map(({ ctid }) => ctid).sort();
      if (reached.get(table)?.join() !== ids.join()) wrong.push(`${seat} sees other rows of ${table}`);
      const here = own.filter(
        (row) => seat === 'system' || !(isOwnAbroad(seat, from, row) || isReadOnly(seat, from, row)),
      );
      for (const row of rows) trials.push(...this.trialsWith(row, here, seat));
      trials.push(...this.blindTrials(table, here, seat));
    }
    const outcomes = await tx.query<{ outcome: string }[]>(
      'SELECT probe_attempt(sql) AS outcome FROM unnest($1::text[]) AS sql',
      [trials.map(({ sql }) => sql)],
    );
    for (const [n, { sql, passes, count }] of trials.entries()) {
      const outcome = outcomes[n]?.outcome ?? '';
      // Past the policies is also what some other rule of the table refuses: a key, an overlap.
      const passed = outcome !== '0' && outcome !== REFUSED;
      if (passed !== passes || (count !== undefined && passed && outcome !== `${count}`))
        wrong.push(`${seat}: ${outcome} of ${sql}`);
    }
    return wrong;
  }

  private trialsWith(row: Placed, own: readonly Placed[], seat: AnySeat): Trial[] {
    const { table, ctid } = row;
    const { columns, rows } = this.shapeOf(table);
    const list = columns.join(', ');
    const copy = `SELECT ${list} FROM jsonb_populate_record(NULL::${table}, ${rows.get(ctid) ?? ''})`;
    const here = own.includes(row);
    const can = (verb: Verb) => here && mayDo(seat, table, verb);
    const [first] = columns;
    return [
      { sql: `SELECT 1 FROM ${table} WHERE ctid = '${ctid}' FOR UPDATE`, passes: can('l') },
      { sql: `INSERT INTO ${table} (${list}) ${copy}`, passes: can('a') },
      { sql: `UPDATE ${table} SET ${first} = ${first} WHERE ctid = '${ctid}'`, passes: can('c') },
      { sql: `DELETE FROM ${table} WHERE ctid = '${ctid}'`, passes: can('r') },
      // What is the own becomes somebody else's.
      ...(here ? [] : [{ sql: `UPDATE ${table} SET (${list}) = (${copy})`, passes: false }]),
    ];
  }

  /** A statement that reads nothing is not held by what its writer sees. */
  private blindTrials(table: string, own: readonly Placed[], seat: AnySeat): Trial[] {
    const { plain, rows } = this.shapeOf(table);
    const can = (verb: Verb) => own.length > 0 && mayDo(seat, table, verb);
    const like = rows.get(own[0]?.ctid ?? '') ?? [...rows.values()][0];
    const value = plain && `(jsonb_populate_record(NULL::${table}, ${like})).${plain}`;
    return [
      ...(plain
        ? [
            {
              sql: `UPDATE ${table} SET ${plain} = ${value}`,
              passes: can('c'),
              count: own.length,
            },
          ]
        : []),
      ...(this.leaves.has(table)
        ? [{ sql: `DELETE FROM ${table}`, passes: can('r'), count: own.length }]
        : []),
    ];
  }

  private shapeOf(table: string): Shape {
    const shape = this.shapes.get(table);
    if (!shape) throw new Error(`No row of ${table} was placed`);
    return shape;
  }
}

interface Trial {
  readonly sql: string;
  /** Whether the policies let it through. */
  readonly passes: boolean;
  /** How many rows it then reaches, where that can be told. */
  readonly count?: number;
}

const SCOPE = `SELECT set_config('app.role', $1, true), set_config('app.prefecture_id', $2, true),
  set_config('app.municipality_id', $3, true), set_config('app.specialist_id', $4, true),
  set_config('app.account_id', $5, true), set_config('role', $6, true)`;
const ROLE = {
  hub: 'banso_hub',
  town: 'banso_town',
  specialist: 'banso_specialist',
  operator: 'banso_operator',
  system: 'banso_system',
} as const;

export const actorIn = (seat: AnySeat, from: Circle): Actor =>
  seat === 'system' ? systemActor(from.prefectureId) : actorsOf(from)[seat];

/** Acts as somebody inside a transaction that the owner has begun, to whom it goes back. */
export async function acting<T>(
  owner: EntityManager,
  seat: AnySeat,
  from: Circle,
  work: () => Promise<T>,
): Promise<T> {
  const actor = actorIn(seat, from);
  await owner.query(SCOPE, [
    actor.role,
    actor.prefectureId,
    actor.role === 'MUNICIPALITY_STAFF' ? actor.municipalityId : '',
    actor.role === 'SPECIALIST' ? actor.specialistId : '',
    actor.accountId ?? '',
    ROLE[seat],
  ]);
  const done = await work();
  await owner.query('RESET ROLE');
  return done;
}
