/** Skills, themes, specialists, fields, the desk, and who signs in as whom. */
export const TALENT = `
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
