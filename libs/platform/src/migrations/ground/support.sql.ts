/** Support requests and consultations with their histories. */
export const SUPPORT = `
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
