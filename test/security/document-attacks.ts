import { getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { variablesOf } from '../arguments.js';
import { documentOf, type Operation } from '../documents.js';
import { Attacker, INFO, JSON_TYPE, UNKNOWN } from './attacker.js';
import { BOMBS } from './bombs.js';
import { dataOf } from './ledger.js';
import { TEXTS } from './mischief.js';
import type { Received } from './served.js';

/** What is asked of GraphQL itself. */
export class DocumentAttacks extends Attacker {
  async run(): Promise<void> {
    await this.introspection();
    await this.suggestions();
    await this.bombs();
    await this.batches();
    await this.pages();
    await this.injection();
  }

  private async introspection(): Promise<void> {
    const asked = [
      '{ __schema { types { name } } }',
      '{ __type(name: "Query") { fields { name } } }',
      '{ s: __schema { queryType { name } } }',
      '{ ...A } fragment A on Query { __schema { mutationType { fields { name args { name } } } } }',
      'query IntrospectionQuery { __schema { directives { name } } }',
      'mutation { __schema { types { name } } }',
      '{ serverInfo { demo __schema { types { name } } } }',
    ];
    for (const query of asked)
      for (const cookie of [this.hub, ''])
        await this.attempt('introspection', query, this.ask(query, cookie), ({ text }) =>
          /"(types|fields|queryType|directives)"/.test(text) ? 'tells the schema' : null,
        );
    for (const path of [
      '/graphql',
      '/graphiql',
      '/playground',
      '/altair',
      '/voyager',
      '/graphql/schema',
      '/schema.graphql',
    ])
      await this.attempt(
        'introspection',
        path,
        { method: 'GET', path, headers: { accept: 'text/html' } },
        ({ text }) =>
          /graphiql|apollo (sandbox|studio)|playground|type Query/i.test(text) && 'offers a playground',
      );
  }

  /** Names one letter off: an answer must not say the right one. */
  private async suggestions(): Promise<void> {
    const off = (name: string) => `${name.slice(0, 2)}x${name.slice(2)}`;
    const tell = (name: string) => (answer: Received) =>
      answer.text.includes(`"${name}`) && answer.text.includes('mean') && `suggests ${name}`;
    for (const [kind, { name, args, type }] of this.operations) {
      await this.attempt(
        'field suggestions',
        name,
        this.ask(`${kind} { ${off(name)} }`, ''),
        (answer) => tell(name)(answer) || (/did you mean/i.test(answer.text) && 'suggests names'),
      );
      const [argument] = args;
      if (argument)
        await this.attempt(
          'field suggestions',
          `${name}.${argument.name}`,
          this.ask(`${kind} { ${name}(${off(argument.name)}: 1) { __typename } }`, ''),
          ({ text }) => /did you mean/i.test(text) && 'suggests names',
        );
      const of = getNamedType(type);
      const [field] = isObjectType(of) ? Object.keys(of.getFields()) : [];
      if (field)
        await this.attempt(
          'field suggestions',
          `${name} { ${field} }`,
          this.ask(`${kind} { ${name} { ${off(field)} } }`, ''),
          ({ text }) => /did you mean/i.test(text) && 'suggests names',
        );
    }
  }

  private async bombs(): Promise<void> {
    for (const [group, queries] of Object.entries(BOMBS))
      for (const query of queries)
        for (const cookie of [this.hub, ''])
          await this.attempt(group, query.slice(0, 80), this.ask(query, cookie), this.answered, 2_000);
  }

  private async batches(): Promise<void> {
    const one = { query: INFO };
    for (const body of [
      [one],
      [one, one],
      Array.from({ length: 900 }, () => one),
      [],
      [[one]],
      { 0: one, length: 1 },
      null,
      7,
      'x',
      [null],
    ])
      await this.attempt(
        'batches',
        JSON.stringify(body).slice(0, 60),
        { headers: JSON_TYPE, body: JSON.stringify(body) },
        (answer) => (/"data"/.test(answer.text) || answer.status < 400) && 'was answered',
      );
  }

  private async pages(): Promise<void> {
    for (const [kind, operation] of this.operations) {
      if (!operation.args.some(({ name }) => name === 'first')) continue;
      for (const first of [0, -1, 101, 100_000, 2_147_483_647]) {
        const variables = { ...variablesOf(operation, UNKNOWN), first };
        await this.attempt(
          'page sizes',
          `${operation.name} ${first}`,
          this.ask(documentOf(kind, operation, 1), this.hub, { variables }),
          (answer) => dataOf(answer)?.[operation.name] != null && 'was answered',
        );
      }
      for (const after of [
        'x',
        '=====',
        'W10',
        Buffer.from('["\\u0000"]').toString('base64url'),
        "' OR 1=1--",
      ]) {
        const variables = { ...variablesOf(operation, UNKNOWN), after };
        await this.attempt(
          'page sizes',
          `${operation.name} ${after}`,
          this.ask(documentOf(kind, operation, 1), this.hub, { variables }),
        );
      }
    }
  }

  /** Every text of every operation, one at a time, by those whom the door lets in. */
  private async injection(): Promise<void> {
    const people = Object.values(this.target.world.insiders);
    await this.each(this.operations, async ([kind, operation]) => {
      if (/^(signOut|signOutEverywhere|switchMembership)$/.test(operation.name)) return;
      for (const path of textsOf(operation))
        for (const [i, text] of TEXTS.entries()) {
          if (!this.target.thorough && (i + path.join('').length) % 12 !== 0) continue;
          const variables = structuredClone(variablesOf(operation, UNKNOWN));
          place(variables, path, text);
          const { caller, name } = people[i % people.length] ?? {
            caller: this.target.server.anonymous(),
            name: 'nobody',
          };
          await this.attempt(
            'injection strings',
            `${operation.name}.${path.join('.')} as ${name}: ${JSON.stringify(text).slice(0, 40)}`,
            this.ask(documentOf(kind, operation, 1), caller.cookie ?? '', { variables }),
          );
        }
    });
    for (const body of [
      '{"__proto__": {"actor": {"role": "HUB_STAFF"}}, "query": "{ viewer { role } }"}',
      '{"constructor": {"prototype": {"query": "x"}}, "query": "{ viewer { role } }"}',
      '{"query": "{ viewer { role } }", "variables": {"__proto__": {"polluted": true}}}',
      '{"query": "{ viewer { role } }", "extensions": {"__proto__": {"polluted": true}}}',
      '{"query": "{ viewer { role } }", "query": "{ __schema { types { name } } }"}',
    ])
      await this.attempt(
        'injection strings',
        body.slice(0, 50),
        { headers: JSON_TYPE, body },
        ({ text }) => /"role"|"types"/.test(text) && 'took it',
      );
  }
}

/** Where an operation takes a text or an id. */
function textsOf({ args }: Operation): string[][] {
  const inside = (path: string[], type: Operation['args'][number]['type']): string[][] => {
    const named = getNamedType(type);
    if (isInputObjectType(named) && path.length < 3)
      return Object.values(named.getFields()).flatMap((field) => inside([...path, field.name], field.type));
    return named.name === 'String' || named.name === 'ID' ? [path] : [];
  };
  return args.flatMap((argument) => inside([argument.name], argument.type));
}

function place(variables: Record<string, unknown>, path: readonly string[], text: string): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) variables[head] = Array.isArray(variables[head]) ? [text] : text;
  else {
    const inner = variables[head];
    if (Array.isArray(inner)) variables[head] = inner.map((one) => structuredClone(one));
    const target = Array.isArray(variables[head]) ? (variables[head] as unknown[])[0] : variables[head];
    if (typeof target === 'object' && target !== null) place(target as Record<string, unknown>, rest, text);
    else variables[head] = text;
  }
}
