import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { BackupFault, openFileKeeping, readConfig, restoreBackup, RolesMissing } from '@banso/platform';

const say = (ja: string, en: string): void => void process.stdout.write(`${ja}\n  ${en}\n`);

const usage = (): BackupFault =>
  new BackupFault(
    'npm run restore -- <ファイル> [--replace] [--drop-mail] [--into <データベース名>]',
    'npm run restore -- <file> [--replace] [--drop-mail] [--into <database>]',
  );

function orders() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        replace: { type: 'boolean', default: false },
        'drop-mail': { type: 'boolean', default: false },
        // Says that the database is none that anybody works with.
        rehearsal: { type: 'boolean', default: false },
      },
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw usage();
    return { file, ...values };
  } catch {
    throw usage();
  }
}

/** Puts a backup into an empty database, and says whether it is all there. */
try {
  const { file, replace, rehearsal, 'drop-mail': dropMail } = orders();
  const config = readConfig();
  const begun = performance.now();
  const store = config.BANSO_S3 || rehearsal ? null : openFileKeeping(config).store;
  const done = await restoreBackup({ url: config.DATABASE_URL, file, store, replace, dropMail });
  const { manifest, upgraded, filesWritten, audit } = done;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  say(
    `✓ ${manifest.takenAt} の状態に戻しました: 表 ${manifest.tables.length} 件、${rows} 行 (内容は1行ずつ一致)、添付 ${filesWritten} 件、${seconds} 秒`,
    `Restored as of ${manifest.takenAt}: ${manifest.tables.length} tables, ${rows} rows (compared row by row), ${filesWritten} attachments in ${seconds} s`,
  );
  if (upgraded.length > 0)
    say(
      `✓ 版 ${manifest.version} のバックアップを今の形に直しました (変更 ${upgraded.length} 件)`,
      `The backup of version ${manifest.version} was brought up to date (${upgraded.length} changes)`,
    );
  if (audit.broken.length > 0) {
    say(
      `✗ 監査記録の鎖が ${audit.broken.length} か所で切れています: npm run audit -- check`,
      `The chain of the audit log is broken in ${audit.broken.length} places: npm run audit -- check`,
    );
    process.exitCode = 1;
  } else
    say(
      `✓ 監査記録 ${audit.entries} 件の鎖は切れていません。全員がログインし直します。`,
      `The chain of ${audit.entries} audit entries is whole. Everybody signs in anew.`,
    );
} catch (error) {
  if (error instanceof BackupFault || error instanceof RolesMissing) say(`✗ ${error.ja}`, error.en);
  else {
    const text = error instanceof Error ? error.message : String(error);
    say(`✗ 復元できませんでした: ${text}`, `Not restored: ${text}`);
  }
  process.exitCode = 1;
}
