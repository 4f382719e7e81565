/** What work leaves behind: histories, reports, notices, jobs that are done, the log, the words that are searched. */

const REQUEST_EVENTS = `
INSERT INTO support_request_event (id, prefecture_id, support_request_id, from_status, to_status, actor_role, actor_name, reason, at)
  SELECT gen_random_uuid(), r.prefecture_id, r.id, e.before, e.after, e.role, '担当', CASE WHEN r.course = 'CLOSED' THEN '電話で伝えた。' END, r.created_at + e.days * interval '1 day'
  FROM size.course r CROSS JOIN LATERAL (VALUES
    (NULL, 'DRAFT', 'MUNICIPALITY_STAFF', 0), ('DRAFT', 'AWAITING_INTAKE', 'MUNICIPALITY_STAFF', 1),
    ('AWAITING_INTAKE', 'IN_TRIAGE', 'HUB_STAFF', 2 + r.dice % 6), ('IN_TRIAGE', r.status, 'HUB_STAFF', 12 + r.dice % 6)) e (before, after, role, days)
  WHERE r.created_at + e.days * interval '1 day' < now()
  ORDER BY r.n, e.days;`;

const VISIT_EVENTS = `
INSERT INTO visit_event (id, prefecture_id, visit_id, from_status, to_status, actor_role, actor_name, at)
  SELECT gen_random_uuid(), v.prefecture_id, v.id, e.before, e.after, e.role, '担当', v.at + e.days * interval '1 day'
  FROM size.visit v CROSS JOIN LATERAL (VALUES (NULL, 'PUBLISHED', 'HUB_STAFF', -25), ('PUBLISHED', 'CONFIRMED', 'SPECIALIST', -20), ('CONFIRMED', v.status, 'SPECIALIST', 1))
    e (before, after, role, days)
  WHERE v.at + e.days * interval '1 day' < now();`;

const REPORTS = `
INSERT INTO visit_report (id, prefecture_id, municipality_id, support_request_id, visit_id, specialist_id, status, result, topics, done, steps, started_at,
    ended_at, mode, attendance, submitted_by_name, submitted_by_role, submitted_at, confirmed_by_name, confirmed_by_role, confirmed_at, created_at, updated_at)
  SELECT size.id('report ' || v.id), v.prefecture_id, v.municipality_id, v.request_id, v.id, v.specialist_id,
    CASE WHEN v.status = 'REPORTED' THEN 'SUBMITTED' ELSE 'CONFIRMED' END, 'AS_PLANNED', '[]', '申請書を減らした。', '[]', v.at, v.at + interval '2 hours', 'ON_SITE',
    '[{"section": "総務課", "people": 3}]', '専門人材', 'SPECIALIST', v.at + interval '3 days',
    CASE WHEN v.status <> 'REPORTED' THEN '担当' END, CASE WHEN v.status <> 'REPORTED' THEN 'MUNICIPALITY_STAFF' END,
    CASE WHEN v.status <> 'REPORTED' THEN v.at + interval '9 days' END, v.at, v.at
  FROM size.visit v WHERE v.status IN ('REPORTED', 'RECEIVED', 'SETTLED');
INSERT INTO report_step (id, prefecture_id, municipality_id, support_request_id, report_id, position, what, owner, due_on, status, agreed_on, closed_by_name, closed_at)
  SELECT gen_random_uuid(), v.prefecture_id, v.municipality_id, v.request_id, size.id('report ' || v.id), 1, '様式を見直す', (ARRAY['TOWN', 'SPECIALIST', 'HUB'])[1 + v.dice % 3],
    v.at::date + 30, s.status, v.at::date, CASE WHEN s.status = 'CLOSED' THEN '担当' END, CASE WHEN s.status = 'CLOSED' THEN v.at + interval '25 days' END
  FROM size.visit v CROSS JOIN LATERAL (SELECT CASE WHEN v.at > now() - interval '60 days' OR v.dice % 97 = 0 THEN 'OPEN' ELSE 'CLOSED' END AS status) s
  WHERE v.status IN ('RECEIVED', 'SETTLED') AND v.dice % 3 = 0;
INSERT INTO support_evaluation (id, prefecture_id, municipality_id, support_request_id, usefulness, clarity, progress, again, evaluated_by_name, evaluated_at)
  SELECT gen_random_uuid(), prefecture_id, municipality_id, id, 3 + dice % 3, 3 + dice / 7 % 3, 3 + dice / 9 % 3, 3 + dice / 11 % 3, '担当', last_at + interval '20 days'
  FROM size.course WHERE status IN ('COMPLETED', 'FOLLOWED_UP');
INSERT INTO follow_up (id, prefecture_id, municipality_id, support_request_id, fiscal_year, due_on, status, still_used, opened_at, answered_by_name, answered_at)
  SELECT gen_random_uuid(), prefecture_id, municipality_id, id, size.fiscal_year(last_at) + 1, last_at::date + 365, CASE status WHEN 'FOLLOWED_UP' THEN 'ANSWERED' ELSE 'DUE' END,
    CASE status WHEN 'FOLLOWED_UP' THEN 'YES' END, last_at + interval '300 days', CASE status WHEN 'FOLLOWED_UP' THEN '担当' END, CASE status WHEN 'FOLLOWED_UP' THEN last_at + interval '330 days' END
  FROM size.course WHERE status = 'FOLLOWED_UP' OR (status = 'COMPLETED' AND dice % 20 = 1);
INSERT INTO case_report (id, prefecture_id, municipality_id, support_request_id, status, summary, outputs, effect, lessons, inside, drafted_by_name, drafted_at, updated_at)
  SELECT size.id('case ' || id), prefecture_id, municipality_id, id, (ARRAY['DRAFT', 'PUBLISHED', 'PUBLISHED'])[1 + dice % 3], '窓口の申請を減らした。', '手順書', '待ち時間が減った。', '早く始める。',
    '[]', '県職員 1', last_at + interval '40 days', last_at + interval '40 days'
  FROM size.course WHERE status IN ('COMPLETED', 'FOLLOWED_UP') AND dice / 1000 % 20 = 0;
INSERT INTO shared_case (id, prefecture_id, case_report_id, theme_id, town_size, fiscal_year, title, lines, published_by_name, published_at)
  SELECT gen_random_uuid(), r.prefecture_id, size.id('case ' || r.id), r.theme_id, 'SMALL', r.fiscal_year, '窓口の見直し', '[]', '県職員 1', r.last_at + interval '60 days'
  FROM size.course r JOIN case_report c ON c.id = size.id('case ' || r.id) WHERE c.status = 'PUBLISHED';`;

