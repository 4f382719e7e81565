/**
 * What they did in five fiscal years: requests that come evenly and end in visits, each specialist's visits one after the
 * other in half-days of their own. What is not over yet follows from the calendar, as of the day of making.
 */

/** Requests come evenly from here to today; those of the last days are still open. */
const FROM = `timestamptz '2022-04-01 09:00+09'`;
const OPEN_DAYS = 25;
/** Visits lie between these days. */
const VISITS_FROM = `date '2022-05-02'`;
const VISITS_TO = `current_date + 70`;

const WORDS = `(SELECT ARRAY['窓口','税務','介護保険','学校給食','水道料金','図書館','防災無線','庁内網','基幹系','文書管理'] AS a,
  ARRAY['電子化','標準化','見直し','委託','データ連携','セキュリティ','業務改善','調達','研修','広報'] AS b,
  ARRAY['待ち時間','申請書','個人番号','予約','苦情','引越し','子育て','高齢者','避難所','納付'] AS c) w`;

/** Larger towns ask more; some themes are asked for more. One request in a thousand has a word of its own. */
const DRAWN = `
CREATE UNLOGGED TABLE size.request AS
  SELECT size.id('request ' || p.id || i) AS id, p.id AS prefecture_id, t.id AS municipality_id, i AS n, d.created_at,
    CASE WHEN d.created_at > now() - interval '${OPEN_DAYS} days' THEN 'OPEN' WHEN d.dice % 100 < 13 THEN 'CLOSED' ELSE 'VISITS' END AS course,
    d.dice, 2 + d.dice / 100 % 9 AS visits, (i - 1) % p.specialists AS person_n,
    'T' || lpad((1 + floor(20 * power(d.dice / 1000000.0, 1.6)))::text, 2, '0') AS theme_id
  FROM size.prefecture p CROSS JOIN generate_series(1, p.requests) i
  CROSS JOIN LATERAL (SELECT ${FROM} + (now() - ${FROM}) * ((i - 0.5) / p.requests) AS created_at,
    size.dice('request ' || p.id || i, 1000000) AS dice) d
  JOIN size.town t ON t.prefecture_id = p.id AND t.n = floor(p.towns * power(size.dice('town ' || p.id || i, 1000000) / 1000000.0, 1.5));
CREATE TABLE size.half AS
  SELECT row_number() OVER (ORDER BY day, hour)::int - 1 AS n, (day + hour) AT TIME ZONE 'Asia/Tokyo' AS at
  FROM generate_series(${VISITS_FROM}, ${VISITS_TO}, interval '1 day') day CROSS JOIN (VALUES (interval '10 hours'), (interval '14 hours')) h (hour)
  WHERE extract(isodow FROM day) < 6;
CREATE UNIQUE INDEX ON size.half (n);
ANALYZE size.request; ANALYZE size.half;`;

