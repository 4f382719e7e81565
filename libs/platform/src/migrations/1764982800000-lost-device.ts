import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has lost the device cannot sign in with a new password alone. */
export class LostDevice1764982800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE password_reset ADD COLUMN lost_device boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE password_reset DROP COLUMN lost_device');
  }
}
