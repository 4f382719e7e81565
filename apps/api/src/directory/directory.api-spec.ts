import { importBoundaries, readBoundaries } from '@banso/directory';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, expert, hub, KURE, MATSUYAMA, OSAKIKAMIJIMA } from '../../../../test/people.js';
import { countingStatements } from '../../../../test/statements.js';

const TIMES =
  'query($fromId: ID!) { travelTimes(fromId: $fromId) { toId toName toNameEn minutes source estimatedMinutes roadKm mode note } }';
const SET =
  'mutation($input: TravelTimeInput!) { setTravelTime(input: $input) { minutes source estimatedMinutes note } }';
const CLEAR =
  'mutation($fromId: ID!, $toId: ID!) { clearTravelTime(fromId: $fromId, toId: $toId, seen: 999999999999999) { minutes source } }';
const ferry = {
  fromId: OSAKIKAMIJIMA,
  toId: KURE,
  minutes: 100,
  note: '竹原港からのフェリーを含む',
  seen: '0',
};

describe('the register over HTTP', () => {
  let api: RunningApi;
  let staff: Caller;
  let town: Caller;
  let specialist: Caller;
  let ehime: Caller;

  beforeAll(async () => {
    api = await startApi();
    const { db } = api.database;
    const hiroshima = await hub(db);
    staff = await api.as(hiroshima);
    town = await api.as(await clerk(db));
    specialist = await api.as(await expert(db, hiroshima));
    ehime = await api.as(await hub(db, '38'));
  }, 60_000);
  afterAll(() => api.close());

  it('is the same for everybody who has signed in, and closed to others', async () => {
    for (const caller of [staff, town, specialist, ehime]) {
      const { prefectures } = await caller.ask(
        '{ prefectures { id name nameEn lgcode population populationOn } }',
      );
      expect(prefectures).toHaveLength(47);
      expect(prefectures[33]).toMatchObject({
        id: '34',
        name: '広島県',
        nameEn: 'Hiroshima',
        lgcode: '340006',
      });
    }
    expect(await api.anonymous().refusal('{ prefectures { id } }')).toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
  });

  it('finds municipalities by reading, and pages through all of them', async () => {
    const query = `query($first: Int, $after: String, $prefectureId: ID, $search: String) {
      municipalities(first: $first, after: $after, prefectureId: $prefectureId, search: $search) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { id name kana nameEn district kind } } } }`;
    const { municipalities: found } = await town.ask(query, { search: 'クレシ' });
    expect(found.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual([KURE]);
    const { municipalities: first } = await town.ask(query, { prefectureId: '34', first: 20 });
    expect([first.totalCount, first.edges.length, first.pageInfo.hasNextPage]).toEqual([23, 20, true]);
    const rest = { prefectureId: '34', first: 20, after: first.pageInfo.endCursor };
    const { municipalities: second } = await town.ask(query, rest);
    expect([second.edges.length, second.pageInfo.hasNextPage]).toEqual([3, false]);
  });

  it('shows one municipality, or says that there is none', async () => {
    const query = 'query($id: ID!) { municipality(id: $id) { name district roadLink } }';
    expect(await town.ask(query, { id: OSAKIKAMIJIMA })).toEqual({
      municipality: { name: '大崎上島町', district: '豊田郡', roadLink: 'none' },
    });
    expect(await town.refusal(query, { id: '349999' })).toEqual({
      code: 'NOT_FOUND',
      reason: 'municipality.not-found',
    });
  });

  it('hands out the shapes of the own prefecture, once they are imported', async () => {
    const get = (caller: Caller | null, path = '34', headers: Record<string, string> = {}) =>
      fetch(`${api.url}/boundaries/${path}`, {
        headers: { ...(caller?.cookie && { cookie: caller.cookie }), ...headers },
      });
    expect([(await get(town)).status, (await get(null)).status]).toEqual([204, 401]);
    const { pieces } = readBoundaries(
      'x.geojson',
      Buffer.from(
        JSON.stringify({
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              properties: { N03_007: KURE.slice(0, 5) },
              geometry: {
                type: 'Polygon',
                coordinates: [
                  [
                    [132, 34],
                    [132, 35],
                    [133, 35],
                    [132, 34],
                  ],
                ],
              },
            },
          ],
        }),
      ),
    );
    await importBoundaries(api.database.db, [{ pieces, withoutCode: 0 }], new Date());
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await get(specialist, '34', { 'accept-encoding': encoding });
      expect(answer.headers.get('cache-control')).toBe('private, max-age=86400');
      const { objects } = (await answer.json()) as { objects: { towns: { geometries: { id: string }[] } } };
      expect(objects.towns.geometries.map(({ id }) => id)).toEqual([KURE]);
    }
    const tag = (await get(staff)).headers.get('etag') ?? '';
    const again = await get(staff, '34', { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    // Each has the own prefecture's.
    expect([
      (await get(ehime)).status,
      (await get(ehime, '38')).status,
      (await get(staff, 'x')).status,
    ]).toEqual([404, 204, 404]);
  });

  it('lists the places of the own prefecture, its office first', async () => {
    const { places } = await ehime.ask('{ places { id name nameEn } }');
    expect(places).toHaveLength(21);
    expect(places[0]).toEqual({ id: '380008', name: '愛媛県庁', nameEn: 'Ehime Prefectural Office' });
  });

  it('knows when the offices are closed', async () => {
    const query = `query($from: LocalDate!, $to: LocalDate!) {
      officeClosures(from: $from, to: $to) { date kind name nameEn } }`;
    expect(await town.ask(query, { from: '2026-11-21', to: '2026-11-24' })).toEqual({
      officeClosures: [
        { date: '2026-11-21', kind: 'WEEKEND', name: '土曜日', nameEn: 'Saturday' },
        { date: '2026-11-22', kind: 'WEEKEND', name: '日曜日', nameEn: 'Sunday' },
        { date: '2026-11-23', kind: 'HOLIDAY', name: '勤労感謝の日', nameEn: 'Labor Thanksgiving Day' },
      ],
    });
    expect(await town.refusal(query, { from: '2026-11-21', to: '2126-11-21' })).toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it("shows the hub's own travel time in both directions, then the estimate again", async () => {
    expect(await staff.ask(SET, { input: ferry })).toEqual({
      setTravelTime: { minutes: 100, source: 'HUB', estimatedMinutes: 124, note: ferry.note },
    });
    for (const [fromId, toId] of [
      [KURE, OSAKIKAMIJIMA],
      [OSAKIKAMIJIMA, KURE],
    ]) {
      const { travelTimes } = await specialist.ask(TIMES, { fromId });
      expect(travelTimes).toHaveLength(23);
      expect(travelTimes.find((time: { toId: string }) => time.toId === toId)).toMatchObject({
        minutes: 100,
        source: 'HUB',
        mode: 'ferry_assumed',
      });
    }
    expect(await staff.ask(CLEAR, ferry)).toEqual({ clearTravelTime: { minutes: 124, source: 'ESTIMATE' } });
  });

  it('lets only the hub of the prefecture set and clear travel times', async () => {
    for (const caller of [town, specialist]) {
      expect(await caller.refusal(SET, { input: ferry })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await caller.refusal(CLEAR, ferry)).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await ehime.refusal(SET, { input: ferry })).toEqual({
      code: 'NOT_FOUND',
      reason: 'place.not-found',
    });
    expect(await ehime.refusal(CLEAR, ferry)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await staff.refusal(TIMES, { fromId: MATSUYAMA })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('needs as many SQL statements for every town as for one', async () => {
    const statements = async (first: number): Promise<number> =>
      (
        await countingStatements(() =>
          town.ask('query($first: Int) { municipalities(first: $first) { edges { node { id name } } } }', {
            first,
          }),
        )
      ).count;
    expect(await statements(100)).toBe(await statements(1));
  });
});
