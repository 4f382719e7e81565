/** Asks the running API as people of the largest prefecture, and counts what Postgres does for each question. */
import { withClient } from '../databases.mjs';
import { idOf, PASSWORD } from './people.mjs';
import { isLeftOut, kindOf, LIMITS, MORE, variablesOf } from './questions.mjs';

/** Hokkaido: 179 towns, a tenth of everything. */
const PREFECTURE = '01';
const WHO = { hub: `hub-${PREFECTURE}-1`, town: 'town-011002', specialist: `sp-${PREFECTURE}-1` };
const SELF = idOf(`'specialist ' || $1 || '1'`);
/** Each question is asked so often, unless it is said. */
export const TIMES = 12;
/** Asked often enough once so much time has gone by, in milliseconds. */
const LONG_ENOUGH = 3_000;

/**
 * @typedef {{ who: string, name: string, label: string, kind: import('./questions.mjs').Kind, limit: number, fastest: number, p50: number, p95: number, sqlMs: number, statements: number,
 *   blocks: number, rows: number, bytes: number, error?: string }} Figure blocks: pages of 8 kB that Postgres looked at; rows: that it gave to the API;
 *   sqlMs: what its statements took together, in one run; fastest: the least disturbed of all
 */

/** @param {string} address @param {string} loginId @returns {Promise<string>} the cookie */
export async function signIn(address, loginId, /** @type {Map<string, { id: string }>} */ documents) {
  const response = await post(
    address,
    { documentId: documents.get('SignIn')?.id, variables: { loginId, password: PASSWORD } },
    null,
  );
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`${loginId} could not sign in: ${(await response.text()).slice(0, 300)}`);
  await response.text();
  return cookie;
}

/** @param {string} address @param {unknown} body @param {string | null} cookie */
export const post = (address, body, cookie) =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'ja', ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  });

/**
 * @param {{ address: string, url: string, documents: ReturnType<typeof import('../bench-server.mjs').trustedDocuments>, times?: number }} options url: as the owner, to count
 * @returns {Promise<Figure[]>}
 */
export const measure = ({ address, url, documents, times = TIMES }) =>
  withClient(url, async (client) => {
    /** @type {Figure[]} */
    const figures = [];
    for (const [who, loginId] of Object.entries(WHO)) {
      const cookie = await signIn(address, loginId, documents);
      const known = await knownTo(client, who);
      for (const { id, name, kind, text } of documents.values()) {
        if (kind !== 'query' || isLeftOut(name)) continue;
        const plain = variablesOf(name, text, known);
        for (const asked of [{ label: '', variables: plain }, ...variantsOf(name, plain, known)]) {
          const figure = await ask(client, {
            address,
            cookie,
            body: { documentId: id, variables: asked.variables },
            who,
            name,
            label: asked.label,
            times,
          });
          if (figure) figures.push(figure);
        }
      }
    }
    return figures;
  });

/** @param {string} name @param {Record<string, unknown>} plain @param {import('./questions.mjs').Known} known */
function variantsOf(name, plain, known) {
  const more = /** @type {Record<string, any[]>} */ (MORE)[name] ?? [];
  const day = (/** @type {number} */ days) =>
    new Date(Date.parse(known.today) + days * 86_400_000).toISOString().slice(0, 10);
  return more.map(({ label, words, filter, filterDays, filterTown, unanswered }) => ({
    label,
    variables: words
      ? { ...plain, words }
      : {
          ...plain,
          filter: filterDays
            ? { from: day(filterDays[0]), to: day(filterDays[1]) }
            : filterTown
              ? { municipalityId: known.town }
              : unanswered
                ? { unansweredOn: day(0) }
                : filter,
        },
  }));
}

