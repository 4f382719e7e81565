import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long it takes at least from the decision to an urgent visit; minutes. */
const LEAD = `
ALTER TABLE planning_policy
  ADD COLUMN urgent_lead_minutes int NOT NULL DEFAULT 120 CHECK (urgent_lead_minutes >= 0);`;

export class UrgentLead1764028800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEAD);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A setting would be lost: restore a backup instead'));
  }
}
