import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../../test/database.js';
import { mentionIn, parametersOf, PERSON } from './erase-rows.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase([]);
}, 60_000);
afterAll(() => database.drop());

const isSaid = async (name: string, words: string): Promise<boolean> => {
  const nobody = { accountId: null, specialistId: null, prefectureId: '34', accountKept: false };
  const person = { ...nobody, names: [name], label: '', labelEn: '' };
  const [row] = await database.dataSource.query<{ said: boolean }[]>(
    `WITH ${PERSON} SELECT ${mentionIn('words')} AS said FROM person p, (SELECT $7::text AS words) t`,
    [...parametersOf(person), words],
  );
  return row?.said ?? false;
};

it.each(['呉 いろは', 'a_b', '100%', `O'Neil "Sam" K`, String.raw`C:\home`, String.raw`\%_`])(
  'finds %s where it is said, and no other name',
  async (name) => {
    expect(await isSaid(name, `前 ${name} 後`)).toBe(true);
    for (const other of ['呉 いろ', 'axb', '100 ', 'ONeil Sam K', 'C:home', '%_', 'x'])
      expect([name, other, await isSaid(name, `前 ${other} 後`)]).toEqual([name, other, false]);
  },
);
