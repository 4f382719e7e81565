import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type Random, seededRandom } from '../libs/planning/src/random.js';
import { type GraphQLAnswer, type RunningApi, startApi } from './api.js';
import { variablesOf } from './arguments.js';
import { documentOf, type Kind, type Operation, operationsIn } from './documents.js';
import { KURE, MATSUYAMA } from './people.js';
import { type Person, type Tenants, tenants } from './tenants.js';

/** Another seed, or more rounds, look elsewhere: `BANSO_FUZZ_SEED`, `BANSO_FUZZ_ROUNDS`. */
const SEED = Number(process.env['BANSO_FUZZ_SEED'] ?? 1);
const ROUNDS = Number(process.env['BANSO_FUZZ_ROUNDS'] ?? 14);

const cursor = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

const TEXTS: readonly string[] = [
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
const IDS: readonly unknown[] = [
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

/** Unpleasant values, and now and then a right one. */
class Mischief {
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
    return Array.from({ length }, () => null).fill(this.value(of, name) as null);
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
}

describe('the API under mischief', () => {
  let api: RunningApi;
  let world: Tenants;
  let operations: readonly (readonly [Kind, Operation])[];

  beforeAll(async () => {
    api = await startApi();
    world = await tenants(api);
    operations = operationsIn(api.app.get(GraphQLSchemaHost).schema);
  }, 60_000);
  afterAll(() => api.close());

  const expectNoBug = (what: unknown, { status, errors }: GraphQLAnswer): void => {
    const bugs = errors.filter(({ extensions }) => !extensions['code'] || extensions['code'] === 'INTERNAL');
    expect({ what, status: status < 500, bugs }).toEqual({ what, status: true, bugs: [] });
  };

  it('refuses what it cannot use in words, whatever the arguments are', async () => {
    const random = seededRandom(SEED);
    const mischief = new Mischief(random, [
      ...IDS,
      ...Object.values(world.rows),
      ...Object.values(world.rows),
    ]);
    const people: readonly Person[] = Object.values(world.insiders);
    const withArguments = operations.filter(([, { name, args }]) => args.length > 0 && name !== 'signOut');
    for (let round = 0; round < ROUNDS; round++)
      for (const [kind, operation] of withArguments) {
        const variables = mischief.chance(4) ? mischief.wild(operation) : mischief.spoiled(operation);
        const { name, caller } = mischief.pick(people);
        const answer = await caller.send(documentOf(kind, operation, 2), variables);
        expectNoBug({ seed: SEED, name, operation: operation.name, variables }, answer);
      }
  }, 120_000);

  const repeated = (n: number, text: (i: number) => string) =>
    Array.from({ length: n }, (_, i) => text(i)).join(' ');

  it.each<[string, string]>([
    ['a thousand aliases', `{ ${repeated(1_000, (i) => `a${i}: serverInfo { demo }`)} }`],
    ['one field five hundred times', `{ ${repeated(500, () => 'serverInfo { demo }')} }`],
    ['fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['a fragment of itself', '{ ...A } fragment A on Query { serverInfo { demo } ...A }'],
    ['a fragment that is not there', '{ ...A }'],
    ['directives that are not there', `{ serverInfo ${repeated(50, () => '@x')} { demo } }`],
    ['one directive fifty times', `{ serverInfo ${repeated(50, () => '@include(if: true)')} { demo } }`],
    ['deep inline fragments', `{ ${'... { '.repeat(300)} serverInfo { demo } ${'}'.repeat(300)} }`],
    [
      'deep lists in a literal',
      `{ specialists(filter: ${'['.repeat(300)}${']'.repeat(300)}) { totalCount } }`,
    ],
    ['a number beyond numbers', '{ specialists(first: 1e999) { totalCount } }'],
    ['a number of a thousand digits', `{ specialists(first: ${'9'.repeat(1_000)}) { totalCount } }`],
    ['two operations and no name', 'query A { serverInfo { demo } } query B { serverInfo { demo } }'],
    ['a subscription', 'subscription { serverInfo { demo } }'],
    ['introspection', '{ __schema { types { name fields { name } } } __type(name: "Query") { name } }'],
    ['nothing', ''],
    ['a comment', '# nothing'],
    ['an unknown block', 'type X { a: Int }'],
    ['a variable without a type', 'query($a: Nothing!) { serverInfo { demo } }'],
    ['a thousand variables', `query(${repeated(400, (i) => `$v${i}: Int`)}) { serverInfo { demo } }`],
    ['a default of the wrong type', 'query($a: Int = "x") { specialists(first: $a) { totalCount } }'],
    ['skip and include at odds', '{ serverInfo @skip(if: true) @include(if: true) { demo } }'],
    ['words in every alphabet', '{ 施策 { 名前 } }'],
    ['an odd literal in a search', '{ specialists(filter: { search: "\\u0000\\uD800" }) { totalCount } }'],
  ])('answers %s without falling over', async (what, query) => {
    expectNoBug(what, await world.insiders.hub.caller.send(query));
    expectNoBug(what, await api.anonymous().send(query));
  });
});
