/** The register, travel times and accounts. */
export const DIRECTORY = `
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
