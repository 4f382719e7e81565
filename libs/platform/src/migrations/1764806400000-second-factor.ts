import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a person has beside a password. The key of an authenticator must be read again and is sealed; a recovery code is
 * only ever compared and is kept as its digest.
 */
const SECOND_FACTOR = `
CREATE TABLE totp_factor (
  account_id uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  secret_box bytea NOT NULL,
  begun_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_step int NOT NULL DEFAULT 0
);
CREATE TABLE recovery_code (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  code_hash text NOT NULL,
  used_at timestamptz,
  UNIQUE (account_id, code_hash)
);`;

export class SecondFactor1764806400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SECOND_FACTOR);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Second factors would be lost: restore a backup instead'));
  }
}
