import { startTestPostgres } from '../scripts/lib/test-servers.mjs';

/** `npm test` brings a Postgres; `npm run jest` by hand gets one that ends with this process. */
export default async function setUp(): Promise<void> {
  if (process.env['BANSO_TEST_DATABASE_URL']) return;
  const server = await startTestPostgres();
  process.once('exit', () => server.stopNow());
  process.env['BANSO_TEST_DATABASE_URL'] = server.url;
}
