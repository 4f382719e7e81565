/** A table whose rows are found by their words. */
export interface SearchSource {
  readonly table: string;
  readonly kind: string;
  /** SQL over `r`, the row: what is searched. */
  readonly words: string;
  /** Who may come upon it: `UNSENT` its town and its writer, `CASE` hub, town and specialist, `POOL` the towns too, `HUB`, `AGREEMENT` its parties. */
  readonly reach: string;
  readonly municipality?: string;
  readonly specialist?: string;
  readonly writer?: string;
  /** The latest stand first. */
  readonly at: string;
  /** A change of any other column costs nothing. */
  readonly columns: readonly string[];
}

/** The trigger that keeps the words of one table. A word that leaves a row leaves the index in the same transaction. */
export const searchSource = (source: SearchSource): string => {
  const { table, kind, words, reach, municipality, specialist, writer, at, columns } = source;
  const entry = `SELECT '${kind}', r.id, r.prefecture_id, ${municipality ?? 'NULL'}, ${specialist ?? 'NULL'}::uuid,
      ${writer ?? 'NULL'}::uuid, ${reach}, w.words, search_grams(r.prefecture_id, w.words), ${at}
    FROM (SELECT search_fold(${words}) AS words) w`;
  return `
CREATE FUNCTION search_${table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r ${table} := NEW;
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_entry WHERE kind = '${kind}' AND record_id = OLD.id;
    RETURN NULL;
  END IF;
  INSERT INTO search_entry (kind, record_id, prefecture_id, municipality_id, specialist_id, written_by, reach, words, grams, at)
    ${entry}
  ON CONFLICT (kind, record_id) DO UPDATE SET municipality_id = excluded.municipality_id,
    specialist_id = excluded.specialist_id, written_by = excluded.written_by, reach = excluded.reach,
    words = excluded.words, grams = excluded.grams, at = excluded.at;
  RETURN NULL;
END $$;
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE OF ${columns.join(', ')} ON ${table}
  FOR EACH ROW EXECUTE FUNCTION search_${table}();
INSERT INTO search_entry (kind, record_id, prefecture_id, municipality_id, specialist_id, written_by, reach, words, grams, at)
  SELECT e.* FROM ${table} r CROSS JOIN LATERAL (${entry}) e;`;
};
