import type { MigrationInterface, QueryRunner } from 'typeorm';

const HELD = `
-- 仮押さえ: a slot that is offered to a town. It keeps the specialist's time like any visit, and several may wait
-- for the answer about one visit of a case.
ALTER TABLE visit ALTER COLUMN publication_id DROP NOT NULL,
  ADD CONSTRAINT visit_held_unpublished CHECK ((status = 'HELD') = (publication_id IS NULL));
DROP INDEX visit_once;
CREATE UNIQUE INDEX visit_once ON visit (support_request_id, visit_no) WHERE status NOT IN ('CANCELLED', 'HELD');`;

const INQUIRY = `
-- 日程照会: the hub asks a town for the date of one visit, by up to three slots or by half-days to mark.
CREATE TABLE date_inquiry (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  support_request_id uuid NOT NULL,
  municipality_id text NOT NULL,
  way text NOT NULL CHECK (way IN ('CHOICE', 'GRID')),
  status text NOT NULL CHECK (status IN ('OPEN', 'ANSWERED', 'AGREED', 'DECLINED', 'LAPSED', 'WITHDRAWN')),
  -- Which of the wished visits; of half-days to mark it is known when one is fixed.
  visit_no int,
  message text,
  -- Half-days to mark: [{date, half, byTown}].
  halves jsonb NOT NULL,
  town_may_add boolean NOT NULL,
  -- What the town wishes instead: [{date, half}].
  wishes jsonb NOT NULL,
  -- The last day on which the town may answer.
  due_on date NOT NULL,
  asked_at timestamptz NOT NULL,
  -- Half of the time is counted from here: when it was asked, or last extended.
  counted_from timestamptz NOT NULL,
  half_told_at timestamptz,
  eve_told_at timestamptz,
  -- The visit that came of it.
  visit_id uuid,
  CHECK ((status = 'AGREED') = (visit_id IS NOT NULL)),
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, support_request_id) REFERENCES support_request (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, visit_id) REFERENCES visit (prefecture_id, id)
);
-- A town is asked one thing at a time about a case.
CREATE UNIQUE INDEX date_inquiry_once ON date_inquiry (support_request_id) WHERE status IN ('OPEN', 'ANSWERED');
CREATE INDEX date_inquiry_by_due ON date_inquiry (prefecture_id, due_on, id);
CREATE INDEX date_inquiry_open ON date_inquiry (due_on) WHERE status IN ('OPEN', 'ANSWERED');

CREATE TABLE date_inquiry_slot (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  inquiry_id uuid NOT NULL,
  municipality_id text NOT NULL,
  position int NOT NULL CHECK (position BETWEEN 1 AND 3),
  outcome text NOT NULL CHECK (outcome IN ('OFFERED', 'CHOSEN', 'RELEASED')),
  -- The visit that holds it, while it does.
  visit_id uuid,
  specialist_id uuid NOT NULL,
  mode text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  night_before boolean NOT NULL,
  night_after boolean NOT NULL,
  travel_minutes int NOT NULL,
  reasons text[] NOT NULL,
  UNIQUE (inquiry_id, position),
  FOREIGN KEY (prefecture_id, inquiry_id) REFERENCES date_inquiry (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);

-- What one person of the town can do; entered by themselves or by a colleague.
CREATE TABLE date_inquiry_answer (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  inquiry_id uuid NOT NULL,
  municipality_id text NOT NULL,
  account_id uuid REFERENCES account (id),
  name text NOT NULL,
  comment text,
  -- Marks by half-day, such as {"2026-12-01 AM": "YES"}.
  marks jsonb NOT NULL,
  answered_at timestamptz NOT NULL,
  UNIQUE (inquiry_id, name),
  FOREIGN KEY (prefecture_id, inquiry_id) REFERENCES date_inquiry (prefecture_id, id)
);

CREATE TABLE date_inquiry_event (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  date_inquiry_id uuid NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  actor_name text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  FOREIGN KEY (prefecture_id, date_inquiry_id) REFERENCES date_inquiry (prefecture_id, id)
);
CREATE INDEX date_inquiry_event_of ON date_inquiry_event (date_inquiry_id, at);`;

const COMPANION = `
-- 同行者: staff of the prefecture who come along to a visit.
CREATE TABLE companion (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  visit_id uuid NOT NULL,
  municipality_id text NOT NULL,
  account_id uuid NOT NULL REFERENCES account (id),
  account_name text NOT NULL,
  status text NOT NULL CHECK (status IN ('GOING', 'ASKED_AGAIN', 'COLLIDES')),
  -- The ways from and to the prefectural office included.
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  set_by uuid,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  UNIQUE (visit_id, account_id),
  FOREIGN KEY (prefecture_id, visit_id) REFERENCES visit (prefecture_id, id) ON DELETE CASCADE,
  -- Nobody is in two places at once. Where a visit was moved into another one, that is said instead of kept.
  CONSTRAINT companion_one_place_at_a_time
    EXCLUDE USING gist (account_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'COLLIDES')
);
CREATE INDEX companion_by_time ON companion (account_id, starts_at);

-- What else somebody of the hub has to do; colleagues see that they are busy, not with what.
CREATE TABLE companion_busy (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  account_id uuid NOT NULL REFERENCES account (id),
  title text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '32 days')
);
CREATE INDEX companion_busy_by_time ON companion_busy (account_id, starts_at);

-- The half-days of the week in which somebody of the hub can come along; without a row every office half-day.
CREATE TABLE companion_pattern (
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  account_id uuid NOT NULL REFERENCES account (id),
  weekly text[] NOT NULL,
  PRIMARY KEY (prefecture_id, account_id)
);`;

export class Dates1766102400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [HELD, INQUIRY, COMPANION]) await runner.query(part);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was agreed with towns would be lost: restore a backup instead'));
  }
}
