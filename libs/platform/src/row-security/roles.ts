import { QueryFailedError } from 'typeorm';

/** What every role of the application may do, before any row is looked at; owns nothing, signs in nowhere. */
export const APPLICATION = 'banso_app';

/** One role of Postgres for each kind of actor: a policy is asked only of those that it is for. */
export const ACTING = {
  hub: 'banso_hub',
  town: 'banso_town',
  specialist: 'banso_specialist',
  operator: 'banso_operator',
  system: 'banso_system',
} as const;
export type Acting = keyof typeof ACTING;

const ROLES = [APPLICATION, ...Object.values(ACTING)];

/** Runs SQL; a connection of any kind. */
export interface Runner {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}

/** The set-up cannot go on by itself: what the keeper of the database has to do first, in two languages. */
export class RolesMissing extends Error {
  readonly ja: string;
  readonly en: string;

  /** `known`: those of the roles that are there already. */
  constructor(user: string, known: readonly string[]) {
    const absent = ROLES.filter((role) => !known.includes(role));
    const sql = [
      ...absent.map((role) => `CREATE ROLE ${role} NOLOGIN;`),
      ...MEMBERSHIPS,
      `GRANT ${ROLES.join(', ')} TO "${user}";`,
    ].join(' ');
    const en = `The database user "${user}" may not make or take on the roles that keep tenants apart. Let an administrator of the database run this once, then start again: ${sql}`;
    super(en);
    this.en = en;
    this.ja = `データベースの利用者「${user}」には、団体ごとの行を分けるロールを作って使う権限がありません。データベースの管理者が次を一度実行してから、もう一度起動してください: ${sql}`;
  }
}

const MEMBERSHIPS = Object.values(ACTING).map((role) => `GRANT ${APPLICATION} TO ${role};`);

/** Refused for lack of rights. */
const REFUSED = '42501';
const ATTEMPTS = 20;

/**
 * Makes the roles and lets the current user take each of them on. Roles belong to the whole server: several databases
 * may be set up at once, and a backup brings none with it, so each set-up looks again.
 */
export async function ensureRoles(runner: Runner): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await runner.query(ENSURE);
      return;
    } catch (error) {
      const code = stateOf(error);
      if (code === REFUSED) throw await missing(runner);
      // Two set-ups at one moment: "tuple concurrently updated" has no code of its own.
      if (code !== 'XX000' || attempt === ATTEMPTS) throw error;
    }
  }
}

/** What the API and the workers sign in as, where the owner of the tables is kept for the set-up alone. */
export const LOGIN = 'banso_login';

/**
 * Makes the login, or gives it this password. It owns nothing, has no right of its own, and can take on no role but those
 * of people and of background work: a smuggled statement finds nobody to step up to.
 */
export async function ensureLogin(runner: Runner, password: string): Promise<void> {
  const [statement] = await runner.query<{ sql: string }[]>(
    `SELECT format('%s ROLE ${LOGIN} LOGIN NOINHERIT PASSWORD %L',
       CASE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = '${LOGIN}') THEN 'ALTER' ELSE 'CREATE' END, $1::text) AS sql`,
    [password],
  );
  await runner.query(statement?.sql ?? '');
  await runner.query(`GRANT ${Object.values(ACTING).join(', ')} TO ${LOGIN}`);
}

function stateOf(error: unknown): unknown {
  return error instanceof QueryFailedError && 'code' in error.driverError ? error.driverError.code : null;
}

async function missing(runner: Runner): Promise<RolesMissing> {
  const rows = await runner.query<{ user: string; known: string[] }[]>(
    `SELECT current_user AS user, ARRAY(SELECT rolname::text FROM pg_roles WHERE rolname = ANY($1)) AS known`,
    [ROLES],
  );
  return new RolesMissing(rows[0]?.user ?? '', rows[0]?.known ?? []);
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** From version 16 on, whoever makes a role is its administrator but may not yet act as it. */
const ENSURE = `
DO $$
DECLARE
  wanted text;
  acting text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[${quoted(ROLES)}] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted AND (rolsuper OR rolbypassrls)) THEN
      RAISE EXCEPTION 'The role % would see the rows of every tenant', wanted;
    END IF;
    IF NOT pg_has_role(current_user, wanted, acting) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
    END IF;
  END LOOP;
  FOREACH wanted IN ARRAY ARRAY[${quoted(Object.values(ACTING))}] LOOP
    IF NOT pg_has_role(wanted, '${APPLICATION}', 'USAGE') THEN
      EXECUTE format('GRANT ${APPLICATION} TO %I', wanted);
    END IF;
  END LOOP;
END $$`;
