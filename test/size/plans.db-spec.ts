import {
  BoardService,
  dayEntriesOf,
  HistoryService,
  listDateInquiries,
  listPublications,
  listVisits,
  visitHistoriesOf,
} from '@banso/dispatch';
import {
  type Actor,
  addDays,
  ALL_HUB_WORK,
  ALL_TOWN_WORK,
  Clock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
} from '@banso/kernel';
import { InboxService } from '@banso/notices';
import {
  askedYear,
  coverage,
  daysUsed,
  effects,
  listRepeats,
  listStepEnds,
  listWaits,
  townStanding,
  waits,
  type Year,
  yearOf,
} from '@banso/overview';
import { OutboxDispatcher, type Tx } from '@banso/platform';
import {
  listCaseReports,
  listFollowUps,
  listSharedCases,
  listSteps,
  reportTasks,
  similarCases,
} from '@banso/reports';
import { SearchService } from '@banso/search';
import { historiesOf, listConsultations, listSupportRequests } from '@banso/support';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { SEARCH_SOURCES } from '../../apps/api/src/search/sources.js';
import { generate, LARGE, strays } from '../../scripts/lib/size/generate.mjs';
import { type FreshDatabase, freshDatabase } from '../database.js';
import { countingStatements } from '../statements.js';
import { readingsOf, tellPlans } from './plans.js';

/** Five years of all prefectures on a hundredth of the scale; whoever asks is of one with a hundredth of its rows. */
const SCALE = 0.015;
const PREFECTURE = '18';
/** Tables so small that reading them whole is the best plan say nothing. */
const FEWEST = 1_000;

let database: FreshDatabase;
let counts: Record<string, number>;
let watch: Awaited<ReturnType<typeof tellPlans>>;
let people: { readonly hub: HubStaff; readonly town: MunicipalityStaff; readonly specialist: SpecialistUser };
let request: string;
let visit: string;

const clock = new Clock();
const today = clock.today();
const year: Year = askedYear(null, today);
const before: Year = yearOf(year.fiscalYear - 1, today);
const PAGE = { first: 50 };

beforeAll(async () => {
  database = await freshDatabase(ENTITIES);
  counts = await generate(database.url, SCALE);
  // A visit that was made, with everybody whom it concerns.
  const [made] = await database.dataSource.query<
    Record<'request' | 'visit' | 'town' | 'specialist', string>[]
  >(
    `SELECT support_request_id AS request, id AS visit, municipality_id AS town, specialist_id AS specialist
     FROM visit WHERE prefecture_id = $1 AND status = 'RECEIVED' ORDER BY starts_at DESC LIMIT 1`,
    [PREFECTURE],
  );
  if (!made) throw new Error('No visit was made');
  ({ request, visit } = made);
  const seats = await database.dataSource.query<{ role: string; accountId: string }[]>(
    `SELECT DISTINCT ON (role) role, account_id AS "accountId" FROM membership WHERE prefecture_id = $1
       AND (role = 'HUB_STAFF' OR municipality_id = $2 OR specialist_id = $3)`,
    [PREFECTURE, made.town, made.specialist],
  );
  const seat = (role: string) => ({
    accountId: seats.find((one) => one.role === role)?.accountId ?? '',
    prefectureId: PREFECTURE,
    name: 'x',
  });
  people = {
    hub: { ...seat('HUB_STAFF'), role: 'HUB_STAFF', duties: ALL_HUB_WORK },
    town: {
      ...seat('MUNICIPALITY_STAFF'),
      role: 'MUNICIPALITY_STAFF',
      municipalityId: made.town,
      duties: ALL_TOWN_WORK,
    },
    specialist: { ...seat('SPECIALIST'), role: 'SPECIALIST', specialistId: made.specialist },
  };
  watch = await tellPlans(database);
}, 120_000);
afterAll(() => database.drop());

type Asked = (actor: Actor) => Promise<unknown>;
const read =
  (work: (tx: Tx, actor: Actor) => Promise<unknown>): Asked =>
  (actor) =>
    database.db.read(actor, (tx) => work(tx, actor));

