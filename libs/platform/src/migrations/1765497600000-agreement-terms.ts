import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
ALTER TABLE agreement
  -- Counts how often its words were written: articles and parties are rows of their own, and one number stands for all.
  ADD COLUMN revision int NOT NULL DEFAULT 1 CHECK (revision > 0),
  -- Its last day was brought forward: after it the agreement counts as terminated, not as expired.
  ADD COLUMN ends_early boolean NOT NULL DEFAULT false,
  -- The day on which it was decided to let the term run out.
  ADD COLUMN not_extended_on date;
CREATE INDEX agreement_end ON agreement (prefecture_id, ends_on);`;

/** How an agreement ends: by its term, earlier, or not yet. */
export class AgreementTerms1765497600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Decisions on terms would be lost: restore a backup instead'));
  }
}
