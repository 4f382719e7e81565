/** The least that an answer can cost here: node:http and one statement through a pool of the same size, without rules. */
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL ?? 10),
});
const LIST = `SELECT id, number, title, status, urgency, created_at, submitted_at, deadline_on, municipality_id, theme_id
  FROM support_request WHERE municipality_id = $1 ORDER BY created_at DESC, id DESC LIMIT 21`;

const server = createServer((request, response) => {
  const town = new URL(request.url ?? '/', 'http://x').searchParams.get('town');
  pool.query(LIST, [town]).then(
    ({ rows }) => response.setHeader('content-type', 'application/json').end(JSON.stringify(rows)),
    () => response.writeHead(500).end(),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ type: 'ready', port: typeof address === 'object' ? address?.port : 0 });
});
process.on('disconnect', () => process.exit(0));
