import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people and addresses have spent of what they may ask, for all processes together. Digests and counts only. */
const RATE_BUDGET = `
CREATE TABLE rate_budget (
  key_digest text PRIMARY KEY,
  spent float8 NOT NULL CHECK (spent >= 0),
  at timestamptz NOT NULL
);
CREATE INDEX rate_budget_at ON rate_budget (at);`;

/** From where a person has signed in before: there, nobody else's guesses lock them out. Digests only. */
const SIGN_IN_PLACE = `
CREATE TABLE sign_in_place (
  guesser_digest text PRIMARY KEY,
  last_at timestamptz NOT NULL
);
CREATE INDEX sign_in_place_last_at ON sign_in_place (last_at);`;

export class Door1764979200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [RATE_BUDGET, SIGN_IN_PLACE]) await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_budget, sign_in_place');
  }
}
