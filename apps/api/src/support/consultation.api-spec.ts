import type { HubStaff, SpecialistUser } from '@banso/kernel';
import { DESK_REASONS, giveToDesk } from '@banso/support';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { consultationInput } from '../../../../test/desk.js';
import { clerk, expert, hub, KURE, MATSUYAMA, MIHARA } from '../../../../test/people.js';
import { requestInput } from '../../../../test/requests.js';
import { countingStatements } from '../../../../test/statements.js';
import { en } from '../messages/en/index.js';
import { ja } from '../messages/ja/index.js';

const FIELDS = `id number status dueAt answer escalations supportRequestId viewerActions
  municipality { id } theme { id } specialist { id } supportRequest { status consultationId }
  history { fromStatus toStatus actorRole actorName reason at }
  assignment { decidedBy chosen { specialistId suitable fieldMatch essentialMet essentialTotal onDuty openConsultations
    specialist { name } } runnersUp { specialistId } }`;
const ASK = `mutation($input: ConsultationInput!, $town: ID) { askExpert(input: $input, municipalityId: $town) { ${FIELDS} } }`;
const READ = `query($id: ID!) { consultation(id: $id) { ${FIELDS} } }`;
const ANSWER = `mutation($id: ID!, $answer: String!) { answerConsultation(id: $id, answer: $answer) { ${FIELDS} } }`;

