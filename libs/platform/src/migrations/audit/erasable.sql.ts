/**
 * Every entry has a salt; what is sealed are salted digests of its values, so that values can go later. The salts of
 * entries that are there already are made here. `commitments`: of an entry of which something was erased, each column's
 * own salt, or the digest of what is gone.
 */
const COLUMNS = `
ALTER TABLE audit_entry
  ADD COLUMN salt uuid DEFAULT gen_random_uuid(),
  ADD COLUMN commitments jsonb,
  DROP CONSTRAINT audit_entry_kind_check,
  ADD CONSTRAINT audit_entry_kind_check CHECK (kind IN ('CREATE', 'UPDATE', 'DELETE', 'VIEW', 'EXPORT', 'ERASE')),
  ADD CHECK ((salt IS NULL) = (commitments IS NOT NULL));
CREATE INDEX audit_entry_row ON audit_entry (table_name, row_id);
-- The check asks of every batch which entries an erasure speaks of.
CREATE INDEX audit_entry_erase ON audit_entry (id) WHERE kind = 'ERASE';
-- The head that a chain had when it was sealed anew: its links go on from there.
CREATE TABLE audit_resealed (
  chain text PRIMARY KEY,
  number bigint NOT NULL CHECK (number > 0),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$')
);
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_resealed
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_resealed ENABLE ALWAYS TRIGGER audit_append_only;
REVOKE ALL ON audit_resealed FROM PUBLIC;`;

/** An entry without the values of these columns; the same sums as in audit-content.ts. */
const BLANKED = `
CREATE FUNCTION audit_blanked(entry audit_entry, fields text[]) RETURNS audit_entry
  LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  field text;
  pair jsonb;
  field_salt text;
  kept jsonb := '{}';
  blanked jsonb := entry.changes;
BEGIN
  FOR field, pair IN SELECT key, value FROM jsonb_each(entry.changes) LOOP
    IF entry.commitments->field ? 'digest' THEN
      kept := kept || jsonb_build_object(field, entry.commitments->field);
      CONTINUE;
    END IF;
    field_salt := coalesce(entry.commitments->field->>'salt',
      encode(sha256(convert_to(entry.salt::text || E'\\n' || field, 'UTF8')), 'hex'));
    IF field <> ALL (fields) THEN
      kept := kept || jsonb_build_object(field, jsonb_build_object('salt', field_salt));
      CONTINUE;
    END IF;
    kept := kept || jsonb_build_object(field, jsonb_build_object('digest',
      encode(sha256(convert_to(field_salt || E'\\n' || pair::text, 'UTF8')), 'hex')));
    blanked := blanked || jsonb_build_object(field, (SELECT jsonb_agg(
      CASE WHEN value = 'null' THEN value ELSE '{"withheld": "erased"}' END ORDER BY place)
      FROM jsonb_array_elements(pair) WITH ORDINALITY AS one (value, place)));
  END LOOP;
  entry.changes := blanked;
  entry.salt := NULL;
  entry.commitments := kept;
  RETURN entry;
END $$;`;

/** An entry is never deleted, and never changed but by blanking values: not even the owner can, with the trigger on. */
const BLANK_ONLY = `
CREATE FUNCTION audit_blank_only() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  fields text[] := ARRAY(SELECT key FROM jsonb_each(OLD.changes) WHERE value IS DISTINCT FROM NEW.changes->key);
BEGIN
  IF fields = '{}' OR NEW IS DISTINCT FROM audit_blanked(OLD, fields) THEN
    RAISE EXCEPTION 'The audit log is only ever added to' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER audit_append_only ON audit_entry;
CREATE TRIGGER audit_append_only BEFORE DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_blank_only BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_blank_only();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_append_only, ENABLE ALWAYS TRIGGER audit_blank_only;`;

/**
 * The one way by which a value leaves the log. Only for an erasure or a retention run that this very transaction has
 * written down, only in entries of its prefecture (or of accounts, which belong to none), and never without an entry of
 * its own that names every entry it touched: the check of the chain asks for that. Returns how many were blanked.
 */
const FORGET = `
CREATE FUNCTION audit_forget(cause text, cause_id uuid, tables text[], row_ids text[], fields text[]) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  prefecture text := nullif(current_setting('app.prefecture_id', true), '');
  acting text := current_setting('app.role', true);
  known boolean;
  found bigint[];
BEGIN
  IF cause NOT IN ('person_erasure', 'retention_run') THEN RAISE EXCEPTION 'Not a reason to forget'; END IF;
  EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE id = $1 AND prefecture_id = $2 AND transaction_at = now())', cause)
    INTO known USING cause_id, prefecture;
  IF known IS NOT TRUE THEN
    RAISE EXCEPTION 'Nothing that this transaction has written down' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('banso.audit-forget'));
  -- Entries of accounts are in nobody's prefecture; an owner who is held by row security would not see them.
  PERFORM set_config('app.role', 'SYSTEM', true), set_config('app.prefecture_id', '', true);
  WITH wanted AS (
    SELECT w.table_name, w.row_id, array_agg(w.field) AS fields
    FROM unnest(tables, row_ids, fields) AS w (table_name, row_id, field) GROUP BY w.table_name, w.row_id),
  chosen AS (
    SELECT e.id, audit_blanked(e, open.fields) AS blank
    FROM wanted w JOIN audit_entry e ON e.table_name = w.table_name AND e.row_id = w.row_id
    CROSS JOIN LATERAL (
      SELECT array_agg(key) AS fields FROM jsonb_each(e.changes)
      WHERE key = ANY (w.fields) AND EXISTS (SELECT FROM jsonb_array_elements(value) one (said)
        WHERE said NOT IN ('null', '{"withheld": "erased"}', '{"withheld": "secret"}'))) open
    WHERE open.fields IS NOT NULL AND (e.prefecture_id = prefecture OR e.prefecture_id IS NULL OR e.table_name IN
      ('account', 'passkey', 'totp_factor', 'recovery_code', 'oidc_identity', 'password_reset', 'session'))),
  blanked AS (
    UPDATE audit_entry e SET changes = (c.blank).changes, salt = NULL, commitments = (c.blank).commitments
    FROM chosen c WHERE e.id = c.id RETURNING e.id)
  SELECT coalesce(array_agg(id ORDER BY id), '{}') INTO found FROM blanked;
  PERFORM set_config('app.role', acting, true), set_config('app.prefecture_id', coalesce(prefecture, ''), true);
  IF found = '{}' THEN RETURN 0; END IF;
  INSERT INTO audit_entry (prefecture_id, at, transaction_id, actor_role, account_id, operation, kind, table_name, row_id,
      record_type, record_id, changes)
    VALUES (prefecture, now(), pg_current_xact_id()::text::bigint, coalesce(nullif(acting, ''), 'DATABASE'),
      nullif(current_setting('app.account_id', true), ''), nullif(current_setting('app.operation', true), ''),
      'ERASE', cause, cause_id::text, cause, cause_id::text,
      jsonb_build_object('entries', jsonb_build_array(NULL, to_jsonb(found))));
  RETURN cardinality(found);
END $$;`;

export const ERASABLE = [COLUMNS, BLANKED, BLANK_ONLY, FORGET];
