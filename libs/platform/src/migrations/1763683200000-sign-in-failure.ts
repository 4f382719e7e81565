import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wrong passwords are counted by name and address, so that guessing is slow. */
export class SignInFailure1763683200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_failure (
        guesser_digest text PRIMARY KEY,
        failures int NOT NULL,
        since timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_failure');
  }
}
