import 'reflect-metadata';
import { getPrefecture, inviteHubApprover, LINK_HOURS } from '@banso/directory';
import { Clock, DomainError } from '@banso/kernel';
import { createDataSource, Db, duringOperation, readConfig } from '@banso/platform';
import { ENTITIES } from './entities.js';

const say = (ja: string, en: string): void => void process.stdout.write(`${ja}\n  ${en}\n`);

/** What stands in front of the link: where people reach the platform. */
const address = (given: string | undefined, port: number): string =>
  (given ?? `http://localhost:${port}`).replace(/\/+$/, '');

/** Lets the first approver of a prefecture's hub in, or the next one when nobody is left who could. */
async function invite(prefectureId: string, url: string | undefined): Promise<void> {
  const config = readConfig();
  const dataSource = createDataSource({
    url: config.DATABASE_URL,
    pool: 2,
    entities: ENTITIES,
    onPoolError: () => {},
  });
  const db = new Db(await dataSource.initialize());
  try {
    const { name, nameEn, token } = await duringOperation('hub-account', () =>
      db.system(prefectureId, async (tx) => {
        const prefecture = await getPrefecture(tx, prefectureId);
        const issued = await inviteHubApprover(tx, prefectureId, {
          forName: `${prefecture.name} 窓口`,
          issuedBy: '運用担当',
          now: new Clock().now(),
        });
        return { name: prefecture.name, nameEn: prefecture.nameEn, token: issued.token };
      }),
    );
    say(
      `${name}の窓口の調整・決裁担当者を招待するリンクです。${LINK_HOURS}時間以内に1回だけ使えます。本人だけに渡してください。`,
      `This link invites a coordinator and approver of the hub of ${nameEn}: once, within ${LINK_HOURS} hours, for that person alone.`,
    );
    process.stdout.write(`${address(url, config.PORT)}/invitation#${token}\n`);
  } finally {
    await dataSource.destroy();
  }
}

try {
  const [prefectureId = '', url] = process.argv.slice(2);
  if (!/^\d{2}$/.test(prefectureId))
    throw new Error(
      'npm run hub-account -- 34 [https://banso.example.lg.jp]: 都道府県コード2桁 (two-digit code)',
    );
  await invite(prefectureId, url);
} catch (error) {
  const text =
    error instanceof DomainError && error.code === 'NOT_FOUND'
      ? '都道府県が登録されていません。先に npm start か setup を実行してください (unknown prefecture: run npm start or the set-up first)'
      : error instanceof Error
        ? error.message
        : String(error);
  say(`✗ 招待を作れませんでした: ${text}`, `No invitation was made: ${text}`);
  process.exitCode = 1;
}
