import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Query, Resolver } from '@nestjs/graphql';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type Role, ROLES } from '@banso/kernel';
import { type Caller, type RunningApi, startApi } from '../../../test/api.js';
import { clerk, expert, hub, operator } from '../../../test/people.js';
import { operationsOf, rolesOf } from './access.js';
import { RESOLVERS } from './resolvers.js';

@Resolver()
class Forgetful {
  @Query(() => String)
  secrets(): string {
    return 'secret';
  }
}

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

/** A value of the right form for an argument: whether it makes sense does not matter to the guard. */
function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, sample(field.type)]),
    );
  const samples: Record<string, unknown> = {
    Int: 1,
    Boolean: true,
    ID: UNKNOWN_ID,
    LocalDate: '2026-12-01',
    Float: 1,
  };
  return samples[type.name] ?? 'x';
}

function documentOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>) {
  const needed = field.args.filter((argument) => isNonNullType(argument.type));
  const heads = needed.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = needed.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  return {
    query: `${kind}${heads && `(${heads})`} { ${field.name}${passed && `(${passed})`} ${selection} }`,
    variables: Object.fromEntries(needed.map((argument) => [argument.name, sample(argument.type)])),
  };
}

describe('access', () => {
  let api: RunningApi;
  let callers: Record<Role, Caller>;
  let schema: GraphQLSchema;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    const staff = await hub(db);
    callers = {
      HUB_STAFF: await api.as(staff),
      MUNICIPALITY_STAFF: await api.as(await clerk(db)),
      SPECIALIST: await api.as(await expert(db, staff)),
      OPERATOR: await api.as(await operator(db)),
    };
    schema = api.app.get(GraphQLSchemaHost).schema;
  }, 60_000);
  afterAll(() => api.close());

  const fields = () => [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ['query', field] as const),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
      (field) => ['mutation', field] as const,
    ),
  ];

  it('is said for every operation of the schema', () => {
    const operations = operationsOf(RESOLVERS);
    expect(
      fields()
        .map(([, field]) => field.name)
        .sort(),
    ).toEqual([...operations.keys()].sort());
  });

  it('makes the API refuse to start when an operation says nothing', () => {
    expect(() => operationsOf([...RESOLVERS, Forgetful])).toThrow('Forgetful.secrets has no @Allow');
  });

  it('asks strangers to sign in, for everything that is not public', async () => {
    const operations = operationsOf(RESOLVERS);
    for (const [kind, field] of fields()) {
      if (operations.get(field.name)?.includes('PUBLIC')) continue;
      const { query, variables } = documentOf(kind, field);
      const refusal = await api.anonymous().refusal(query, variables);
      expect([field.name, refusal.code]).toEqual([field.name, 'SIGN_IN_REQUIRED']);
    }
  });

  it('refuses every operation to every role that it does not admit, and only to those', async () => {
    const operations = operationsOf(RESOLVERS);
    for (const [kind, field] of fields()) {
      const allowed = operations.get(field.name) ?? [];
      if (allowed.includes('PUBLIC')) continue;
      for (const role of ROLES) {
        const { query, variables } = documentOf(kind, field);
        const { errors } = await callers[role].send(query, variables);
        const atTheDoor = errors.some(({ extensions }) => extensions['reason'] === 'access.forbidden');
        const broken = errors.filter(
          ({ extensions }) =>
            extensions['code'] === 'INTERNAL' || String(extensions['reason']).startsWith('document.'),
        );
        expect([field.name, role, broken]).toEqual([field.name, role, []]);
        if (!rolesOf(allowed).includes(role))
          expect([field.name, role, atTheDoor]).toEqual([field.name, role, true]);
      }
    }
  });
});

describe('sign-in', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  const SIGN_IN =
    'mutation($loginId: String!, $password: String!) { signIn(loginId: $loginId, password: $password) { name } }';

  it('answers a wrong password and an unknown person alike', async () => {
    const { loginId } = await clerk(api.database.db);
    const wrong = await api.anonymous().send(SIGN_IN, { loginId, password: 'something else' });
    const unknown = await api
      .anonymous()
      .send(SIGN_IN, { loginId: 'nobody-here', password: 'something else' });
    expect(wrong.errors).toEqual(unknown.errors);
    expect(wrong.errors[0]?.extensions['code']).toBe('SIGN_IN_FAILED');
  });

  it('keeps the session out of reach of scripts, and ends it at once', async () => {
    const { loginId } = await clerk(api.database.db);
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SIGN_IN, variables: { loginId, password: 'correct horse battery' } }),
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const [stored] = await api.database.dataSource.query<{ token_hash: string }[]>(
      'SELECT token_hash FROM session',
    );
    expect(cookie).not.toContain(stored?.token_hash);

    const caller = await api.as({ loginId });
    await caller.ask('mutation { signOut }');
    expect(await caller.ask('{ viewer { name } }')).toEqual({ viewer: null });
  });
});
