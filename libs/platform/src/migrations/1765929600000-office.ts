import type { MigrationInterface, QueryRunner } from 'typeorm';

const OFFICES = `
-- A town's own digital office. Its people come from many sections, most of them beside their main work.
CREATE TABLE office (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  name text NOT NULL,
  seats int NOT NULL CHECK (seats BETWEEN 1 AND 200),
  -- What a month may take of somebody with other work; a guide, never a limit.
  monthly_hours int,
  UNIQUE (prefecture_id, id),
  UNIQUE (municipality_id, name),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);

CREATE TABLE office_member (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  office_id uuid NOT NULL,
  name text NOT NULL,
  section text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('HEAD', 'DEDICATED', 'CONCURRENT')),
  status text NOT NULL CHECK (status IN ('CANDIDATE', 'APPOINTED', 'ACTIVE', 'RELEASED')),
  -- Since when the present state stands.
  since date NOT NULL,
  reason text,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, office_id) REFERENCES office (prefecture_id, id)
);
CREATE INDEX office_member_of ON office_member (office_id);
CREATE UNIQUE INDEX office_one_head ON office_member (office_id) WHERE kind = 'HEAD' AND status <> 'RELEASED';

CREATE TABLE office_session (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  office_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('MEETING', 'STUDY', 'FIELD_WORK', 'EXCHANGE')),
  title text NOT NULL,
  held_on date NOT NULL,
  minutes int NOT NULL CHECK (minutes BETWEEN 5 AND 600),
  -- Who prepares it: somebody whose main work this is.
  prepared_by uuid,
  status text NOT NULL CHECK (status IN ('PLANNED', 'HELD', 'CANCELLED')),
  record text,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, office_id) REFERENCES office (prefecture_id, id),
  FOREIGN KEY (prefecture_id, prepared_by) REFERENCES office_member (prefecture_id, id)
);
CREATE INDEX office_session_of ON office_session (office_id, held_on);

-- Time that somebody gave to the office: in a session, or for a reason of its own.
CREATE TABLE office_time (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  office_id uuid NOT NULL,
  member_id uuid NOT NULL,
  session_id uuid,
  worked_on date NOT NULL,
  minutes int NOT NULL CHECK (minutes BETWEEN 5 AND 600),
  what text NOT NULL,
  FOREIGN KEY (prefecture_id, office_id) REFERENCES office (prefecture_id, id),
  FOREIGN KEY (prefecture_id, member_id) REFERENCES office_member (prefecture_id, id),
  FOREIGN KEY (prefecture_id, session_id) REFERENCES office_session (prefecture_id, id)
);
CREATE INDEX office_time_of ON office_time (office_id, worked_on);
CREATE UNIQUE INDEX office_time_once ON office_time (session_id, member_id) WHERE session_id IS NOT NULL;`;

/** A town's own digital office: seats, people of many sections, sessions, and the hours that they take. */
export class Office1765929600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OFFICES);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Offices would be lost: restore a backup instead'));
  }
}
