import type { MigrationInterface, QueryRunner } from 'typeorm';

const RULES = `
-- 旅費規程: by which rule and figures a body pays for travel, from a day on. Versions are only ever added.
CREATE TABLE travel_rule_version (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  -- Whose rule it is; null: the prefecture's own.
  party_id uuid,
  version int NOT NULL CHECK (version > 0),
  valid_from date NOT NULL,
  -- A plug-in of the software.
  rule_code text NOT NULL,
  title text NOT NULL,
  -- Yen by the keys of the plug-in, ceilings of a night by prefecture, and what needs a receipt.
  figures jsonb NOT NULL,
  source text NOT NULL,
  -- Somebody held the figures against the body's own rule.
  checked boolean NOT NULL,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id),
  UNIQUE NULLS NOT DISTINCT (prefecture_id, party_id, version),
  FOREIGN KEY (prefecture_id, party_id) REFERENCES party (prefecture_id, id)
);`;

const CLAIMS = `
-- 旅費請求: one journey of a specialist to one visit or to several on days in a row.
CREATE TABLE travel_claim (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  specialist_id uuid NOT NULL,
  number text,
  status text NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PAID', 'DISCARDED')),
  from_on date NOT NULL,
  to_on date NOT NULL CHECK (to_on >= from_on),
  starts_from text NOT NULL CHECK (starts_from IN ('OFFICE', 'HOME')),
  ends_at text NOT NULL CHECK (ends_at IN ('OFFICE', 'HOME')),
  share_rule text NOT NULL CHECK (share_rule IN ('VISITS', 'HALF_DAYS')),
  -- Nothing was paid for it: there is nothing to examine.
  without_money boolean NOT NULL,
  -- As last reckoned; frozen once it is approved.
  total_yen int NOT NULL CHECK (total_yen >= 0),
  -- Counts what was written, so that nothing is overwritten unseen.
  revision int NOT NULL,
  created_at timestamptz NOT NULL,
  submitted_at timestamptz,
  approved_at timestamptz,
  paid_on date,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, number),
  CHECK (status NOT IN ('APPROVED', 'PAID') OR (approved_at IS NOT NULL AND (without_money OR number IS NOT NULL))),
  CHECK ((status = 'PAID') = (paid_on IS NOT NULL)),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX travel_claim_listed ON travel_claim (prefecture_id, from_on, id);
CREATE INDEX travel_claim_of ON travel_claim (specialist_id);

CREATE TABLE travel_claim_visit (
  -- A visit is claimed for once.
  visit_id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  claim_id uuid NOT NULL,
  -- Copied from the claim: it decides whose row it is.
  specialist_id uuid NOT NULL,
  municipality_id text NOT NULL,
  on_date date NOT NULL,
  half_days int NOT NULL CHECK (half_days BETWEEN 1 AND 2),
  -- From here on frozen at approval: who pays by which rule, how much, and where it was handed over.
  agreement_id uuid,
  party_id uuid,
  rule_version_id uuid,
  yen int,
  fee_yen int,
  cost_actual_id uuid,
  charged_month date,
  FOREIGN KEY (prefecture_id, claim_id) REFERENCES travel_claim (prefecture_id, id),
  FOREIGN KEY (prefecture_id, visit_id) REFERENCES visit (prefecture_id, id),
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id),
  FOREIGN KEY (prefecture_id, party_id) REFERENCES party (prefecture_id, id),
  FOREIGN KEY (prefecture_id, rule_version_id) REFERENCES travel_rule_version (prefecture_id, id),
  FOREIGN KEY (prefecture_id, cost_actual_id) REFERENCES cost_actual (prefecture_id, id),
  CHECK ((cost_actual_id IS NULL) = (charged_month IS NULL))
);
CREATE INDEX travel_claim_visit_of ON travel_claim_visit (claim_id);
-- An amount is handed over once.
CREATE UNIQUE INDEX travel_claim_visit_actual ON travel_claim_visit (cost_actual_id) WHERE cost_actual_id IS NOT NULL;`;

const FACTS = `
CREATE TABLE travel_leg (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  claim_id uuid NOT NULL,
  -- Copied from the claim: it decides whose row it is.
  specialist_id uuid NOT NULL,
  position int NOT NULL,
  on_date date NOT NULL,
  from_name text NOT NULL,
  to_name text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('TRAIN', 'BUS', 'CAR', 'FERRY', 'AIR', 'TAXI', 'WALK')),
  meters int CHECK (meters >= 0),
  fare_yen int CHECK (fare_yen >= 0),
  minutes int CHECK (minutes >= 0),
  FOREIGN KEY (prefecture_id, claim_id) REFERENCES travel_claim (prefecture_id, id)
);
CREATE INDEX travel_leg_of ON travel_leg (claim_id, position);

CREATE TABLE travel_night (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  claim_id uuid NOT NULL,
  -- Copied from the claim: it decides whose row it is.
  specialist_id uuid NOT NULL,
  on_date date NOT NULL,
  place_name text NOT NULL,
  -- Ceilings go by the prefecture in which it was spent.
  region_id text NOT NULL,
  paid boolean NOT NULL,
  meals text NOT NULL CHECK (meals IN ('NONE', 'ONE', 'BOTH')),
  beyond_reason text,
  UNIQUE (claim_id, on_date),
  FOREIGN KEY (prefecture_id, claim_id) REFERENCES travel_claim (prefecture_id, id)
);

CREATE TABLE travel_receipt (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  claim_id uuid NOT NULL,
  -- Copied from the claim: it decides whose row it is.
  specialist_id uuid NOT NULL,
  position int NOT NULL,
  kind text NOT NULL CHECK (kind IN
    ('TRAIN', 'BUS', 'FERRY', 'AIR', 'TAXI', 'LODGING', 'TOLL', 'PARKING', 'OTHER')),
  on_date date NOT NULL,
  yen int NOT NULL CHECK (yen > 0),
  note text,
  FOREIGN KEY (prefecture_id, claim_id) REFERENCES travel_claim (prefecture_id, id)
);
CREATE INDEX travel_receipt_of ON travel_receipt (claim_id, position);

-- What was approved, line by line, as it was reckoned then.
CREATE TABLE travel_line (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  claim_id uuid NOT NULL,
  position int NOT NULL,
  kind text NOT NULL,
  on_date date NOT NULL,
  yen int NOT NULL,
  clause_ja text NOT NULL,
  clause_en text NOT NULL,
  formula_ja text NOT NULL,
  formula_en text NOT NULL,
  -- By which rule; null: a fee, as the agreement says.
  rule_version_id uuid,
  FOREIGN KEY (prefecture_id, claim_id) REFERENCES travel_claim (prefecture_id, id),
  FOREIGN KEY (prefecture_id, rule_version_id) REFERENCES travel_rule_version (prefecture_id, id)
);
CREATE INDEX travel_line_of ON travel_line (claim_id, position);

CREATE TABLE travel_claim_event (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  claim_id uuid NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor_id uuid,
  actor_role text NOT NULL,
  actor_name text NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  FOREIGN KEY (prefecture_id, claim_id) REFERENCES travel_claim (prefecture_id, id)
);
CREATE INDEX travel_claim_event_of ON travel_claim_event (claim_id, at, seq);`;

/** What journeys to visits cost, by the rule of whoever pays. */
export class TravelClaims1766361600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULES);
    await runner.query(CLAIMS);
    await runner.query(FACTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Claims would be lost: restore a backup instead'));
  }
}
