import { KEPT_AT_ERASURE } from '../erasure/erasure-steps.js';
import {
  OTHER_CLASSES,
  RETENTION_CLASSES,
  RETENTION_KINDS,
  RETENTION_OF,
} from '../retention/retention-classes.js';
import { TABLES_WITHOUT_PEOPLE } from './not-personal.js';
import {
  PERSONAL_KINDS,
  PERSONAL_CLASSES,
  PERSONAL_COLUMNS,
  type PersonalClass,
} from './personal-columns.js';

const HEAD = `# Personal data

Written by \`npm run gen\` from \`libs/platform/src/personal-data\`: change the lists there, not this page.

- Every column that can hold words is marked with its kind, or named as one that says nothing about a person. A test
  reads the columns of the real database and fails at one that is neither: a migration that adds a column says which.
- The log masks every value whose key is such a column, by its name in SQL and in code, and of an error its class and place. Our own lines
  carry none: event names, ids, counts and codes only. Who asks is a pseudonym: twelve digits of a digest of the account's
  id, the same for the same person, found again only in the database. A test sends canary words through the built API and
  worker, by right and wrong input and by failures whose message quotes the row, and finds none in what they print or queue;
  another finds none in traces and metrics.
- Jobs and their errors carry ids, never words. Passwords are stored as Argon2id, session tokens as SHA-256, answers
  that may be repeated sealed with a key that is not kept.
- Everybody takes what is held about them from the account page, as a file made from the same lists. A request leaves as
  a sheet for its readers (inside, other towns, the public), names and ways to reach somebody blacked out.
- An approver of the hub erases somebody who left: a number stands where the name stood, in the audit log too
  ([ADR 13](adr/0013-erasure-and-audit.md)). Words of others are shown first and left to people.
- Each kind of record is kept for a number of days, then goes by itself once a day, in batches; a prefecture sets the days
  within limits (screen 保存と消去). The figures are this project's defaults: an office's own rules (文書管理規程) may differ.
`;

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const code = (word: string): string => `\`${word}\``;

const columnsOf = (columns: Readonly<Record<string, PersonalClass>>, kind: PersonalClass): string =>
  Object.keys(columns)
    .filter((column) => columns[column] === kind)
    .map(code)
    .join(', ');

const THEN = {
  DELETE: 'deleted',
  BLANK: 'words blanked, days and counts kept',
  BY_HAND: 'erased by hand',
} as const;

const tablesOf = (kind: string): string =>
  Object.entries(RETENTION_OF)
    .filter(([, one]) => one === kind)
    .map(([table]) => code(table))
    .join(', ');

/** How long each table is kept, and what goes by other ways. */
function retention(): string[] {
  const kinds = RETENTION_KINDS.map((kind) => {
    const { ja, from, action, days, why } = RETENTION_CLASSES[kind];
    const limits = `${days.byDefault} (${days.least}–${days.most})`;
    return row(code(kind), ja, limits, from.en, THEN[action], why.en, tablesOf(kind));
  });
  const others = Object.entries(RETENTION_OF).flatMap(([table, one]) =>
    typeof one === 'string' ? [] : [row(code(table), OTHER_CLASSES[one[0]], one[1])],
  );
  return [
    '\n## How long it is kept\n',
    row('class', '日本語', 'days (limits)', 'counted from', 'then', 'why', 'tables'),
    row('---', '---', '---', '---', '---', '---', '---'),
    ...kinds,
    '',
    row('table', 'class', 'how'),
    row('---', '---', '---'),
    ...others,
    '\n## What an erasure leaves\n',
    row('column', 'why'),
    row('---', '---'),
    ...Object.entries(KEPT_AT_ERASURE).map(([column, why]) => row(code(column), why)),
  ];
}

/** docs/personal-data.md, from the lists. */
export function personalDataPage(): string {
  const classes = PERSONAL_KINDS.map((kind) =>
    row(code(kind), PERSONAL_CLASSES[kind].ja, PERSONAL_CLASSES[kind].en),
  );
  const marked = Object.entries(PERSONAL_COLUMNS).flatMap(([table, columns]) =>
    PERSONAL_KINDS.map((kind) => [kind, columnsOf(columns, kind)] as const)
      .filter(([, names]) => names !== '')
      .map(([kind, names]) => row(code(table), kind, names)),
  );
  const without = Object.entries(TABLES_WITHOUT_PEOPLE).map(([table, why]) => row(code(table), why));
  const count = Object.values(PERSONAL_COLUMNS).reduce(
    (sum, columns) => sum + Object.keys(columns).length,
    0,
  );
  return [
    HEAD,
    '## Kinds\n',
    row('kind', '日本語', 'meaning'),
    row('---', '---', '---'),
    ...classes,
    `\n## Where it is: ${count} columns of ${Object.keys(PERSONAL_COLUMNS).length} tables\n`,
    row('table', 'kind', 'columns'),
    row('---', '---', '---'),
    ...marked,
    '\n## Tables without people\n',
    row('table', 'what it holds'),
    row('---', '---'),
    ...without,
    ...retention(),
    '',
  ].join('\n');
}