/** @param {import('pg').Client} client @param {string} who @returns {Promise<import('./questions.mjs').Known>} */
async function knownTo(client, who) {
  const { rows } = await client.query(
    `SELECT ${SELF} AS specialist,
       '011002' AS town, $1 AS prefecture, current_date::text AS today, v.id AS visit, v.support_request_id AS request,
       (SELECT id FROM consultation c WHERE c.prefecture_id = $1 AND CASE $2 WHEN 'specialist' THEN c.specialist_id = ${SELF}
         WHEN 'town' THEN c.municipality_id = '011002' ELSE true END ORDER BY created_at DESC LIMIT 1) AS consultation,
       (SELECT id FROM planning_run WHERE prefecture_id = $1 AND status = 'PROPOSED') AS run,
       (SELECT id FROM inbox_item WHERE account_id = ${idOf(`'account ' || CASE $2 WHEN 'hub' THEN 'hub 011' WHEN 'town' THEN 'town 011002' ELSE 'sp 011' END`)} LIMIT 1) AS "inboxItem",
       (SELECT id FROM case_report WHERE prefecture_id = $1 AND status = 'PUBLISHED' LIMIT 1) AS "caseReport",
       (SELECT id FROM shared_case WHERE prefecture_id = $1 LIMIT 1) AS "sharedCase",
       (SELECT id FROM membership WHERE prefecture_id = $1 AND municipality_id = '011002' LIMIT 1) AS membership
     FROM visit v WHERE v.prefecture_id = $1 AND v.status IN ('RECEIVED', 'SETTLED')
     -- Their own, where there is one: a small database has none for everybody.
     ORDER BY CASE $2 WHEN 'specialist' THEN v.specialist_id = ${SELF} WHEN 'town' THEN v.municipality_id = '011002' ELSE true END DESC,
       v.starts_at DESC LIMIT 1`,
    [PREFECTURE, who],
  );
  return rows[0];
}

const COUNTED = `SELECT sum(calls)::int AS statements, sum(shared_blks_hit + shared_blks_read)::int AS blocks, sum(rows)::int AS rows,
    sum(total_exec_time)::float8 AS "sqlMs"
  FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid WHERE s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND s.query !~ '^(BEGIN|START|COMMIT|ROLLBACK)'
    AND r.rolname LIKE 'banso%'`;

/**
 * @param {import('pg').Client} client
 * @param {{ address: string, cookie: string, body: { documentId: string, variables: Record<string, unknown> }, who: string, name: string, label: string, times: number }} question
 * @returns {Promise<Figure | null>} null: it is not for them
 */
async function ask(client, { address, cookie, body, who, name, label, times }) {
  const once = async () => {
    const begun = performance.now();
    const response = await post(address, body, cookie);
    const text = await response.text();
    return { ms: performance.now() - begun, text };
  };
  const first = await once();
  const errors = JSON.parse(first.text).errors ?? [];
  if (errors.some((/** @type {any} */ error) => error.extensions?.code === 'FORBIDDEN')) return null;
  await client.query(
    'SELECT pg_stat_statements_reset(0, oid, 0) FROM pg_database WHERE datname = current_database()',
  );
  const { text } = await once();
  const { rows } = await client.query(COUNTED);
  /** @type {number[]} */
  const took = [];
  for (let spent = 0; took.length < times && spent < LONG_ENOUGH; spent += took.at(-1) ?? 0)
    took.push((await once()).ms);
  took.sort((a, b) => a - b);
  const at = (/** @type {number} */ part) =>
    took[Math.min(took.length - 1, Math.floor(part * took.length))] ?? 0;
  const kind = kindOf(name);
  const fault = errors[0] && `${errors[0].extensions?.code} ${errors[0].extensions?.reason ?? ''}`.trim();
  return {
    who,
    name,
    label,
    kind,
    limit: LIMITS[kind],
    fastest: took[0] ?? 0,
    p50: at(0.5),
    p95: at(0.95),
    ...rows[0],
    bytes: Buffer.byteLength(text),
    ...(fault && { error: fault }),
  };
}
