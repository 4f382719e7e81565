import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Before it decides, the hub asks the town something, or proposes to talk online first. */
export class AskedBack1766973600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE support_request
  -- What the town's word is awaited on; the words themselves stand in the history.
  ADD COLUMN asked text CHECK (asked IN ('QUESTION', 'ONLINE_FIRST')),
  ADD CONSTRAINT support_request_asked CHECK (asked IS NULL OR status = 'IN_TRIAGE')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE support_request DROP COLUMN asked');
  }
}
