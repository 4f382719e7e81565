import { createAccount, type MembershipScope } from '@banso/directory';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningSystem, startSystem } from './browser/system.js';
import { KURE } from './people.js';
import { requestInput } from './requests.js';

/** In every word that somebody could type. */
const CANARY = 'CANARY';
const SECRET = `${CANARY}-だれか 090-0000-0000`;
const PASSWORD = `${CANARY} wooden boats carry rice`;

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cookie: string | null;
}

describe('what the platform says of itself', () => {
  let system: RunningSystem;
  let said = '';
  const cookies: string[] = [];

  beforeAll(async () => {
    const onOutput = (words: string) => void (said += words);
    system = await startSystem({ BANSO_TRUSTED_DOCUMENTS: 'off', BANSO_LOG_REQUESTS: 'on' }, { onOutput });
    await person('canary-hub', { role: 'HUB_STAFF', prefectureId: '34' });
    await person('canary-town', { role: 'MUNICIPALITY_STAFF', prefectureId: '34', municipalityId: KURE });
  }, 120_000);
  afterAll(() => system?.stop());

  const person = (loginId: string, membership: MembershipScope) =>
    system.database.db.system(null, (tx) =>
      createAccount(
        tx,
        { loginId, password: PASSWORD, displayName: SECRET, nameEn: SECRET, membership },
        new Date(),
      ),
    );

  const post = async (
    body: string,
    headers: Record<string, string> = {},
    path = '/graphql',
  ): Promise<Answer> => {
    const response = await fetch(system.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? null;
    return { status: response.status, text: await response.text(), cookie };
  };
  const ask = (cookie: string, query: string, variables: object = {}): Promise<Answer> =>
    post(JSON.stringify({ query, variables }), { cookie });
  /** The same, which has to come through. */
  const done = async (cookie: string, query: string, variables: object): Promise<Answer> => {
    const answer = await ask(cookie, query, variables);
    if (answer.text.includes('"errors"')) throw new Error(answer.text);
    return answer;
  };
  /** The id in an answer that came through. */
  const idIn = ({ text }: Answer): string => {
    const [, id] = /"id":"([0-9a-f-]{36})"/.exec(text) ?? [];
    if (!id) throw new Error(text);
    return id;
  };

  const signIn = async (loginId: string, password: string): Promise<string> => {
    const answer = await post(
      JSON.stringify({
        query: 'mutation($l: String!, $p: String!) { signIn(loginId: $l, password: $p) { name } }',
        variables: { l: loginId, p: password },
      }),
    );
    if (answer.cookie) cookies.push(answer.cookie.split('=')[1] ?? '');
    return answer.cookie ?? '';
  };

  /** From now on a row of this table is quoted in full by an error of the database. */
  const breakOpen = (table: string, when = 'true') =>
    system.database.dataSource.query(`
      CREATE OR REPLACE FUNCTION spill() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'cannot store %', to_jsonb(NEW); END $$;
      CREATE TRIGGER spill BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION spill()`);

  it('names nobody and quotes nobody, whatever is typed and whatever fails', async () => {
    const staff = await signIn('canary-hub', PASSWORD);
    const town = await signIn('canary-town', PASSWORD);
    expect([staff, town]).toEqual([expect.stringContaining('='), expect.stringContaining('=')]);
    await signIn('canary-town', `${CANARY}-wrong`);
    await signIn(`${CANARY}-nobody`, `${CANARY}-wrong`);

    const she = idIn(
      await ask(staff, 'mutation($i: SpecialistInput!) { registerSpecialist(input: $i) { id } }', {
        i: {
          name: SECRET,
          kana: 'かなりあ',
          nameEn: SECRET,
          profileId: 'ENGINEER',
          baseId: KURE,
          employment: SECRET,
          employmentEn: SECRET,
          modes: ['ONLINE'],
          weekly: ['MON_AM'],
          active: true,
        },
      }),
    );
    await done(staff, 'mutation($i: SpecialistFirmInput!) { recordSpecialistFirm(input: $i) { id } }', {
      i: { specialistId: she, relation: 'EMPLOYER', name: SECRET, source: SECRET },
    });
    const draft = 'mutation($i: SupportRequestInput!) { draftSupportRequest(input: $i) { id } }';
    const id = idIn(
      await ask(town, draft, { i: requestInput({ title: SECRET, trouble: SECRET, contactSection: SECRET }) }),
    );
    await done(town, 'mutation($id: ID!) { submitSupportRequest(id: $id) { id } }', { id });
    await done(town, 'mutation($i: ProcurementInput!) { setProcurement(input: $i) { version } }', {
      i: { caseId: id, version: 0, phase: 'SPECIFICATION', vendors: [{ name: SECRET }] },
    });

    // Wrong in every way that a door knows.
    await ask(town, draft, { i: requestInput({ title: SECRET.repeat(100), themeId: SECRET }) });
    await ask(town, `{ supportRequest(id: "${SECRET}") { id ${CANARY} } }`);
    await ask(town, 'query($id: ID!) { supportRequest(id: $id) { id } }', { id: { [CANARY]: SECRET } });
    await ask(`banso=${CANARY}`, '{ viewer { name } }');
    await post(`{"query": "${CANARY}`);
    await post(JSON.stringify({ query: CANARY.repeat(30_000) }));
    await post(SECRET, {
      'content-type': 'text/plain',
      'x-forwarded-for': CANARY,
      referer: CANARY,
      'x-request-id': CANARY,
      traceparent: CANARY,
      baggage: `name=${CANARY}`,
    });
    await post('{}', {}, `/${CANARY}?name=${CANARY}`);
    await fetch(`${system.url}/${CANARY}.txt`);

    // Failures whose message quotes the row: of a request, and of a job.
    await breakOpen('day_off');
    const broken = await ask(staff, 'mutation($i: DayOffInput!) { addDayOff(input: $i) { id } }', {
      i: { specialistId: she, date: '2027-03-01', part: 'DAY', reason: SECRET },
    });
    expect(broken.text).toContain('INTERNAL');
    expect(broken.text).not.toContain(CANARY);
    await breakOpen('consultation_event', `NEW.actor_role = 'SYSTEM'`);
    await done(town, 'mutation($i: ConsultationInput!) { askExpert(input: $i) { id } }', {
      i: { question: SECRET, contactSection: SECRET },
    });
    await expectFailedJob();

    for (const event of ['api.ready', 'worker.ready', 'api.bug', 'api.request', 'job.failed'])
      expect(said).toContain(event);
    for (const secret of [CANARY, CANARY.toLowerCase(), 'だれか', '090-0000', ...cookies])
      expect(said).not.toContain(secret);
    expect(cookies).toHaveLength(2);
    const [queue] = await system.database.dataSource.query<{ words: string }[]>(
      `SELECT concat((SELECT string_agg(o::text, ' ') FROM outbox o), (SELECT string_agg(s::text, ' ') FROM schedule s)) AS words`,
    );
    expect(queue?.words).toContain('support.assign-consultation');
    expect(queue?.words).not.toContain(CANARY);
  }, 60_000);

  /** The worker meets the broken table within a moment. */
  async function expectFailedJob(): Promise<void> {
    for (let attempt = 0; attempt < 60; attempt++) {
      const rows = await system.database.dataSource.query<object[]>(
        'SELECT 1 FROM outbox WHERE last_error IS NOT NULL',
      );
      if (rows.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error('The job did not fail');
  }
});
