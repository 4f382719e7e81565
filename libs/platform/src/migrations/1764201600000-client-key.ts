import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row for each wish that was fulfilled under a key of the client, for as long as it may be repeated. */
const CLIENT_KEY = `
CREATE TABLE client_key (
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  key_digest bytea NOT NULL,
  operation text NOT NULL,
  wish_digest bytea NOT NULL,
  answer bytea,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (prefecture_id, account_id, key_digest)
);
CREATE INDEX client_key_made_at ON client_key (made_at);`;

export class ClientKey1764201600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLIENT_KEY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE client_key');
  }
}
