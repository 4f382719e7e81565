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
    const expectWords = (name: string, { description }: { description?: string | null | undefined }) => {
      if (!description) silent.push(name);
    };
    for (const type of own()) {
      if (type.name !== 'Query' && type.name !== 'Mutation') expectWords(type.name, type);
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) expectWords(`${type.name}.${field.name}`, field);
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        expectWords(`${type.name}.${field.name}`, field);
        for (const argument of field.args)
          expectWords(`${type.name}.${field.name}(${argument.name})`, argument);
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
