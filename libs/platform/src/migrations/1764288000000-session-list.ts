import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session can be shown and ended without its token, says which browser it is, and keeps its own idle limit. */
const LIST = `
ALTER TABLE session
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  ADD COLUMN browser text NOT NULL DEFAULT 'OTHER',
  ADD COLUMN system text NOT NULL DEFAULT 'OTHER',
  ADD COLUMN idle_minutes int NOT NULL DEFAULT 480 CHECK (idle_minutes > 0);
CREATE INDEX session_membership ON session (membership_id);`;

export class SessionList1764288000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LIST);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Sessions would be lost: restore a backup instead'));
  }
}
