import type { MigrationInterface, QueryRunner } from 'typeorm';

const AGREEMENTS = `
-- Who can agree with whom: the prefecture, its towns, companies and associations.
CREATE TABLE party (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  kind text NOT NULL CHECK (kind IN ('PREFECTURE', 'MUNICIPALITY', 'COMPANY', 'ASSOCIATION')),
  -- Only of a municipality; its own name is the register's.
  municipality_id text,
  name text NOT NULL,
  name_en text NOT NULL,
  address text,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, name),
  CHECK ((kind = 'MUNICIPALITY') = (municipality_id IS NOT NULL)),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);
CREATE UNIQUE INDEX party_of_town ON party (municipality_id) WHERE municipality_id IS NOT NULL;

CREATE TABLE agreement (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  number text NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  -- The term as it stands now; how it came about is in agreement_term.
  starts_on date NOT NULL,
  ends_on date NOT NULL CHECK (ends_on >= starts_on),
  -- Days a month for one person; null: nothing agreed.
  monthly_days int CHECK (monthly_days BETWEEN 1 AND 31),
  monthly_rule text CHECK (monthly_rule IN ('GUIDELINE', 'CAP')),
  -- How many days before its end the agreement asks to be talked about.
  notice_days int NOT NULL CHECK (notice_days BETWEEN 0 AND 365),
  duties text NOT NULL,
  confidentiality text NOT NULL,
  -- Bears what is left when a sum cannot be divided.
  remainder_party_id uuid,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, number),
  CHECK ((monthly_days IS NULL) = (monthly_rule IS NULL)),
  FOREIGN KEY (prefecture_id, remainder_party_id) REFERENCES party (prefecture_id, id)
);

-- Who signs, as what. The town's code is kept here: it decides who reads the agreement.
CREATE TABLE agreement_party (
  prefecture_id text NOT NULL,
  agreement_id uuid NOT NULL,
  party_id uuid NOT NULL,
  municipality_id text,
  part text NOT NULL,
  signatory_title text NOT NULL,
  signatory_name text NOT NULL,
  position int NOT NULL,
  PRIMARY KEY (agreement_id, party_id),
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id),
  FOREIGN KEY (prefecture_id, party_id) REFERENCES party (prefecture_id, id)
);

CREATE TABLE agreement_clause (
  prefecture_id text NOT NULL,
  agreement_id uuid NOT NULL,
  no int NOT NULL CHECK (no > 0),
  heading text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (agreement_id, no),
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id)
);

-- How the term came about: as signed, extended, ended early. Only ever added.
CREATE TABLE agreement_term (
  prefecture_id text NOT NULL,
  agreement_id uuid NOT NULL,
  no int NOT NULL CHECK (no > 0),
  kind text NOT NULL CHECK (kind IN ('ORIGINAL', 'EXTENSION', 'EARLY_END')),
  starts_on date NOT NULL,
  ends_on date NOT NULL CHECK (ends_on >= starts_on),
  decided_on date NOT NULL,
  reason text,
  PRIMARY KEY (agreement_id, no),
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id)
);

CREATE TABLE agreement_event (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  agreement_id uuid NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  actor_name text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id)
);
CREATE INDEX agreement_event_of ON agreement_event (agreement_id, seq);`;

const PLACEMENTS = `
-- One person at one town: a post, the half-days of the week that belong to it, a term.
CREATE TABLE placement (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  agreement_id uuid,
  specialist_id uuid NOT NULL,
  municipality_id text NOT NULL,
  post text NOT NULL,
  weekly text[] NOT NULL,
  status text NOT NULL CHECK (status IN ('PLANNED', 'ACTIVE', 'ENDED', 'CANCELLED')),
  starts_on date NOT NULL,
  ends_on date NOT NULL CHECK (ends_on >= starts_on),
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);
CREATE INDEX placement_person ON placement (specialist_id, starts_on);
CREATE INDEX placement_town ON placement (municipality_id, starts_on);

-- A day that was worked for a placement. What it cost to come is here, what it is paid with is the agreement's.
CREATE TABLE attendance (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  placement_id uuid NOT NULL,
  specialist_id uuid NOT NULL,
  municipality_id text NOT NULL,
  worked_on date NOT NULL,
  half_days int NOT NULL CHECK (half_days IN (1, 2)),
  note text,
  travel_yen int NOT NULL CHECK (travel_yen >= 0),
  -- Why, where the month's guideline was exceeded with this day.
  beyond_reason text,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  removed_at timestamptz,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, placement_id) REFERENCES placement (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);
CREATE UNIQUE INDEX attendance_once ON attendance (placement_id, worked_on) WHERE removed_at IS NULL;`;

/** Who shares a person with whom, on which terms, and where the person is placed. */
export class Engagement1765411200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AGREEMENTS);
    await runner.query(PLACEMENTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Agreements would be lost: restore a backup instead'));
  }
}
