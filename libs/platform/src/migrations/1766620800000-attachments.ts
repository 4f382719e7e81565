import type { MigrationInterface, QueryRunner } from 'typeorm';

const ATTACHMENTS = `
-- A file that was put to a record. The row is the truth; the bytes lie in the store, under stored_as.
CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  owner_type text NOT NULL CHECK (owner_type IN ('SUPPORT_REQUEST', 'CONSULTATION', 'VISIT_REPORT', 'TRAVEL_CLAIM')),
  owner_id uuid NOT NULL,
  municipality_id text,
  specialist_id uuid,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL,
  bytes int NOT NULL CHECK (bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  stored_as uuid NOT NULL UNIQUE,
  scan text NOT NULL CHECK (scan IN ('NOT_SCANNED', 'CLEAN', 'QUARANTINED')),
  scanned_at timestamptz,
  added_by uuid,
  added_by_name text NOT NULL,
  added_role text NOT NULL,
  added_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX attachment_of ON attachment (owner_type, owner_id, added_at);
-- What a prefecture has in store is summed for every upload, without a look at the rows.
CREATE INDEX attachment_room ON attachment (prefecture_id) INCLUDE (bytes, owner_type, owner_id);
CREATE INDEX attachment_unscanned ON attachment (added_at) WHERE scan = 'NOT_SCANNED';

-- On whatever way a row goes, its object follows: asked for in the same transaction, as the outbox asks for everything.
CREATE FUNCTION attachment_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox (prefecture_id, job, payload)
  VALUES (OLD.prefecture_id, 'attachment.remove-stored', jsonb_build_object('storedAs', OLD.stored_as));
  RETURN NULL;
END $$;
CREATE TRIGGER gone AFTER DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION attachment_gone();`;

/** Files of requests, consultations, visit reports and travel claims. */
export class Attachments1766620800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ATTACHMENTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Attachments would be lost: restore a backup instead'));
  }
}
