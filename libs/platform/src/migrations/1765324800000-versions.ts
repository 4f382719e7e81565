import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that have a version of their own, and are shown in the history of another record, are found by their key. */
export class Versions1765324800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX audit_entry_listed ON audit_entry (table_name, row_id text_pattern_ops, id)
       WHERE table_name IN ('desk_duty', 'expert_field_member', 'expert_field_theme', 'membership', 'proposed_visit')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit_entry_listed');
  }
}
