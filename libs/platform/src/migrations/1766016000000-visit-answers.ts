import type { MigrationInterface, QueryRunner } from 'typeorm';

const ANSWERS = `
-- By when whoever goes is expected to answer; kinds of a decline; what is to become of a slot that fell away at short notice.
ALTER TABLE visit
  ADD COLUMN answer_by date,
  ADD COLUMN decline_kind text,
  ADD COLUMN gap text;
CREATE INDEX visit_unanswered ON visit (prefecture_id, answer_by) WHERE status = 'PUBLISHED';
CREATE INDEX visit_gap ON visit (prefecture_id, starts_at) WHERE gap = 'OPEN';
ALTER TABLE planning_policy ADD COLUMN answer_days int NOT NULL DEFAULT 3 CHECK (answer_days BETWEEN 1 AND 30);

-- Another day for a published visit, proposed by whoever goes or by the town; the hub decides.
CREATE TABLE visit_proposal (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  visit_id uuid NOT NULL,
  municipality_id text NOT NULL,
  specialist_id uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('SPECIALIST', 'TOWN')),
  slots jsonb NOT NULL,
  note text,
  status text NOT NULL,
  -- Where the visit lay.
  instead_of jsonb NOT NULL,
  made_by uuid,
  made_by_name text NOT NULL,
  made_at timestamptz NOT NULL,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamptz,
  reason text,
  accepted_slot int,
  publication_id uuid,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, visit_id) REFERENCES visit (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id),
  FOREIGN KEY (prefecture_id, publication_id) REFERENCES plan_publication (prefecture_id, id)
);
CREATE INDEX visit_proposal_of ON visit_proposal (visit_id, made_at);
CREATE INDEX visit_proposal_open ON visit_proposal (prefecture_id, made_at) WHERE status = 'OPEN';
-- Each side has one on the table.
CREATE UNIQUE INDEX visit_proposal_one ON visit_proposal (visit_id, side) WHERE status = 'OPEN';`;

/** The answers to a published visit: another day, a decline of a kind, and a slot that fell away at short notice. */
export class VisitAnswers1766016000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANSWERS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Proposals and answers would be lost: restore a backup instead'));
  }
}
