/** Planning runs, publications and visits. */
export const DISPATCH = `
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