describe('consultations over HTTP', () => {
  let api: RunningApi;
  let hiroshima: HubStaff;
  let she: SpecialistUser & { loginId: string };
  let town: Caller;
  let otherTown: Caller;
  let otherPrefecture: Caller;
  let staff: Caller;
  let specialist: Caller;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    hiroshima = await hub(db);
    she = await expert(db, hiroshima);
    town = await api.as(await clerk(db));
    otherTown = await api.as(await clerk(db, MIHARA));
    otherPrefecture = await api.as(await clerk(db, MATSUYAMA));
    staff = await api.as({ loginId: (await hub(db)).loginId });
    specialist = await api.as(she);
  }, 60_000);
  afterAll(() => api.close());

  const ask = async (changes: Record<string, unknown> = { themeId: null }): Promise<string> =>
    (await town.ask(ASK, { input: consultationInput(changes) }))['askExpert'].id;
  const give = (id: string) =>
    api.database.db.system('34', (tx, actor) => giveToDesk(tx, id, { actor, at: new Date() }));
  const assigned = async (): Promise<string> => {
    const id = await ask();
    await give(id);
    return id;
  };

  it('are asked, answered, asked further and closed', async () => {
    const id = await assigned();
    const { answerConsultation } = await specialist.ask(ANSWER, { id, answer: '窓口の体験から' });
    expect(answerConsultation).toMatchObject({
      status: 'ANSWERED',
      answer: '窓口の体験から',
      viewerActions: [],
    });
    const { askFurther } = await town.ask(
      `mutation($id: ID!) { askFurther(id: $id, question: "例はありますか") { ${FIELDS} } }`,
      { id },
    );
    expect(askFurther).toMatchObject({ status: 'ASSIGNED', specialist: { id: she.specialistId } });
    await specialist.ask(ANSWER, { id, answer: 'あります' });
    const { closeConsultation } = await town.ask(
      `mutation($id: ID!) { closeConsultation(id: $id) { ${FIELDS} } }`,
      { id },
    );
    expect(closeConsultation).toMatchObject({
      status: 'CLOSED',
      number: expect.stringMatching(/^S\d+-\d{4}$/),
      municipality: { id: KURE },
      viewerActions: [],
    });
    expect(closeConsultation.history.map((step: { reason: string | null }) => step.reason)).toEqual([
      null,
      null,
      '窓口の体験から',
      '例はありますか',
      'あります',
      null,
    ]);
  });

  it('tell the hub alone why somebody was chosen', async () => {
    const id = await assigned();
    expect((await staff.ask(READ, { id }))['consultation']).toMatchObject({
      viewerActions: ['ANSWER', 'REASSIGN', 'WITHDRAW'],
      assignment: {
        decidedBy: 'ONLY_ONE',
        chosen: { specialistId: she.specialistId, suitable: true, specialist: { name: expect.any(String) } },
        runnersUp: [],
      },
    });
    for (const reader of [town, specialist])
      expect((await reader.ask(READ, { id }))['consultation'].assignment).toBeNull();
  });

  it('do not exist for anybody else', async () => {
    const id = await ask();
    for (const stranger of [otherTown, otherPrefecture, specialist]) {
      expect(await stranger.refusal(READ, { id })).toEqual({
        code: 'NOT_FOUND',
        reason: 'consultation.not-found',
      });
      const { consultations } = await stranger.ask('{ consultations { edges { node { id } } } }');
      expect(JSON.stringify(consultations)).not.toContain(id);
    }
  });

  it('say what the desk did in the language of the reader', async () => {
    for (const key of Object.values(DESK_REASONS)) {
      expect(ja.reasons[key]).toBeDefined();
      expect(en.reasons[key]).toBeDefined();
    }
    const id = await ask({ themeId: 'T16' });
    await give(id);
    const reading =
      'query($id: ID!) { consultation(id: $id) { escalations escalatedAt history { reason } } }';
    const inEnglish = await api.as({ loginId: (await clerk(api.database.db)).loginId }, 'en');
    const { consultation } = await town.ask(reading, { id });
    expect(consultation).toMatchObject({ escalations: 1, escalatedAt: expect.any(String) });
    expect(consultation.history.at(-1).reason).toContain('県の窓口に引き継ぎました');
    expect((await inEnglish.ask(reading, { id }))['consultation'].history.at(-1).reason).toContain(
      'No suitable specialist',
    );
    const { consultations } = await staff.ask(
      '{ consultations(filter: { escalated: true, statuses: [OPEN] }) { edges { node { id } } } }',
    );
    expect(consultations.edges).toContainEqual({ node: { id } });
  });

  it('become a request, and each names the other', async () => {
    const id = await assigned();
    await specialist.ask(ANSWER, { id, answer: '訪問が必要です' });
    const { turnConsultationIntoRequest: turned } = await town.ask(
      `mutation($id: ID!, $input: SupportRequestInput!) { turnConsultationIntoRequest(id: $id, input: $input) { ${FIELDS} } }`,
      { id, input: requestInput() },
    );
    expect(turned).toMatchObject({
      status: 'TURNED_INTO_REQUEST',
      supportRequestId: expect.any(String),
      supportRequest: { status: 'DRAFT', consultationId: id },
    });
    expect((await staff.ask(READ, { id }))['consultation'].supportRequest).toBeNull();
  });

  it('are given to somebody else by the hub, and taken back by the town', async () => {
    const other = await expert(api.database.db, hiroshima);
    const id = await assigned();
    const { consultation: read } = await staff.ask('query($id: ID!) { consultation(id: $id) { version } }', {
      id,
    });
    const { reassignConsultation } = await staff.ask(
      `mutation($id: ID!, $who: ID!, $seen: ID!) { reassignConsultation(id: $id, specialistId: $who, reason: "詳しいため", seen: $seen) { ${FIELDS} } }`,
      { id, who: other.specialistId, seen: read.version },
    );
    expect(reassignConsultation).toMatchObject({
      specialist: { id: other.specialistId },
      assignment: { decidedBy: 'HUB' },
    });
    const { withdrawConsultation } = await town.ask(
      `mutation($id: ID!) { withdrawConsultation(id: $id, reason: "解決しました") { status } }`,
      { id },
    );
    expect(withdrawConsultation.status).toBe('WITHDRAWN');
  });

  it('name the faults of a question in words', async () => {
    const { errors } = await town.send(ASK, { input: consultationInput({ question: ' ' }) });
    expect(errors[0]?.message).toBe('「質問」を入力してください。 入力した内容はこの画面に残っています。');
    const hubWrote = await staff.ask(ASK, { input: consultationInput({ themeId: null }), town: MIHARA });
    expect(hubWrote['askExpert'].municipality.id).toBe(MIHARA);
  });

  it('need as many SQL statements for ten rows as for one', async () => {
    for (let i = 0; i < 10; i++) await assigned();
    const list = `query($first: Int) { consultations(first: $first) { edges { node { ${FIELDS} } } } }`;
    const statements = async (first: number): Promise<number> =>
      (await countingStatements(() => staff.ask(list, { first }))).count;
    const [one, ten] = [await statements(1), await statements(10)];
    expect(one).toBeGreaterThan(5);
    expect(ten).toBe(one);
  });
});
