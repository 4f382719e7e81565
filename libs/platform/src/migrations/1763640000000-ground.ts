import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every tenant-owned table carries `prefecture_id`, and foreign keys between tenant-owned rows carry it too
 * (`prefecture_id, id`): a plain foreign key would accept a row of another prefecture.
 */
const PLATFORM = `
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE outbox (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  prefecture_id text,
  job text NOT NULL,
  payload jsonb NOT NULL,
  dedup_key text UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  run_after timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz NOT NULL DEFAULT '-infinity',
  running_until timestamptz NOT NULL DEFAULT '-infinity',
  sends int NOT NULL DEFAULT 0,
  failures int NOT NULL DEFAULT 0,
  done_at timestamptz,
  dead_at timestamptz,
  last_error text
);
-- With those set aside, so that the lag is measured without reading what was done.
CREATE INDEX outbox_open ON outbox (run_after) WHERE done_at IS NULL;

CREATE TABLE queue_epoch (single boolean PRIMARY KEY DEFAULT true CHECK (single), value uuid NOT NULL);
CREATE TABLE schedule (name text PRIMARY KEY, next_run_at timestamptz NOT NULL);
`;

const DIRECTORY = `
CREATE TABLE prefecture (
  id text PRIMARY KEY CHECK (id ~ '^[0-9]{2}$'),
  lgcode text NOT NULL UNIQUE,
  name text NOT NULL,
  kana text NOT NULL,
  name_en text NOT NULL,
  office_lat double precision NOT NULL,
  office_lng double precision NOT NULL,
  population int NOT NULL,
  population_on date NOT NULL
);

CREATE TABLE municipality (
  id text PRIMARY KEY CHECK (id ~ '^[0-9]{6}$'),
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  district text,
  name text NOT NULL,
  kana text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  office_lat double precision NOT NULL,
  office_lng double precision NOT NULL,
  population int NOT NULL,
  population_on date NOT NULL,
  landmass text NOT NULL,
  road_link text NOT NULL,
  UNIQUE (prefecture_id, id)
);

CREATE TABLE travel_estimate (
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  from_id text NOT NULL,
  to_id text NOT NULL CHECK (from_id < to_id),
  road_km numeric(6, 1),
  minutes int CHECK (minutes >= 0),
  mode text NOT NULL,
  PRIMARY KEY (prefecture_id, from_id, to_id)
);

CREATE TABLE account (
  id uuid PRIMARY KEY,
  login_id text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  display_name text NOT NULL,
  name_en text NOT NULL,
  created_at timestamptz NOT NULL,
  disabled_at timestamptz
);

CREATE TABLE travel_override (
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  from_id text NOT NULL,
  to_id text NOT NULL CHECK (from_id < to_id),
  minutes int NOT NULL CHECK (minutes BETWEEN 1 AND 720),
  note text NOT NULL,
  set_by uuid NOT NULL REFERENCES account (id),
  set_at timestamptz NOT NULL,
  PRIMARY KEY (prefecture_id, from_id, to_id)
);
`;

