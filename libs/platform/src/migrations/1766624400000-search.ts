import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FOLDED_FROM, FOLDED_TO, HAN, UNCOUNTED } from '../search-text.js';
import { searchSource } from './search/source.sql.js';

const TABLES = `
-- The same as foldForSearch: words as they are compared.
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(regexp_replace(regexp_replace(normalize(words, NFKC), '(?<=[${HAN}])ケ(?=[${HAN}]|$)', 'ヶ', 'g'),
    '[${UNCOUNTED}]', '', 'g'), '${FOLDED_FROM}', '${FOLDED_TO}') $$;

-- Every character and every pair of them, each under its prefecture: what is looked up in one is not even near another.
CREATE FUNCTION search_grams(prefecture text, folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT prefecture || gram), '{}') FROM (
    SELECT letter || coalesce(lead(letter) OVER (ORDER BY n), '') AS pair, letter
    FROM unnest(string_to_array(folded, NULL)) WITH ORDINALITY AS l (letter, n)
  ) pairs CROSS JOIN LATERAL (VALUES (pair), (letter)) AS g (gram) $$;

-- What is found of each record. Kept by triggers, read by one function alone.
CREATE TABLE search_entry (
  kind text NOT NULL,
  record_id uuid NOT NULL,
  prefecture_id text NOT NULL,
  municipality_id text,
  specialist_id uuid,
  written_by uuid,
  reach text NOT NULL CHECK (reach IN ('UNSENT', 'CASE', 'POOL', 'HUB', 'AGREEMENT')),
  words text NOT NULL,
  grams text[] NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (kind, record_id)
);
CREATE INDEX search_entry_grams ON search_entry USING gin (grams) WITH (fastupdate = off);
CREATE INDEX search_entry_latest ON search_entry (prefecture_id, kind, at DESC, record_id);
CREATE INDEX search_entry_of_town ON search_entry (municipality_id, kind, at DESC, record_id);
-- Which pairs are common decides how they are best looked up.
ALTER TABLE search_entry ALTER COLUMN grams SET STATISTICS 1000;

-- The one way to it. An operator that tells nothing about rows it may not show is none that finds words, so that row-level
-- security would have every row read; here the own rows are named instead, and each is then loaded as its reader.
CREATE FUNCTION search_hits(wanted text, grams text[], terms text[], most int) RETURNS TABLE (record_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE own text;
BEGIN
  own := CASE current_setting('app.role', true)
    WHEN 'HUB_STAFF' THEN $q$ (e.reach <> 'UNSENT' OR e.written_by = $5) $q$
    WHEN 'MUNICIPALITY_STAFF' THEN CASE wanted
      WHEN 'SPECIALIST' THEN $q$ e.reach = 'POOL' $q$
      WHEN 'AGREEMENT' THEN $q$ e.record_id = ANY (ARRAY(SELECT app.own_agreements())) $q$
      ELSE $q$ e.municipality_id = $6 AND e.reach IN ('UNSENT', 'CASE') $q$ END
    WHEN 'SPECIALIST' THEN CASE wanted
      WHEN 'SUPPORT_REQUEST' THEN $q$ e.record_id = ANY (ARRAY(SELECT app.own_cases())) AND e.reach = 'CASE' $q$
      WHEN 'AGREEMENT' THEN $q$ e.record_id = ANY (ARRAY(SELECT app.own_agreements())) $q$
      ELSE $q$ e.specialist_id = $7 $q$ END
    ELSE 'false' END;
  RETURN QUERY EXECUTE 'SELECT e.record_id FROM search_entry e WHERE e.prefecture_id = $1 AND e.kind = $2 AND e.grams @> $3
    AND NOT EXISTS (SELECT FROM unnest($4) term WHERE strpos(e.words, term) = 0) AND ' || own || ' ORDER BY e.at DESC, e.record_id LIMIT $8'
    USING app.prefecture_id(), wanted, ARRAY(SELECT app.prefecture_id() || gram FROM unnest(grams) gram), terms,
      app.account_id(), app.municipality_id(), app.specialist_id(), most;
END $$;`;

const TOWN = `(SELECT coalesce(m.name, '') || ' ' || coalesce(m.kana, '') FROM municipality m WHERE m.id = r.municipality_id)`;

const SOURCES = [
  searchSource({
    table: 'support_request',
    kind: 'SUPPORT_REQUEST',
    words: `concat_ws(chr(1), r.number, r.title, r.trouble, r.outcome, ${TOWN})`,
    reach: `CASE WHEN r.status IN ('DRAFT', 'IN_APPROVAL') OR (r.status = 'WITHDRAWN' AND r.number IS NULL) THEN 'UNSENT' ELSE 'CASE' END`,
    municipality: 'r.municipality_id',
    writer: 'r.filed_by',
    at: 'r.created_at',
    columns: ['number', 'title', 'trouble', 'outcome', 'municipality_id', 'status', 'filed_by'],
  }),
  searchSource({
    table: 'consultation',
    kind: 'CONSULTATION',
    words: `concat_ws(chr(1), r.number, r.question, r.answer, ${TOWN})`,
    reach: `'CASE'`,
    municipality: 'r.municipality_id',
    specialist: 'r.specialist_id',
    writer: 'r.filed_by',
    at: 'r.created_at',
    columns: ['number', 'question', 'answer', 'municipality_id', 'specialist_id', 'filed_by'],
  }),
  searchSource({
    table: 'specialist',
    kind: 'SPECIALIST',
    words: `concat_ws(chr(1), r.name, r.kana, r.name_en)`,
    reach: `CASE WHEN r.active THEN 'POOL' ELSE 'HUB' END`,
    specialist: 'r.id',
    at: `'epoch'::timestamptz`,
    columns: ['name', 'kana', 'name_en', 'active'],
  }),
  searchSource({
    table: 'agreement',
    kind: 'AGREEMENT',
    words: `concat_ws(chr(1), r.number, r.title)`,
    reach: `'AGREEMENT'`,
    at: `r.starts_on::timestamptz`,
    columns: ['number', 'title', 'starts_on'],
  }),
];

/** Requests, consultations, specialists and agreements are found by their words. */
export class Search1766624400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const source of SOURCES) await runner.query(source);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['support_request', 'consultation', 'specialist', 'agreement'])
      await runner.query(`DROP TRIGGER search ON ${table}; DROP FUNCTION search_${table}()`);
    await runner.query(
      'DROP FUNCTION search_hits(text, text[], text[], int); DROP TABLE search_entry; DROP FUNCTION search_grams(text, text); DROP FUNCTION search_fold(text)',
    );
  }
}
