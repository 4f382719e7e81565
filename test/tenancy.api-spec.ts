import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isInputObjectType, isNonNullType } from 'graphql';
import { operationsOf } from '../apps/api/src/access.js';
import { RESOLVERS } from '../apps/api/src/resolvers.js';
import { type GraphQLAnswer, type RunningApi, startApi } from './api.js';
import { hasId, takesId, valueOf, variablesOf } from './arguments.js';
import { documentOf, isList, type Kind, type Operation, operationsIn } from './documents.js';
import { KURE, MATSUYAMA } from './people.js';
import { CANARY, type Person, type Tenants, tenants } from './tenants.js';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
/** The register is the same for everybody. */
const REGISTER = ['municipality', 'municipalities'];
/** What people of one prefecture share: the pool, for towns, and the ways between its places. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  nextTown: ['specialist', 'travelTimes'],
  colleague: ['travelTimes'],
};

describe('tenants', () => {
  let api: RunningApi;
  let world: Tenants;
  let operations: readonly (readonly [Kind, Operation])[];
  const allowed = operationsOf(RESOLVERS);

  beforeAll(async () => {
    api = await startApi();
    world = await tenants(api);
    operations = operationsIn(api.app.get(GraphQLSchemaHost).schema);
  }, 60_000);
  afterAll(() => api.close());

  const send = (
    person: Person,
    [kind, operation]: readonly [Kind, Operation],
    rowId: string,
  ): Promise<GraphQLAnswer> =>
    person.caller.send(documentOf(kind, operation, kind === 'query' ? 2 : 1), variablesOf(operation, rowId));

  const read = (person: Person, answer: GraphQLAnswer): string[] =>
    person.closed.filter((circle) => JSON.stringify(answer).includes(CANARY[circle]));

  /** Every row of every tenant; the register stays as it is and sessions come and go. */
  async function fingerprint(): Promise<Record<string, string>> {
    const { dataSource } = api.database;
    const tables = await dataSource.query<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN
         ('travel_estimate', 'municipality', 'prefecture', 'session', 'skill', 'theme_skill', 'support_theme')`,
    );
    const sums = tables.map(
      ({ name }) =>
        `SELECT '${name}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${name} t`,
    );
    const rows = await dataSource.query<{ name: string; sum: string }[]>(sums.join(' UNION ALL '));
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
  }

  const listsOf = () =>
    operations.filter(([kind, one]) => kind === 'query' && !one.name.startsWith('server'));

  it('are read by those whose they are, so that the silence towards others means something', async () => {
    const { hub, town, specialist } = world.insiders;
    const heard = async (person: Person): Promise<string> => {
      const answers: GraphQLAnswer[] = [];
      for (const [kind, operation] of listsOf()) {
        const open = Object.fromEntries(
          operation.args
            .filter(({ type }) => !hasId(type))
            .map(({ name, type }) => [name, valueOf(name, type, UNKNOWN)]),
        );
        if (operation.args.some(({ type }) => hasId(type) && isNonNullType(type))) continue;
        const answer = await person.caller.send(documentOf(kind, operation, 4), open);
        // A row that shows although what hangs on it does not is a hole as well.
        const codes = answer.errors.map(({ extensions }) => extensions['code']);
        expect({ who: person.name, what: operation.name, codes }).toEqual({
          who: person.name,
          what: operation.name,
          codes: codes.filter((code) => code === 'FORBIDDEN'),
        });
        answers.push(answer);
      }
      return JSON.stringify(answers);
    };
    expect(await heard(hub)).toMatch(new RegExp(`${CANARY.person}[^]*${CANARY.case}`));
    expect(await heard(hub)).toContain(CANARY.prefecture);
    const ofTown = await heard(town);
    expect(ofTown).toContain(CANARY.draft);
    expect(ofTown).toContain(CANARY.case);
    expect(ofTown).not.toContain(CANARY.person);
    const ofHer = await heard(specialist);
    expect(ofHer).toContain(CANARY.person);
    expect(ofHer).toContain(CANARY.case);
    expect(ofHer).not.toContain(CANARY.draft);
    expect(await heard(hub)).not.toContain(CANARY.draft);
    for (const person of Object.values(world.outsiders)) {
      const overheard = await heard(person);
      expect([person.name, person.closed.filter((circle) => overheard.includes(CANARY[circle]))]).toEqual([
        person.name,
        [],
      ]);
    }
  }, 60_000);

  it('keep their rows to themselves in every operation that takes an id, and nothing changes', async () => {
    const before = await fingerprint();
    for (const called of operations.filter(([, one]) => takesId(one) && !REGISTER.includes(one.name))) {
      const [kind, operation] = called;
      for (const person of Object.values(world.outsiders)) {
        const unknown = await send(person, called, UNKNOWN);
        if (unknown.errors[0]?.extensions['reason'] === 'access.forbidden') continue;
        for (const [row, id] of Object.entries(world.rows)) {
          const answer = await send(person, called, id);
          const seen = { who: person.name, what: operation.name, row };
          expect({ ...seen, read: read(person, answer) }).toEqual({ ...seen, read: [] });
          const isShared = SHARED[person.name]?.includes(operation.name);
          if (isShared || (kind === 'query' && isList(operation) && answer.errors.length === 0)) continue;
          expect({ ...seen, data: answer.data, refused: answer.errors.length }).toEqual({
            ...seen,
            data: null,
            refused: 1,
          });
          expect(['NOT_FOUND', 'FORBIDDEN', 'BAD_INPUT']).toContain(answer.errors[0]?.extensions['code']);
          // Whether a row exists elsewhere is nobody's business either.
          expect({ ...seen, answer }).toEqual({ ...seen, answer: unknown });
        }
        if (kind === 'mutation')
          expect({ what: operation.name, rows: await fingerprint() }).toEqual({
            what: operation.name,
            rows: before,
          });
      }
    }
    expect(allowed.size).toBe(operations.length);
  }, 120_000);

  it('leave no words of theirs in the outbox, or in what the planner is given', async () => {
    const [kept] = await api.database.dataSource.query<{ outbox: string; planner: string }[]>(
      `SELECT (SELECT string_agg(o::text, ' ') FROM outbox o) AS outbox,
              (SELECT string_agg(concat(run.problem, run.progress, run.score, run.plan, run.policy, run.findings), ' ') FROM planning_run run) AS planner`,
    );
    expect(kept?.outbox).toContain('consultationId');
    expect(kept?.planner).toContain('specialists');
    expect(`${kept?.outbox} ${kept?.planner}`).not.toMatch(/CANARY|さん|専門/);
  });

  it('do not mix: a row of one takes neither people nor places of another', async () => {
    const before = await fingerprint();
    const { hub } = world.insiders;
    const { specialistId } = world.ehime;
    const input = (name: string, changes: Record<string, unknown>) => {
      const type = api.app.get(GraphQLSchemaHost).schema.getType(name);
      if (!isInputObjectType(type)) throw new Error(`${name} is no input`);
      return { ...Object(valueOf('input', type, UNKNOWN)), ...changes };
    };
    const mixed: [string, Record<string, unknown>][] = [
      ['shortlistSpecialists', { id: world.rows['selecting'], specialistIds: [specialistId] }],
      ['reassignConsultation', { id: world.rows['waiting'], specialistId, reason: 'x' }],
      [
        'defineExpertField',
        { input: input('ExpertFieldInput', { id: null, specialistIds: [specialistId] }) },
      ],
      ['setDeskDuty', { input: input('DeskShiftInput', { specialistIds: [specialistId] }) }],
      ['registerSpecialist', { input: input('SpecialistInput', { baseId: MATSUYAMA }) }],
      [
        'reviseSpecialist',
        { id: world.rows['specialist'], input: input('SpecialistInput', { baseId: MATSUYAMA }) },
      ],
      ['setTravelTime', { input: input('TravelTimeInput', { toId: MATSUYAMA }) }],
      ['clearTravelTime', { fromId: KURE, toId: MATSUYAMA }],
      ['setTownProfile', { input: input('TownProfileInput', { municipalityId: MATSUYAMA }) }],
      ['draftSupportRequest', { input: input('SupportRequestInput', {}), municipalityId: MATSUYAMA }],
      ['askExpert', { input: input('ConsultationInput', {}), municipalityId: MATSUYAMA }],
    ];
    for (const [name, variables] of mixed) {
      const called = operations.find(([, one]) => one.name === name);
      if (!called) throw new Error(`${name} is no operation`);
      const { data, errors } = await hub.caller.send(documentOf(...called, 1), variables);
      expect({ name, data, codes: errors.map(({ extensions }) => extensions['code']) }).toEqual({
        name,
        data: null,
        codes: [/TravelTime$|TownProfile$/.test(name) ? 'NOT_FOUND' : 'BAD_INPUT'],
      });
    }
    expect(await fingerprint()).toEqual(before);
  });
});
