import 'reflect-metadata';
import { inviteOperator, LINK_HOURS } from '@banso/directory';
import { Clock } from '@banso/kernel';
import { AT_THE_SERVER, printFirstLink, sayNoLink } from './first-link.js';

/** Lets the first operator of the installation in, or the next one when nobody is left who could. */
try {
  const [url] = process.argv.slice(2);
  if (url !== undefined && !/^https?:\/\//.test(url))
    throw new Error('npm run operator-account -- [https://banso.example.lg.jp]');
  await printFirstLink({
    operation: 'operator-account',
    prefectureId: null,
    url,
    make: async (tx) => {
      const { token } = await inviteOperator(tx, {
        forName: '運用者',
        issuer: AT_THE_SERVER,
        now: new Clock().now(),
      });
      return {
        token,
        ja: `この仕組みの運用者を招待するリンクです。${LINK_HOURS}時間以内に1回だけ使えます。本人だけに渡してください。`,
        en: `This link invites an operator of this installation: once, within ${LINK_HOURS} hours, for that person alone.`,
      };
    },
  });
} catch (error) {
  sayNoLink(error instanceof Error ? error.message : String(error));
}
