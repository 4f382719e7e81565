import type { MigrationInterface, QueryRunner } from 'typeorm';

const AVAILABILITY = `
-- Half-days that somebody can never be planned for. The rule is text of RFC 5545, as this platform writes it.
CREATE TABLE unavailability_rule (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  specialist_id uuid NOT NULL,
  repeats text NOT NULL CHECK (length(repeats) <= 120),
  starts_on date NOT NULL,
  -- The last day on which it holds, once that is known: what has been stays when somebody ends it.
  ended_on date,
  part text NOT NULL CHECK (part IN ('AM', 'PM', 'DAY')),
  reason text,
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX unavailability_rule_of ON unavailability_rule (specialist_id, starts_on);

-- Possible after all: against such a rule, or beyond the weekly pattern.
CREATE TABLE available_day (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  specialist_id uuid NOT NULL,
  date date NOT NULL,
  part text NOT NULL CHECK (part IN ('AM', 'PM', 'DAY')),
  UNIQUE (specialist_id, date),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);

-- From a day on, until the next one: a change in April leaves the past alone.
CREATE TABLE weekly_pattern (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  specialist_id uuid NOT NULL,
  valid_from date NOT NULL,
  weekly text[] NOT NULL,
  UNIQUE (specialist_id, valid_from),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
`;

const CALENDAR_FEEDS = `
ALTER TABLE membership ADD UNIQUE (prefecture_id, id);

-- An address under which a calendar program finds the visits of a person or a town. Only a digest of its secret is kept;
-- it is worth as much as the membership of whoever made it.
CREATE TABLE calendar_feed (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  membership_id uuid NOT NULL,
  specialist_id uuid,
  municipality_id text,
  name text NOT NULL,
  issued_by_name text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  -- To the hour.
  last_used_at timestamptz,
  revoked_at timestamptz,
  FOREIGN KEY (prefecture_id, membership_id) REFERENCES membership (prefecture_id, id),
  CHECK ((specialist_id IS NULL) <> (municipality_id IS NULL)),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);
CREATE INDEX calendar_feed_of_specialist ON calendar_feed (specialist_id);
CREATE INDEX calendar_feed_of_town ON calendar_feed (municipality_id);
CREATE INDEX calendar_feed_membership ON calendar_feed (membership_id);
CREATE INDEX calendar_feed_account ON calendar_feed (account_id);
`;

/** When somebody can be planned, said by rules; and where their calendars find the visits. */
export class Days1766188800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AVAILABILITY);
    await runner.query(CALENDAR_FEEDS);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('What people said of their days would be lost: restore a backup instead'),
    );
  }
}
