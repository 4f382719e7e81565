/** Turns what Postgres writes when it cannot start into a sentence that says what it is and what to do. */
import { relative } from 'node:path';
import { Problem } from './messages.mjs';
import { root } from './paths.mjs';
import { lastLines } from './processes.mjs';

/**
 * @param {string} output what initdb or postgres printed
 * @returns {'disk' | 'permission' | 'memory' | 'locale' | 'broken' | 'other'}
 */
export function classify(output) {
  if (/No space left on device|Disk quota exceeded/i.test(output)) return 'disk';
  if (/Permission denied|must be owned by|invalid permissions|wrong ownership/i.test(output))
    return 'permission';
  if (/could not create shared memory segment|Cannot allocate memory|could not map anonymous/i.test(output)) {
    return 'memory';
  }
  if (/invalid locale name/i.test(output)) return 'locale';
  const broken =
    /PG_VERSION|pg_control|control file|could not locate a valid checkpoint|invalid (primary )?checkpoint|PANIC:|invalid page|checksum|not a valid (data|database) directory|could not open (file|directory)|could not read|could not access directory|(startup|shutdown) process .* (exited|was terminated)|missing or erroneous|syntax error in file|invalid data in file|configuration file .* contains errors/i;
  return broken.test(output) ? 'broken' : 'other';
}

/**
 * @param {string} output
 * @param {{ dataDir: string }} place
 * @returns {Problem}
 */
export function postgresProblem(output, { dataDir }) {
  const name = relative(root, dataDir);
  const kind = classify(output);
  /** @type {Record<ReturnType<typeof classify>, [string, string]>} */
  const sentences = {
    disk: [
      `ディスクの空きがないため PostgreSQL を起動できません。${name} のデータはそのまま残っています。空きを 1 GB ほど作って、もう一度 npm start してください。`,
      `PostgreSQL cannot start because the disk is full. The data in ${name} is kept as it is. Free about 1 GB and run npm start again.`,
    ],
    permission: [
      `PostgreSQL が ${name} を読み書きできません。所有者を変えてください: sudo chown -R "$(id -un)" .data`,
      `PostgreSQL cannot read or write ${name}. Change the owner: sudo chown -R "$(id -un)" .data`,
    ],
    memory: [
      'メモリーが足りず PostgreSQL を起動できません。ほかのアプリを閉じて、もう一度試してください。',
      'There is not enough memory to start PostgreSQL. Close other programs and try again.',
    ],
    locale: [
      'この OS には UTF-8 のロケール (C.UTF-8) がありません。glibc の locales パッケージを入れるか、DATABASE_URL を指定してください。',
      'This system lacks the UTF-8 locale C.UTF-8. Install the locales package, or set DATABASE_URL.',
    ],
    broken: [
      `データベースのフォルダー ${name} が壊れていて開けません。中身には手を付けていません。\n・バックアップがあれば ${name} に戻してください。\n・なければ別の場所へ移すと、新しい空のデータで始められます: mv ${name} ${name}.broken`,
      `The database folder ${name} is damaged and cannot be opened. Nothing in it was changed.\n- If you have a backup, put it back into ${name}.\n- If not, move it away to begin with new, empty data: mv ${name} ${name}.broken`,
    ],
    other: [
      'PostgreSQL を起動できませんでした。最後の記録:',
      'PostgreSQL could not be started. Its last words:',
    ],
  };
  const [ja, en] = sentences[kind];
  return new Problem(ja, en, { code: kind, details: lastLines(output, 6) });
}
