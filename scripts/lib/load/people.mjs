/** The people of a generated database as a browser would act for them. */
import { createHash, randomBytes } from 'node:crypto';
import { withClient } from '../databases.mjs';
import { errorCode } from '../errors.mjs';
import { post } from '../size/measure.mjs';
import { PASSWORD } from '../size/people.mjs';

/** @typedef {ReturnType<typeof import('../bench-server.mjs').trustedDocuments>} Documents */
/** @typedef {{ ok: boolean, code: string, data: any, cookie?: string }} Answer code: of HTTP, or of the first error */
/** @typedef {(name: string, work: () => Promise<Answer>) => Promise<Answer>} Step tells a step and its answer */
/** @typedef {(n: number, step: Step) => Promise<void>} Act */
/** @typedef {{ role: string, loginId: string, cookie: string, town: string | null }} Person */

/**
 * Sessions of people who came earlier, made by the dozen: signing in is measured by itself.
 * @param {string} url as the owner
 * @returns {Promise<{ towns: Person[], specialists: Person[], hub: Person[], dispatchers: Person[] }>}
 */
export const signedIn = (url) =>
  withClient(url, async (client) => {
    const { rows } =
      await client.query(`SELECT m.id, m.role, m.municipality_id AS town, a.login_id AS "loginId", m.prefecture_id AS prefecture
      FROM membership m JOIN account a ON a.id = m.account_id ORDER BY md5(a.login_id)`);
    // Another measurement may have spent what an account has in a minute.
    await client.query('DELETE FROM rate_budget');
    const tokens = rows.map(() => randomBytes(32).toString('base64url'));
    await client.query(
      `INSERT INTO session (token_hash, membership_id, created_at, last_seen_at, expires_at)
       SELECT hash, id, now(), now(), now() + interval '8 hours' FROM unnest($1::text[], $2::uuid[]) AS t (hash, id)`,
      [tokens.map((token) => createHash('sha256').update(token).digest('hex')), rows.map(({ id }) => id)],
    );
    const people = rows.map(({ role, town, loginId, prefecture }, i) => ({
      role,
      town,
      loginId,
      prefecture,
      cookie: `banso_session=${tokens[i]}`,
    }));
    return {
      towns: people.filter(({ role }) => role === 'MUNICIPALITY_STAFF'),
      specialists: people.filter(({ role }) => role === 'SPECIALIST'),
      hub: people.filter(({ role }) => role === 'HUB_STAFF'),
      // Of the largest prefecture.
      dispatchers: people.filter(({ role, prefecture }) => role === 'HUB_STAFF' && prefecture === '01'),
    };
  });

/** @param {string} address @param {unknown} body @param {string | null} cookie @returns {Promise<Answer>} */
async function ask(address, body, cookie) {
  try {
    const response = await post(address, body, cookie);
    const { data, errors } = JSON.parse(await response.text());
    const fault = errors?.[0];
    return {
      ok: response.ok && !fault,
      code: fault
        ? `${response.status} ${fault.extensions?.reason ?? fault.extensions?.code}`
        : String(response.status),
      data,
      cookie: response.headers.get('set-cookie')?.split(';')[0],
    };
  } catch (error) {
    return {
      ok: false,
      code: (error instanceof Error && errorCode(error.cause)) || 'no answer',
      data: null,
    };
  }
}

const today = () => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
const later = (/** @type {number} */ days) =>
  new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const REQUEST = {
  title: '窓口の電子化について',
  trouble: '申請書を減らしたい。どこから始めればよいか分からない。',
  themeId: 'T01',
  urgency: 'NORMAL',
  mode: 'ON_SITE',
  visits: 2,
  visitMinutes: 120,
  minGapDays: 14,
  wished: [],
  onlyWished: false,
  entrustSelection: true,
  contactSection: '総務課',
};

/**
 * What each arrival does, step by step; every step is told with its name and answer.
 * @param {{ addresses: string[], documents: Documents, people: Awaited<ReturnType<typeof signedIn>> }} world
 * @returns {Record<import('./model.mjs').What, Act>}
 */
export function actions({ addresses, documents, people }) {
  let turn = 0;
  const run = (
    /** @type {string} */ name,
    /** @type {Record<string, unknown>} */ variables,
    /** @type {string | null} */ cookie,
  ) =>
    ask(
      addresses[turn++ % addresses.length] ?? '',
      { documentId: documents.get(name)?.id, variables },
      cookie,
    );
  const of = (/** @type {Person[]} */ all, /** @type {number} */ n) => {
    const found = all[n % all.length];
    if (!found) throw new Error('Nobody of that kind is in the database');
    return found;
  };
  const home = (/** @type {Person} */ { role, cookie }) =>
    role === 'HUB_STAFF'
      ? run('HubHome', { today: today() }, cookie)
      : role === 'SPECIALIST'
        ? run('MySchedule', { from: today() }, cookie)
        : run('TownHome', { today: today() }, cookie);
  const newcomers = [
    ...people.towns.slice(0, 270),
    ...people.specialists.slice(0, 25),
    ...people.hub.slice(0, 5),
  ];

  return {
    async signIn(n, step) {
      const person = of(newcomers, n * 7);
      const { ok, cookie = '' } = await step('sign-in', () =>
        run('SignIn', { loginId: person.loginId, password: PASSWORD }, null),
      );
      if (!ok) return;
      await step('session', () => run('Session', {}, cookie));
      await step('first screen', () => home({ ...person, cookie }));
      await step('inbox count', () => run('HeaderInboxCounts', {}, cookie));
    },
    async board(n, step) {
      await step('board', () =>
        run('Board', { from: today(), to: later(27) }, of(people.dispatchers, n).cookie),
      );
    },
    async list(n, step) {
      await step('list of a town', () => run('RequestList', { first: 20 }, of(people.towns, n).cookie));
    },
    async home(n, step) {
      await step('first screen', () => home(of(people.towns, n)));
    },
    async phone(n, step) {
      await step('schedule on a phone', () =>
        run('MySchedule', { from: today() }, of(people.specialists, n).cookie),
      );
    },
    async search(n, step) {
      await step('search', () =>
        run(
          'Search',
          { words: ['窓口', '調達', '防災 研修', 'R8-0010'][n % 4] },
          of(n % 5 ? people.towns : people.hub, n).cookie,
        ),
      );
    },
    async visits(n, step) {
      await step('visits', () =>
        run(
          'VisitList',
          { first: 20, filter: { from: today() } },
          of(n % 5 ? people.towns : people.hub, n).cookie,
        ),
      );
    },
    async file(n, step) {
      const { cookie } = of(people.towns, n * 13);
      const { ok, data } = await step('request drafted', () =>
        run('DraftRequest', { input: REQUEST }, cookie),
      );
      if (ok)
        await step('request sent', () =>
          run(
            'SubmitRequest',
            { id: data.draftSupportRequest.id, seen: data.draftSupportRequest.version },
            cookie,
          ),
        );
    },
  };
}
