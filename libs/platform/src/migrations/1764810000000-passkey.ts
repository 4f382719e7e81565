import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that never leave a person's device: only their public halves are here, and what was asked of them. */
const PASSKEY = `
CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  credential_id text NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX passkey_account ON passkey (account_id);
CREATE TABLE passkey_challenge (
  challenge_hash text PRIMARY KEY,
  account_id uuid REFERENCES account (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenge_expires_at ON passkey_challenge (expires_at);`;

export class Passkey1764810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PASSKEY);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Passkeys would be lost: restore a backup instead'));
  }
}
