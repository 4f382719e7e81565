import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever joins with an account of the prefecture has no password here; a session says where it came from. */
export class IdentitySignIn1765238400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL;
      ALTER TABLE session ADD COLUMN identity_issuer text`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Accounts without a password would be lost: restore a backup instead'));
  }
}