const TALENT = `
CREATE TABLE skill (
  id text PRIMARY KEY,
  scheme text NOT NULL,
  category text NOT NULL,
  category_en text NOT NULL,
  subcategory text NOT NULL,
  subcategory_en text NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  taxonomy_version text NOT NULL
);

CREATE TABLE talent_profile (
  id text PRIMARY KEY,
  name text NOT NULL,
  name_en text NOT NULL,
  summary text NOT NULL,
  summary_en text NOT NULL
);

CREATE TABLE trouble_group (id text PRIMARY KEY, position int NOT NULL, name text NOT NULL, name_en text NOT NULL);

CREATE TABLE support_theme (
  id text PRIMARY KEY,
  group_id text NOT NULL REFERENCES trouble_group (id),
  profile_id text NOT NULL REFERENCES talent_profile (id),
  name text NOT NULL,
  name_en text NOT NULL,
  mode text NOT NULL,
  visits int NOT NULL,
  visit_minutes int NOT NULL,
  min_gap_days int NOT NULL,
  conflict_check boolean NOT NULL,
  trouble text NOT NULL,
  trouble_en text NOT NULL,
  example text NOT NULL,
  example_en text NOT NULL,
  taxonomy_version text NOT NULL
);

CREATE TABLE theme_skill (
  theme_id text NOT NULL REFERENCES support_theme (id),
  skill_id text NOT NULL REFERENCES skill (id),
  level int NOT NULL CHECK (level BETWEEN 1 AND 4),
  essential boolean NOT NULL,
  PRIMARY KEY (theme_id, skill_id)
);

CREATE TABLE specialist (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  name text NOT NULL,
  kana text NOT NULL,
  name_en text NOT NULL,
  profile_id text NOT NULL REFERENCES talent_profile (id),
  base_id text NOT NULL,
  employment text NOT NULL,
  employment_en text NOT NULL,
  modes text[] NOT NULL,
  monthly_days int CHECK (monthly_days BETWEEN 1 AND 31),
  weekly text[] NOT NULL,
  active boolean NOT NULL,
  UNIQUE (prefecture_id, id)
);

CREATE TABLE skill_assessment (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  specialist_id uuid NOT NULL,
  skill_id text NOT NULL REFERENCES skill (id),
  level int NOT NULL CHECK (level BETWEEN 0 AND 4),
  evidence text NOT NULL,
  note text,
  assessed_on date NOT NULL,
  assessed_by text NOT NULL,
  superseded_at timestamptz,
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE UNIQUE INDEX skill_assessment_current ON skill_assessment (specialist_id, skill_id) WHERE superseded_at IS NULL;

CREATE TABLE day_off (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  specialist_id uuid NOT NULL,
  date date NOT NULL,
  part text NOT NULL,
  reason text,
  UNIQUE (specialist_id, date, part),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);

CREATE TABLE expert_field (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  fiscal_year int NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, fiscal_year, name)
);

CREATE TABLE expert_field_theme (
  field_id uuid NOT NULL REFERENCES expert_field (id),
  theme_id text NOT NULL REFERENCES support_theme (id),
  PRIMARY KEY (field_id, theme_id)
);

CREATE TABLE expert_field_member (
  prefecture_id text NOT NULL,
  field_id uuid NOT NULL,
  specialist_id uuid NOT NULL,
  PRIMARY KEY (field_id, specialist_id),
  FOREIGN KEY (prefecture_id, field_id) REFERENCES expert_field (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);

CREATE TABLE desk_duty (
  prefecture_id text NOT NULL,
  weekday text NOT NULL,
  half text NOT NULL,
  specialist_id uuid NOT NULL,
  PRIMARY KEY (prefecture_id, weekday, half, specialist_id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);

CREATE TABLE membership (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  role text NOT NULL,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  municipality_id text,
  specialist_id uuid,
  CHECK ((role = 'MUNICIPALITY_STAFF') = (municipality_id IS NOT NULL)),
  CHECK ((role = 'SPECIALIST') = (specialist_id IS NOT NULL)),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX membership_account ON membership (account_id);

CREATE TABLE session (
  token_hash text PRIMARY KEY,
  membership_id uuid NOT NULL REFERENCES membership (id),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
`;

const SUPPORT = `
CREATE TABLE number_series (
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  fiscal_year int NOT NULL,
  kind text NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (prefecture_id, fiscal_year, kind)
);

CREATE TABLE support_request (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  number text,
  status text NOT NULL,
  title text NOT NULL,
  trouble text NOT NULL,
  theme_id text REFERENCES support_theme (id),
  urgency text NOT NULL,
  mode text NOT NULL,
  visits int NOT NULL CHECK (visits BETWEEN 1 AND 12),
  visit_minutes int NOT NULL CHECK (visit_minutes BETWEEN 30 AND 240),
  min_gap_days int NOT NULL CHECK (min_gap_days BETWEEN 0 AND 90),
  earliest_on date,
  deadline_on date,
  wished jsonb NOT NULL,
  only_wished boolean NOT NULL,
  entrust_selection boolean NOT NULL,
  contact_section text NOT NULL,
  approval_number text,
  specialist_id uuid,
  consultation_id uuid,
  outcome text,
  filed_by uuid REFERENCES account (id),
  created_at timestamptz NOT NULL,
  submitted_at timestamptz,
  updated_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, number),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX support_request_list ON support_request (prefecture_id, status, created_at);
CREATE INDEX support_request_town ON support_request (municipality_id, created_at);

CREATE TABLE support_request_event (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  support_request_id uuid NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  actor_name text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  -- Two steps of one change have one time.
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id)
);
CREATE INDEX support_request_event_of ON support_request_event (support_request_id, at);

CREATE TABLE shortlist_entry (
  support_request_id uuid NOT NULL,
  specialist_id uuid NOT NULL,
  prefecture_id text NOT NULL,
  position int NOT NULL CHECK (position BETWEEN 1 AND 3),
  town_rank int CHECK (town_rank BETWEEN 1 AND 3),
  answer text,
  answer_reason text,
  offered_at timestamptz,
  answered_at timestamptz,
  PRIMARY KEY (support_request_id, specialist_id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);

-- Who has been given a visit of the case, and may therefore read it.
CREATE TABLE support_team (
  support_request_id uuid NOT NULL,
  specialist_id uuid NOT NULL,
  prefecture_id text NOT NULL,
  PRIMARY KEY (support_request_id, specialist_id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);

CREATE TABLE consultation (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  number text NOT NULL,
  status text NOT NULL,
  theme_id text REFERENCES support_theme (id),
  question text NOT NULL,
  contact_section text NOT NULL,
  due_at timestamptz NOT NULL,
  specialist_id uuid,
  assigned_at timestamptz,
  assignment jsonb,
  escalations int NOT NULL,
  escalated_at timestamptz,
  answer text,
  answered_at timestamptz,
  closed_at timestamptz,
  support_request_id uuid,
  filed_by uuid REFERENCES account (id),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, number),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id)
);
CREATE INDEX consultation_list ON consultation (prefecture_id, status, created_at);
CREATE INDEX consultation_town ON consultation (municipality_id, created_at);
CREATE INDEX consultation_specialist ON consultation (specialist_id, status);

ALTER TABLE support_request ADD FOREIGN KEY (prefecture_id, consultation_id) REFERENCES consultation (prefecture_id, id);

CREATE TABLE consultation_event (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  consultation_id uuid NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  actor_name text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  -- Two steps of one change have one time.
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  FOREIGN KEY (prefecture_id, consultation_id) REFERENCES consultation (prefecture_id, id)
);
CREATE INDEX consultation_event_of ON consultation_event (consultation_id, at);
`;

