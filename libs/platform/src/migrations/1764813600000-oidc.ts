import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an identity provider knows under which name, and whoever is on the way to one. */
const OIDC = `
CREATE TABLE oidc_identity (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  issuer text NOT NULL,
  subject text NOT NULL,
  linked_at timestamptz NOT NULL,
  UNIQUE (issuer, subject),
  UNIQUE (account_id, issuer)
);
CREATE TABLE oidc_journey (
  state_hash text PRIMARY KEY,
  browser_hash text NOT NULL,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  account_id uuid REFERENCES account (id) ON DELETE CASCADE,
  secret_box bytea NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX oidc_journey_expires_at ON oidc_journey (expires_at);`;

export class Oidc1764813600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OIDC);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Linked identities would be lost: restore a backup instead'));
  }
}