/** Of visits of this fiscal year, told to the town and to whoever comes; those of the last weeks are still open. */
const NOTICES = `
CREATE UNLOGGED TABLE size.notice AS
  SELECT size.id('notice ' || side || v.id) AS id, v.prefecture_id, side, v.id AS visit_id, v.at AS starts_at, least(v.at - interval '20 days', now() - interval '1 hour') AS at,
    CASE side WHEN 'TOWN' THEN v.municipality_id END AS municipality_id, CASE side WHEN 'SPECIALIST' THEN v.specialist_id END AS specialist_id,
    CASE side WHEN 'TOWN' THEN size.id('account town ' || v.municipality_id) ELSE v.account_id END AS account_id
  FROM size.visit v CROSS JOIN (VALUES ('TOWN'), ('SPECIALIST')) s (side) WHERE size.fiscal_year(v.at) >= size.fiscal_year(now());
INSERT INTO notice (id, prefecture_id, kind, about_type, about_id, municipality_id, specialist_id, facts, key, at, created_at, spread_at)
  SELECT id, prefecture_id, 'VISIT_PUBLISHED', 'VISIT', visit_id::text, municipality_id, specialist_id, jsonb_build_object('startsAt', to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
    'visit-published ' || side || ' ' || visit_id, at, at, at FROM size.notice;
INSERT INTO inbox_item (id, prefecture_id, notice_id, account_id, role, municipality_id, specialist_id, kind, about_type, about_id, facts, needs_action, at, done_at, done_how)
  SELECT gen_random_uuid(), prefecture_id, id, account_id, CASE side WHEN 'TOWN' THEN 'MUNICIPALITY_STAFF' ELSE 'SPECIALIST' END, municipality_id, specialist_id, 'VISIT_PUBLISHED', 'VISIT',
    visit_id::text, '{}', true, at, CASE WHEN at < now() - interval '14 days' THEN at + interval '1 day' END, CASE WHEN at < now() - interval '14 days' THEN 'MARKED' END
  FROM size.notice;
INSERT INTO notice (id, prefecture_id, kind, about_type, about_id, hub_duty, facts, key, at, created_at, spread_at)
  SELECT size.id('notice hub ' || id), prefecture_id, 'REQUEST_ARRIVED', 'SUPPORT_REQUEST', id::text, 'COORDINATOR', '{}', 'arrived ' || id, created_at, created_at, created_at
  FROM size.course WHERE fiscal_year = size.fiscal_year(now());
INSERT INTO inbox_item (id, prefecture_id, notice_id, account_id, role, kind, about_type, about_id, facts, needs_action, at, done_at, done_how)
  SELECT gen_random_uuid(), r.prefecture_id, size.id('notice hub ' || r.id), size.id('account hub ' || r.prefecture_id || desk), 'HUB_STAFF', 'REQUEST_ARRIVED', 'SUPPORT_REQUEST', r.id::text, '{}',
    false, r.created_at, CASE WHEN r.created_at < now() - interval '10 days' THEN r.created_at END, CASE WHEN r.created_at < now() - interval '10 days' THEN 'MARKED' END
  FROM size.course r CROSS JOIN generate_series(1, 5) desk WHERE fiscal_year = size.fiscal_year(now());
INSERT INTO mail (id, prefecture_id, account_id, purpose, status, queued_at, next_at, sent_at)
  SELECT gen_random_uuid(), prefecture_id, account_id, 'ACTION', 'SENT', at, at, at FROM size.notice WHERE at < now() - interval '1 day';
INSERT INTO outbox (prefecture_id, job, payload, created_at, run_after, sends, done_at)
  SELECT prefecture_id, 'notices.spread-notice', jsonb_build_object('noticeId', id), at, at, 1, at FROM size.notice;`;

