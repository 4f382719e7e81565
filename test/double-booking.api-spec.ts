import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '@banso/kernel';
import { Dates } from '../libs/dispatch/test/given-dates.js';
import { THEME } from '../libs/dispatch/test/given-calendar.js';
import { type Caller, type GraphQLAnswer, type RunningApi, startApi } from './api.js';
import { clerk, expert, hub, KURE } from './people.js';

/** `BANSO_MEASURE=1000`: as many want one slot at one moment, and half as many change one record. */
const BOOKINGS = Number(process.env['BANSO_MEASURE'] ?? 12);
const EDITS = Math.ceil(BOOKINGS / 2);
const CASES = Math.min(50, BOOKINGS);

const OFFER = `mutation($input: DateOfferInput!) { offerDates(input: $input) { id } }`;

let api: RunningApi;
let staff: Caller;
let requests: string[];
let slot: string;

beforeAll(async () => {
  api = await startApi();
  const { db } = api.database;
  const hiroshima = await hub(db);
  const town = await clerk(db);
  await expert(db, hiroshima, { themes: [THEME] });
  staff = await api.as(hiroshima);
  const dates = new Dates(db, new FixedClock(new Date()));
  requests = [];
  for (let i = 0; i < CASES; i++)
    requests.push((await dates.request(town, hiroshima, { visits: 1, title: `CANARY-${i}` })).id);
  const { slots } = await dates.inquiries.slotsToOffer(hiroshima, requests[0] ?? '', 5);
  slot = slots[0]?.key ?? '';
}, 120_000);
afterAll(() => api.close());

/** As a browser does: what will pass by itself is sent again, under the same key. */
async function insist(
  query: string,
  variables: object,
  key: string,
): Promise<GraphQLAnswer & { waits: number }> {
  for (let waits = 0; ; waits++) {
    const answer = await staff.send(query, { ...variables }, key);
    const reason = answer.errors[0]?.extensions['reason'];
    if (reason !== 'service.busy' && reason !== 'service.away') return { ...answer, waits };
    await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 1_000));
  }
}

const keyOf = (kind: string, n: number): string =>
  `00000000-0000-4000-${kind}-${String(n).padStart(12, '0')}`;

function counted(
  answers: readonly (GraphQLAnswer & { waits: number })[],
  title: string,
): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { status, errors } of answers) {
    const kind = `${status} ${errors[0]?.extensions['code'] ?? 'GRANTED'}`;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  if (process.env['BANSO_MEASURE'])
    process.stdout.write(
      `${title}: ${JSON.stringify(kinds)}, asked to come again ${answers.reduce((sum, { waits }) => sum + waits, 0)} times\n`,
    );
  return kinds;
}

describe('one slot that many want at one moment', () => {
  it('is given once; all others hear that it is taken, and nothing of whose it is', async () => {
    const answers = await Promise.all(
      Array.from({ length: BOOKINGS }, (_, n) => {
        const input = { supportRequestId: requests[n % CASES], workingDays: 5, slotKeys: [slot] };
        return insist(OFFER, { input }, keyOf('8000', n));
      }),
    );
    expect(counted(answers, `${BOOKINGS} bookings`)).toEqual({
      '200 GRANTED': 1,
      '200 CONFLICT': BOOKINGS - 1,
    });
    for (const { errors } of answers)
      if (errors[0])
        expect(JSON.stringify(errors)).not.toMatch(/CANARY|visit_one_place|tstzrange|specialist_id/);
    const [row] = await api.database.dataSource.query(
      `SELECT count(*)::int AS held FROM visit WHERE status = 'HELD'`,
    );
    expect(row).toEqual({ held: 1 });
  }, 600_000);
});

describe('one record that many change at one moment', () => {
  it('takes the first of those who had read the same, and is written once', async () => {
    const set = 'mutation($input: TownProfileInput!) { setTownProfile(input: $input) { itStaff } }';
    await staff.ask(set, { input: { municipalityId: KURE, itStaff: 1, busy: [], seen: '0' } });
    const town = `{ municipality(id: "${KURE}") { townProfile { version itStaff } } }`;
    const before = (await staff.ask(town))['municipality'].townProfile;
    const written = async (): Promise<number> => {
      const [row] = await api.database.dataSource.query(
        `SELECT count(*)::int AS n FROM audit_entry WHERE table_name = 'town_profile' AND kind = 'UPDATE'`,
      );
      return row.n;
    };
    const writtenBefore = await written();
    const answers = await Promise.all(
      Array.from({ length: EDITS }, (_, n) =>
        insist(
          set,
          { input: { municipalityId: KURE, itStaff: n + 2, busy: [], seen: before.version } },
          keyOf('9000', n),
        ),
      ),
    );
    expect(counted(answers, `${EDITS} edits`)).toEqual({ '200 GRANTED': 1, '200 CONFLICT': EDITS - 1 });
    expect((await written()) - writtenBefore).toBe(1);
    const after = (await staff.ask(town))['municipality'].townProfile;
    expect(after.version).not.toBe(before.version);
  }, 600_000);
});

describe('one wish that is sent many times at one moment', () => {
  it('is fulfilled once and answered alike; with other words under its key it is refused', async () => {
    const add = 'mutation($input: DateOfferInput!) { offerDates(input: $input) { id } }';
    const key = keyOf('a000', 1);
    const [free] = await api.database.dataSource.query(
      `SELECT id FROM support_request WHERE id = ANY ($1) AND NOT EXISTS (
         SELECT FROM date_inquiry d WHERE d.support_request_id = support_request.id) LIMIT 1`,
      [requests],
    );
    const { slotsToOffer } = await staff.ask(
      'query($id: ID!) { slotsToOffer(supportRequestId: $id, workingDays: 5) { slots { key } } }',
      { id: free.id },
    );
    const input = { supportRequestId: free.id, workingDays: 5, slotKeys: [slotsToOffer.slots[0].key] };
    const answers = await Promise.all(Array.from({ length: EDITS }, () => insist(add, { input }, key)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers.every(({ errors }) => errors.length === 0)).toBe(true);
    const other = await insist(add, { input: { ...input, workingDays: 6 } }, key);
    expect(other.errors[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'client-key.used-otherwise',
    });
  }, 600_000);
});