const VISITS = `
CREATE UNLOGGED TABLE size.visit AS
  SELECT v.id, v.prefecture_id, v.request_id, v.visit_no, s.id AS specialist_id, s.account_id, v.municipality_id, h.at, v.dice,
    CASE WHEN v.dice % 100 < 4 THEN 'CANCELLED'
      WHEN h.at > now() + interval '14 days' THEN (ARRAY['PUBLISHED', 'CONFIRMED'])[1 + v.dice % 2]
      WHEN h.at > now() THEN (ARRAY['PUBLISHED', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED'])[1 + v.dice % 5]
      WHEN h.at > now() - interval '5 days' THEN 'DONE'
      WHEN h.at > now() - interval '14 days' THEN 'REPORTED'
      WHEN size.fiscal_year(h.at) = size.fiscal_year(now()) THEN 'RECEIVED' ELSE 'SETTLED' END AS status
  FROM (
    SELECT size.id('visit ' || r.id || no) AS id, r.prefecture_id, r.id AS request_id, no AS visit_no, r.person_n, r.municipality_id,
      size.dice('visit ' || r.id || no, 1000000) AS dice,
      row_number() OVER mine - 1 AS nth, count(*) OVER (PARTITION BY r.prefecture_id, r.person_n) AS of_person
    FROM size.request r CROSS JOIN generate_series(1, r.visits) no WHERE r.course = 'VISITS'
    WINDOW mine AS (PARTITION BY r.prefecture_id, r.person_n ORDER BY r.created_at + (30 + 21 * (no - 1)) * interval '1 day', r.id, no)
  ) v
  JOIN size.person s ON s.prefecture_id = v.prefecture_id AND s.n = v.person_n
  JOIN size.half h ON h.n = v.nth * (SELECT count(*) FROM size.half) / v.of_person;
CREATE INDEX ON size.visit (request_id);
ANALYZE size.visit;
CREATE UNLOGGED TABLE size.course AS
  SELECT r.*, f.fiscal_year, row_number() OVER (PARTITION BY r.prefecture_id, f.fiscal_year ORDER BY r.n) AS number_n, v.last_at,
    CASE r.course
      WHEN 'CLOSED' THEN (ARRAY['ADVISED', 'REFERRED', 'WITHDRAWN', 'NOT_ADOPTED'])[1 + r.dice / 1000 % 4]
      WHEN 'OPEN' THEN (ARRAY['DRAFT', 'DRAFT', 'IN_APPROVAL', 'AWAITING_INTAKE', 'AWAITING_INTAKE', 'AWAITING_INTAKE', 'AWAITING_INTAKE', 'AWAITING_INTAKE',
        'IN_TRIAGE', 'IN_TRIAGE', 'IN_TRIAGE', 'IN_TRIAGE', 'SELECTING', 'SELECTING', 'TOWN_REVIEW', 'OFFERING', 'PREFECTURE_APPROVAL', 'DISPATCH_DECIDED',
        'SCHEDULING', 'SCHEDULING'])[1 + r.dice % 20]
      ELSE CASE WHEN v.last_at > now() THEN 'IN_SUPPORT' WHEN v.last_at > now() - interval '14 days' THEN 'AWAITING_REPORT'
        WHEN v.last_at > now() - interval '30 days' THEN 'AWAITING_CONFIRMATION' WHEN v.last_at > now() - interval '60 days' THEN 'AWAITING_EVALUATION'
        WHEN size.fiscal_year(v.last_at) < size.fiscal_year(now()) AND r.dice % 2 = 0 THEN 'FOLLOWED_UP' ELSE 'COMPLETED' END
    END AS status
  FROM size.request r CROSS JOIN LATERAL (SELECT size.fiscal_year(r.created_at) AS fiscal_year) f
  LEFT JOIN (SELECT request_id, max(at) AS last_at FROM size.visit GROUP BY 1) v ON v.request_id = r.id;
ANALYZE size.course;`;

const REQUESTS = `
INSERT INTO support_request (id, prefecture_id, municipality_id, number, status, title, trouble, theme_id, group_id, urgency, mode, visits, visit_minutes,
    min_gap_days, wished, only_wished, entrust_selection, contact_section, outcome, filed_by, created_at, submitted_at, updated_at)
  SELECT r.id, r.prefecture_id, r.municipality_id, CASE WHEN r.status NOT IN ('DRAFT', 'IN_APPROVAL') THEN 'R' || r.fiscal_year - 2018 || '-' || lpad(r.number_n::text, 4, '0') END,
    r.status, w.a[1 + r.n % 10] || 'の' || w.b[1 + r.n / 10 % 10] || CASE WHEN r.n % 1000 = 7 THEN '（朱鷺保護）' ELSE '' END,
    '住民の' || w.c[1 + r.n / 100 % 10] || 'について' || w.a[1 + r.n / 7 % 10] || 'と' || w.b[1 + r.n / 3 % 10] || 'を相談したい。担当は' || r.n % 97 ||
      '名で、' || w.c[1 + r.n / 13 % 10] || 'の経験が少ない。令和' || 1 + r.n % 8 || '年度に' || left(md5(r.n::text), 8) || 'を予定。',
    r.theme_id, t.group_id, (ARRAY['LOW', 'NORMAL', 'NORMAL', 'HIGH'])[1 + r.dice % 4], (ARRAY['ON_SITE', 'ON_SITE', 'ONLINE', 'EITHER'])[1 + r.dice % 4],
    r.visits, 120, 14, '[]', false, r.dice % 3 = 0, '総務課', CASE WHEN r.course = 'CLOSED' THEN '電話で伝えた。' END,
    size.id('account town ' || r.municipality_id), r.created_at, CASE WHEN r.status NOT IN ('DRAFT', 'IN_APPROVAL') THEN r.created_at + interval '1 day' END, r.created_at
  FROM size.course r JOIN support_theme t ON t.id = r.theme_id, ${WORDS};
INSERT INTO number_series (prefecture_id, fiscal_year, kind, last)
  SELECT prefecture_id, fiscal_year, 'R', max(number_n)::int FROM size.course GROUP BY 1, 2;
INSERT INTO support_team (support_request_id, specialist_id, prefecture_id)
  SELECT DISTINCT request_id, specialist_id, prefecture_id FROM size.visit;`;

