import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isInputObjectType, isNonNullType } from 'graphql';
import { type GraphQLAnswer, type RunningApi, startApi } from './api.js';
import { ALL_SEEN, hasId, valueOf } from './arguments.js';
import { documentOf, type Kind, type Operation, operationsIn } from './documents.js';
import { fingerprintOf } from './fingerprint.js';
import { KURE, MATSUYAMA } from './people.js';
import { CANARY, type Person, type Tenants, tenants } from './tenants.js';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
describe('tenants', () => {
  let api: RunningApi;
  let world: Tenants;
  let operations: readonly (readonly [Kind, Operation])[];

  beforeAll(async () => {
    api = await startApi();
    world = await tenants(api);
    operations = operationsIn(api.app.get(GraphQLSchemaHost).schema);
  }, 60_000);
  afterAll(() => api.close());

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
        // Whoever has the secret of a link is whom it is for.
        if (operation.args.some(({ name }) => name === 'token')) continue;
        let levels = 4;
        let answer = await person.caller.send(documentOf(kind, operation, levels), open);
        // As deep as the door lets one ask.
        while (levels > 1 && answer.errors[0]?.extensions['reason'] === 'document.too-complex')
          answer = await person.caller.send(documentOf(kind, operation, --levels), open);
        // A row that shows although what hangs on it does not is a hole as well.
        const codes = answer.errors.map(({ extensions }) => extensions['code']);
        expect({ who: person.name, what: operation.name, codes }).toEqual({
          who: person.name,
          what: operation.name,
          // A book of what waits for an answer is not made where nothing waits.
          codes: codes.filter((code) => code === 'FORBIDDEN' || operation.name === 'importTemplate'),
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
    const ofOperator = await heard(world.outsiders.operator);
    expect(ofOperator).toContain('"schemaChanges"');
    expect(ofOperator).not.toContain('CANARY');
    for (const person of Object.values(world.outsiders)) {
      const overheard = await heard(person);
      expect([person.name, person.closed.filter((circle) => overheard.includes(CANARY[circle]))]).toEqual([
        person.name,
        [],
      ]);
    }
  }, 60_000);

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
    const before = await fingerprintOf(api);
    const { hub } = world.insiders;
    const { specialistId } = world.ehime;
    const input = (name: string, changes: Record<string, unknown>) => {
      const type = api.app.get(GraphQLSchemaHost).schema.getType(name);
      if (!isInputObjectType(type)) throw new Error(`${name} is no input`);
      return { ...Object(valueOf('input', type, UNKNOWN)), ...changes };
    };
    const mixed: [string, Record<string, unknown>][] = [
      ['shortlistSpecialists', { id: world.rows['selecting'], specialistIds: [specialistId] }],
      ['reassignConsultation', { id: world.rows['waiting'], specialistId, reason: 'x', seen: ALL_SEEN }],
      [
        'defineExpertField',
        { input: input('ExpertFieldInput', { id: null, specialistIds: [specialistId] }) },
      ],
      ['setDeskDuty', { input: input('DeskShiftInput', { specialistIds: [specialistId] }) }],
      ['registerSpecialist', { input: input('SpecialistInput', { baseId: MATSUYAMA }) }],
      [
        'reviseSpecialist',
        {
          id: world.rows['specialist'],
          input: input('SpecialistInput', { baseId: MATSUYAMA }),
          seen: ALL_SEEN,
        },
      ],
      ['setTravelTime', { input: input('TravelTimeInput', { toId: MATSUYAMA }) }],
      ['clearTravelTime', { fromId: KURE, toId: MATSUYAMA, seen: ALL_SEEN }],
      ['setTownProfile', { input: input('TownProfileInput', { municipalityId: MATSUYAMA }) }],
      ['addParty', { input: input('PartyInput', { municipalityId: MATSUYAMA }) }],
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
    expect(await fingerprintOf(api)).toEqual(before);
  });
});
