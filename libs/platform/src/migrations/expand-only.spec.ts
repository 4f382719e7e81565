import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const FOLDER = 'libs/platform/src/migrations';
/** Later changes run while the version before is still at work: they only ever add. */
const BEFORE = 1767146400000;

/** What the version before could not live with. */
const TAKES_AWAY: readonly [why: string, pattern: RegExp][] = [
  ['drops a table', /\bDROP\s+TABLE\b/i],
  ['drops a column', /\bDROP\s+COLUMN\b/i],
  ['renames', /\bRENAME\s+(TO|COLUMN|CONSTRAINT)?/i],
  ['changes a type', /\bALTER\s+(COLUMN\s+)?\w+\s+(SET\s+DATA\s+)?TYPE\b/i],
  ['demands a value', /\bSET\s+NOT\s+NULL\b/i],
  [
    'adds a column that must have a value, without one',
    /\bADD\s+COLUMN\s+[^,;]*\bNOT\s+NULL\b(?![^,;]*\bDEFAULT\b)(?![^,;]*\bGENERATED\b)/i,
  ],
  ['empties a table', /\bTRUNCATE\b/i],
];

const faultsOf = (source: string): string[] => {
  // The way back takes away what the way there added. A check may be dropped: less is demanded then.
  const sql = source
    .replace(/\basync down\([\s\S]*/, '')
    .replace(
      /\bADD\s+COLUMN\s+([^,;]*)\bDEFAULT\b([^,;]*)\bNOT\s+NULL\b/gi,
      'ADD COLUMN $1 NOT NULL DEFAULT $2',
    );
  return TAKES_AWAY.filter(([, pattern]) => pattern.test(sql)).map(([why]) => why);
};

describe('a change of the schema', () => {
  it.each([
    ['DROP TABLE visit', 'drops a table'],
    ['ALTER TABLE visit DROP COLUMN mode', 'drops a column'],
    ['ALTER TABLE visit RENAME COLUMN mode TO way', 'renames'],
    ['ALTER TABLE visit ALTER COLUMN mode TYPE int', 'changes a type'],
    ['ALTER TABLE visit ALTER mode SET NOT NULL', 'demands a value'],
    ['ALTER TABLE visit ADD COLUMN way text NOT NULL', 'adds a column that must have a value, without one'],
    ['TRUNCATE visit', 'empties a table'],
  ])('that takes away is noticed: %s', (sql, why) => {
    expect(faultsOf(sql)).toEqual([why]);
  });

  it.each([
    'CREATE TABLE way (id uuid PRIMARY KEY, name text NOT NULL)',
    'ALTER TABLE visit ADD COLUMN way text',
    `ALTER TABLE visit ADD COLUMN way text NOT NULL DEFAULT 'x'`,
    `ALTER TABLE visit ADD COLUMN way text DEFAULT 'x' NOT NULL`,
    'ALTER TABLE visit ALTER COLUMN way DROP NOT NULL',
    'ALTER TABLE visit DROP CONSTRAINT visit_check',
  ])('that adds is not: %s', (sql) => {
    expect(faultsOf(sql)).toEqual([]);
  });

  it('leaves the version before at work', () => {
    const later = readdirSync(FOLDER).filter(
      (name) => /^\d+-.*\.ts$/.test(name) && Number.parseInt(name, 10) > BEFORE,
    );
    const found = later.flatMap((name) =>
      faultsOf(readFileSync(join(FOLDER, name), 'utf8')).map((why) => `${name} ${why}`),
    );
    expect(found).toEqual([]);
  });
});
