import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is there already goes on doing what they did: all ordinary work of their side. */
const MEMBERSHIP = `
ALTER TABLE membership
  ADD COLUMN duties text[] NOT NULL DEFAULT '{}',
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN last_sign_in_at timestamptz;
UPDATE membership SET duties = CASE role
  WHEN 'HUB_STAFF' THEN '{COORDINATOR,APPROVER}'::text[]
  WHEN 'MUNICIPALITY_STAFF' THEN '{REQUESTER,APPROVER,MANAGER}'::text[]
  ELSE '{}' END;
UPDATE membership m SET created_at = a.created_at FROM account a WHERE a.id = m.account_id;
ALTER TABLE membership ADD CHECK (CASE role
  WHEN 'HUB_STAFF' THEN duties <@ '{COORDINATOR,APPROVER,AUDITOR}' AND duties <> '{}'
  WHEN 'MUNICIPALITY_STAFF' THEN duties <@ '{REQUESTER,APPROVER,MANAGER}' AND duties <> '{}'
  ELSE duties = '{}' END);
-- One person is in one place once; whoever comes back is a new row.
CREATE UNIQUE INDEX membership_live
  ON membership (account_id, role, prefecture_id, coalesce(municipality_id, ''), coalesce(specialist_id::text, ''))
  WHERE ended_at IS NULL;
CREATE INDEX membership_place ON membership (prefecture_id, municipality_id) WHERE ended_at IS NULL;`;

/** A link by which somebody joins. Only a digest of its token is kept. */
const INVITATION = `
CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  role text NOT NULL,
  municipality_id text,
  specialist_id uuid,
  duties text[] NOT NULL,
  for_name text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  -- Nobody: the command of whoever runs the installation.
  issued_by uuid REFERENCES account (id),
  issued_by_name text NOT NULL,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  used_by uuid REFERENCES account (id),
  withdrawn_at timestamptz,
  CHECK ((role = 'MUNICIPALITY_STAFF') = (municipality_id IS NOT NULL)),
  CHECK ((role = 'SPECIALIST') = (specialist_id IS NOT NULL)),
  CHECK (used_at IS NULL OR withdrawn_at IS NULL),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  FOREIGN KEY (prefecture_id, specialist_id) REFERENCES specialist (prefecture_id, id)
);
CREATE INDEX invitation_open ON invitation (prefecture_id, municipality_id)
  WHERE used_at IS NULL AND withdrawn_at IS NULL;`;

/** A link by which somebody who has forgotten the password chooses another one. */
const PASSWORD_RESET = `
CREATE TABLE password_reset (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  municipality_id text,
  account_id uuid NOT NULL REFERENCES account (id),
  token_hash text NOT NULL UNIQUE,
  issued_by uuid NOT NULL REFERENCES account (id),
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);
CREATE INDEX password_reset_of ON password_reset (account_id) WHERE used_at IS NULL;`;

/** People come, forget their password, and leave. */
export class Accounts1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [MEMBERSHIP, INVITATION, PASSWORD_RESET]) await runner.query(part);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Those who have left would be let in again: restore a backup instead'));
  }
}
