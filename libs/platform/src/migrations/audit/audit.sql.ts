/** The log and its seals. No foreign keys: what was logged stays when its row goes. */
const TABLES = `
CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  prefecture_id text,
  at timestamptz NOT NULL,
  transaction_id bigint NOT NULL,
  -- DATABASE: somebody past the application.
  actor_role text NOT NULL,
  account_id text,
  municipality_id text,
  specialist_id text,
  operation text,
  kind text NOT NULL CHECK (kind IN ('CREATE', 'UPDATE', 'DELETE', 'VIEW', 'EXPORT')),
  table_name text NOT NULL,
  row_id text NOT NULL,
  -- The record in whose history it is shown.
  record_type text NOT NULL,
  record_id text NOT NULL,
  -- Each changed column with its value before and after.
  changes jsonb
);
CREATE INDEX audit_entry_of ON audit_entry (record_type, record_id, id);
CREATE INDEX audit_entry_at ON audit_entry (at);
-- One view per account, record and hour.
CREATE UNIQUE INDEX audit_entry_view
  ON audit_entry (account_id, record_type, record_id, date_trunc('hour', at AT TIME ZONE 'UTC')) WHERE kind = 'VIEW';
CREATE TABLE audit_seal (
  -- The prefecture, or '-' for what belongs to none.
  chain text NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  entry_id bigint NOT NULL UNIQUE,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (chain, number)
);
CREATE INDEX audit_seal_at ON audit_seal (sealed_at);`;

/** Nobody changes what was written, not even the owner without taking the trigger off first. */
const APPEND_ONLY = `
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is only ever added to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_append_only;
ALTER TABLE audit_seal ENABLE ALWAYS TRIGGER audit_append_only;
REVOKE ALL ON audit_entry, audit_seal FROM PUBLIC;`;

/**
 * What a value looks like in the log. Secrets never get there, whatever table they come to stand in: columns are known
 * by their names. What is long is known by its digest, or the log would outgrow what it is about.
 */
const VALUE = `
CREATE FUNCTION audit_value(name text, value jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF value IS NULL OR value = 'null' THEN RETURN NULL; END IF;
  IF name ~ '(password|secret|token|hash|digest|totp|recovery|challenge|public_key|private_key)' THEN
    RETURN '{"withheld": "secret"}';
  END IF;
  IF length(value::text) > 4000 THEN
    RETURN jsonb_build_object('withheld', 'long', 'characters', length(value::text),
      'sha256', encode(sha256(convert_to(value::text, 'UTF8')), 'hex'));
  END IF;
  RETURN value;
END $$;`;

/**
 * The one writer of changes. Its arguments: the type of the record that the row belongs to, the column with the
 * record's id, the columns of the row's own id, and the columns that are left out.
 */
const CHANGES = `
CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  any_row jsonb := coalesce(new_row, old_row);
  left_out text[] := string_to_array(TG_ARGV[3], ',');
  found jsonb;
BEGIN
  SELECT jsonb_object_agg(name, jsonb_build_array(
      CASE WHEN TG_OP <> 'INSERT' THEN audit_value(name, old_row->name) END,
      CASE WHEN TG_OP <> 'DELETE' THEN audit_value(name, new_row->name) END))
    INTO found FROM jsonb_object_keys(any_row) AS name
    WHERE name <> ALL (left_out)
      AND coalesce(old_row->name, 'null') IS DISTINCT FROM coalesce(new_row->name, 'null');
  IF found IS NULL THEN RETURN NULL; END IF;
  INSERT INTO audit_entry (prefecture_id, at, transaction_id, actor_role, account_id, municipality_id, specialist_id,
      operation, kind, table_name, row_id, record_type, record_id, changes)
    VALUES (
      coalesce(any_row->>'prefecture_id', nullif(current_setting('app.prefecture_id', true), '')),
      now(), pg_current_xact_id()::text::bigint,
      coalesce(nullif(current_setting('app.role', true), ''), 'DATABASE'),
      nullif(current_setting('app.account_id', true), ''),
      nullif(current_setting('app.municipality_id', true), ''),
      nullif(current_setting('app.specialist_id', true), ''),
      nullif(current_setting('app.operation', true), ''),
      CASE TG_OP WHEN 'INSERT' THEN 'CREATE' ELSE TG_OP END,
      TG_TABLE_NAME,
      (SELECT string_agg(any_row->>name, '/') FROM unnest(string_to_array(TG_ARGV[2], ',')) AS name),
      TG_ARGV[0],
      (SELECT string_agg(any_row->>name, '/') FROM unnest(string_to_array(TG_ARGV[1], ',')) AS name),
      found);
  RETURN NULL;
END $$;`;

/** The one writer of views and exports, as whoever the transaction says acts. Returns how many were new. */
const READING = `
CREATE FUNCTION audit_reading(reading text, record_types text[], record_ids text[]) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  written int;
BEGIN
  IF reading NOT IN ('VIEW', 'EXPORT') THEN RAISE EXCEPTION 'Not a way of reading'; END IF;
  INSERT INTO audit_entry (prefecture_id, at, transaction_id, actor_role, account_id, municipality_id, specialist_id,
      operation, kind, table_name, row_id, record_type, record_id)
    SELECT nullif(current_setting('app.prefecture_id', true), ''), now(), pg_current_xact_id()::text::bigint,
      coalesce(nullif(current_setting('app.role', true), ''), 'DATABASE'),
      nullif(current_setting('app.account_id', true), ''),
      nullif(current_setting('app.municipality_id', true), ''),
      nullif(current_setting('app.specialist_id', true), ''),
      nullif(current_setting('app.operation', true), ''),
      reading, record.type, record.id, record.type, record.id
    FROM unnest(record_types, record_ids) AS record (type, id)
    ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;`;

export const AUDIT = [TABLES, APPEND_ONLY, VALUE, CHANGES, READING];
