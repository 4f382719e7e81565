import type { MigrationInterface, QueryRunner } from 'typeorm';

const COSTS = `
-- Who bears what under an agreement, from a day on. Versions are only ever added; the latest beats those before.
CREATE TABLE cost_matrix (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  agreement_id uuid NOT NULL,
  version int NOT NULL CHECK (version > 0),
  valid_from date NOT NULL,
  reason text NOT NULL,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  UNIQUE (prefecture_id, id),
  UNIQUE (agreement_id, version),
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id)
);

CREATE TABLE cost_line (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  agreement_id uuid NOT NULL,
  matrix_id uuid NOT NULL,
  position int NOT NULL,
  item text NOT NULL CHECK (item IN
    ('SALARY', 'ALLOWANCE', 'TRAVEL', 'RETIREMENT', 'RECRUITING', 'FEE', 'TRAINING', 'OTHER')),
  -- Names the row within its item, through all versions.
  label text NOT NULL,
  clause_no int NOT NULL,
  amount_rule text NOT NULL CHECK (amount_rule IN ('MONTHLY', 'YEARLY', 'PER_DAY', 'ENTERED', 'ATTENDANCE_TRAVEL')),
  yen int CHECK (yen > 0),
  day_source text CHECK (day_source IN ('ATTENDANCE', 'PLACEMENT', 'VISIT')),
  share_rule text NOT NULL CHECK (share_rule IN ('FIXED', 'BY_DAYS')),
  -- Bears what is left when the sum cannot be divided.
  remainder_party_id uuid NOT NULL,
  UNIQUE (prefecture_id, id),
  UNIQUE (matrix_id, item, label),
  CHECK ((amount_rule IN ('MONTHLY', 'YEARLY', 'PER_DAY')) = (yen IS NOT NULL)),
  CHECK ((amount_rule IN ('PER_DAY', 'ATTENDANCE_TRAVEL') OR share_rule = 'BY_DAYS') = (day_source IS NOT NULL)),
  FOREIGN KEY (prefecture_id, matrix_id) REFERENCES cost_matrix (prefecture_id, id),
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id),
  FOREIGN KEY (prefecture_id, remainder_party_id) REFERENCES party (prefecture_id, id)
);

CREATE TABLE cost_share (
  prefecture_id text NOT NULL,
  agreement_id uuid NOT NULL,
  line_id uuid NOT NULL,
  party_id uuid NOT NULL,
  weight int NOT NULL CHECK (weight > 0),
  PRIMARY KEY (line_id, party_id),
  FOREIGN KEY (prefecture_id, line_id) REFERENCES cost_line (prefecture_id, id),
  FOREIGN KEY (prefecture_id, party_id) REFERENCES party (prefecture_id, id)
);

-- What a row cost in a month, as a paper says; below zero it takes back.
CREATE TABLE cost_actual (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  agreement_id uuid NOT NULL,
  item text NOT NULL,
  label text NOT NULL,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  yen int NOT NULL CHECK (yen <> 0),
  evidence text NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  removed_at timestamptz,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id)
);
CREATE INDEX cost_actual_of ON cost_actual (agreement_id, month);`;

const INVOICES = `
-- 負担金: what one party owes for whole months, frozen with its lines and what they rest on.
CREATE TABLE invoice (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  agreement_id uuid NOT NULL,
  party_id uuid NOT NULL,
  -- Copied from the party: it decides who reads the invoice.
  municipality_id text,
  status text NOT NULL CHECK (status IN ('DRAFT', 'ISSUED', 'CANCELLED', 'DISCARDED')),
  number text,
  from_on date NOT NULL,
  to_on date NOT NULL CHECK (to_on >= from_on),
  total_yen int NOT NULL,
  drafted_by_name text NOT NULL,
  drafted_at timestamptz NOT NULL,
  issued_by_name text,
  issued_at timestamptz,
  cancelled_by_name text,
  cancelled_at timestamptz,
  cancel_reason text,
  UNIQUE (prefecture_id, id),
  UNIQUE (prefecture_id, number),
  CHECK ((status IN ('ISSUED', 'CANCELLED')) = (number IS NOT NULL)),
  CHECK ((number IS NULL) = (issued_at IS NULL)),
  CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL AND cancel_reason IS NOT NULL)),
  FOREIGN KEY (prefecture_id, agreement_id) REFERENCES agreement (prefecture_id, id),
  FOREIGN KEY (prefecture_id, party_id) REFERENCES party (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  -- Nobody pays for the same month of the same agreement twice.
  CONSTRAINT invoice_once EXCLUDE USING gist
    (agreement_id WITH =, party_id WITH =, daterange(from_on, to_on, '[]') WITH &&)
    WHERE (status IN ('DRAFT', 'ISSUED'))
);
CREATE INDEX invoice_listed ON invoice (prefecture_id, drafted_at, id);

CREATE TABLE invoice_line (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  invoice_id uuid NOT NULL,
  position int NOT NULL,
  item text NOT NULL,
  label text NOT NULL,
  clause_no int NOT NULL,
  matrix_version int NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  total_yen int NOT NULL,
  share_weight int NOT NULL,
  share_sum int NOT NULL,
  remainder_yen int NOT NULL,
  yen int NOT NULL,
  formula_ja text NOT NULL,
  formula_en text NOT NULL,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, invoice_id) REFERENCES invoice (prefecture_id, id)
);
CREATE INDEX invoice_line_of ON invoice_line (invoice_id, position);

-- The days and entered amounts that a line rests on, as they were.
CREATE TABLE invoice_evidence (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  invoice_id uuid NOT NULL,
  line_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ATTENDANCE', 'PLACEMENT', 'VISIT', 'ENTERED')),
  ref_id uuid NOT NULL,
  on_date date NOT NULL,
  party_id uuid,
  half_days int NOT NULL,
  yen int NOT NULL,
  FOREIGN KEY (prefecture_id, invoice_id) REFERENCES invoice (prefecture_id, id),
  FOREIGN KEY (prefecture_id, line_id) REFERENCES invoice_line (prefecture_id, id),
  FOREIGN KEY (prefecture_id, party_id) REFERENCES party (prefecture_id, id)
);
CREATE INDEX invoice_evidence_of ON invoice_evidence (line_id, on_date);`;

const TAX = `
-- 特別交付税: what a measure counts, as the prefecture reads it. Rates and ceilings are settings with a source.
CREATE TABLE allocation_tax_rule (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  measure text NOT NULL,
  bearer text NOT NULL CHECK (bearer IN ('PREFECTURE', 'MUNICIPALITY')),
  first_year int NOT NULL,
  last_year int NOT NULL CHECK (last_year >= first_year),
  rate_per_mille int NOT NULL CHECK (rate_per_mille BETWEEN 1 AND 1000),
  -- Of one body and fiscal year; null: none stated.
  ceiling_yen bigint CHECK (ceiling_yen > 0),
  items text[] NOT NULL CHECK (cardinality(items) > 0),
  -- Forms of appointment as they are written down about people; none: any.
  appointment_forms text[] NOT NULL,
  source text NOT NULL,
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL,
  removed_at timestamptz,
  UNIQUE (prefecture_id, id)
);`;

/** What people cost, who bears it, and what is billed and reported of it. */
export class Settlement1765584000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COSTS);
    await runner.query(INVOICES);
    await runner.query(TAX);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Invoices would be lost: restore a backup instead'));
  }
}
