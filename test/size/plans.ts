import type { FreshDatabase } from '../database.js';

/** One statement as Postgres carried it out. */
export interface CarriedOut {
  readonly sql: string;
  readonly plan: PlanNode;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

interface Client {
  on(event: 'notice', listen: (notice: { message?: string }) => void): void;
}

/** What one part of a plan reads of a table, and how. */
export interface Reading {
  readonly table: string;
  readonly how: string;
  /** Rows that it looked at, those thrown away included. */
  readonly rows: number;
}

/**
 * From here on every connection of the database tells how each statement was carried out, those inside functions too,
 * and `watch` gives what was told meanwhile.
 */
export async function tellPlans({ dataSource }: FreshDatabase) {
  const [{ name }] = await dataSource.query<[{ name: string }]>('SELECT current_database() AS name');
  const settings = [
    `session_preload_libraries = 'auto_explain'`,
    'auto_explain.log_min_duration = 0',
    'auto_explain.log_analyze = on',
    'auto_explain.log_timing = off',
    'auto_explain.log_nested_statements = on',
    `auto_explain.log_format = 'json'`,
    `auto_explain.log_level = 'notice'`,
  ];
  await dataSource.query(`LOAD 'auto_explain'`);
  for (const setting of settings) await dataSource.query(`ALTER DATABASE ${name} SET ${setting}`);
  // Only new connections hear of it.
  await dataSource.destroy();
  await dataSource.initialize();
  const told: CarriedOut[] = [];
  const heard = new WeakSet<Client>();
  // The driver does not show its pool to types.
  const { master } = dataSource.driver as unknown as {
    master: { on(event: 'acquire', listen: (client: Client) => void): void };
  };
  master.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    client.on('notice', ({ message = '' }) => {
      const json = message.slice(message.indexOf('{'));
      if (!message.includes('plan:')) return;
      const { 'Query Text': sql, Plan: plan } = JSON.parse(json) as { 'Query Text': string; Plan: PlanNode };
      told.push({ sql, plan });
    });
  });
  return async (work: () => Promise<unknown>): Promise<readonly CarriedOut[]> => {
    told.length = 0;
    await work();
    return [...told];
  };
}

/** Every reading of a table in a plan. */
export function readingsOf(node: PlanNode): Reading[] {
  const loops = node['Actual Loops'] ?? 0;
  const of = (key: 'Actual Rows' | 'Rows Removed by Filter' | 'Rows Removed by Index Recheck'): number =>
    (node[key] ?? 0) * loops;
  const own = node['Relation Name']
    ? [
        {
          table: node['Relation Name'],
          how: `${node['Node Type']} ${node['Index Name'] ?? ''}`.trim(),
          rows: of('Actual Rows') + of('Rows Removed by Filter') + of('Rows Removed by Index Recheck'),
        },
      ]
    : [];
  return [...own, ...(node.Plans ?? []).flatMap(readingsOf)];
}
