/**
 * Who is there: made by number, so that the same scale is always the same database. Nobody in it exists.
 * `size` is a schema of working tables that is dropped at the end.
 */

/** Per prefecture of $towns/1741 of all towns; at scale 1. */
export const WHOLE = { specialists: 1_500, requests: 200_000, consultations: 40_000 };
/** Sign-in names: hub-01-1 … hub-01-5, town-011002, sp-01-1 …; all with this password. */
export const PASSWORD = 'a morning in November';

/** The id of what a key names: looks like one by chance. @param {string} key SQL */
export const idOf = (key) => `overlay(overlay(md5(${key}) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`;

/** A number below `sides` that looks like chance and is always the same. */
const DICE = `
CREATE SCHEMA size;
CREATE FUNCTION size.dice(key text, sides int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT ((('x' || substr(md5(key), 1, 8))::bit(32)::bigint) % sides)::int $$;
CREATE FUNCTION size.id(key text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ${idOf('key')} $$;
CREATE FUNCTION size.fiscal_year(at timestamptz) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT extract(year FROM (at AT TIME ZONE 'Asia/Tokyo') - interval '3 months')::int $$;`;

/** @param {number} scale */
const places = (scale) => `
CREATE TABLE size.town AS
  SELECT id, prefecture_id, row_number() OVER (PARTITION BY prefecture_id ORDER BY population DESC, id)::int - 1 AS n
  FROM municipality;
CREATE TABLE size.prefecture AS
  SELECT prefecture_id AS id, count(*)::int AS towns,
    greatest(1, round(count(*) * ${WHOLE.specialists * scale} / 1741.0))::int AS specialists,
    greatest(1, round(count(*) * ${WHOLE.requests * scale} / 1741.0))::int AS requests,
    greatest(1, round(count(*) * ${WHOLE.consultations * scale} / 1741.0))::int AS consultations
  FROM municipality GROUP BY 1;
CREATE TABLE size.person AS
  SELECT size.id('specialist ' || p.id || n) AS id, p.id AS prefecture_id, n - 1 AS n,
    size.id('account sp ' || p.id || n) AS account_id
  FROM size.prefecture p CROSS JOIN generate_series(1, p.specialists) n;
CREATE UNIQUE INDEX ON size.person (prefecture_id, n);
CREATE UNIQUE INDEX ON size.town (prefecture_id, n);
ANALYZE size.person; ANALYZE size.town; ANALYZE size.prefecture;`;

