import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLObjectType, Kind, parse } from 'graphql';
import { excessOf } from './document-counts.js';

const schema = buildSchema('type Query { light: Int heavy: Int }');
const query = schema.getType('Query');
if (query instanceof GraphQLObjectType) {
  const heavy = query.getFields()['heavy'];
  if (heavy) heavy.extensions = { complexity: 500 };
}
const excess = (text: string) => {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  return excessOf(document, operation, schema);
};
const many = (n: number, text: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => text(i)).join(' ');

describe('excessOf', () => {
  it('lets what is usual through', () => {
    expect(excess(`{ ${many(10, (i) => `a${i}: light`)} }`)).toBeNull();
    expect(excess('{ heavy light }')).toBeNull();
    expect(excess('{ ...A ...A } fragment A on Query { heavy }')).toBeNull();
  });

  it.each([
    ['too-many-aliases', 15, `{ light } fragment A on Query { ${many(16, (i) => `a${i}: light`)} }`],
    ['too-deep', 20, `{ ${'... { '.repeat(20)} light ${'}'.repeat(20)} }`],
    ['too-many-directives', 10, `{ ${many(11, () => 'light @skip(if: true)')} }`],
    [
      'too-many-roots',
      10,
      `{ ${many(6, (i) => `a${i}: light`)} ... { ...A } } fragment A on Query { ${many(5, () => 'light')} }`,
    ],
    ['heavy-twice', 1, '{ heavy ... on Query { again: heavy } }'],
  ])('refuses %s with its limit', (reason, limit, text) => {
    expect(excess(text)).toEqual({ reason: `document.${reason}`, limit });
  });

  it('counts fragments that contain each other once', () => {
    expect(excess('{ ...A } fragment A on Query { light ...B } fragment B on Query { ...A }')).toBeNull();
  });
});
