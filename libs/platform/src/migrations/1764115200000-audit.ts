import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AUDIT } from './audit/audit.sql.js';

/** The audit log: every change and every look at a sensitive record. The triggers are put on by `migrate`. */
export class Audit1764115200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of AUDIT) await runner.query(part);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The log would be lost: restore a backup instead'));
  }
}
