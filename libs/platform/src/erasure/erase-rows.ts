import type { Tx } from '../db.js';
import { ERASURE_STEPS, type ErasureStep, type Treatment, TREATMENTS } from './erasure-steps.js';
import { keysOf, rowIdOf } from './row-ids.js';

/** Somebody who is to be erased, by the ids and the words under which rows know them. */
export interface ErasedPerson {
  readonly accountId: string | null;
  readonly specialistId: string | null;
  readonly prefectureId: string;
  /** Every way in which they are named; short ones are found in too much and left out. */
  readonly names: readonly string[];
  readonly label: string;
  readonly labelEn: string;
  /** The account belongs to another prefecture too, and stays. */
  readonly accountKept: boolean;
}

/** Rows of one table, by the id under which the log knows them. */
export interface TouchedRows {
  readonly table: string;
  readonly columns: readonly string[] | null;
  readonly rowIds: readonly string[];
}

/** One character is in too many words to be somebody's name. */
export const namesIn = (words: readonly (string | null | undefined)[]): string[] => [
  ...new Set(
    words
      .flatMap((word) => [word?.trim() ?? '', word?.replaceAll(/\s/g, '') ?? ''])
      .filter((word) => word.length > 1),
  ),
];

/** A name as JSON writes it, without its quotes. */
const SAID = `trim(BOTH '"' FROM to_json(name)::text)`;

/** For each name: patterns are found much faster than each name by itself. */
const ofNames = (words: string): string => `ARRAY(SELECT ${words} FROM unnest($4::text[]) name)`;
const patternsOf = (words: string): string =>
  ofNames(String.raw`'%' || regexp_replace(${words}, '([\\%_])', '\\\1', 'g') || '%'`);

/** `names_like` finds them as they were written, `said_like` as JSON writes them. */
export const PERSON = `person AS (SELECT $1::uuid AS account, $2::uuid AS specialist, $3::text AS prefecture,
  $4::text[] AS names, $5::text AS label, $6::text AS label_en,
  ${patternsOf('name')} AS names_like, ${ofNames(SAID)} AS said_as, ${patternsOf(SAID)} AS said_like)`;

export const parametersOf = (person: ErasedPerson): unknown[] => [
  person.accountId,
  person.specialistId,
  person.prefectureId,
  person.names,
  person.label,
  person.labelEn,
];

/** Whether a value mentions the person, however it is written down: quotes and the like as JSON has them. */
export const mentionIn = (value: string): string =>
  // Most of these columns are empty in most rows, which is said faster.
  `(${value} IS NOT NULL AND ${saidIn(`to_jsonb(${value})::text`)})`;

/** The same for the text of something that is JSON already. */
export const saidIn = (json: string): string => `(${json} LIKE ANY (p.said_like))`;

export const stepsFor = ({ accountKept }: ErasedPerson): readonly ErasureStep[] =>
  ERASURE_STEPS.filter(({ accountOnly }) => !(accountKept && accountOnly));

/** Which rows a step is about; where only names within words go, those that have one. */
export function rowsOfStep({ whose, set }: ErasureStep): string {
  const treatments = Object.entries(set ?? {});
  const within = treatments.filter(([, treatment]) => treatment === 'WORDS' || treatment === 'JSON');
  if (set === null || within.length < treatments.length) return `(${whose})`;
  return `(${whose}) AND (${within.map(([column]) => mentionIn(`t.${column}`)).join(' OR ')})`;
}

function valueOf(column: string, treatment: Treatment, names: readonly string[]): string {
  if (treatment !== 'WORDS' && treatment !== 'JSON') return TREATMENTS[treatment];
  const isJson = treatment === 'JSON';
  const [first] = isJson ? [`t.${column}::text`] : [`t.${column}`];
  const replaced = names.reduce((value, _, index) => {
    const name = `p.names[${index + 1}]`;
    return `replace(${value}, ${isJson ? `p.said_as[${index + 1}]` : name}, p.label)`;
  }, first ?? '');
  return isJson ? `(${replaced})::jsonb` : replaced;
}

/** Does every step, and says which rows it touched. For background work of the prefecture. */
export async function eraseRows(tx: Tx, person: ErasedPerson): Promise<TouchedRows[]> {
  const keys = await keysOf(tx);
  // The longest first: a name may be part of another.
  const names = [...person.names].sort((a, b) => b.length - a.length);
  const parameters = parametersOf({ ...person, names });
  const touched: TouchedRows[] = [];
  for (const step of stepsFor(person)) {
    const { table, set } = step;
    const changes = Object.entries(set ?? {}).map(
      ([column, treatment]) => `${column} = ${valueOf(column, treatment, names)}`,
    );
    const change =
      set === null
        ? `DELETE FROM ${table} t USING person p`
        : `UPDATE ${table} t SET ${changes.join(', ')} FROM person p`;
    const [rows]: [{ id: string }[], number] = await tx.query(
      `WITH ${PERSON} ${change} WHERE ${rowsOfStep(step)} RETURNING ${rowIdOf(table, keys)} AS id`,
      parameters,
    );
    if (rows.length > 0)
      touched.push({ table, columns: set && Object.keys(set), rowIds: rows.map(({ id }) => id) });
  }
  return touched;
}

/** How many rows each table would lose or have blanked: each table is read once, however many steps it takes. */
export async function countRows(tx: Tx, person: ErasedPerson): Promise<Map<string, number>> {
  const byTable = new Map<string, string[]>();
  for (const step of stepsFor(person))
    byTable.set(step.table, [...(byTable.get(step.table) ?? []), rowsOfStep(step)]);
  const counts = new Map<string, number>();
  for (const [table, steps] of byTable) {
    const sums = steps.map((rows) => `count(*) FILTER (WHERE ${rows})`);
    const [row]: { n: number }[] = await tx.query(
      `WITH ${PERSON} SELECT (${sums.join(' + ')})::int AS n FROM ${table} t, person p WHERE ${steps.join(' OR ')}`,
      parametersOf(person),
    );
    if (row?.n) counts.set(table, row.n);
  }
  return counts;
}
