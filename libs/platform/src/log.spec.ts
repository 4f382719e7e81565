import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createLog } from './log.js';
import { MASKED_KEYS, PERSONAL_COLUMNS } from './personal-data/index.js';

const SECRET = 'CANARY-だれか';

/** What comes out when these things are logged. */
function written(...things: readonly object[]): string {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  for (const thing of things) log.info(thing, 'test.event');
  return lines.join('');
}

/** The source files that log. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts') && !file.includes('node_modules'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

describe('the log', () => {
  it('masks every personal column, by either of its names, however deep it lies', () => {
    for (const [table, columns] of Object.entries(PERSONAL_COLUMNS)) {
      const row = Object.fromEntries(Object.keys(columns).map((column) => [column, SECRET]));
      const entity = Object.fromEntries(
        Object.keys(columns).map((column) => [
          column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
          { words: [SECRET] },
        ]),
      );
      const line = written(row, entity, { [table]: row }, { rows: [entity] }, { at: { once: { row } } });
      expect(line).not.toContain(SECRET);
      expect(line.split('\n')).toHaveLength(6);
    }
    expect(written({ input: SECRET, variables: { loginId: SECRET } })).not.toContain(SECRET);
  });

  it('keeps what is about no person', () => {
    const id = '5b0c1d9e-0000-4000-8000-000000000000';
    expect(JSON.parse(written({ incident: id, count: 3, reason: 'request.not-found' }))).toMatchObject({
      incident: id,
      count: 3,
      reason: 'request.not-found',
      msg: 'test.event',
    });
  });

  it('masks a reason that somebody gave', () => {
    for (const reason of ['担当者の異動', 'She is ill.', 'flu', 'a.b c.d', 'Dr. Sato'])
      expect(JSON.parse(written({ reason, visit: { reason } }))).toMatchObject({
        reason: '[masked]',
        visit: { reason: '[masked]' },
      });
  });

  it('masks in lists, writes times as they are, and ends where what is logged has no end', () => {
    const ring: Record<string, unknown> = { count: 1, at: new Date(0), none: undefined };
    ring['ring'] = [{ name: SECRET, more: ring }];
    const line = written(ring);
    expect(line).not.toContain(SECRET);
    expect(JSON.parse(line)).toMatchObject({
      count: 1,
      at: '1970-01-01T00:00:00.000Z',
      ring: [{ name: '[masked]' }],
    });
    expect(line).toContain('"more":"[masked]"');
  });

  it('writes of an error its class and where it was thrown, and nothing that it quotes', () => {
    const error = Object.assign(new RangeError(`Key (name)=(${SECRET})`), { detail: SECRET });
    for (const thing of [error, { error }, { causes: [error] }]) {
      const line = written(thing);
      expect(line).not.toContain('CANARY');
      expect(line).toContain('"type":"RangeError"');
      expect(line).toContain('log.spec');
    }
  });

  it('is given nothing by our own code that would come out masked', () => {
    const keys = [...sources('libs'), ...sources('apps/api'), ...sources('apps/worker')]
      .flatMap((source) => [...source.matchAll(/\blog\.\w+\(\s*\{([^}]*)\}/g)])
      .flatMap(([, fields = '']) => [...fields.matchAll(/(?:^|,)\s*(\w+)/g)].map(([, key = '']) => key));
    expect(keys).toContain('incident');
    expect(keys.filter((key) => key !== 'reason' && MASKED_KEYS.includes(key))).toEqual([]);
  });
});
