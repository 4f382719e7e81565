import { expect, it } from '@jest/globals';
import { shownError } from './shown-error.js';

it.each([
  ['NOT_FOUND planning-run.not-found', 'NOT_FOUND planning-run.not-found'],
  ['SQL 23505', 'SQL 23505'],
  ['sent 1000 times without an end', 'sent 1000 times without an end'],
  ['unknown', 'unknown'],
  ['TypeError ', 'TypeError'],
  ['Error at solve (/srv/banso/dist/libs/planning/src/solve.js:12:7)', 'Error at solve.js:12:7'],
  ['TypeError at async Promise.all (index 0)', null],
  ['RangeError at file:///srv/a b/x.js:1:2', null],
  [
    'Error at async OutboxExecutor.runQuick (file:///srv/dist/outbox-executor.js:98:5)',
    'Error at outbox-executor.js:98:5',
  ],
  ['Key (login_id)=(aga@example.jp) already exists', null],
  ['Error 阿賀 まい', null],
  ['Error: 090-0000-0000 at f (/a/b.js:1:1)', null],
  ['NOT_FOUND aga@kure', null],
  [null, null],
])('of %j it shows %j', (noted, shown) => {
  expect(shownError(noted)).toBe(shown);
});
