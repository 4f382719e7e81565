import 'reflect-metadata';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bounceIn, noticesEntities, takeBounce } from '@banso/notices';
import { createDataSource, Db, readConfig } from '@banso/platform';

const say = (ja: string, en: string): void => void process.stdout.write(`${ja}\n  ${en}\n`);

/** A mail as a file, or every one of a folder, such as `new` of a Maildir. */
const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { withFileTypes: true }).flatMap((one) =>
        one.isFile() ? [join(path, one.name)] : [],
      )
    : [path];

/** Reads what came back to the sender's address: nothing is sent any more to where it does not arrive. */
try {
  const paths = process.argv.slice(2);
  if (paths.length === 0) throw new Error('npm run mail-bounces -- <folder or .eml> …');
  const dataSource = createDataSource({
    url: readConfig().DATABASE_URL,
    pool: 2,
    entities: noticesEntities,
    onPoolError: () => {},
  });
  const db = new Db(await dataSource.initialize());
  const counts = { read: 0, stopped: 0 };
  try {
    for (const file of paths.flatMap(filesIn)) {
      counts.read += 1;
      const bounce = bounceIn(readFileSync(file, 'utf8'));
      if (bounce && (await db.system(null, (tx) => takeBounce(tx, bounce)))) counts.stopped += 1;
    }
  } finally {
    await dataSource.destroy();
  }
  say(
    `${counts.read}通を読み、このうち${counts.stopped}通が届かなかったことを記録しました。`,
    `Read ${counts.read}; ${counts.stopped} of them say for good that a mail did not arrive.`,
  );
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  say(`✗ 読めませんでした: ${text}`, `Not read: ${text}`);
  process.exitCode = 2;
}
