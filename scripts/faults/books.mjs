/** Whether what was acknowledged is there, once, with all that follows from it: asked of Postgres past the application. */

/**
 * @typedef {object} Balance
 * @property {number} acknowledged
 * @property {number} lost rows that are not there, or whose consequence never came
 * @property {number} doubled rows that are there twice, and repetitions that were answered otherwise
 * @property {number} overlaps pairs of visits, or of companions, that want one person in two places
 * @property {number} twice effects of background work that happened more than once
 * @property {number} open work that waits although it is due, after all that time
 * @property {number} dead work that was set aside
 * @property {string[]} notes which of the sums below did not come out
 */

/** Open work that is due, or failed and waits to be tried again, of what was asked for before an instant. */
export const OPEN = `SELECT count(*)::int AS n FROM outbox
  WHERE done_at IS NULL AND dead_at IS NULL AND (run_after <= $1 OR failures > 0) AND created_at <= $1`;

const OVERLAPS = `
  SELECT (SELECT count(*) FROM visit a JOIN visit b ON a.specialist_id = b.specialist_id AND a.id < b.id
            AND a.busy_from < b.ends_at AND b.busy_from < a.ends_at
          WHERE a.status <> 'CANCELLED' AND b.status <> 'CANCELLED')::int
       + (SELECT count(*) FROM companion a JOIN companion b ON a.account_id = b.account_id AND a.id < b.id
            AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
          WHERE a.status <> 'COLLIDES' AND b.status <> 'COLLIDES')::int
       + (SELECT count(*) FROM (SELECT 1 FROM visit WHERE status NOT IN ('CANCELLED', 'HELD')
            GROUP BY support_request_id, visit_no HAVING count(*) > 1) AS twin)::int AS n`;

