import { readFileSync } from 'node:fs';
import { isLocalGovernmentCode, isLocalDate } from '@banso/kernel';
import { csvRecords } from '@banso/platform';
import { z } from 'zod';

/** An empty cell means unknown, never zero. */
const cell = z.string().transform((value) => value.trim());
const decimal = /^-?\d+(\.\d+)?$/;

/** Cells of the files in `data/`: every value arrives as text. */
export const csv = {
  text: cell.pipe(z.string().min(1)),
  optionalText: cell.transform((value) => value || null),
  number: cell.pipe(z.string().regex(decimal, 'is not a number')).transform(Number),
  optionalNumber: cell
    .pipe(z.union([z.literal(''), z.string().regex(decimal, 'is not a number')]))
    .transform((value) => (value === '' ? null : Number(value))),
  flag: cell.pipe(z.enum(['0', '1'])).transform((value) => value === '1'),
  date: cell.pipe(z.string().refine(isLocalDate, 'is not a date')),
  lgcode: cell.pipe(z.string().refine(isLocalGovernmentCode, 'has a wrong check digit')),
};

const lineSchema = z.object({
  record: z.record(z.string(), z.string()),
  info: z.object({ lines: z.number() }),
});

/** A fault of a data file, for the operator: which file, which line, what is wrong. */
export const csvFault = (file: string, line: number, what: string): Error =>
  new Error(`${file} line ${line}: ${what}`);

/** Reads a data file whole, or refuses it naming the first wrong line. */
export function readCsvRows<T extends object>(
  file: string,
  schema: z.ZodType<T>,
): (T & { readonly line: number })[] {
  return csvRecords(readFileSync(file)).map((line) => {
    const { record, info } = lineSchema.parse(line);
    const result = schema.safeParse(record);
    if (result.success) return { ...result.data, line: info.lines };
    const [issue] = result.error.issues;
    const column = String(issue?.path[0] ?? '');
    throw csvFault(file, info.lines, `${column} '${record[column] ?? ''}' ${issue?.message ?? ''}`.trim());
  });
}
