import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The shapes of a prefecture's towns, as a map draws them: public, and imported by whoever runs the installation. */
export class Boundaries1766973600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE prefecture_boundary (
  prefecture_id text PRIMARY KEY REFERENCES prefecture (id),
  -- TopoJSON, compressed by Brotli: as it is sent.
  topology bytea NOT NULL,
  -- SHA-256 of it.
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  towns int NOT NULL CHECK (towns > 0),
  imported_at timestamptz NOT NULL
)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE prefecture_boundary');
  }
}
