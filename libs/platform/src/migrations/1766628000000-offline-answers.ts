import type { MigrationInterface, QueryRunner } from 'typeorm';

const ANSWERS = `
ALTER TABLE table_import
  DROP CONSTRAINT table_import_kind_check,
  ADD CONSTRAINT table_import_kind_check CHECK (kind IN
    ('SPECIALISTS', 'SKILLS', 'SUPPORT_REQUESTS', 'DAYS_OFF', 'DATE_ANSWERS', 'REPORT_CONFIRMATIONS'));
-- An answer is an act: what was taken in of these kinds cannot be undone.
DO $$
DECLARE name text;
BEGIN
  SELECT conname INTO STRICT name FROM pg_constraint
  WHERE conrelid = 'table_import'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%undo_until%';
  EXECUTE format('ALTER TABLE table_import DROP CONSTRAINT %I', name);
END $$;
ALTER TABLE table_import ADD CONSTRAINT table_import_undo_check CHECK (
  (undo_until IS NOT NULL) = (applied_at IS NOT NULL AND kind NOT IN ('DATE_ANSWERS', 'REPORT_CONFIRMATIONS')));`;

/** Towns on the closed network answer and confirm by a workbook too. */
export class OfflineAnswers1766628000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANSWERS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Answers could no longer be told from tables: restore a backup instead'));
  }
}
