import type { DatabaseFacts, Facts, Folder } from './facts.js';

/** In two languages. */
export interface Words {
  readonly ja: string;
  readonly en: string;
}

/** `advice`: it runs, and should be better. `fault`: something does not work, or is at risk. */
export interface Verdict {
  readonly level: 'ok' | 'advice' | 'fault';
  readonly found: Words;
  /** What to do; null when all is well. */
  readonly remedy: Words | null;
}

export interface Check {
  readonly name: string;
  readonly title: Words;
  /** Null where there is nothing to judge. */
  readonly judge: (facts: Facts) => Verdict | null;
}

const words = (ja: string, en: string): Words => ({ ja, en });
const ok = (ja: string, en: string): Verdict => ({ level: 'ok', found: words(ja, en), remedy: null });
const bad =
  (level: 'advice' | 'fault') =>
  (found: readonly [ja: string, en: string], remedy: readonly [ja: string, en: string]): Verdict => ({
    level,
    found: words(...found),
    remedy: words(...remedy),
  });
const advice = bad('advice');
const fault = bad('fault');

/** Megabytes. */
const FREE_LEAST = 500;
const FREE_WISHED = 5_000;
const SKEW_MOST = 5;
const LAG_ADVICE = 60;
const LAG_FAULT = 600;
const BACKUP_HOURS = 26;

/** A check of the database, once it answers. */
const ofDatabase = (
  name: string,
  title: Words,
  judge: (facts: DatabaseFacts, all: Facts) => Verdict,
): Check => ({
  name,
  title,
  judge: (facts) =>
    facts.database === null || facts.database.away !== null ? null : judge(facts.database, facts),
});

const folderCheck = (use: Folder['use'], title: Words): Check => ({
  name: `folder-${use}`,
  title,
  judge: ({ folders }) => {
    const folder = folders.find((one) => one.use === use);
    if (!folder) return null;
    const { path, writable, freeMb } = folder;
    if (!writable)
      return fault(
        [`${path} に書き込めません`, `Cannot write in ${path}`],
        [
          `所有者を直してください: sudo chown -R "$(id -un)" ${path}`,
          `Put the owner right: sudo chown -R "$(id -un)" ${path}`,
        ],
      );
    if (freeMb !== null && freeMb < FREE_WISHED)
      return (freeMb < FREE_LEAST ? fault : advice)(
        [`${path} の空きは ${freeMb} MB です`, `${freeMb} MB are free at ${path}`],
        [
          '古い記録やバックアップを移して、5 GB 以上空けてください',
          'Move old logs or backups away until 5 GB are free',
        ],
      );
    return ok(`書き込めます (空き ${freeMb ?? '?'} MB)`, `can be written (${freeMb ?? '?'} MB free)`);
  },
});

