import { Socket } from 'node:net';
import { DataSource } from 'typeorm';
import { attachAudit } from './audit/audit-triggers.js';
import { type EntityClass, STATEMENT_MS } from './db.js';
import { Ground1763640000000 } from './migrations/1763640000000-ground.js';
import { SignInFailure1763683200000 } from './migrations/1763683200000-sign-in-failure.js';
import { PlanWithPolicy1763856000000 } from './migrations/1763856000000-plan-with-policy.js';
import { NightsAway1763942400000 } from './migrations/1763942400000-nights-away.js';
import { UrgentLead1764028800000 } from './migrations/1764028800000-urgent-lead.js';
import { Audit1764115200000 } from './migrations/1764115200000-audit.js';
import { ClientKey1764201600000 } from './migrations/1764201600000-client-key.js';
import { SessionList1764288000000 } from './migrations/1764288000000-session-list.js';
import { RowSecurity1764547200000 } from './migrations/1764547200000-row-security.js';
import { ConflictOfInterest1764633600000 } from './migrations/1764633600000-conflict-of-interest.js';
import { Accounts1764700000000 } from './migrations/1764700000000-accounts.js';
import { SecondFactor1764806400000 } from './migrations/1764806400000-second-factor.js';
import { Passkey1764810000000 } from './migrations/1764810000000-passkey.js';
import { Oidc1764813600000 } from './migrations/1764813600000-oidc.js';
import { Door1764979200000 } from './migrations/1764979200000-door.js';
import { LostDevice1764982800000 } from './migrations/1764982800000-lost-device.js';
import { Operator1765065600000 } from './migrations/1765065600000-operator.js';
import { ErasableLog1765152000000 } from './migrations/1765152000000-erasable-log.js';
import { IdentitySignIn1765238400000 } from './migrations/1765238400000-identity-sign-in.js';
import { ErasureAndRetention1765242000000 } from './migrations/1765242000000-erasure-and-retention.js';
import { Versions1765324800000 } from './migrations/1765324800000-versions.js';
import { Engagement1765411200000 } from './migrations/1765411200000-engagement.js';
import { AgreementTerms1765497600000 } from './migrations/1765497600000-agreement-terms.js';
import { Settlement1765584000000 } from './migrations/1765584000000-settlement.js';
import { JointHiring1765670400000 } from './migrations/1765670400000-joint-hiring.js';
import { Quotas1765756800000 } from './migrations/1765756800000-quotas.js';
import { Council1765843200000 } from './migrations/1765843200000-council.js';
import { Office1765929600000 } from './migrations/1765929600000-office.js';
import { VisitAnswers1766016000000 } from './migrations/1766016000000-visit-answers.js';
import { Dates1766102400000 } from './migrations/1766102400000-dates.js';
import { Days1766188800000 } from './migrations/1766188800000-days.js';
import { Reports1766275200000 } from './migrations/1766275200000-reports.js';
import { TravelClaims1766361600000 } from './migrations/1766361600000-travel-claims.js';
import { Notices1766448000000 } from './migrations/1766448000000-notices.js';
import { Mail1766451600000 } from './migrations/1766451600000-mail.js';
import { TableImport1766534400000 } from './migrations/1766534400000-table-import.js';
import { Attachments1766620800000 } from './migrations/1766620800000-attachments.js';
import { Search1766624400000 } from './migrations/1766624400000-search.js';
import { OfflineAnswers1766628000000 } from './migrations/1766628000000-offline-answers.js';
import { OwnView1766714400000 } from './migrations/1766714400000-own-view.js';
import { PlansByHand1766887200000 } from './migrations/1766887200000-plans-by-hand.js';
import { PublicationOrder1766890800000 } from './migrations/1766890800000-publication-order.js';
import { Boundaries1766973600000 } from './migrations/1766973600000-boundaries.js';
import { AskedBack1766973600001 } from './migrations/1766973600001-asked-back.js';
import { Overview1767060000000 } from './migrations/1767060000000-overview.js';
import { TownDesk1767146400000 } from './migrations/1767146400000-town-desk.js';
import { Operation1767232800000 } from './migrations/1767232800000-operation.js';
import { AtSize1767405600000 } from './migrations/1767405600000-at-size.js';
import { guardRows } from './row-security/guard.js';
import type { PoolCounts } from './telemetry/measures.js';
import { ensureLogin, ensureRoles } from './row-security/roles.js';

