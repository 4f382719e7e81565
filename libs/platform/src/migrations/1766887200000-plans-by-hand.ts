import type { MigrationInterface, QueryRunner } from 'typeorm';

const BY_HAND = `
-- A plan that people make themselves: the run places nothing.
ALTER TABLE planning_run ADD COLUMN by_hand boolean NOT NULL DEFAULT false;
-- What somebody took out of a plan comes back as the same proposal.
ALTER TABLE unplaced_visit
  ADD COLUMN proposal_id uuid UNIQUE,
  ADD COLUMN pinned boolean NOT NULL DEFAULT false;`;

/** Plans are made and changed by hand, without a search. */
export class PlansByHand1766887200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BY_HAND);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Plans made by hand would be lost: restore a backup instead'));
  }
}
