import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIRECTORY } from './ground/directory.sql.js';
import { DISPATCH } from './ground/dispatch.sql.js';
import { PLATFORM } from './ground/platform.sql.js';
import { SUPPORT } from './ground/support.sql.js';
import { TALENT } from './ground/talent.sql.js';

/**
 * The ground: every table of the main job, from a request filed to a visit done. Every tenant-owned table carries
 * `prefecture_id`, and foreign keys between such tables carry it too: a plain one would accept a row of another
 * prefecture.
 */
export class Ground1763640000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PLATFORM, DIRECTORY, TALENT, SUPPORT, DISPATCH]) await runner.query(part);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Nothing would be left: drop the database instead'));
  }
}
