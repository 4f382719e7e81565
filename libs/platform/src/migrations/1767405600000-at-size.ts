import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists of a prefecture come by their order, so that the first page costs the same after five years as after one. Each
 * took about a second or two to make with 200,000 requests and a million visits; only writing to its table waits meanwhile.
 */
const LISTS = `
-- Newest first; what is counted beside it (what is sent, and one's own drafts) is in the index.
CREATE INDEX support_request_newest ON support_request (prefecture_id, created_at, id) INCLUDE (status, filed_by);
CREATE INDEX consultation_newest ON consultation (prefecture_id, created_at, id);
-- Visits that somebody still has to do something about are few, whatever has been done: schedules, answers, reports owed.
CREATE INDEX visit_unfinished ON visit (prefecture_id, starts_at, id) WHERE status IN ('PUBLISHED', 'CONFIRMED', 'DONE');
CREATE INDEX visit_of_specialist ON visit (prefecture_id, specialist_id, starts_at, id) INCLUDE (status);`;

/** What years of work of all prefectures have shown: `npm run bench -- size`. */
export class AtSize1767405600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LISTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX support_request_newest, consultation_newest, visit_unfinished, visit_of_specialist',
    );
  }
}
