import type { MigrationInterface, QueryRunner } from 'typeorm';

const WIZARD = `
-- What a theme usually needs: lines to start the request from, and what the town has ready when somebody comes.
ALTER TABLE support_theme
  ADD COLUMN points text[] NOT NULL DEFAULT '{}',
  ADD COLUMN points_en text[] NOT NULL DEFAULT '{}',
  ADD COLUMN prepare text[] NOT NULL DEFAULT '{}',
  ADD COLUMN prepare_en text[] NOT NULL DEFAULT '{}';

-- The tile that the town chose; half-days that would do if need be; which questions with a usual answer it answered.
-- Requests from before were answered whole.
ALTER TABLE support_request
  ADD COLUMN group_id text REFERENCES trouble_group (id),
  ADD COLUMN possible jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN answered text[] NOT NULL DEFAULT '{MODE,DATES}';

-- 職名 under which a step was taken, as on a stamp.
ALTER TABLE support_request_event ADD COLUMN actor_post text;`;

const CONTACT = `
-- Whom somebody calls at the hub: one line for each kind of caller, such as TOWNS.
CREATE TABLE hub_contact (
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  kind text NOT NULL,
  section text NOT NULL,
  person text NOT NULL,
  phone text NOT NULL,
  hours text NOT NULL,
  set_by uuid REFERENCES account (id),
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (prefecture_id, kind)
);`;

const PREPARATION = `
-- What the town has ready for a visit: read by whoever comes and by the hub.
CREATE TABLE visit_preparation (
  visit_id uuid PRIMARY KEY,
  prefecture_id text NOT NULL,
  municipality_id text NOT NULL,
  purpose text NOT NULL,
  -- What to have ready: [{text, done}], each text once.
  things jsonb NOT NULL,
  room text NOT NULL,
  parking text NOT NULL,
  contact text NOT NULL,
  remarks text NOT NULL,
  set_by uuid REFERENCES account (id),
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  FOREIGN KEY (prefecture_id, visit_id) REFERENCES visit (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id)
);
-- Where the last visit was received is proposed for the next.
CREATE INDEX visit_preparation_of_town ON visit_preparation (municipality_id, set_at DESC);`;

/** What a town does at its own desk: writing a request, calling the hub, getting ready for a visit. */
export class TownDesk1767146400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WIZARD);
    await runner.query(CONTACT);
    await runner.query(PREPARATION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE visit_preparation;
      DROP TABLE hub_contact;
      ALTER TABLE support_request_event DROP COLUMN actor_post;
      ALTER TABLE support_request DROP COLUMN group_id, DROP COLUMN possible, DROP COLUMN answered;
      ALTER TABLE support_theme DROP COLUMN points, DROP COLUMN points_en, DROP COLUMN prepare, DROP COLUMN prepare_en;`);
  }
}
