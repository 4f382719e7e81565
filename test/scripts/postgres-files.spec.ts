import { describe, expect, it } from '@jest/globals';
import { classify } from '../../scripts/lib/postgres-problems.mjs';
import { parsePostmasterPid } from '../../scripts/lib/postmaster-pid.mjs';

describe('postmaster.pid', () => {
  const text =
    '4439\n/srv/banso/.data/postgres\n1763680750\n23726\n\n127.0.0.1\n  1313261   65537\nready   \n';

  it('names process, port and state', () => {
    expect(parsePostmasterPid(text)).toEqual({ pid: 4439, port: 23_726, status: 'ready' });
    expect(parsePostmasterPid(text.replace('ready', 'stopping'))?.status).toBe('stopping');
  });

  it('is readable while it is still being written', () => {
    expect(parsePostmasterPid('4439\n/srv\n')).toEqual({ pid: 4439, port: 0, status: 'unknown' });
  });

  it.each(['', '\n', 'abc\n', '-5\n', '0\n'])('says nothing when damaged: %j', (damaged) => {
    expect(parsePostmasterPid(damaged)).toBeUndefined();
  });
});

describe('the last words of Postgres', () => {
  it.each([
    ['FATAL:  could not write to file "pg_wal/x": No space left on device', 'disk'],
    ['PANIC:  could not write to log file: No space left on device', 'disk'],
    ['FATAL:  data directory "/x" has wrong ownership', 'permission'],
    ['FATAL:  could not create shared memory segment: Cannot allocate memory', 'memory'],
    ['initdb: error: invalid locale name "C.UTF-8"', 'locale'],
    ['PANIC:  could not locate a valid checkpoint record at 0/1B85998', 'broken'],
    ['but could not open file "/x/global/pg_control": No such file or directory', 'broken'],
    ['FATAL:  configuration file "/x/postgresql.conf" contains errors', 'broken'],
    ['something nobody has seen before', 'other'],
  ])('%s → %s', (output, kind) => {
    expect(classify(output)).toBe(kind);
  });
});
