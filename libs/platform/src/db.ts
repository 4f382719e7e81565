import { type Actor, type SystemActor, systemActor } from '@banso/kernel';
import { DataSource, type EntityManager, type EntitySchema, QueryFailedError } from 'typeorm';
import { operationName } from './audit/operation.js';
import { onceFor } from './client-key.js';
import { timeLeft } from './deadline.js';
import { OWN_CHANGE_SECONDS, type Replica } from './replica.js';
import { ACTING } from './row-security/roles.js';
import { inChildSpan } from './telemetry/spans.js';

declare const opened: unique symbol;

/** A transaction that only `Db` can open. A function whose first parameter is one joins it. */
export type Tx = EntityManager & { readonly [opened]: true };

export type EntityClass = (new () => object) | EntitySchema;

/** What one statement may take, in milliseconds; less when the time of the whole operation is nearly over. */
export const STATEMENT_MS = 15_000;

const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/** The Postgres error code of a failed statement, such as `23505`; null for any other error. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const code: unknown = (error.driverError as { code?: unknown }).code;
  return typeof code === 'string' ? code : null;
}

const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', '53300', '55000']);
/**
 * What is thrown without a code: a connection that is cut during a statement, or was before the next one of its
 * transaction (which both the driver and TypeORM have let go of by then), and a pool in which none came free.
 */
const AWAY_WORDS =
  /^Connection terminated|is not queryable$|already released|^timeout exceeded when trying to connect$/;

/** Whether the database could not be reached, or left in the middle (class 08, and 57P0x while it restarts). */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = sqlState(error) ?? String((error as { code?: unknown }).code);
  return AWAY.has(code) || /^(08|57P0)/.test(code) || AWAY_WORDS.test(error.message);
}

/** No room on its disk or in its memory, or a disk that does not write: what is there can still be read. */
const FULL = new Set(['53100', '53200', '58030']);

/** Whether the database can keep nothing more for the moment. */
export const isDatabaseFull = (error: unknown): boolean => FULL.has(sqlState(error) ?? '');

/** Under which role of Postgres each actor's statements run: none owns a table, so row-level security holds. */
const ROLE_OF: Readonly<Record<Actor['role'], string>> = {
  HUB_STAFF: ACTING.hub,
  MUNICIPALITY_STAFF: ACTING.town,
  SPECIALIST: ACTING.specialist,
  OPERATOR: ACTING.operator,
  SYSTEM: ACTING.system,
};

/** What a trace says of a transaction: in whose part, for which operation; no statement and no value. */
const spanOf = (actor: Actor, access: 'read' | 'write', attempt: number) => ({
  name: `transaction ${access}`,
  attributes: { 'banso.role': actor.role, 'banso.operation': operationName(), 'banso.attempt': attempt },
});

/** The only door to the database: each call is one transaction that knows who acts. */
export class Db {
  constructor(
    private readonly dataSource: DataSource,
    private readonly replica?: Replica,
  ) {}

  /**
   * Changes rows as `actor`; repeated when Postgres asks for it (deadlock, serialisation). A wish that was fulfilled
   * before is answered as then, without a second effect.
   */
  async write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await inChildSpan(spanOf(actor, 'write', attempt), () =>
          this.dataSource.transaction((manager) =>
            begun(manager, actor, 'off', (tx) => onceFor(tx, actor, work)),
          ),
        );
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  /** Reads one unchanging snapshot as `actor`; Postgres refuses a write inside it. */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return inChildSpan(spanOf(actor, 'read', 1), () =>
      this.dataSource.transaction('REPEATABLE READ', (manager) => begun(manager, actor, 'on', work)),
    );
  }

  /**
   * Reads what may be some seconds old, such as the figures of a year: from a standby where there is one that keeps up,
   * though never from before a change that the actor has just made.
   */
  async survey<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { replica } = this;
    if (!replica?.isFresh || (await this.hasJustChanged(actor))) return this.read(actor, work);
    try {
      return await replica.dataSource.transaction('REPEATABLE READ', (manager) =>
        begun(manager, actor, 'on', work),
      );
    } catch (error) {
      // A standby may end a read that is in the way of what it replays.
      if (!isDatabaseAway(error) && !RETRYABLE.has(sqlState(error) ?? '')) throw error;
      replica.distrust();
      return this.read(actor, work);
    }
  }

  /** Whichever process made the change: the key of the wish is a row. */
  private async hasJustChanged(actor: Actor): Promise<boolean> {
    const { accountId, prefectureId } = actor;
    if (accountId === null) return false;
    const [row] = await this.read(actor, (tx) =>
      tx.query<{ found: boolean }[]>(
        `SELECT EXISTS (SELECT FROM client_key WHERE prefecture_id IS NOT DISTINCT FROM $1 AND account_id = $2
           AND made_at > now() - make_interval(secs => $3)) AS found`,
        [prefectureId, accountId, OWN_CHANGE_SECONDS],
      ),
    );
    return row?.found ?? false;
  }

  /** Background work, scoped to one prefecture unless it belongs to none. */
  system<T>(prefectureId: string | null, work: (tx: Tx, actor: SystemActor) => Promise<T>): Promise<T> {
    const actor = systemActor(prefectureId);
    return this.write(actor, (tx) => work(tx, actor));
  }

  /** Set-up alone: what only the owner of the tables may do, such as emptying them. No request comes this way. */
  owner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.role', 'SYSTEM', true)`);
      return work(manager as Tx);
    });
  }
}

