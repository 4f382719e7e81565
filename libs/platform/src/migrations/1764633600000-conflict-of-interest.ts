import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIRMS = `
-- Whom a specialist works for or has a stake in. A line that was wrong is removed by a mark, never deleted.
CREATE TABLE specialist_firm (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  specialist_id uuid NOT NULL,
  relation text NOT NULL,
  name text NOT NULL,
  -- The name without what tells no firms apart: widths, case, spaces, legal form.
  name_key text NOT NULL,
  corporate_number text,
  from_on date,
  to_on date CHECK (to_on >= from_on),
  -- How the hub knows; null: the person said so.
  source text,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  removed_by_name text,
  removed_at timestamptz,
  removed_reason text,
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX specialist_firm_of ON specialist_firm (specialist_id) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX specialist_firm_once ON specialist_firm (specialist_id, relation, name_key)
  WHERE removed_at IS NULL;`;

const PROCUREMENT = `
-- What a case buys and from whom. The names are secrets of the town and the hub. A case is a request or a consultation.
CREATE TABLE procurement (
  case_id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  support_request_id uuid,
  consultation_id uuid,
  phase text NOT NULL,
  version int NOT NULL CHECK (version > 0),
  checked_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, case_id),
  CHECK (num_nonnulls(support_request_id, consultation_id) = 1),
  CHECK (case_id = COALESCE(support_request_id, consultation_id)),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id),
  FOREIGN KEY (prefecture_id, consultation_id) REFERENCES consultation (prefecture_id, id)
);

-- A firm that is no vendor any more keeps its row: plans made before still name it.
CREATE TABLE procurement_vendor (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  case_id uuid NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  corporate_number text,
  removed_at timestamptz,
  FOREIGN KEY (prefecture_id, case_id) REFERENCES procurement (prefecture_id, case_id)
);
CREATE UNIQUE INDEX procurement_vendor_once ON procurement_vendor (case_id, name_key) WHERE removed_at IS NULL;

CREATE TABLE procurement_event (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  case_id uuid NOT NULL,
  version int NOT NULL,
  phase text NOT NULL,
  vendors jsonb NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  actor_name text NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (case_id, version),
  FOREIGN KEY (prefecture_id, case_id) REFERENCES procurement (prefecture_id, case_id)
);

-- Who is shut out of which case, and by which two lines. Ids only: a person may not read whose name it is.
CREATE TABLE conflict_of_interest (
  case_id uuid NOT NULL,
  specialist_id uuid NOT NULL,
  vendor_id uuid NOT NULL REFERENCES procurement_vendor (id),
  firm_id uuid NOT NULL REFERENCES specialist_firm (id),
  prefecture_id text NOT NULL,
  PRIMARY KEY (case_id, specialist_id, vendor_id, firm_id),
  FOREIGN KEY (prefecture_id, case_id) REFERENCES procurement (prefecture_id, case_id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX conflict_of_interest_person ON conflict_of_interest (specialist_id, case_id);

-- Somebody advised on a specification: which firms may have to stay out of the bidding. Never updated.
CREATE TABLE bid_restriction_note (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  case_id uuid NOT NULL,
  specialist_id uuid NOT NULL,
  cause text NOT NULL,
  cause_id uuid NOT NULL,
  advised_at timestamptz NOT NULL,
  firms jsonb NOT NULL,
  text_ja text NOT NULL,
  text_en text NOT NULL,
  UNIQUE (cause, cause_id, advised_at),
  FOREIGN KEY (prefecture_id, case_id) REFERENCES procurement (prefecture_id, case_id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX bid_restriction_note_of ON bid_restriction_note (case_id, advised_at);`;

/** Nobody advises on what a firm of theirs may sell. */
export class ConflictOfInterest1764633600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FIRMS);
    await runner.query(PROCUREMENT);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Firms and notes would be lost: restore a backup instead'));
  }
}