/** Each line: what it is called, which column of the balance it adds to, and the sum, which should be 0. */
const SUMS = /** @type {const} */ ([
  [
    'requests that are not there, or not handed in',
    'lost',
    `SELECT count(*)::int AS n FROM unnest($1::uuid[]) AS wanted (id)
     LEFT JOIN support_request r USING (id) WHERE r.id IS NULL OR r.status = 'DRAFT'`,
    'requests',
  ],
  [
    'requests without the entry that they were handed in',
    'lost',
    `SELECT count(*)::int AS n FROM unnest($1::uuid[]) AS wanted (id) WHERE NOT EXISTS (
       SELECT FROM audit_entry e WHERE e.table_name = 'support_request' AND e.row_id = wanted.id::text
         AND e.operation = 'submitSupportRequest')`,
    'requests',
  ],
  [
    'requests that the log says were handed in twice',
    'doubled',
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM audit_entry e
       WHERE e.table_name = 'support_request' AND e.row_id = ANY ($1::text[]) AND e.operation = 'submitSupportRequest'
       GROUP BY e.row_id HAVING count(DISTINCT e.transaction_id) > 1) AS twice`,
    'requests',
  ],
  [
    'requests that exist more than once',
    'doubled',
    `SELECT coalesce(sum(n - 1), 0)::int AS n FROM (
       SELECT count(*) AS n FROM support_request WHERE title LIKE $1 || '-%' GROUP BY title HAVING count(*) > 1) AS twin`,
    'mark',
  ],
  [
    'notices of a request that never reached an inbox',
    'lost',
    `SELECT count(*)::int AS n FROM notice WHERE spread_at IS NULL AND about_id = ANY ($1::text[])`,
    'requests',
  ],
  [
    'requests that the hub was never told of',
    'lost',
    `SELECT count(*)::int AS n FROM unnest($1::text[]) AS wanted (id) WHERE NOT EXISTS (
       SELECT FROM inbox_item i WHERE i.about_id = wanted.id)`,
    'requests',
  ],
  [
    'questions that are not there',
    'lost',
    `SELECT count(*)::int AS n FROM unnest($1::uuid[]) AS wanted (id) LEFT JOIN consultation c USING (id) WHERE c.id IS NULL`,
    'questions',
  ],
  [
    'questions that exist more than once',
    'doubled',
    `SELECT coalesce(sum(n - 1), 0)::int AS n FROM (
       SELECT count(*) AS n FROM consultation WHERE question LIKE $1 || '-%' GROUP BY question HAVING count(*) > 1) AS twin`,
    'mark',
  ],
  [
    'questions that the desk gave to nobody',
    'lost',
    `SELECT count(*)::int AS n FROM unnest($1::uuid[]) AS wanted (id) WHERE NOT EXISTS (
       SELECT FROM consultation_event e WHERE e.consultation_id = wanted.id AND e.actor_role = 'SYSTEM')`,
    'questions',
  ],
  [
    'questions that the desk gave away twice',
    'twice',
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM consultation_event WHERE actor_role = 'SYSTEM'
       AND consultation_id = ANY ($1::uuid[]) GROUP BY consultation_id HAVING count(*) > 1) AS twice`,
    'questions',
  ],
  [
    'publications that are not there',
    'lost',
    `SELECT count(*)::int AS n FROM unnest($1::uuid[]) AS wanted (id)
     LEFT JOIN plan_publication p ON p.run_id = wanted.id WHERE p.id IS NULL`,
    'publications',
  ],
  [
    'visits of a plan that are neither placed nor said to have no place, or are both',
    'twice',
    `SELECT count(*)::int AS n FROM (SELECT run_id, support_request_id, visit_no FROM (
       SELECT run_id, support_request_id, visit_no FROM proposed_visit
       UNION ALL SELECT run_id, support_request_id, visit_no FROM unplaced_visit) AS asked
       GROUP BY 1, 2, 3 HAVING count(*) > 1) AS twice`,
    null,
  ],
  [
    'work that was done twice',
    'twice',
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM fault.done GROUP BY outbox_id HAVING count(*) > 1) AS twice`,
    null,
  ],
  [
    'recurring work that came more often than its times',
    'twice',
    // Every 30 s; a time that was late may be followed at once by the next.
    `SELECT greatest(0, count(*) - floor(extract(epoch FROM max(created_at) - min(created_at)) / 30) - 2)::int AS n
     FROM outbox WHERE job = 'platform.seal-audit' AND created_at > $1`,
    'since',
  ],
]);

/** Writes down each end of a piece of background work, beside the application. */
export const WATCH = `
  CREATE SCHEMA IF NOT EXISTS fault;
  CREATE TABLE IF NOT EXISTS fault.done (outbox_id uuid NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
  CREATE OR REPLACE FUNCTION fault.note_done() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN INSERT INTO fault.done (outbox_id) VALUES (NEW.id); RETURN NULL; END $$;
  CREATE OR REPLACE TRIGGER fault_done AFTER UPDATE OF done_at ON outbox
    FOR EACH ROW WHEN (NEW.done_at IS NOT NULL) EXECUTE FUNCTION fault.note_done();`;

/**
 * @param {import('./ground.mjs').Ground} ground
 * @param {import('./load.mjs').Load} load
 * @param {Date} since when it began, as Postgres told it
 * @returns {Promise<Balance>}
 */
export async function balance(ground, load, since) {
  const { acknowledged } = load;
  const values = {
    requests: [[...acknowledged.requests.values()]],
    questions: [[...acknowledged.questions.values()]],
    publications: [[...acknowledged.publications]],
    mark: [load.options.mark],
    since: [since],
  };
  const found = { lost: 0, doubled: acknowledged.otherAnswers.length, twice: 0 };
  const notes = acknowledged.otherAnswers.map((mark) => `answered otherwise the second time: ${mark}`);
  for (const [title, column, sql, of] of SUMS) {
    const [{ n }] = await ground.query(sql, of ? values[of] : []);
    found[column] += n;
    if (n > 0) notes.push(`${n} ${title}`);
  }
  const [{ n: overlaps }] = await ground.query(OVERLAPS);
  const [{ n: open }] = await ground.query(OPEN, [new Date(Date.now() - 1_000)]);
  const [{ n: dead }] = await ground.query(
    'SELECT count(*)::int AS n FROM outbox WHERE dead_at IS NOT NULL AND created_at >= $1',
    [since],
  );
  return { acknowledged: acknowledged.count, ...found, overlaps, open, dead, notes };
}
