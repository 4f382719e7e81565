import { readFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type GraphQLNamedType,
  isInputObjectType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { type RunningApi, startApi } from '../../../test/api.js';

describe('the schema', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  const schema = () => api.app.get(GraphQLSchemaHost).schema;
  const own = (): GraphQLNamedType[] =>
    Object.values(schema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));

  it('is the one that was reviewed', () => {
    const printed = `${printSchema(lexicographicSortSchema(schema()))}\n`;
    expect(printed).toBe(readFileSync('schema.graphql', 'utf8'));
  });

  it('describes every type, field and argument', () => {
    const silent: string[] = [];
    for (const type of own()) {
      const isRoot = type.name === 'Query' || type.name === 'Mutation';
      if (!type.description && !isRoot) silent.push(type.name);
      if (!isObjectType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (!field.description) silent.push(`${type.name}.${field.name}`);
        if ('args' in field)
          silent.push(
            ...field.args
              .filter((argument) => !argument.description)
              .map((argument) => `${type.name}.${field.name}(${argument.name})`),
          );
      }
    }
    expect(silent).toEqual([]);
  });

  it('has a page limit on every list that can grow', () => {
    for (const type of own().filter(isObjectType))
      for (const field of Object.values(type.getFields()))
        if (String(field.type).endsWith('Connection!'))
          expect([field.name, field.args.map(({ name }) => name)]).toEqual([
            field.name,
            expect.arrayContaining(['first', 'after']),
          ]);
  });
});
