import { spawn } from 'node:child_process';
import { temporaryFolder } from '../folder.js';
import { PASSWORD } from '../people.js';

/** The demonstration as `npm start` makes it, in a database of a test. */
export function loadDemo(databaseUrl: string): Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    BANSO_DEMO: 'on',
    BANSO_DEMO_PASSWORD: PASSWORD,
    BANSO_RUN_DIR: temporaryFolder(),
  };
  const setUp = spawn(process.execPath, ['dist/apps/worker/src/setup.js'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  setUp.stdout.setEncoding('utf8').on('data', (words: string) => (said += words));
  return new Promise((resolve, reject) => {
    setUp.once('error', reject);
    setUp.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The demonstration was not made: ${said}`)),
    );
  });
}
