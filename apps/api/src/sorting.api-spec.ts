import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, type RunningApi, startApi } from '../../../test/api.js';
import { clerk, expert, hub, MIHARA } from '../../../test/people.js';
import { requestInput } from '../../../test/requests.js';

type Row = Record<string, string | number | null>;

const FILTERED = { type: '', rest: 'filter: { sortBy: $by, descending: $down }' };
/** Every list that can be sorted: what it is asked for, and what each sort is seen in. */
const LISTS = [
  {
    list: 'supportRequests',
    ...FILTERED,
    type: 'SupportRequestSort',
    fields: 'municipalityId status themeId urgency deadlineOn createdAt',
    sorts: { TOWN: 'municipalityId', DEADLINE: 'deadlineOn', THEME: 'themeId', FILED: 'createdAt' },
    words: ['STATUS', 'URGENCY'],
  },
  {
    list: 'specialists',
    ...FILTERED,
    type: 'SpecialistSort',
    fields: 'kana profileId baseId monthlyDays',
    sorts: { NAME: 'kana', PROFILE: 'profileId', BASE: 'baseId', MONTHLY_DAYS: 'monthlyDays' },
    words: [],
  },
  {
    list: 'municipalities',
    type: 'MunicipalitySort',
    rest: 'prefectureId: "34", sortBy: $by, descending: $down',
    fields: 'kana',
    sorts: { CODE: 'id', NAME: 'kana' },
    words: [],
  },
  {
    list: 'visits',
    ...FILTERED,
    type: 'VisitSort',
    fields: 'startsAt',
    sorts: { TIME: 'startsAt' },
    words: ['TOWN', 'MODE', 'STATUS'],
  },
];
const CASES = LISTS.flatMap(({ sorts, words, ...one }) =>
  [...Object.entries(sorts), ...words.map((word) => [word, null] as const)].flatMap(([by, seenIn]) =>
    [false, true].map((down) => ({ ...one, by, seenIn, down })),
  ),
);

describe('sorting a list', () => {
  let api: RunningApi;
  let staff: Caller;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    const hiroshima = await hub(db);
    staff = await api.as(hiroshima);
    for (let i = 0; i < 4; i += 1) await expert(db, hiroshima);
    const towns = [await api.as(await clerk(db)), await api.as(await clerk(db, MIHARA))];
    for (const changes of [
      {},
      { deadlineOn: null },
      { urgency: 'LOW' },
      { themeId: 'T02', deadlineOn: null },
    ])
      for (const town of towns) {
        const { draftSupportRequest } = await town.ask(
          'mutation($input: SupportRequestInput!) { draftSupportRequest(input: $input) { id } }',
          { input: requestInput(changes) },
        );
        await town.ask('mutation($id: ID!) { submitSupportRequest(id: $id) { id } }', {
          id: draftSupportRequest.id,
        });
      }
  }, 120_000);
  afterAll(() => api.close());

  /** All rows, three at a time. */
  async function rowsOf(query: string, variables: object): Promise<Row[]> {
    const rows: Row[] = [];
    for (let after: string | null = null, more = true; more;) {
      const answer = await staff.ask(query, { ...variables, after });
      const { edges, pageInfo } = answer['rows'];
      rows.push(...edges.map(({ node }: { node: Row }) => node));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    return rows;
  }

  it.each(CASES)(
    '$list by $by, the last first: $down',
    async ({ list, type, rest, fields, by, seenIn, down }) => {
      const query = `query($by: ${type}, $down: Boolean, $after: String) {
      rows: ${list}(first: 3, after: $after, ${rest}) {
        pageInfo { hasNextPage endCursor } edges { node { id ${fields} } } } }`;
      const rows = await rowsOf(query, { by, down });
      const unsorted = await rowsOf(query, { by: null, down: null });
      expect(rows.map(({ id }) => id).sort()).toEqual(unsorted.map(({ id }) => id).sort());
      if (list !== 'visits') expect(rows.length).toBeGreaterThan(3);
      if (!seenIn) return;
      const values = rows.map((row) => row[seenIn] ?? null);
      const there = values.filter((value) => value !== null);
      const up = [...there].sort((a, b) => (typeof a === 'number' ? a - Number(b) : a < String(b) ? -1 : 1));
      const expected: (string | number | null)[] = down ? up.reverse() : up;
      // What has no value comes last either way.
      expect(values).toEqual([...expected, ...values.filter((value) => value === null)]);
    },
  );

  it('puts pressing requests last, and first when turned', async () => {
    const query = `query($down: Boolean) { rows: supportRequests(first: 100,
      filter: { sortBy: URGENCY, descending: $down }) { pageInfo { hasNextPage endCursor } edges { node { urgency } } } }`;
    const up = (await rowsOf(query, { down: false })).map(({ urgency }) => urgency);
    expect(up.slice(0, 3)).toEqual(['LOW', 'LOW', 'NORMAL']);
    expect((await rowsOf(query, { down: true })).map(({ urgency }) => urgency)).toEqual([...up].reverse());
  });

  it('refuses what no list is sorted by', async () => {
    expect(await staff.refusal('{ specialists(filter: { sortBy: SALARY }) { totalCount } }')).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  });
});