/** The door to a transaction that is open already. */
class OpenDb extends Db {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {
    super(tx.connection);
  }

  override write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within(actor, () => work(this.tx));
  }

  override read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within(actor, () => work(this.tx));
  }

  override survey<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.read(actor, work);
  }

  override system<T>(): Promise<T> {
    return Promise.reject(new Error('Background work opens its own transaction'));
  }

  override owner<T>(): Promise<T> {
    return Promise.reject(new Error('Set-up opens its own transaction'));
  }

  private within<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (actor.accountId !== this.actor.accountId || actor.role !== this.actor.role)
      return Promise.reject(new Error('The transaction was opened for somebody else'));
    return work();
  }
}

/**
 * A door for services whose work is a part of something larger: each does it whole, with all its rules, but inside this
 * transaction and for whoever opened it. A file of many rows is applied in one piece this way.
 */
export const joined = (tx: Tx, actor: Actor): Db => new OpenDb(tx, actor);

/**
 * What somebody sets off but may not see or write themselves, such as holding a firm against purchases: done in the same
 * transaction as background work of the prefecture. The log still names who acts. The work's answer must tell the actor
 * nothing that the actor may not know.
 */
export async function beyondOwnRows<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ role: string }[]>(`SELECT current_setting('role') AS role`);
  await tx.query(TAKE_ON, [ACTING.system]);
  try {
    return await work();
  } finally {
    // After a failed statement nothing more can be said, and nothing needs to be: the transaction is over.
    await tx.query(TAKE_ON, [before?.role]).catch(() => undefined);
  }
}

/**
 * What an operator may do for one prefecture without seeing it, such as letting its first person in: background work of
 * that prefecture, in the operator's own transaction. The log names the operator.
 */
export const inPrefecture = <T>(tx: Tx, prefectureId: string, work: () => Promise<T>): Promise<T> =>
  placedIn(tx, prefectureId, () => beyondOwnRows(tx, work));

/** Background work of one prefecture asks about somebody who may be of none, such as whoever gave a link. */
export const beyondPrefecture = <T>(tx: Tx, work: () => Promise<T>): Promise<T> => placedIn(tx, '', work);

async function placedIn<T>(tx: Tx, prefectureId: string, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ place: string | null }[]>(
    `SELECT current_setting('app.prefecture_id', true) AS place`,
  );
  await tx.query(PLACE, [prefectureId]);
  try {
    return await work();
  } finally {
    await tx.query(PLACE, [before?.place ?? '']).catch(() => undefined);
  }
}
const PLACE = `SELECT set_config('app.prefecture_id', $1, true)`;
/** Looks, within background work, at rows of every prefecture and of none: whether an account belongs elsewhere too. */
export async function everywhere<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ role: string; prefecture: string }[]>(
    `SELECT current_setting('app.role') AS role, current_setting('app.prefecture_id') AS prefecture`,
  );
  await tx.query(LOOK_AS, ['SYSTEM', '']);
  try {
    return await work();
  } finally {
    await tx.query(LOOK_AS, [before?.role, before?.prefecture]).catch(() => undefined);
  }
}
const LOOK_AS = `SELECT set_config('app.role', $1, true), set_config('app.prefecture_id', $2, true)`;
const TAKE_ON = `SELECT set_config('role', $1, true)`;

/** One statement says who acts and whether writing is allowed: every request of the API pays for each of them. */
async function begun<T>(
  manager: EntityManager,
  actor: Actor,
  readOnly: 'on' | 'off',
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  await manager.query(
    `SELECT set_config('app.role', $1, true), set_config('app.prefecture_id', $2, true),
            set_config('app.municipality_id', $3, true), set_config('app.specialist_id', $4, true),
            set_config('app.account_id', $5, true), set_config('app.operation', $6, true),
            set_config('transaction_read_only', $7, true), set_config('statement_timeout', $8, true),
            set_config('role', $9, true)`,
    [
      actor.role,
      actor.prefectureId ?? '',
      actor.role === 'MUNICIPALITY_STAFF' ? actor.municipalityId : '',
      actor.role === 'SPECIALIST' ? actor.specialistId : '',
      actor.accountId ?? '',
      operationName(),
      readOnly,
      String(timeLeft(STATEMENT_MS)),
      ROLE_OF[actor.role],
    ],
  );
  return work(manager as Tx);
}

/** Background work at the wish of a person who has not signed in yet, or acts in another place: the log names them. */
export async function workingFor(tx: Tx, accountId: string): Promise<void> {
  await tx.query(`SELECT set_config('app.account_id', $1, true)`, [accountId]);
}
