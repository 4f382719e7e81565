import {
  getNamedType,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Random } from '../../libs/planning/src/random.js';
import { variablesOf } from '../arguments.js';
import type { Kind, Operation } from '../documents.js';
import { KURE, MATSUYAMA } from '../people.js';

const cursor = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** What breaks programs that put texts together. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  '　',
  'x'.repeat(9_000),
  '𠮷野家👩‍👩‍👧‍👦',
  'e\u0301'.repeat(40),
  'ﷺ'.repeat(20),
  '\u202Eabc',
  '\u200B',
  "'; DROP TABLE visit; --",
  "' OR '1'='1",
  '1; SELECT pg_sleep(30)--',
  "'||(TABLE account LIMIT 1)||'",
  '\\',
  '$1',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://evil.example")',
  'a\r\nset-cookie: x=y',
  'constructor.prototype',
  '\uFFFE\uFFFF',
  '\u007F\u0080',
  '%_\\',
  '${1+1}{{7*7}}',
  '__proto__',
  'null',
  '\n\r\t',
  'a\u0000b',
  'a\uD800b',
];
const CURSORS: readonly string[] = [
  'x',
  '=====',
  cursor([]),
  cursor(['\u0000', '\u0000']),
  cursor([1e300]),
  cursor([null, null]),
  cursor(['infinity', '00000000-0000-4000-8000-000000000000']),
  cursor(['-infinity', 'x']),
  cursor([-1]),
  cursor({ length: 2 }),
  cursor(['294277-01-01', '00000000-0000-4000-8000-000000000000']),
];
const DATES: readonly unknown[] = [
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2024-02-29',
  '2027-02-29',
  '2026-13-01',
  '1970-01-01',
  20261201,
  '',
];
const INTS: readonly unknown[] = [
  0,
  -1,
  1,
  2_147_483_647,
  -2_147_483_648,
  2_147_483_648,
  1.5,
  1e21,
  '1',
  true,
];
export const IDS: readonly unknown[] = [
  '',
  'x',
  '0',
  7,
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '00000000-0000-4000-8000-000000000000',
  '{00000000-0000-4000-8000-000000000000}',
  KURE,
  MATSUYAMA,
  '340006',
  'T01',
  'T20',
  'GOV-01',
  'x'.repeat(2_000),
];

/** Characters of JSON: four times what the door takes. */
const LONGEST_LIST = 400_000;

/** Unpleasant values, and now and then a right one. */
export class Mischief {
  constructor(
    private readonly random: Random,
    private readonly ids: readonly unknown[],
  ) {}

  pick<T>(from: readonly T[]): T {
    return from[this.random.below(from.length)] as T;
  }

  chance(oneIn: number): boolean {
    return this.random.below(oneIn) === 0;
  }

  value(type: GraphQLInputType, name: string): unknown {
    if (isNonNullType(type)) return this.chance(30) ? null : this.value(type.ofType, name);
    if (this.chance(6)) return null;
    if (isListType(type)) return this.list(type.ofType, name);
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || this.chance(2),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.value(field.type, field.name)]));
    }
    if (isEnumType(type)) return this.chance(8) ? 'NOTHING' : this.pick(type.getValues()).name;
    if (name === 'after') return this.pick(CURSORS);
    switch (getNamedType(type).name) {
      case 'Int':
        return this.pick(INTS);
      case 'Boolean':
        return this.chance(8) ? 'yes' : this.chance(2);
      case 'ID':
        return this.pick(this.ids);
      case 'LocalDate':
        return this.pick(DATES);
      default:
        return this.pick(TEXTS);
    }
  }

  private list(of: GraphQLInputType, name: string): unknown {
    const length = this.pick([0, 1, 2, 3, 4, 70, 1_000]);
    if (length < 70) return Array.from({ length }, () => this.value(of, name));
    const one = this.value(of, name);
    // A list of lists of long texts would be larger than anything that can be sent.
    const most = Math.max(1, Math.floor(LONGEST_LIST / (JSON.stringify(one)?.length ?? 1)));
    return Array.from({ length: Math.min(length, most) }, () => one);
  }

  /** Right arguments with one of them, deep or not, gone wrong. */
  spoiled(operation: Operation): Record<string, unknown> {
    const variables = structuredClone(variablesOf(operation, String(this.pick(this.ids))));
    const wrong = this.pick(operation.args);
    const input = variables[wrong.name];
    if (isInputObjectType(getNamedType(wrong.type)) && typeof input === 'object' && input !== null) {
      const named = getNamedType(wrong.type);
      if (isInputObjectType(named)) {
        const field = this.pick(Object.values(named.getFields()));
        Object.assign(input, { [field.name]: this.value(field.type, field.name) });
      }
    } else variables[wrong.name] = this.value(wrong.type, wrong.name);
    return variables;
  }

  wild(operation: Operation): Record<string, unknown> {
    return Object.fromEntries(operation.args.map(({ name, type }) => [name, this.value(type, name)]));
  }

  /** A document of one operation with whatever fields of its type, under whatever names, its arguments as variables. */
  document(kind: Kind, { name, args, type }: Operation): string {
    const heads = args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
    const passed = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
    const selection = this.selection(getNamedType(type), 1 + this.random.below(4));
    const fragment = selection && this.chance(5);
    const body = fragment ? '{ ...F }' : selection;
    const alias = this.chance(6) ? 'a: ' : '';
    const directive = this.chance(10)
      ? this.pick([' @skip(if: false)', ' @include(if: true)', ' @nothing'])
      : '';
    const text = `${kind}${heads && `(${heads})`} { ${alias}${name}${passed && `(${passed})`}${directive} ${body} }`;
    return fragment ? `${text} fragment F on ${getNamedType(type).name} ${selection}` : text;
  }

  private selection(type: GraphQLNamedOutputType, levels: number): string {
    if (!isObjectType(type)) return '';
    const fields = Object.values(type.getFields()).flatMap((field) => {
      if (this.chance(2)) return [];
      const of = getNamedType(field.type);
      const given = field.args
        .filter(({ type: wanted }) => isNonNullType(wanted) || this.chance(2))
        .map((argument) => `${argument.name}: ${literalOf(this.value(argument.type, argument.name))}`);
      const alias = this.chance(20) ? `x${this.random.below(9)}: ` : '';
      const call = `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
      if (isLeafType(of)) return [call];
      const inner = levels > 1 ? this.selection(of, levels - 1) : '';
      return inner ? [`${call} ${inner}`] : [];
    });
    return `{ __typename ${fields.join(' ')} }`;
  }

  /** A text with something missing, doubled or strange in it. */
  mangled(text: string): string {
    const at = this.random.below(text.length + 1);
    const length = this.random.below(12);
    const rest = this.chance(3) ? text.slice(at) : text.slice(at + length);
    return `${text.slice(0, at)}${this.pick(STRANGE)}${rest}`;
  }
}

const STRANGE = [
  '',
  '{',
  '}',
  '"',
  '$',
  '@',
  '...',
  '\u0000',
  '\uD800',
  '#',
  '"""',
  '&',
  '９',
  '(',
  '!',
  '\\u',
];

/** A value as it stands in a document; names of enums as texts, which is wrong as well. */
const literalOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.slice(0, 9).map(literalOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${literalOf(inner)}`)
      .join(', ')} }`;
  return JSON.stringify(value) ?? 'null';
};
