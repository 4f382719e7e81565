import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

const made: string[] = [];

/** An empty folder, for as long as the test file runs. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'banso-test-'));
  made.push(folder);
  return folder;
}

// Here and not where it is made: inside a test it is too late to ask for what comes after all of them.
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