const ANYBODY = ['hub', 'town', 'specialist'] as const;
const HUB = ['hub'] as const;
const QUESTIONS: readonly (readonly [string, readonly (typeof ANYBODY)[number][], Asked])[] = [
  ['requests, newest first', ANYBODY, read((tx, actor) => listSupportRequests(tx, actor, {}, PAGE))],
  [
    'requests that wait, oldest first',
    ANYBODY,
    read((tx, actor) =>
      listSupportRequests(tx, actor, { statuses: ['AWAITING_INTAKE', 'IN_TRIAGE'], oldestFirst: true }, PAGE),
    ),
  ],
  [
    'requests by a word',
    ANYBODY,
    read((tx, actor) => listSupportRequests(tx, actor, { search: '窓口' }, PAGE)),
  ],
  ['history of a request', ANYBODY, read((tx) => historiesOf(tx, [request]))],
  ['visits from today', ANYBODY, read((tx, actor) => listVisits(tx, actor, { from: today }, PAGE))],
  [
    'visits of a request',
    ANYBODY,
    read((tx, actor) => listVisits(tx, actor, { supportRequestId: request }, PAGE)),
  ],
  [
    'visits that are unanswered',
    ANYBODY,
    read((tx, actor) => listVisits(tx, actor, { unansweredOn: today }, PAGE)),
  ],
  [
    'visits of a specialist',
    ANYBODY,
    read((tx, actor) =>
      listVisits(
        tx,
        actor,
        { specialistId: people.specialist.specialistId, from: addDays(today, -30) },
        PAGE,
      ),
    ),
  ],
  ['history of a visit', ANYBODY, read((tx) => visitHistoriesOf(tx, [visit]))],
  ['consultations', ANYBODY, read((tx, actor) => listConsultations(tx, actor, {}, PAGE))],
  ['date inquiries', ['hub', 'town'], read((tx, actor) => listDateInquiries(tx, actor, {}, PAGE))],
  ['publications', HUB, read((tx, actor) => listPublications(tx, actor, PAGE))],
  ['next steps', ANYBODY, read((tx, actor) => listSteps(tx, actor, { statuses: ['OPEN'] }, PAGE))],
  ['what is owed', ANYBODY, read((tx, actor) => reportTasks(tx, actor, { now: clock.now() }))],
  ['reports of cases', ['hub', 'town'], read((tx, actor) => listCaseReports(tx, actor, {}, PAGE))],
  ['shared cases', ANYBODY, read((tx, actor) => listSharedCases(tx, actor, {}, PAGE))],
  [
    'similar cases',
    ANYBODY,
    read((tx, actor) => similarCases(tx, actor, { themeId: 'T01', words: '窓口', first: 3 })),
  ],
  ['follow-ups', ['hub', 'town'], read((tx, actor) => listFollowUps(tx, actor, {}, PAGE))],
  ['inbox', ANYBODY, (actor) => new InboxService(database.db, clock).list(actor, { state: 'OPEN' }, PAGE)],
  [
    'board',
    HUB,
    (actor) => new BoardService(database.db, clock).board(actor, { from: today, to: addDays(today, 27) }),
  ],
  ['search', ANYBODY, (actor) => new SearchService(database.db, SEARCH_SOURCES).find(actor, '朱鷺')],
  [
    'history in the log',
    ['hub', 'town'],
    (actor) => new HistoryService(database.db).read(actor, 'SUPPORT_REQUEST', request, PAGE),
  ],
  ['waits', HUB, read((tx, actor) => waits(tx, actor, year))],
  ['waits, row by row', HUB, read((tx, actor) => listWaits(tx, actor, { year, filter: {} }, PAGE))],
  ['coverage', HUB, read((tx, actor) => coverage(tx, actor, year))],
  ['effects', HUB, read((tx, actor) => effects(tx, actor, { year, today }))],
  ['ends of steps', HUB, read((tx, actor) => listStepEnds(tx, actor, { year, today }, PAGE))],
  ['needs that came back', HUB, read((tx, actor) => listRepeats(tx, actor, year, PAGE))],
  ['days used', HUB, read((tx, actor) => daysUsed(tx, actor, year, before))],
  [
    'own days',
    ['specialist'],
    read((tx, actor) => dayEntriesOf(tx, actor, [people.specialist.specialistId], year.fiscalYear)),
  ],
  ['a town beside others', ['town'], read((tx, actor) => townStanding(tx, actor, year))],
];

describe('queries on years of work of all prefectures', () => {
  it('rest on rows that keep every constraint', async () => {
    expect(await strays(database.url)).toEqual([]);
    expect(counts['visit']).toBeGreaterThan(10_000);
  });

  it.each(QUESTIONS)(
    '%s: reads no large table whole, and no more than one prefecture has',
    async (_, who, ask) => {
      for (const role of who) {
        const actor = people[role];
        const { answer: carriedOut, count } = await countingStatements(() => watch(() => ask(actor)));
        expect(carriedOut.length).toBeGreaterThan(0);
        // None per row: with fifty rows on the page that would show.
        expect(count).toBeLessThan(45);
        const large = carriedOut
          .flatMap(({ plan }) => readingsOf(plan))
          .filter(({ table }) => LARGE.includes(table) && (counts[table] ?? 0) >= FEWEST);
        for (const { table, how, rows } of large) {
          expect(`${role}: ${how} of ${table}`).not.toContain('Seq Scan');
          expect({ role, table, how, rows: rows > (counts[table] ?? 0) / 8 ? rows : 'few' }).toMatchObject({
            rows: 'few',
          });
        }
      }
    },
  );

  it('the outbox is asked for what is open, however much is done', async () => {
    const queue = { ring: () => Promise.resolve() } as unknown as ConstructorParameters<
      typeof OutboxDispatcher
    >[1];
    const carriedOut = await watch(() => new OutboxDispatcher(database.db, queue).dispatch());
    const outbox = carriedOut
      .flatMap(({ plan }) => readingsOf(plan))
      .filter(({ table }) => table === 'outbox');
    expect(outbox.length).toBeGreaterThan(0);
    for (const { how } of outbox) expect(how).not.toContain('Seq Scan');
  });

  it('a lost index is noticed', async () => {
    const ask = () =>
      people && read((tx, actor) => listVisits(tx, actor, { supportRequestId: request }, PAGE))(people.town);
    const wholeOf = async () =>
      (await watch(ask))
        .flatMap(({ plan }) => readingsOf(plan))
        .filter(({ how }) => how.includes('Seq Scan'));
    expect(await wholeOf()).toEqual([]);
    await database.dataSource.query(
      'DROP INDEX visit_of_town, visit_by_time, visit_standing, visit_once, visit_unanswered, visit_gap, visit_unfinished, visit_of_specialist',
    );
    await database.dataSource.query('ALTER TABLE visit DROP CONSTRAINT visit_prefecture_id_id_key CASCADE');
    expect((await wholeOf()).map(({ table }) => table)).toContain('visit');
  });
});
