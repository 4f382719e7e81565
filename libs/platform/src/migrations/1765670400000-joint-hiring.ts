import type { MigrationInterface, QueryRunner } from 'typeorm';

const PEOPLE = `
-- How somebody is appointed, by whom and for how long: one row after the other, never two at a time.
CREATE TABLE employment (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  specialist_id uuid NOT NULL,
  form text NOT NULL,
  grade text,
  party_id uuid NOT NULL,
  -- The agreement under which the person was appointed, if any.
  agreement_id uuid,
  starts_on date NOT NULL,
  -- Null: without a term.
  ends_on date CHECK (ends_on >= starts_on),
  end_reason text,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  removed_by_name text,
  removed_at timestamptz,
  removed_reason text,
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id),
  FOREIGN KEY (prefecture_id, party_id) REFERENCES party (prefecture_id, id),
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id),
  CONSTRAINT employment_one_at_a_time
    EXCLUDE USING gist (specialist_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (removed_at IS NULL)
);

-- Modules beside, or instead of, the two that every prefecture begins with.
CREATE TABLE training_module (
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  code text NOT NULL,
  -- Once for a person, or once for each town.
  scope text NOT NULL CHECK (scope IN ('PERSON', 'TOWN')),
  name text NOT NULL,
  name_en text NOT NULL,
  PRIMARY KEY (prefecture_id, code)
);

-- Each version stays; the highest holds. Without one the rule that everybody begins with.
CREATE TABLE training_rule (
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  version int NOT NULL CHECK (version > 0),
  -- Modules without which a placement does not start.
  gating text[] NOT NULL,
  -- Whose visits wait for them too.
  visits text NOT NULL CHECK (visits IN ('JOINT_HIRE', 'EVERYBODY', 'NOBODY')),
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (prefecture_id, version)
);

CREATE TABLE training_completion (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  specialist_id uuid NOT NULL,
  module_code text NOT NULL,
  -- Of a module of towns only.
  municipality_id text,
  completed_on date NOT NULL,
  evidence text NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  removed_by_name text,
  removed_at timestamptz,
  removed_reason text,
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);
CREATE UNIQUE INDEX training_completion_once
  ON training_completion (specialist_id, module_code, municipality_id) NULLS NOT DISTINCT WHERE removed_at IS NULL;

-- Each step of a placement. Only ever added.
CREATE TABLE placement_event (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  placement_id uuid NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  actor_name text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  FOREIGN KEY (prefecture_id, placement_id) REFERENCES placement (prefecture_id, id)
);
CREATE INDEX placement_event_of ON placement_event (placement_id, seq);`;

const DEMAND = `
-- Which towns want how many people, of which profile, for which share of the week.
CREATE TABLE demand_survey (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  title text NOT NULL,
  fiscal_year int NOT NULL,
  profiles text[] NOT NULL,
  deadline_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('OPEN', 'CLOSED')),
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  UNIQUE (prefecture_id, id)
);

CREATE TABLE demand_answer (
  survey_id uuid NOT NULL,
  municipality_id text NOT NULL,
  prefecture_id text NOT NULL,
  -- By profile: how many people, for how many percent of a full week.
  lines jsonb NOT NULL,
  note text,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (survey_id, municipality_id),
  FOREIGN KEY (prefecture_id, survey_id) REFERENCES demand_survey (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);

CREATE TABLE recruitment (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  survey_id uuid,
  title text NOT NULL,
  profile_id text NOT NULL REFERENCES talent_profile (id),
  people int NOT NULL CHECK (people > 0),
  closes_on date NOT NULL,
  -- How long what applicants wrote is kept, and why.
  retention_note text NOT NULL,
  status text NOT NULL CHECK (status IN ('OPEN', 'CLOSED')),
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, survey_id) REFERENCES demand_survey (prefecture_id, id)
);

CREATE TABLE applicant (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  recruitment_id uuid NOT NULL,
  name text NOT NULL,
  kana text NOT NULL,
  name_en text NOT NULL,
  contact text NOT NULL,
  note text,
  applied_on date NOT NULL,
  status text NOT NULL,
  specialist_id uuid,
  UNIQUE (prefecture_id, id),
  CHECK ((status = 'HIRED') = (specialist_id IS NOT NULL)),
  FOREIGN KEY (prefecture_id, recruitment_id) REFERENCES recruitment (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX applicant_of ON applicant (recruitment_id);

CREATE TABLE applicant_event (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  applicant_id uuid NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  actor_name text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  FOREIGN KEY (prefecture_id, applicant_id) REFERENCES applicant (prefecture_id, id)
);
CREATE INDEX applicant_event_of ON applicant_event (applicant_id, seq);`;

const TOGETHER = `
-- Once a month everybody who is placed brings one issue and one idea borrowed elsewhere.
CREATE TABLE sharing_meeting (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  held_on date NOT NULL,
  note text,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, held_on)
);

-- Two rows of a placement at a meeting: issues are the town's own, ideas are for everybody.
CREATE TABLE sharing_entry (
  meeting_id uuid NOT NULL,
  placement_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ISSUE', 'IDEA')),
  prefecture_id text NOT NULL,
  specialist_id uuid NOT NULL,
  municipality_id text NOT NULL,
  text text NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (meeting_id, placement_id, kind),
  FOREIGN KEY (prefecture_id, meeting_id) REFERENCES sharing_meeting (prefecture_id, id),
  FOREIGN KEY (prefecture_id, placement_id) REFERENCES placement (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);

-- Who leaves which placement on the eve of a day and goes where on that day; applied as one.
CREATE TABLE rotation (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  title text NOT NULL,
  on_date date NOT NULL,
  moves jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('DRAFT', 'APPLIED', 'WITHDRAWN')),
  applied_at timestamptz
);`;

/** Hiring together, training first, several towns for one person, and moving on. */
export class JointHiring1765670400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PEOPLE);
    await runner.query(DEMAND);
    await runner.query(TOGETHER);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Trainings and placements would be lost: restore a backup instead'));
  }
}