/** An entry for each request, for two of its steps and for each visit. */
const LOG = `
INSERT INTO audit_entry (prefecture_id, at, transaction_id, actor_role, account_id, municipality_id, operation, kind, table_name, row_id, record_type, record_id, changes)
  SELECT prefecture_id, at, 1, role, account_id, municipality_id, operation, kind, table_name, id, table_name, id, changes FROM (
    SELECT r.prefecture_id, r.created_at + e.days * interval '1 day' AS at, e.role, size.id('account town ' || r.municipality_id)::text AS account_id, r.municipality_id, e.operation, e.kind,
      'support_request' AS table_name, r.id::text, jsonb_build_object('status', jsonb_build_array(e.before, e.after)) AS changes
    FROM size.course r CROSS JOIN LATERAL (VALUES ('CREATE', NULL, 'DRAFT', 'MUNICIPALITY_STAFF', 'draftSupportRequest', 0), ('UPDATE', 'DRAFT', 'AWAITING_INTAKE', 'MUNICIPALITY_STAFF', 'submitSupportRequest', 1),
      ('UPDATE', 'AWAITING_INTAKE', r.status, 'HUB_STAFF', 'classifySupportRequest', 3)) e (kind, before, after, role, operation, days)
    UNION ALL
    SELECT v.prefecture_id, v.at - interval '25 days', 'HUB_STAFF', size.id('account hub ' || v.prefecture_id || 1)::text, NULL, 'publishPlan', 'CREATE', 'visit', v.id::text,
      jsonb_build_object('status', jsonb_build_array(NULL, 'PUBLISHED'), 'municipality_id', jsonb_build_array(NULL, v.municipality_id)) FROM size.visit v
  ) entries ORDER BY at;`;

const ENTRY = `INSERT INTO search_entry (kind, record_id, prefecture_id, municipality_id, specialist_id, written_by, reach, words, grams, at)`;
const TOWN_WORDS = `(SELECT coalesce(m.name, '') || ' ' || coalesce(m.kana, '') FROM municipality m WHERE m.id = r.municipality_id)`;
/** As the triggers of the search write them, for whole tables: one of three parts of the requests, or everything else. */
const requestWords = (/** @type {number} */ part) => `${ENTRY}
  SELECT 'SUPPORT_REQUEST', r.id, r.prefecture_id, r.municipality_id, NULL::uuid, r.filed_by, CASE WHEN r.status IN ('DRAFT', 'IN_APPROVAL') THEN 'UNSENT' ELSE 'CASE' END,
    w.words, search_grams(r.prefecture_id, w.words), r.created_at
  FROM support_request r CROSS JOIN LATERAL (SELECT search_fold(concat_ws(chr(1), r.number, r.title, r.trouble, r.outcome, ${TOWN_WORDS})) AS words) w
  WHERE size.dice(r.id::text, 3) = ${part};`;
const OTHER_WORDS = `${ENTRY}
  SELECT 'CONSULTATION', r.id, r.prefecture_id, r.municipality_id, r.specialist_id, r.filed_by, 'CASE', w.words, search_grams(r.prefecture_id, w.words), r.created_at
  FROM consultation r CROSS JOIN LATERAL (SELECT search_fold(concat_ws(chr(1), r.number, r.question, r.answer, ${TOWN_WORDS})) AS words) w;
${ENTRY}
  SELECT 'SPECIALIST', r.id, r.prefecture_id, NULL, r.id, NULL::uuid, CASE WHEN r.active THEN 'POOL' ELSE 'HUB' END, w.words, search_grams(r.prefecture_id, w.words), 'epoch'::timestamptz
  FROM specialist r CROSS JOIN LATERAL (SELECT search_fold(concat_ws(chr(1), r.name, r.kana, r.name_en)) AS words) w;`;

/** In any order, once the cases are there. */
export const traces = [
  REPORTS,
  VISIT_EVENTS,
  LOG,
  requestWords(0),
  requestWords(1),
  requestWords(2),
  REQUEST_EVENTS,
  NOTICES,
  OTHER_WORDS,
];
