import { ACTING, type Acting, APPLICATION } from './roles.js';

/** `lock`: may take the row as for a change, so that the service says who may; a change itself is refused. */
const COMMANDS = ['select', 'lock', 'insert', 'update', 'delete'] as const;
type Command = (typeof COMMANDS)[number];

/** What may be done at all, and with which rows. */
export type Rule = Readonly<Partial<Record<Command, string>>>;

/** Rows under this condition are seen, and whatever else is named may be done with them. */
export const rows = (condition: string, ...more: readonly Exclude<Command, 'select'>[]): Rule =>
  Object.fromEntries(['select', ...more].map((command) => [command, condition]));

/** People who sign in; background work has no rules but the prefecture that it is for. */
type Seat = Exclude<Acting, 'system'>;
const SEATS: readonly Seat[] = ['hub', 'town', 'specialist', 'operator'];

/** Which rows are whose. An actor that is not named sees none and may do nothing. */
export type Access = Readonly<Partial<Record<Seat, Rule>>>;

/** Whose rows a table holds: what `GUARDS` says of each. */
export interface Guard {
  readonly access: Access;
  /** No row without this, whatever else is allowed: the wall between prefectures. */
  readonly within?: string;
  /** What background work may do; everything unless said. */
  readonly system?: readonly Right[];
}
type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
const EVERYTHING: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

export const OWN_PREFECTURE = 'prefecture_id = (SELECT app.prefecture_id()) OR (SELECT app.is_everywhere())';

/** Rows of the installation itself, for whoever runs it. */
export const OF_INSTALLATION = 'prefecture_id IS NULL AND (SELECT app.is_operator())';

/** Rows belong to a prefecture. `within` tells whose they are where the rows do not say it themselves. */
export const tenantTable = (access: Access, within = OWN_PREFECTURE): Guard => ({ access, within });

/** Public facts: everybody reads them, set-up writes them. */
export const referenceTable = (): Guard => {
  const rule = rows('true');
  return { access: { hub: rule, town: rule, specialist: rule, operator: rule } };
};

/** Belongs to a person, not to a prefecture: in whatever seat, each has the own rows. */
export const personalTable = (rule: Rule): Guard => ({
  access: { hub: rule, town: rule, specialist: rule, operator: rule },
});

/** Nobody's business: background work alone, which may do what is named (everything, unless it is). */
export const systemTable = (...system: Right[]): Guard =>
  system.length > 0 ? { access: {}, system } : { access: {} };

/** The statements that guard one table, whatever guarded it before. */
export const guardOf = (table: string, { access, within, system }: Guard): string =>
  [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
    // The owner is held as well: a definer's function or a migration of one prefecture sees that one.
    `CREATE POLICY ${table}_owner ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true);`,
    within &&
      `CREATE POLICY ${table}_prefecture ON ${table} AS RESTRICTIVE USING (${within}) WITH CHECK (${within});`,
    `CREATE POLICY ${table}_system ON ${table} TO ${ACTING.system} USING (true) WITH CHECK (true);`,
    `GRANT ${(system ?? EVERYTHING).join(', ')} ON ${table} TO ${ACTING.system};`,
    // Whoever has no rule finds nothing rather than an error, also when taking a row for a change.
    Object.keys(access).length > 0 &&
      `GRANT SELECT${isTaken(access) ? ', UPDATE' : ''} ON ${table} TO ${APPLICATION};`,
    ...SEATS.flatMap((seat) => rulesOf(table, seat, access[seat])),
  ]
    .filter((line) => typeof line === 'string')
    .join('\n');

const isTaken = (access: Access): boolean =>
  Object.values(access).some((rule) => rule.update !== undefined || rule.lock !== undefined);

const RIGHT_OF: Readonly<Record<Command, Right>> = {
  select: 'SELECT',
  lock: 'UPDATE',
  insert: 'INSERT',
  update: 'UPDATE',
  delete: 'DELETE',
};

function rulesOf(table: string, seat: Seat, rule: Rule | undefined): string[] {
  if (rule === undefined) return [];
  const role = ACTING[seat];
  return COMMANDS.flatMap((command) => {
    const condition = rule[command];
    if (condition === undefined) return [];
    const right = RIGHT_OF[command];
    const clauses: Readonly<Record<Command, string>> = {
      select: `USING (${condition})`,
      // What is not seen is not taken either.
      lock: 'USING (true) WITH CHECK (false)',
      insert: `WITH CHECK (${condition})`,
      update: `USING (${condition}) WITH CHECK (${condition})`,
      delete: `USING (${condition})`,
    };
    return [
      `CREATE POLICY ${table}_${seat}_${command} ON ${table} FOR ${right} TO ${role} ${clauses[command]};`,
      `GRANT ${right} ON ${table} TO ${role};`,
    ];
  });
}

/** Nothing of what guarded the application's tables before; a table without a guard is open to nobody. */
export const UNGUARDED = `
DO $$
DECLARE old record;
BEGIN
  FOR old IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP POLICY %I ON public.%I', old.policyname, old.tablename);
  END LOOP;
  FOR old IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
      AND pg_has_role(relowner, 'USAGE') LOOP
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, ${[APPLICATION, ...Object.values(ACTING)].join(', ')}', old.relname);
  END LOOP;
  FOR old IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prosecdef
      AND pg_has_role(proowner, 'USAGE') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', old.name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM ${APPLICATION}', old.name);
    -- The log forgets nothing at a person's own word, only in background work.
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', old.name,
      CASE WHEN old.name::text LIKE 'audit_forget(%' THEN '${ACTING.system}' ELSE '${APPLICATION}' END);
  END LOOP;
  -- Nobody but the owner makes tables, not even ones that pass with the connection. A mere warning to a lesser owner.
  EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
END $$;
GRANT USAGE ON SCHEMA public TO ${APPLICATION};`;
