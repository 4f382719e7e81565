import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever runs the installation is of no prefecture, and nobody else is. */
const OPERATOR = `
ALTER TABLE membership ALTER COLUMN prefecture_id DROP NOT NULL,
  ADD CHECK ((role = 'OPERATOR') = (prefecture_id IS NULL));
DROP INDEX membership_live;
CREATE UNIQUE INDEX membership_live
  ON membership (account_id, role, coalesce(prefecture_id, ''), coalesce(municipality_id, ''), coalesce(specialist_id::text, ''))
  WHERE ended_at IS NULL;
ALTER TABLE invitation ALTER COLUMN prefecture_id DROP NOT NULL,
  ADD CHECK ((role = 'OPERATOR') = (prefecture_id IS NULL));
ALTER TABLE password_reset ALTER COLUMN prefecture_id DROP NOT NULL,
  ADD CHECK (prefecture_id IS NOT NULL OR municipality_id IS NULL);
-- A key of theirs belongs to none either; whose it is stands first, so that it is found by the index.
ALTER TABLE client_key DROP CONSTRAINT client_key_pkey;
ALTER TABLE client_key ALTER COLUMN prefecture_id DROP NOT NULL;
CREATE UNIQUE INDEX client_key_of ON client_key (account_id, key_digest, coalesce(prefecture_id, ''));
-- Few among all that was ever done.
CREATE INDEX outbox_dead ON outbox (dead_at) WHERE done_at IS NULL AND dead_at IS NOT NULL;`;

/** The operator comes in. */
export class Operator1765065600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPERATOR);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Operators would be of no place at all: restore a backup instead'));
  }
}
