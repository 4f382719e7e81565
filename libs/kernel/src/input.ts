import { z } from 'zod';
import { DomainError, type InputFault } from './domain-error.js';
import { isLocalDate } from './local-date.js';

/** Jitless keeps zod from building functions out of text, which a strict policy forbids. */
z.config({ jitless: true });

/** Postgres keeps neither NUL nor half a surrogate pair. */
export const isStorable = (value: string): boolean => !value.includes('\0') && value.isWellFormed();

/** Trimmed text in NFC of `min` to `max` characters; characters that Postgres cannot store are refused. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .refine(isStorable, { params: { rule: 'unstorable' } })
    .pipe(z.string().min(min).max(max));

export const localDate = () => z.string().refine(isLocalDate, { params: { rule: 'date' } });

export const uuid = () => z.uuid();

const pathOf = (issue: z.core.$ZodIssue) => issue.path.join('.');

function faultOf(issue: z.core.$ZodIssue): InputFault {
  switch (issue.code) {
    case 'too_small': {
      const min = Number(issue.minimum);
      const ofText = min === 1 ? 'required' : 'too-short';
      return { path: pathOf(issue), rule: issue.origin === 'string' ? ofText : 'too-small', facts: { min } };
    }
    case 'too_big':
      return {
        path: pathOf(issue),
        rule: issue.origin === 'string' ? 'too-long' : 'too-big',
        facts: { max: Number(issue.maximum) },
      };
    case 'custom': {
      const { rule = 'invalid', ...facts } = (issue.params ?? {}) as Record<string, string | number>;
      return { path: pathOf(issue), rule: String(rule), facts };
    }
    default:
      return { path: pathOf(issue), rule: 'invalid' };
  }
}

/** Parses, or refuses with every fault at once. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new DomainError('BAD_INPUT', 'input.invalid', { faults: result.error.issues.map(faultOf) });
}

/** An id that is not a uuid cannot exist: the same answer as for an unknown one. */
export function knownId(what: string, id: string): string {
  if (!z.uuid().safeParse(id).success) throw new DomainError('NOT_FOUND', `${what}.not-found`);
  return id;
}
