import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAccountByLoginId, municipalitiesByIds, prefecturesByIds } from '@banso/directory';
import type { Config, Db, Tx } from '@banso/platform';
import { type DemoPrefecture, readDemo } from './demo-files.js';
import { DEMO_OPERATOR } from './demo-operator.js';

/** How many towns and specialists of each prefecture are shown. */
const SHOWN = 2;

interface SignIn {
  readonly label: string;
  readonly labelEn: string;
  readonly loginId: string;
  readonly password: string;
}

/** Leaves the demonstration accounts of this database for the start script, which shows them. */
export async function writeSignIns(db: Db, config: Config): Promise<void> {
  const signIns = await db.system(null, async (tx) => {
    const all: SignIn[] = [];
    for (const prefecture of readDemo(config.BANSO_DATA_DIR))
      all.push(...(await signInsOf(tx, prefecture, config.BANSO_DEMO_PASSWORD)));
    all.push(...(await operatorOf(tx, config.BANSO_DEMO_PASSWORD)));
    return all;
  });
  mkdirSync(config.BANSO_RUN_DIR, { recursive: true });
  const file = join(config.BANSO_RUN_DIR, 'demo-sign-ins.json');
  writeFileSync(file, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
}

async function operatorOf(tx: Tx, password: string): Promise<SignIn[]> {
  const { loginId, displayName, nameEn } = DEMO_OPERATOR;
  if (!(await findAccountByLoginId(tx, loginId))) return [];
  return [{ label: `運用者 ${displayName}`, labelEn: `operator, ${nameEn}`, loginId, password }];
}

async function signInsOf(
  tx: Tx,
  { prefecture, accounts }: DemoPrefecture,
  password: string,
): Promise<SignIn[]> {
  const [home] = await prefecturesByIds(tx, [prefecture]);
  const shown = [
    ...accounts.filter(({ role }) => role === 'HUB_STAFF').slice(0, 1),
    ...accounts.filter(({ role }) => role === 'MUNICIPALITY_STAFF').slice(0, SHOWN),
    ...accounts.filter(({ role }) => role === 'SPECIALIST').slice(0, SHOWN),
  ];
  const towns = await municipalitiesByIds(
    tx,
    shown.flatMap(({ municipality }) => municipality ?? []),
  );
  const signIns: SignIn[] = [];
  for (const { loginId, displayName, nameEn, role, municipality } of shown) {
    if (!(await findAccountByLoginId(tx, loginId))) continue;
    const town = towns.find(({ id }) => id === municipality);
    const [part, partEn] =
      role === 'HUB_STAFF'
        ? ['県', 'prefecture']
        : role === 'SPECIALIST'
          ? ['専門人材', 'specialist']
          : ['市町', 'town'];
    const place = town ?? home;
    signIns.push({
      label: `${part} ${place?.name ?? ''} ${displayName}`,
      labelEn: `${partEn}, ${place?.nameEn ?? ''}, ${nameEn}`,
      loginId,
      password,
    });
  }
  return signIns;
}
