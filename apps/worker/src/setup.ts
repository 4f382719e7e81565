import 'reflect-metadata';
import { loadRegister } from '@banso/directory';
import { loadSchemes } from '@banso/engagement';
import { Clock } from '@banso/kernel';
import { type Config, createDataSource, Db, migrate, readConfig, RolesMissing } from '@banso/platform';
import { loadTaxonomy } from '@banso/talent';
import { ENTITIES } from './entities.js';
import { ensureDemo } from './setup/demo.js';
import { writeSignIns } from './setup/sign-ins.js';

const say = (ja: string, en: string): void => void process.stdout.write(`${ja}\n  ${en}\n`);

/** Brings a database to the state that the API and the worker expect. Safe to run again, also after a kill. */
async function setUp(config: Config, migrateOnly: boolean): Promise<void> {
  const migrations = await migrate(config.DATABASE_URL, config.BANSO_LOGIN_PASSWORD);
  say(
    `✓ 表の準備 (新しい変更 ${migrations.length} 件)`,
    `Tables are up to date (${migrations.length} new changes)`,
  );
  if (migrateOnly) return;
  const dataSource = createDataSource({
    url: config.DATABASE_URL,
    pool: config.DATABASE_POOL,
    entities: ENTITIES,
    onPoolError: () => {},
  });
  const db = new Db(await dataSource.initialize());
  try {
    await loadBasics(db, config.BANSO_DATA_DIR);
    if (config.BANSO_DEMO) await loadDemo(db, config);
  } finally {
    await dataSource.destroy();
  }
}

async function loadBasics(db: Db, dataDir: string): Promise<void> {
  const register = await loadRegister(db, dataDir);
  const taxonomy = await loadTaxonomy(db, dataDir);
  const schemes = await loadSchemes(db, dataDir);
  say(
    `✓ 全国の団体 ${register.municipalities} 件、スキル ${taxonomy.skills} 件、支援テーマ ${taxonomy.themes} 件、国の制度 ${schemes} 件`,
    `${register.municipalities} municipalities, ${taxonomy.skills} skills, ${taxonomy.themes} support themes, ${schemes} national schemes`,
  );
}

async function loadDemo(db: Db, config: Config): Promise<void> {
  const made = await ensureDemo(db, new Clock(), config);
  if (made)
    say(
      `✓ 架空のデモデータ (専門人材 ${made.specialists} 名、申請 ${made.requests} 件、相談 ${made.consultations} 件)`,
      `Fictitious demo data (${made.specialists} specialists, ${made.requests} requests, ${made.consultations} consultations)`,
    );
  await writeSignIns(db, config);
}

try {
  await setUp(readConfig(), process.argv.includes('--migrate-only'));
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  const { ja, en } = error instanceof RolesMissing ? error : { ja: text, en: text };
  say(`✗ 準備できませんでした: ${ja}`, `Setting up failed: ${en}`);
  process.exitCode = 1;
}