/** In the order in which they run. */
const MIGRATIONS = [
  Ground1763640000000,
  SignInFailure1763683200000,
  PlanWithPolicy1763856000000,
  NightsAway1763942400000,
  UrgentLead1764028800000,
  Audit1764115200000,
  ClientKey1764201600000,
  SessionList1764288000000,
  RowSecurity1764547200000,
  ConflictOfInterest1764633600000,
  Accounts1764700000000,
  SecondFactor1764806400000,
  Passkey1764810000000,
  Oidc1764813600000,
  Door1764979200000,
  LostDevice1764982800000,
  Operator1765065600000,
  ErasableLog1765152000000,
  IdentitySignIn1765238400000,
  ErasureAndRetention1765242000000,
  Versions1765324800000,
  Engagement1765411200000,
  AgreementTerms1765497600000,
  Settlement1765584000000,
  JointHiring1765670400000,
  Quotas1765756800000,
  Council1765843200000,
  Office1765929600000,
  VisitAnswers1766016000000,
  Dates1766102400000,
  Days1766188800000,
  Reports1766275200000,
  TravelClaims1766361600000,
  Notices1766448000000,
  Mail1766451600000,
  TableImport1766534400000,
  Attachments1766620800000,
  Search1766624400000,
  OfflineAnswers1766628000000,
  OwnView1766714400000,
  PlansByHand1766887200000,
  PublicationOrder1766890800000,
  Boundaries1766973600000,
  AskedBack1766973600001,
  Overview1767060000000,
  TownDesk1767146400000,
  Operation1767232800000,
  AtSize1767405600000,
];

/** Every change of the schema that this software knows, in their order. */
export const SCHEMA_CHANGES: readonly string[] = MIGRATIONS.map(({ name }) => name);

export interface DataSourceOptions {
  readonly url: string;
  readonly pool: number;
  readonly entities: readonly EntityClass[];
  readonly onPoolError: (error: unknown) => void;
  /**
   * For migrations, not for requests: statements may take, and wait, as long as they need, and an owner who is held
   * by row-level security like everybody else acts for every prefecture.
   */
  readonly patient?: boolean;
  /** Only these changes of the schema; all of them unless said. */
  readonly changes?: readonly string[];
}

/** Nothing that a request does may hold others up for longer; milliseconds. */
const LIMITS = {
  statement_timeout: STATEMENT_MS,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
};

/** The server ends statements, and transactions that stand still, before that: a line so quiet carries nothing any more. */
const SILENCE_MS = 25_000;

/** Where bytes vanish without an error, as behind a firewall that forgot a connection, nobody else would ever notice. */
function socketThatListens(): Socket {
  const socket = new Socket();
  return socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('Connection terminated by silence')));
}

export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: [...options.entities],
    migrations: MIGRATIONS.filter(({ name }) => options.changes?.includes(name) ?? true),
    migrationsTableName: 'migration',
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    // An idle client that the server cuts must not end the process.
    poolErrorHandler: options.onPoolError,
    extra: {
      max: options.pool,
      connectionTimeoutMillis: 10_000,
      ...(!options.patient && { ...LIMITS, stream: socketThatListens }),
      // A temporary table cannot stand in front of one of the application's.
      options: `-c timezone=UTC -c search_path=public,pg_temp${options.patient ? ' -c app.role=SYSTEM' : ''}`,
    },
  });
}

/** The counts of its pool; TypeORM does not say of what kind that is. */
export function poolOf(dataSource: DataSource): PoolCounts {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of any driver it could be, this is that of Postgres
  const { master } = dataSource.driver as { master?: PoolCounts };
  if (!master) throw new Error('The database is not open');
  return master;
}

/**
 * Brings a database to the current schema; one process at a time.
 * `loginPassword`: the API and the workers sign in as `banso_login` with it, and not as this owner.
 * `anew`: triggers and guards are put on although no change was missing, as after a restore.
 * @throws RolesMissing when the user of the database may neither make nor take on the application's roles
 */
export async function migrate(
  url: string,
  loginPassword?: string,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<readonly string[]> {
  const dataSource = createDataSource({ url, pool: 2, entities: [], onPoolError: () => {}, patient: true });
  await dataSource.initialize();
  try {
    const runner = dataSource.createQueryRunner();
    await runner.query(`SELECT pg_advisory_lock(hashtext('banso.migrate'))`);
    try {
      await ensureRoles(runner);
      if (loginPassword) await ensureLogin(runner, loginPassword);
      const ran = await dataSource.runMigrations({ transaction: 'each' });
      if (anew || ran.length > 0) await attachAudit(runner);
      await guardRows(runner, anew || ran.length > 0);
      return ran.map((migration) => migration.name);
    } finally {
      await runner.query(`SELECT pg_advisory_unlock(hashtext('banso.migrate'))`);
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

/** Empty tables as they were after these changes of the schema, without what logs and guards them: for a restore. */
export async function tablesAsOf(url: string, changes: readonly string[]): Promise<void> {
  const dataSource = createDataSource({
    url,
    pool: 2,
    entities: [],
    onPoolError: () => {},
    patient: true,
    changes,
  });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await ensureRoles(runner);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}
