import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNCIL = `
-- What the prefecture and its towns signed together.
CREATE TABLE declaration (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  title text NOT NULL,
  body text NOT NULL,
  declared_on date NOT NULL,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, title)
);

CREATE TABLE declaration_signatory (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  declaration_id uuid NOT NULL,
  -- Null: the prefecture itself.
  municipality_id text,
  position int NOT NULL,
  title text NOT NULL,
  name text NOT NULL,
  -- Null: not signed yet.
  signed_on date,
  UNIQUE NULLS NOT DISTINCT (declaration_id, municipality_id),
  FOREIGN KEY (prefecture_id, declaration_id) REFERENCES declaration (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);

CREATE TABLE council_meeting (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  kind text NOT NULL CHECK (kind IN ('COUNCIL', 'STEERING', 'WORKING_GROUP', 'JOINT_TRAINING')),
  title text NOT NULL,
  held_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('PLANNED', 'HELD', 'CANCELLED')),
  record text,
  UNIQUE (prefecture_id, id)
);
CREATE INDEX council_meeting_of ON council_meeting (prefecture_id, held_on);

CREATE TABLE council_attendance (
  prefecture_id text NOT NULL,
  meeting_id uuid NOT NULL,
  municipality_id text NOT NULL,
  people int NOT NULL CHECK (people BETWEEN 1 AND 500),
  PRIMARY KEY (meeting_id, municipality_id),
  FOREIGN KEY (prefecture_id, meeting_id) REFERENCES council_meeting (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);

-- What a town told the others of in a joint training.
CREATE TABLE case_share (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  meeting_id uuid NOT NULL,
  municipality_id text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  FOREIGN KEY (prefecture_id, meeting_id) REFERENCES council_meeting (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);
CREATE INDEX case_share_of ON case_share (meeting_id);

CREATE TABLE town_round (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  fiscal_year int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('VISIT', 'HEARING_FIRST', 'HEARING_SECOND')),
  -- Which one of its kind in the year.
  no int NOT NULL,
  specialist_id uuid NOT NULL,
  -- Why it was opened before the one before had been everywhere.
  reason text,
  -- How often its order was changed.
  arranged int NOT NULL,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, fiscal_year, kind, no),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);

CREATE TABLE round_stop (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  round_id uuid NOT NULL,
  municipality_id text NOT NULL,
  tour int NOT NULL CHECK (tour >= 1),
  position int NOT NULL,
  ferry_note text,
  status text NOT NULL
    CHECK (status IN ('PLANNED', 'DATED', 'COMPANION_SET', 'VISITED', 'ISSUES_NOTED', 'HANDLED')),
  planned_on date,
  companion text,
  visited_on date,
  issues text,
  handling text,
  UNIQUE (prefecture_id, id),
  UNIQUE (round_id, municipality_id),
  FOREIGN KEY (prefecture_id, round_id) REFERENCES town_round (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);
CREATE INDEX round_stop_of_town ON round_stop (municipality_id);`;

const KEPT_FIELDS = `
-- The field that its theme had in the fiscal year of filing: a later year's fields leave it alone.
ALTER TABLE support_request ADD COLUMN expert_field_id uuid,
  ADD FOREIGN KEY (prefecture_id, expert_field_id) REFERENCES expert_field (prefecture_id, id);
ALTER TABLE consultation ADD COLUMN expert_field_id uuid,
  ADD FOREIGN KEY (prefecture_id, expert_field_id) REFERENCES expert_field (prefecture_id, id);`;

/** A declaration and its signatories, council meetings, rounds through all towns; a case keeps its field. */
export class Council1765843200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNCIL);
    await runner.query(KEPT_FIELDS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What the council did would be lost: restore a backup instead'));
  }
}
