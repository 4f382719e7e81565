import { addDays, FixedClock } from '@banso/kernel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Calendar, THEME } from '../../../../libs/dispatch/test/given-calendar.js';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, expert, hub } from '../../../../test/people.js';
import { today } from '../../../../test/requests.js';
import { countingStatements } from '../../../../test/statements.js';

const LIST = `query($first: Int) { visits(first: $first) { edges { node {
  startsAt reportDueOn reportActions reportTopics { ja en } } } } }`;

let api: RunningApi;
let specialist: Caller;

beforeAll(async () => {
  api = await startApi();
  const { db } = api.database;
  const staff = await hub(db);
  const she = await expert(db, staff, { themes: [THEME] });
  const calendar = new Calendar(db, new FixedClock(new Date()));
  await calendar.request(await clerk(db), staff, { visits: 3, minGapDays: 0 });
  await calendar.publish(staff, { from: addDays(today(), 1), to: addDays(today(), 60) });
  specialist = await api.as(she);
}, 90_000);
afterAll(() => api.close());

it('what a phone keeps about its visits takes as many SQL statements for three as for one', async () => {
  const statements = async (first: number): Promise<number> => {
    const { answer, count } = await countingStatements(() => specialist.ask(LIST, { first }));
    expect(answer['visits'].edges).toHaveLength(first);
    return count;
  };
  // The first question of all also notes that somebody is there.
  await statements(1);
  const [one, three] = [await statements(1), await statements(3)];
  expect(one).toBeGreaterThan(5);
  expect(three).toBe(one);
});

it('the words to tap are those of the theme and of every visit; a report is due some days after', async () => {
  const { visits } = await specialist.ask(LIST, { first: 1 });
  const { startsAt, reportDueOn, reportTopics } = visits.edges[0].node;
  const words: string[] = reportTopics.map(({ ja }: { ja: string }) => ja);
  expect(words.at(-1)).toBe('職員研修');
  expect(words.length).toBeGreaterThan(6);
  expect(new Set(words).size).toBe(words.length);
  expect(reportDueOn > String(startsAt).slice(0, 10)).toBe(true);
});
