import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How somebody wants to be told; one row for each person, wherever they belong. */
const SETTING = `
CREATE TABLE notice_setting (
  account_id uuid PRIMARY KEY REFERENCES account (id),
  language text NOT NULL CHECK (language IN ('ja', 'en')),
  -- By which network their mail leads to the platform; as their seat has it, unless they say.
  network text CHECK (network IN ('LGWAN', 'INTERNET')),
  digest boolean NOT NULL,
  -- Minutes after midnight in Japan.
  digest_minute int NOT NULL CHECK (digest_minute BETWEEN 0 AND 1439),
  -- Kinds of notices that bring no mail.
  stopped text[] NOT NULL,
  address text,
  confirmed_at timestamptz,
  -- The mail with the code that confirms the address, and how often a wrong code was tried.
  code_mail_id uuid,
  code_tries int NOT NULL DEFAULT 0,
  CHECK (confirmed_at IS NULL OR address IS NOT NULL)
);`;

/** One mail to one person. Its words are made when it leaves. */
const MAIL = `
CREATE TABLE mail (
  id uuid PRIMARY KEY,
  -- None: about the account itself.
  prefecture_id text REFERENCES prefecture (id),
  account_id uuid NOT NULL REFERENCES account (id),
  purpose text NOT NULL CHECK (purpose IN ('ACTION', 'DIGEST', 'CONFIRM')),
  digest_on date,
  status text NOT NULL DEFAULT 'QUEUED'
    CHECK (status IN ('QUEUED', 'HANDING', 'SENT', 'DROPPED', 'FAILED', 'BOUNCED')),
  queued_at timestamptz NOT NULL DEFAULT now(),
  next_at timestamptz NOT NULL DEFAULT now(),
  -- Who is carrying it, and until when nobody else may.
  holder uuid,
  lease_until timestamptz NOT NULL DEFAULT '-infinity',
  attempts int NOT NULL DEFAULT 0,
  -- How often it was handed over and nobody knows whether it arrived: it went out again.
  doubts int NOT NULL DEFAULT 0,
  address text,
  -- The server's last answer, such as 550 5.1.1; or why it did not leave.
  answer text,
  sent_at timestamptz,
  UNIQUE (prefecture_id, id),
  CHECK ((purpose = 'DIGEST') = (digest_on IS NOT NULL))
);
CREATE UNIQUE INDEX mail_one_digest ON mail (account_id, prefecture_id, digest_on) WHERE digest_on IS NOT NULL;
CREATE INDEX mail_due ON mail (next_at, id) WHERE status IN ('QUEUED', 'HANDING');
CREATE INDEX mail_of ON mail (account_id, queued_at);
CREATE INDEX mail_in ON mail (prefecture_id, queued_at);

ALTER TABLE inbox_item
  ADD COLUMN mail_id uuid,
  -- Waits for the next digest.
  ADD COLUMN for_digest boolean NOT NULL DEFAULT false,
  ADD FOREIGN KEY (prefecture_id, mail_id) REFERENCES mail (prefecture_id, id) ON DELETE SET NULL (mail_id);
CREATE INDEX inbox_item_mail ON inbox_item (mail_id) WHERE mail_id IS NOT NULL;
CREATE INDEX inbox_item_digest ON inbox_item (account_id) WHERE for_digest;`;

/** Addresses to which nothing is sent any more, since it does not arrive. */
const SUPPRESSION = `
CREATE TABLE mail_suppression (
  id uuid PRIMARY KEY,
  address text NOT NULL,
  -- REFUSED by the server to which it was handed, or BOUNCED later.
  reason text NOT NULL CHECK (reason IN ('REFUSED', 'BOUNCED')),
  answer text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  lifted_at timestamptz,
  lifted_by uuid REFERENCES account (id)
);
CREATE UNIQUE INDEX mail_suppression_once ON mail_suppression (lower(address)) WHERE lifted_at IS NULL;`;

/** Mail about notices: who wants which, what is on its way, and what does not arrive. */
export class Mail1766451600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SETTING, MAIL, SUPPRESSION]) await runner.query(part);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Mail on its way would be lost: restore a backup instead'));
  }
}