const PUBLISHED = `
INSERT INTO plan_publication (id, prefecture_id, version, visits, published_by_name, published_at)
  SELECT size.id('publication ' || p.id || n), p.id, n + 1, 0, '県職員 1', '2022-04-20 09:00+09'::timestamptz + n * interval '1 month'
  FROM size.prefecture p CROSS JOIN generate_series(0, 72) n;
INSERT INTO visit (id, prefecture_id, support_request_id, visit_no, specialist_id, municipality_id, mode, starts_at, ends_at, busy_from,
    travel_before_minutes, travel_after_minutes, status, pinned, publication_id, cancel_side, answer_by)
  SELECT v.id, v.prefecture_id, v.request_id, v.visit_no, v.specialist_id, v.municipality_id, (ARRAY['ON_SITE', 'ON_SITE', 'ONLINE'])[1 + v.dice % 3],
    v.at, v.at + interval '2 hours', v.at - interval '45 minutes', 45, 45, v.status, false,
    size.id('publication ' || v.prefecture_id || (extract(year FROM v.at)::int - 2022) * 12 + extract(month FROM v.at)::int - 5),
    CASE WHEN v.status = 'CANCELLED' THEN 'TOWN' END, (v.at - interval '10 days')::date
  FROM size.visit v;`;

/** Two plans in each prefecture: for requests that wait for dates, with one draft for each. */
const PLANS = `
INSERT INTO planning_run (id, prefecture_id, number, from_on, to_on, seed, iterations, status, requested_by_name, requested_at, started_at, finished_at)
  SELECT size.id('run ' || id || n), id, n, current_date + 1, current_date + 42, n, 1000, (ARRAY['DISCARDED', 'PROPOSED'])[n], '県職員 1', now(), now(), now()
  FROM size.prefecture CROSS JOIN generate_series(1, 2) n;
INSERT INTO proposed_visit (id, prefecture_id, run_id, support_request_id, visit_no, specialist_id, municipality_id, mode, starts_at, ends_at,
    travel_before_minutes, travel_after_minutes, pinned)
  SELECT gen_random_uuid(), r.prefecture_id, size.id('run ' || r.prefecture_id || 2), r.id, 1, s.id, r.municipality_id, 'ON_SITE',
    (current_date + 1 + size.dice(r.id::text, 40) + time '17:00') AT TIME ZONE 'Asia/Tokyo',
    (current_date + 1 + size.dice(r.id::text, 40) + time '18:00') AT TIME ZONE 'Asia/Tokyo', 45, 45, false
  FROM size.course r JOIN size.person s ON s.prefecture_id = r.prefecture_id AND s.n = r.person_n WHERE r.status = 'SCHEDULING';`;

const CONSULTATIONS = `
INSERT INTO consultation (id, prefecture_id, municipality_id, number, status, theme_id, question, contact_section, due_at, specialist_id, assigned_at,
    escalations, answer, answered_at, closed_at, filed_by, created_at, updated_at)
  SELECT size.id('consultation ' || c.prefecture_id || c.n), c.prefecture_id, c.municipality_id, 'S' || size.fiscal_year(c.at) - 2018 || '-' || lpad(c.n::text, 4, '0'),
    CASE WHEN c.at > now() - interval '10 days' THEN (ARRAY['OPEN', 'ASSIGNED', 'ANSWERED'])[1 + c.n % 3] ELSE 'CLOSED' END,
    'T' || lpad((1 + c.n % 20)::text, 2, '0'), w.a[1 + c.n % 10] || 'の' || w.c[1 + c.n / 10 % 10] || 'について教えてほしい。', '総務課',
    c.at + interval '3 days', s.id, c.at, 0, '次の手順で進められる。', c.at + interval '1 day', c.at + interval '3 days', size.id('account town ' || c.municipality_id), c.at, c.at
  FROM (SELECT p.id AS prefecture_id, i AS n, p.specialists, ${FROM} + (now() - ${FROM}) * ((i - 0.5) / p.consultations) AS at, t.id AS municipality_id
    FROM size.prefecture p CROSS JOIN generate_series(1, p.consultations) i JOIN size.town t ON t.prefecture_id = p.id AND t.n = i % p.towns) c
  JOIN size.person s ON s.prefecture_id = c.prefecture_id AND s.n = c.n % c.specialists, ${WORDS};`;

/** One group after the other. */
export const drawn = [DRAWN, VISITS];
/** In any order, on as many connections as there are. */
export const cases = [PUBLISHED, REQUESTS, PLANS, CONSULTATIONS];
