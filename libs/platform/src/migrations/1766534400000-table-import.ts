import type { MigrationInterface, QueryRunner } from 'typeorm';

const IMPORTS = `
-- A table that somebody brought: which file, what its columns are, what became of it.
CREATE TABLE table_import (
  id uuid PRIMARY KEY,
  prefecture_id text NOT NULL REFERENCES prefecture (id),
  -- Null: brought by the hub.
  municipality_id text,
  kind text NOT NULL CHECK (kind IN ('SPECIALISTS', 'SKILLS', 'SUPPORT_REQUESTS', 'DAYS_OFF')),
  status text NOT NULL CHECK (status IN ('OPEN', 'APPLIED', 'UNDONE', 'DISCARDED')),
  file_name text NOT NULL,
  encoding text NOT NULL,
  headers text[] NOT NULL,
  -- Which head of the file stands for which column.
  mapping jsonb NOT NULL,
  requested_by uuid NOT NULL REFERENCES account (id),
  requested_by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  applied_at timestamptz,
  undo_until timestamptz,
  undone_at timestamptz,
  UNIQUE (prefecture_id, id),
  FOREIGN KEY (prefecture_id, municipality_id) REFERENCES municipality (prefecture_id, id),
  CHECK ((applied_at IS NULL) = (undo_until IS NULL))
);
CREATE INDEX table_import_of ON table_import (prefecture_id, kind, created_at DESC);

-- Its rows, kept until they can no longer be undone: what stood in the file, what was put right on the screen, what
-- there is to say about it, and how the records were before and after.
CREATE TABLE table_import_row (
  import_id uuid NOT NULL,
  no int NOT NULL,
  prefecture_id text NOT NULL,
  municipality_id text,
  state text NOT NULL CHECK (state IN ('OPEN', 'APPLIED', 'UNDONE', 'KEPT')),
  cells jsonb NOT NULL,
  fixes jsonb NOT NULL,
  findings jsonb NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('ADDED', 'UPDATED', 'UNCHANGED', 'FAULTY')),
  record_type text,
  record_id uuid,
  scopes jsonb,
  images_before jsonb,
  images_after jsonb,
  keep_until timestamptz NOT NULL,
  PRIMARY KEY (import_id, no),
  FOREIGN KEY (prefecture_id, import_id) REFERENCES table_import (prefecture_id, id)
);
CREATE INDEX table_import_row_over ON table_import_row (keep_until);
CREATE INDEX table_import_row_about ON table_import_row (record_id);`;

/** Tables that people bring, row by row, and how to take them back. */
export class TableImport1766534400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IMPORTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Imports could no longer be undone: restore a backup instead'));
  }
}
