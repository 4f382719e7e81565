import 'reflect-metadata';
import { BackupFault, nextBackupIn, openFileKeeping, readConfig, writeBackup } from '@banso/platform';

const say = (ja: string, en: string): void => void process.stdout.write(`${ja}\n  ${en}\n`);

/** Writes all that the platform holds into one file. */
try {
  const config = readConfig();
  const [given, ...more] = process.argv.slice(2);
  const file = given ?? (config.BANSO_BACKUPS && (await nextBackupIn(config.BANSO_BACKUPS, new Date())));
  if (!file || more.length > 0)
    throw new BackupFault(
      'npm run backup -- <ファイル>: 書き込み先を1つ指定するか、BANSO_BACKUPS にフォルダーを設定してください',
      'npm run backup -- <file>: say where to write, or set BANSO_BACKUPS to a folder',
    );
  const begun = performance.now();
  const store = config.BANSO_S3 ? null : openFileKeeping(config).store;
  const { tables, files, filesMissing, bytes } = await writeBackup({ url: config.DATABASE_URL, file, store });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const mb = (bytes / 1_048_576).toFixed(1);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  say(
    `✓ ${file}: 表 ${tables.length} 件、${rows} 行、添付 ${files?.length ?? 0} 件、${mb} MB、${seconds} 秒`,
    `${file}: ${tables.length} tables, ${rows} rows, ${files?.length ?? 0} attachments, ${mb} MB in ${seconds} s`,
  );
  if (files === null)
    say(
      '! 添付はバケットにあり、このバックアップには入っていません。',
      'Attachments lie in a bucket and are not in this backup.',
    );
  if (filesMissing.length > 0)
    say(
      `! 添付 ${filesMissing.length} 件は保存場所になく、入っていません: ${filesMissing.slice(0, 5).join(', ')}`,
      `${filesMissing.length} attachments were not in their place and are missing: ${filesMissing.slice(0, 5).join(', ')}`,
    );
  say(
    '! 鍵 (BANSO_SECRET_KEY か .data/secret-key) は入っていません。別の場所に保管してください。',
    'The secret key (BANSO_SECRET_KEY or .data/secret-key) is not in it. Keep it in another place.',
  );
} catch (error) {
  if (error instanceof BackupFault) say(`✗ ${error.ja}`, error.en);
  else {
    const text = error instanceof Error ? error.message : String(error);
    say(`✗ バックアップできませんでした: ${text}`, `No backup was made: ${text}`);
  }
  process.exitCode = 1;
}
