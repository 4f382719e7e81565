import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { fragmentsOf } from './document-counts.js';
import { depthOf, MAX_DEPTH } from './document-limits.js';

const depth = (text: string): number => {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return depthOf(operation?.selectionSet, fragmentsOf(document));
};

const nested = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;

describe('depthOf', () => {
  it('counts levels of fields', () => {
    expect(depth('{ a }')).toBe(1);
    expect(depth('{ a { b } c { d { e } } }')).toBe(3);
    expect(depth(nested(30))).toBe(30);
    expect(depth(nested(30))).toBeGreaterThan(MAX_DEPTH);
  });

  it('sees through fragments, where levels could be hidden', () => {
    expect(depth('{ a { ...F } } fragment F on X { b { ... on Y { c } } }')).toBe(3);
  });

  it('measures a fragment once, however often it is spread', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on X { ...F${i + 1} ...F${i + 1} }`,
    );
    expect(depth(`{ ...F0 } ${fragments.join(' ')} fragment F60 on X { a { b } }`)).toBe(2);
  });
});
