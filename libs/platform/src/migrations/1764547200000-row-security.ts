import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What policies look up for each query of a specialist. The policies themselves are put on by `migrate`. */
const INDICES = `
CREATE INDEX support_team_specialist ON support_team (specialist_id);
CREATE INDEX shortlist_entry_specialist ON shortlist_entry (specialist_id) WHERE offered_at IS NOT NULL;`;

export class RowSecurity1764547200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDICES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX support_team_specialist, shortlist_entry_specialist');
  }
}
