import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN_VIEW = `
-- How somebody wants to see the screens; no row as long as they have chosen nothing.
CREATE TABLE view_setting (
  account_id uuid PRIMARY KEY REFERENCES account (id),
  calendar text NOT NULL CHECK (calendar IN ('JAPANESE', 'WESTERN')),
  furigana boolean NOT NULL,
  density text NOT NULL CHECK (density IN ('STANDARD', 'DENSE')),
  single_keys boolean NOT NULL
);
-- A list as somebody likes to see it: an address under a name, in the seat in which it leads somewhere.
CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  role text NOT NULL CHECK (role IN ('HUB_STAFF', 'MUNICIPALITY_STAFF', 'SPECIALIST', 'OPERATOR')),
  path text NOT NULL CHECK (path ~ '^/[A-Za-z0-9/_-]*$' AND path !~ '^//'),
  query text NOT NULL CHECK (char_length(query) <= 1000),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
  is_default boolean NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (account_id, role, path, name)
);
CREATE UNIQUE INDEX saved_view_default ON saved_view (account_id, role, path) WHERE is_default;`;

/** What somebody has chosen about their own screens, on whatever machine they sit. */
export class OwnView1766714400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OWN_VIEW);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Saved views would be lost: restore a backup instead'));
  }
}
