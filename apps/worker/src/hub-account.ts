import 'reflect-metadata';
import { getPrefecture, inviteHubApprover, LINK_HOURS } from '@banso/directory';
import { Clock, DomainError } from '@banso/kernel';
import { AT_THE_SERVER, printFirstLink, sayNoLink } from './first-link.js';

/** Lets the first approver of a prefecture's hub in, or the next one when nobody is left who could. */
try {
  const [prefectureId = '', url] = process.argv.slice(2);
  if (!/^\d{2}$/.test(prefectureId))
    throw new Error(
      'npm run hub-account -- 34 [https://banso.example.lg.jp]: 都道府県コード2桁 (two-digit code)',
    );
  await printFirstLink({
    operation: 'hub-account',
    prefectureId,
    url,
    make: async (tx) => {
      const { name, nameEn } = await getPrefecture(tx, prefectureId);
      const { token } = await inviteHubApprover(tx, prefectureId, {
        forName: `${name} 窓口`,
        issuer: AT_THE_SERVER,
        now: new Clock().now(),
      });
      return {
        token,
        ja: `${name}の窓口の調整・決裁担当者を招待するリンクです。${LINK_HOURS}時間以内に1回だけ使えます。本人だけに渡してください。`,
        en: `This link invites a coordinator and approver of the hub of ${nameEn}: once, within ${LINK_HOURS} hours, for that person alone.`,
      };
    },
  });
} catch (error) {
  sayNoLink(
    error instanceof DomainError && error.code === 'NOT_FOUND'
      ? '都道府県が登録されていません。先に npm start か setup を実行してください (unknown prefecture: run npm start or the set-up first)'
      : error instanceof Error
        ? error.message
        : String(error),
  );
}