const DISPATCH = `
CREATE TABLE planning_run (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  number int NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  seed int NOT NULL,
  iterations int NOT NULL,
  status text NOT NULL,
  progress jsonb,
  problem jsonb,
  score jsonb,
  failure text,
  requested_by uuid REFERENCES account (id),
  requested_by_name text NOT NULL,
  requested_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, number)
);

CREATE TABLE proposed_visit (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  run_id uuid NOT NULL,
  support_request_id uuid NOT NULL,
  visit_no int NOT NULL,
  specialist_id uuid NOT NULL,
  municipality_id text NOT NULL,
  mode text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  travel_before_minutes int NOT NULL CHECK (travel_before_minutes >= 0),
  travel_after_minutes int NOT NULL CHECK (travel_after_minutes >= 0),
  pinned boolean NOT NULL,
  UNIQUE (run_id, support_request_id, visit_no),
  FOREIGN KEY (prefecture_id, run_id) REFERENCES planning_run (prefecture_id, id) ON DELETE CASCADE,
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);

CREATE TABLE unplaced_visit (
  run_id uuid NOT NULL,
  support_request_id uuid NOT NULL,
  visit_no int NOT NULL,
  prefecture_id text NOT NULL,
  reasons jsonb NOT NULL,
  PRIMARY KEY (run_id, support_request_id, visit_no),
  FOREIGN KEY (prefecture_id, run_id) REFERENCES planning_run (prefecture_id, id) ON DELETE CASCADE,
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id)
);

CREATE TABLE plan_publication (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  version int NOT NULL,
  run_id uuid NOT NULL UNIQUE,
  visits int NOT NULL,
  published_by uuid REFERENCES account (id),
  published_by_name text NOT NULL,
  published_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, version),
  FOREIGN KEY (prefecture_id, run_id) REFERENCES planning_run (prefecture_id, id)
);

CREATE TABLE visit (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  support_request_id uuid NOT NULL,
  visit_no int NOT NULL,
  specialist_id uuid NOT NULL,
  municipality_id text NOT NULL,
  mode text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '12 hours'),
  busy_from timestamptz NOT NULL CHECK (busy_from <= starts_at),
  travel_before_minutes int NOT NULL,
  travel_after_minutes int NOT NULL,
  status text NOT NULL,
  pinned boolean NOT NULL,
  publication_id uuid NOT NULL,
  cancel_side text,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, publication_id) REFERENCES plan_publication (prefecture_id, id),
  -- One place at a time, whatever races in the application: a visit holds its slot and the way to it.
  CONSTRAINT visit_one_place_at_a_time
    EXCLUDE USING gist (specialist_id WITH =, tstzrange(busy_from, ends_at) WITH &&) WHERE (status <> 'CANCELLED')
);
CREATE UNIQUE INDEX visit_once ON visit (support_request_id, visit_no) WHERE status <> 'CANCELLED';
CREATE INDEX visit_by_time ON visit (prefecture_id, starts_at);

CREATE TABLE visit_event (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  visit_id uuid NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  actor_name text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  -- Two steps of one change have one time.
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  FOREIGN KEY (prefecture_id, visit_id) REFERENCES visit (prefecture_id, id)
);
CREATE INDEX visit_event_of ON visit_event (visit_id, at);
`;

/** The ground: every table of the main job, from a request filed to a visit done. */
export class Ground1763640000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PLATFORM, DIRECTORY, TALENT, SUPPORT, DISPATCH]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
  }
}
