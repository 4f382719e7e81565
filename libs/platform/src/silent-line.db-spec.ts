import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import { createDataSource } from './data-source.js';
import { Db, isDatabaseAway } from './db.js';

let database: FreshDatabase;
let line: Server;
let port = 0;
let swallows = false;
const sockets: Socket[] = [];

beforeAll(async () => {
  database = await freshDatabase([]);
  const target = new URL(database.url);
  line = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    sockets.push(near, far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const)
      from.on('data', (bytes) => swallows || to.write(bytes)).on('error', () => {});
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  port = (line.address() as { port: number }).port;
});
afterAll(async () => {
  sockets.forEach((socket) => socket.destroy());
  line.close();
  await database.drop();
});

it('is noticed: a connection on which nothing comes back any more is given up, and the next one works', async () => {
  const url = new URL(database.url);
  url.port = String(port);
  const dataSource = createDataSource({ url: url.href, pool: 2, entities: [], onPoolError: () => {} });
  const db = new Db(await dataSource.initialize());
  const ask = () => db.system(null, (tx) => tx.query('SELECT 1 AS one'));
  expect(await ask()).toEqual([{ one: 1 }]);
  swallows = true;
  const lost: unknown = await ask().catch((error: unknown) => error);
  expect(isDatabaseAway(lost)).toBe(true);
  swallows = false;
  expect(await ask()).toEqual([{ one: 1 }]);
  await dataSource.destroy();
}, 90_000);

it('is told as away when the line breaks between two statements of a transaction', async () => {
  const url = new URL(database.url);
  url.port = String(port);
  const dataSource = createDataSource({ url: url.href, pool: 2, entities: [], onPoolError: () => {} });
  const db = new Db(await dataSource.initialize());
  const lost: unknown = await db
    .system(null, async (tx) => {
      await tx.query('SELECT 1');
      sockets.forEach((socket) => socket.destroy());
      // Until the driver has heard of it.
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
      await tx.query('SELECT 2');
    })
    .catch((error: unknown) => error);
  expect(lost).toBeInstanceOf(Error);
  expect(isDatabaseAway(lost)).toBe(true);
  expect(isDatabaseAway(new Error('Something else'))).toBe(false);
  expect(await db.system(null, (tx) => tx.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  await dataSource.destroy();
});