const SPECIALISTS = `
INSERT INTO specialist (id, prefecture_id, name, kana, name_en, profile_id, base_id, employment, employment_en, modes, monthly_days, weekly, active)
  SELECT s.id, s.prefecture_id, w.family[1 + s.n % 12] || ' ' || w.given[1 + s.n / 12 % 12], w.family_kana[1 + s.n % 12] || ' ' || w.given_kana[1 + s.n / 12 % 12],
    'Expert ' || s.prefecture_id || '-' || s.n + 1, (SELECT id FROM talent_profile ORDER BY id OFFSET s.n % 4 LIMIT 1),
    (SELECT id FROM size.town t WHERE t.prefecture_id = s.prefecture_id AND t.n = 0), '任期付職員', 'Fixed-term',
    '{ON_SITE,ONLINE}', 16, w.weekly, s.n % 20 <> 19
  FROM size.person s, (SELECT
    ARRAY['青山','石田','上野','岡本','片山','木村','坂本','高橋','中川','橋本','松本','吉田'] AS family,
    ARRAY['あおやま','いしだ','うえの','おかもと','かたやま','きむら','さかもと','たかはし','なかがわ','はしもと','まつもと','よしだ'] AS family_kana,
    ARRAY['葵','一郎','歌子','恵子','和夫','清','桜','太一','直美','春樹','真紀','悠'] AS given,
    ARRAY['あおい','いちろう','うたこ','けいこ','かずお','きよし','さくら','たいち','なおみ','はるき','まき','ゆう'] AS given_kana,
    ARRAY['MON_AM','MON_PM','TUE_AM','TUE_PM','WED_AM','WED_PM','THU_AM','THU_PM','FRI_AM','FRI_PM'] AS weekly) w;
INSERT INTO skill_assessment (id, prefecture_id, specialist_id, skill_id, level, evidence, assessed_on, assessed_by)
  SELECT gen_random_uuid(), s.prefecture_id, s.id, k.id, 1 + size.dice(s.id || k.id, 4), 'INTERVIEW', '2026-04-01', '県DX推進課'
  FROM size.person s CROSS JOIN skill k WHERE size.dice(k.id || s.id, 3) = 0;
INSERT INTO day_off (id, prefecture_id, specialist_id, date, part)
  SELECT gen_random_uuid(), s.prefecture_id, s.id, current_date + weeks * 11 + s.n % 11, 'DAY'
  FROM size.person s CROSS JOIN generate_series(-20, 10) weeks;
INSERT INTO expert_field (id, prefecture_id, fiscal_year, name, name_en)
  SELECT size.id('field ' || p.id || year || f), p.id, year, '分野' || f, 'Field ' || f
  FROM size.prefecture p CROSS JOIN generate_series(size.fiscal_year(now()) - 1, size.fiscal_year(now())) year CROSS JOIN generate_series(1, 5) f;
INSERT INTO expert_field_member (prefecture_id, field_id, specialist_id)
  SELECT s.prefecture_id, size.id('field ' || s.prefecture_id || year || 1 + (s.n + more) % 5), s.id
  FROM size.person s CROSS JOIN generate_series(size.fiscal_year(now()) - 1, size.fiscal_year(now())) year CROSS JOIN generate_series(0, 1) more;
INSERT INTO expert_field_theme (field_id, theme_id)
  SELECT size.id('field ' || p.id || year || 1 + t.n % 5), t.id
  FROM size.prefecture p CROSS JOIN generate_series(size.fiscal_year(now()) - 1, size.fiscal_year(now())) year
  CROSS JOIN (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM support_theme) t;`;

const ACCOUNTS = `
CREATE TABLE size.account AS
  SELECT size.id('account hub ' || id || n) AS id, 'hub-' || id || '-' || n AS login_id, '県職員 ' || n AS name, 'HUB_STAFF' AS role,
    id AS prefecture_id, NULL::text AS municipality_id, NULL::uuid AS specialist_id, '{COORDINATOR,APPROVER}'::text[] AS duties
  FROM size.prefecture CROSS JOIN generate_series(1, 5) n
  UNION ALL
  SELECT size.id('account town ' || id), 'town-' || id, '担当 ' || n + 1, 'MUNICIPALITY_STAFF', prefecture_id, id, NULL, '{REQUESTER,APPROVER,MANAGER}'
  FROM size.town
  UNION ALL
  SELECT account_id, 'sp-' || prefecture_id || '-' || n + 1, '専門 ' || n + 1, 'SPECIALIST', prefecture_id, NULL, id, '{}' FROM size.person;
INSERT INTO account (id, login_id, password_hash, display_name, name_en, created_at)
  SELECT id, login_id, $hash$, name, login_id, '2022-04-01' FROM size.account;
INSERT INTO membership (id, account_id, role, prefecture_id, municipality_id, specialist_id, duties, created_at)
  SELECT size.id('membership ' || id), id, role, prefecture_id, municipality_id, specialist_id, duties, '2022-04-01' FROM size.account;`;

/**
 * @param {number} scale
 * @param {string} passwordHash of everybody
 * @returns {string[]} one group of statements after the other
 */
export const people = (scale, passwordHash) => [
  DICE,
  places(scale),
  SPECIALISTS,
  ACCOUNTS.replaceAll('$hash$', `'${passwordHash}'`),
];
