import 'reflect-metadata';
import {
  type AuditCheck,
  type BrokenLink,
  type ChainHead,
  checkAudit,
  createDataSource,
  Db,
  readConfig,
} from '@banso/platform';

const say = (ja: string, en: string): void => void process.stdout.write(`${ja}\n  ${en}\n`);

const FAULTS: Readonly<Record<BrokenLink['fault'], readonly [ja: string, en: string]>> = {
  ALTERED: ['内容が書き換えられています', 'its content was altered'],
  REMOVED: ['記録が消されています', 'its entry was removed'],
  LINK_REMOVED: ['鎖の一部が消されています', 'a link was removed'],
  INSERTED: ['後から差し込まれた記録です', 'it was put in afterwards'],
  BLANKED: [
    '消去の記録がないのに、内容が消されています',
    'its values were taken out, and no erasure says so',
  ],
  HEAD_UNKNOWN: [
    '控えた先頭と合いません (鎖が短いか作り直されています)',
    'the head that was kept is not there',
  ],
};

/** `34:120:<hash>`, as this command prints it. */
function headIn(text: string): ChainHead {
  const [chain, number, hash] = text.split(':');
  if (!chain || !/^\d+$/.test(number ?? '') || !/^[0-9a-f]{64}$/.test(hash ?? ''))
    throw new Error(`Not a head: ${text} (expected chain:number:hash)`);
  return { chain, number: Number(number), hash: hash ?? '' };
}

function print({ entries, sealed, waiting, heads, broken }: AuditCheck): void {
  say(
    `監査記録 ${entries} 件、封印済み ${sealed} 件、封印待ち ${waiting} 件`,
    `${entries} audit entries, ${sealed} sealed, ${waiting} waiting for the next seal`,
  );
  for (const { chain, number, hash } of heads) process.stdout.write(`${chain}:${number}:${hash}\n`);
  for (const { chain, number, entryId, fault } of broken)
    say(
      `✗ ${chain} の ${number ?? '鎖の外'} (記録 ${entryId}): ${FAULTS[fault][0]}`,
      `Broken in ${chain} at ${number ?? 'no place of the chain'} (entry ${entryId}): ${FAULTS[fault][1]}`,
    );
  if (broken.length === 0) say('✓ 鎖は切れていません。', 'The chain is whole.');
}

try {
  const [command, ...heads] = process.argv.slice(2);
  if (command !== 'check') throw new Error('audit check [chain:number:hash …]');
  const dataSource = createDataSource({
    url: readConfig().DATABASE_URL,
    pool: 2,
    entities: [],
    onPoolError: () => {},
    patient: true,
  });
  const db = new Db(await dataSource.initialize());
  try {
    const result = await checkAudit(db, heads.map(headIn));
    print(result);
    if (result.broken.length > 0) process.exitCode = 1;
  } finally {
    await dataSource.destroy();
  }
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  say(`✗ 確かめられませんでした: ${text}`, `Not checked: ${text}`);
  process.exitCode = 2;
}
