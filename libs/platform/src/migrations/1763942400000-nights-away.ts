import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many nights in a row a specialist stays away, and which visits keep theirs in the town. */
const NIGHTS = `
ALTER TABLE specialist ADD COLUMN nights int NOT NULL DEFAULT 0 CHECK (nights >= 0);
ALTER TABLE proposed_visit
  ADD COLUMN night_before boolean NOT NULL DEFAULT false,
  ADD COLUMN night_after boolean NOT NULL DEFAULT false;
ALTER TABLE visit
  ADD COLUMN night_before boolean NOT NULL DEFAULT false,
  ADD COLUMN night_after boolean NOT NULL DEFAULT false;`;

export class NightsAway1763942400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NIGHTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Published nights would be lost: restore a backup instead'));
  }
}