/** In the order in which somebody mends things. */
export const CHECKS: readonly Check[] = [
  {
    name: 'node',
    title: words('Node.js', 'Node.js'),
    judge: ({ node: { version, major } }) =>
      major < 20
        ? fault(
            [`${version} は古すぎます`, `${version} is too old`],
            ['Node.js 24 を入れてください', 'Install Node.js 24'],
          )
        : major === 20
          ? advice(
              [`${version} は保守が終わっています`, `${version} is no longer maintained`],
              ['Node.js 24 に上げてください', 'Move to Node.js 24'],
            )
          : ok(version, version),
  },
  {
    name: 'settings',
    title: words('設定', 'Settings'),
    judge: ({ settings }) =>
      settings === null
        ? ok('読めます', 'can be read')
        : fault(
            [settings, settings],
            [
              '名前の挙がった環境変数を直してください (README の表)',
              'Put the variables named there right (table in the README)',
            ],
          ),
  },
  {
    name: 'built',
    title: words('ビルド', 'Build'),
    judge: ({ built }) => {
      const missing = built.filter(({ there }) => !there).map(({ file }) => file);
      return missing.length === 0
        ? ok('そろっています', 'all there')
        : fault(
            [`${missing.join(', ')} がありません`, `${missing.join(', ')} missing`],
            ['npm run build を実行してください', 'Run npm run build'],
          );
    },
  },
  {
    name: 'port',
    title: words('ポート', 'Port'),
    judge: ({ port: { number, state } }) => {
      if (state === 'ours') return ok(`${number} で伴走が応答しています`, `Banso answers at ${number}`);
      if (state === 'free') return ok(`${number} は空いています`, `${number} is free`);
      return state === 'taken'
        ? fault(
            [`${number} は別のプログラムが使っています`, `${number} is used by another program`],
            ['別のポートで起動してください: PORT=3001 npm start', 'Choose another one: PORT=3001 npm start'],
          )
        : fault(
            [`${number} を開く権限がありません`, `Not allowed to open ${number}`],
            ['1024 以上のポートにしてください: PORT=3000', 'Use a port from 1024 on: PORT=3000'],
          );
    },
  },
  folderCheck('run', words('データのフォルダー', 'Data folder')),
  folderCheck('files', words('添付のフォルダー', 'Attachments folder')),
  {
    name: 'secret-key',
    title: words('鍵', 'Secret key'),
    judge: ({ secretKey, inEarnest }) => {
      if (secretKey === 'setting')
        return ok('BANSO_SECRET_KEY で設定されています', 'set by BANSO_SECRET_KEY');
      if (secretKey === 'open-file')
        return fault(
          ['.data/secret-key をほかの利用者が読めます', '.data/secret-key can be read by other users'],
          ['chmod 600 .data/secret-key を実行してください', 'Run chmod 600 .data/secret-key'],
        );
      if (secretKey === 'file')
        return ok(
          'ファイルにあります。バックアップとは別に保管してください',
          'in a file; keep a copy apart from backups',
        );
      return inEarnest
        ? advice(
            ['まだありません', 'There is none yet'],
            [
              'BANSO_SECRET_KEY に 32 文字以上の乱数を設定してください: openssl rand -base64 48',
              'Set BANSO_SECRET_KEY to 32 characters or more by chance: openssl rand -base64 48',
            ],
          )
        : ok('必要になると作られます', 'made when it is first needed');
    },
  },
  {
    name: 'database',
    title: words('Postgres', 'Postgres'),
    judge: ({ database }) => {
      if (database === null)
        return fault(
          ['同梱の Postgres は動いていません', 'The bundled Postgres is not running'],
          [
            'npm start で起動するか、DATABASE_URL を設定してください',
            'Start it with npm start, or set DATABASE_URL',
          ],
        );
      if (database.away !== null)
        return fault(
          [`つながりません (${database.away})`, `cannot be reached (${database.away})`],
          [
            'サーバーが動いているか、DATABASE_URL の宛先・利用者・パスワードを確かめてください',
            'Check that the server runs, and address, user and password of DATABASE_URL',
          ],
        );
      const major = Math.floor(database.version / 10_000);
      return major < 14
        ? fault(
            [`版 ${major} は古すぎます`, `version ${major} is too old`],
            ['Postgres 14 以上に上げてください', 'Move to Postgres 14 or newer'],
          )
        : ok(`版 ${major}`, `version ${major}`);
    },
  },
  ofDatabase('schema', words('表の変更', 'Schema'), ({ pending }) =>
    pending === 0
      ? ok('最新です', 'up to date')
      : fault(
          [`未適用の変更が ${pending} 件あります`, `${pending} changes are missing`],
          [
            '準備を実行してください: npm start、または node dist/apps/worker/src/setup.js',
            'Run the set-up: npm start, or node dist/apps/worker/src/setup.js',
          ],
        ),
  ),
  ofDatabase('extension', words('拡張', 'Extension'), ({ extension }) =>
    extension
      ? ok('btree_gist があります', 'btree_gist is there')
      : fault(
          ['btree_gist がありません', 'btree_gist is missing'],
          [
            '管理者が実行: CREATE EXTENSION btree_gist;',
            'Let an administrator run: CREATE EXTENSION btree_gist;',
          ],
        ),
  ),
  ofDatabase('locale', words('文字', 'Characters'), ({ encoding, knowsLetters, collationMoved }) => {
    if (encoding !== 'UTF8' || !knowsLetters)
      return fault(
        [
          `文字コード ${encoding}${knowsLetters ? '' : '、日本語の文字を文字と見なしません'}`,
          `encoding ${encoding}${knowsLetters ? '' : ', which takes no Japanese letter for one'}`,
        ],
        [
          'UTF8 と C.UTF-8 のデータベースを作り、npm run backup と npm run restore で移してください',
          'Make a database with UTF8 and C.UTF-8, and move there by npm run backup and npm run restore',
        ],
      );
    return collationMoved
      ? advice(
          [
            'OS の並び順が索引を作った時と違います',
            'The system sorts otherwise than when the indexes were built',
          ],
          [
            'REINDEX DATABASE の後に ALTER DATABASE … REFRESH COLLATION VERSION',
            'REINDEX DATABASE, then ALTER DATABASE … REFRESH COLLATION VERSION',
          ],
        )
      : ok('UTF8', 'UTF8');
  }),
  ofDatabase('user', words('データベースの利用者', 'Database user'), ({ user, bundled }) => {
    if (!user.mayAct)
      return fault(
        ['役割 (banso_hub など) になれません', 'may not take on the roles (banso_hub and so on)'],
        ['所有者で準備 (setup) を実行してください', 'Run the set-up as the owner'],
      );
    if (bundled) return ok('同梱のサーバーです', 'of the bundled server');
    if (user.superuser)
      return fault(
        ['管理者 (superuser) で接続しています', 'connects as a superuser'],
        [
          '準備だけを所有者で行い、API とワーカーの DATABASE_URL は banso_login にしてください (BANSO_LOGIN_PASSWORD)',
          'Run only the set-up as the owner; let DATABASE_URL of the API and the workers name banso_login (BANSO_LOGIN_PASSWORD)',
        ],
      );
    return user.owner
      ? advice(
          ['表の所有者で接続しています', 'connects as the owner of the tables'],
          [
            'API とワーカーの DATABASE_URL は banso_login にしてください (BANSO_LOGIN_PASSWORD)',
            'Let DATABASE_URL of the API and the workers name banso_login (BANSO_LOGIN_PASSWORD)',
          ],
        )
      : ok('何も所有していません', 'owns nothing');
  }),
  ofDatabase('clock', words('時計', 'Clock'), ({ skew }) =>
    Math.abs(skew) <= SKEW_MOST
      ? ok(`データベースとの差 ${skew.toFixed(1)} 秒`, `${skew.toFixed(1)} s apart from the database`)
      : fault(
          [
            `データベースの時計と ${skew.toFixed(0)} 秒違います`,
            `${skew.toFixed(0)} s apart from the clock of the database`,
          ],
          ['両方の機械で時刻合わせ (NTP) を有効にしてください', 'Let both machines set their clocks (NTP)'],
        ),
  ),
  {
    name: 'redis',
    title: words('Redis', 'Redis'),
    judge: ({ redis }) => {
      if (redis === null)
        return ok('使いません (Postgres が待ち行列です)', 'not used (Postgres carries the queue)');
      if (redis.away !== null)
        return fault(
          [`つながりません (${redis.away})`, `cannot be reached (${redis.away})`],
          [
            'サーバーと REDIS_URL を確かめてください。受け付けた処理は Postgres にあり、失われません',
            'Check the server and REDIS_URL. Accepted work is in Postgres and is not lost',
          ],
        );
      if (redis.policy !== 'noeviction')
        return fault(
          [`maxmemory-policy は ${redis.policy} です`, `maxmemory-policy is ${redis.policy}`],
          [
            'redis.conf で maxmemory-policy noeviction にしてください',
            'Set maxmemory-policy noeviction in redis.conf',
          ],
        );
      return redis.persistent
        ? ok(`版 ${redis.version}`, `version ${redis.version}`)
        : advice(
            ['AOF が無効です', 'AOF is off'],
            [
              'appendonly yes にすると、再起動の後すぐに続きから始まります (なくても失われません)',
              'With appendonly yes work goes on at once after a restart (without it nothing is lost either)',
            ],
          );
    },
  },
  ofDatabase('workers', words('ワーカー', 'Workers'), ({ workers }, { port }) =>
    workers > 0
      ? ok(`${workers} 件が動いています`, `${workers} running`)
      : (port.state === 'ours' ? fault : advice)(
          ['動いているワーカーがありません', 'No worker is running'],
          [
            'ワーカーを起動してください。記録: .data/logs/worker.log',
            'Start a worker. Its log: .data/logs/worker.log',
          ],
        ),
  ),
  ofDatabase('lag', words('処理の遅れ', 'Lag'), ({ lagSeconds }) =>
    lagSeconds < LAG_ADVICE
      ? ok(`${Math.round(lagSeconds)} 秒`, `${Math.round(lagSeconds)} s`)
      : (lagSeconds < LAG_FAULT ? advice : fault)(
          [
            `最も古い処理が ${Math.round(lagSeconds)} 秒待っています`,
            `The oldest job has waited ${Math.round(lagSeconds)} s`,
          ],
          [
            'ワーカーが動いているか確かめ、足りなければ増やしてください',
            'Check that workers run, and add some if they are too few',
          ],
        ),
  ),
  ofDatabase('dead', words('止まった処理', 'Jobs set aside'), ({ dead }) =>
    dead === 0
      ? ok('ありません', 'none')
      : advice(
          [`${dead} 件あります`, `${dead}`],
          [
            '運用の画面 (/operations) でエラーを見て、原因を除いてから再試行してください',
            'Read the error at /operations, remove the cause, then try again there',
          ],
        ),
  ),
  ofDatabase('schedules', words('定期の処理', 'What recurs'), ({ lateSchedules }) =>
    lateSchedules.length === 0
      ? ok('遅れはありません', 'in time')
      : advice(
          [`遅れています: ${lateSchedules.join(', ')}`, `late: ${lateSchedules.join(', ')}`],
          ['ワーカーを起動してください', 'Start a worker'],
        ),
  ),
  {
    name: 'mail',
    title: words('メール', 'Mail'),
    judge: ({ mail }) => {
      if (mail === null)
        return advice(
          ['送りません。お知らせは画面だけに出ます', 'none is sent; notices stay in the inbox'],
          [
            '送るには BANSO_SMTP_URL と BANSO_MAIL_FROM を設定してください',
            'To send it, set BANSO_SMTP_URL and BANSO_MAIL_FROM',
          ],
        );
      return mail.reachable
        ? ok(`${mail.host} につながります`, `${mail.host} answers`)
        : fault(
            [`${mail.host} につながりません`, `${mail.host} cannot be reached`],
            [
              'BANSO_SMTP_URL の宛先とポート、途中の防火壁を確かめてください',
              'Check address and port of BANSO_SMTP_URL, and the firewall between',
            ],
          );
    },
  },
  {
    name: 'backups',
    title: words('バックアップ', 'Backups'),
    judge: ({ backups, inEarnest }) => {
      const level = inEarnest ? fault : advice;
      if (backups === null)
        return level(
          ['BANSO_BACKUPS が設定されていません', 'BANSO_BACKUPS is not set'],
          [
            '保存先を設定し、毎日 npm run backup を実行してください (docs/operations.md)',
            'Set where they lie, and run npm run backup every day (docs/operations.md)',
          ],
        );
      if (backups.newestHours === null || backups.newestHours > BACKUP_HOURS)
        return level(
          [
            backups.newestHours === null
              ? `${backups.folder} にありません`
              : `最新は ${Math.round(backups.newestHours)} 時間前です`,
            backups.newestHours === null
              ? `none in ${backups.folder}`
              : `the newest is ${Math.round(backups.newestHours)} hours old`,
          ],
          [
            'npm run backup を実行し、毎日の予定を確かめてください',
            'Run npm run backup, and check what runs it every day',
          ],
        );
      return ok(
        `最新は ${Math.round(backups.newestHours)} 時間前`,
        `the newest is ${Math.round(backups.newestHours)} hours old`,
      );
    },
  },
];

/** What each check says, in their order. */
export const judged = (facts: Facts): { readonly check: Check; readonly verdict: Verdict }[] =>
  CHECKS.flatMap((check) => {
    const verdict = check.judge(facts);
    return verdict ? [{ check, verdict }] : [];
  });
