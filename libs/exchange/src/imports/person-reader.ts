import type { Specialist } from '@banso/talent';
import type { CellReader } from './cell-readers.js';
import { error, note } from './finding.js';

const MOST_NAMED = 5;
/** Spaces between the parts of a name differ from list to list. */
const bare = (name: string): string => name.normalize('NFC').replaceAll(/\s+/gu, '');

/** Somebody of the pool by their code, or by their name where only one has it; the id is what it means. */
export const person =
  (pool: readonly Specialist[]): CellReader<string> =>
  (column, { text }) => {
    const wanted = text.trim();
    if (wanted === '') return { value: null, findings: [] };
    const byCode = pool.find(({ id }) => id === wanted.toLowerCase());
    if (byCode) return { value: byCode.id, findings: [] };
    const named = pool.filter(({ name, nameEn }) => [name, nameEn].some((one) => bare(one) === bare(wanted)));
    const [first, second] = named;
    if (!first) return { value: null, findings: [error(column, 'unknown-person', { value: wanted })] };
    if (second) {
      const names = named.slice(0, MOST_NAMED).map(({ name, kana }) => `${name}（${kana}）`);
      return { value: null, findings: [error(column, 'several-people', { value: wanted, names })] };
    }
    const exact = first.name === wanted || first.nameEn === wanted;
    return {
      value: first.id,
      findings: exact ? [] : [note(column, 'read-as', { from: wanted, to: first.name })],
    };
  };
