import { randomUUID } from 'node:crypto';
import { systemActor } from '@banso/kernel';
import {
  defineJob,
  enqueue,
  type Handling,
  type LongHandler,
  long,
  MAX_FAILURES,
  openQueue,
  OutboxDispatcher,
  quick,
  Scheduler,
} from '@banso/platform';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../../../test/database.js';
import {
  type QueueSettings,
  queueSettings,
  until,
  wipeQueue,
  type Workbench,
  workbench,
} from '../test/workbench.js';

const note = defineJob('test.note', z.object({ id: z.uuid() }));
const fail = defineJob('test.fail', z.object({ id: z.uuid() }));
const flaky = defineJob('test.flaky', z.object({ id: z.uuid() }));
const tick = defineJob('test.tick', z.object({}));

const write = (id: string) => `INSERT INTO effect (id) VALUES ('${id}')`;

let tries = 0;
const HANDLINGS: Handling[] = [
  quick(note, { run: async (tx, _, { id }) => void (await tx.query(write(id))) }),
  quick(fail, {
    run: async (tx, _, { id }) => {
      await tx.query(write(id));
      throw new Error('secret words of a town');
    },
  }),
  quick(flaky, {
    run: async (tx, _, { id }) => {
      await tx.query(write(id));
      tries += 1;
      if (tries === 1) throw new Error('not yet');
    },
  }),
  quick(tick, { run: async (tx) => void (await tx.query(write(randomUUID()))) }),
];

let database: FreshDatabase;
let settings: QueueSettings;
let benches: Workbench[];

beforeAll(async () => {
  database = await freshDatabase([]);
  // An effect leaves a row for each time it happens, so that a second one shows.
  await database.dataSource.query(
    `CREATE TABLE effect (id uuid NOT NULL, at timestamptz NOT NULL DEFAULT now());
     GRANT ALL ON effect TO banso_system`,
  );
}, 60_000);
beforeEach(async () => {
  await database.dataSource.query('TRUNCATE effect, outbox, queue_epoch, schedule');
  settings = queueSettings(database.url);
  benches = [];
  tries = 0;
});
afterEach(async () => {
  for (const made of benches) await made.stop();
});
afterAll(() => database.drop());

async function bench(handlings = HANDLINGS): Promise<Workbench> {
  const made = await workbench(settings, handlings);
  benches.push(made);
  return made;
}

async function working(): Promise<Workbench> {
  const made = await bench();
  await made.start();
  return made;
}

async function ask(count: number, job = note): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await database.db.write(systemActor('34'), async (tx) => {
    for (const id of ids) await enqueue(tx, job, { id }, { prefectureId: '34' });
  });
  return ids;
}

const outboxRow = async (): Promise<{
  id: string;
  sends: number;
  unrung: number;
  failures: number;
  last_error: string;
  later: boolean;
  dead: boolean;
  done: boolean;
}> => {
  const [row] = await database.dataSource.query(
    `SELECT id, sends, unrung, failures, last_error, run_after > now() AS later, dead_at IS NOT NULL AS dead,
            done_at IS NOT NULL AS done FROM outbox`,
  );
  return row;
};
const open = async (): Promise<number> => {
  const [row] = await database.dataSource.query(
    'SELECT count(*)::int AS n FROM outbox WHERE done_at IS NULL AND dead_at IS NULL',
  );
  return row.n;
};
const effects = async (): Promise<string[]> =>
  (await database.dataSource.query('SELECT id FROM effect ORDER BY id')).map(({ id }: { id: string }) => id);
const done = (seconds?: number) => until('all work done', async () => (await open()) === 0, seconds);

describe('work that was asked for', () => {
  it('is done once, by whichever of two workers hears of it', async () => {
    await working();
    await working();
    const ids = await ask(120);
    await done();
    expect(await effects()).toEqual([...ids].sort());
  }, 90_000);

  it('has one effect, however often its doorbell rings', async () => {
    const { executor, dispatcher } = await bench();
    const ids = await ask(1);
    await dispatcher.dispatch();
    const { id, sends } = await outboxRow();
    const ring = () => executor.execute({ outboxId: id, send: sends });
    await Promise.all([ring(), ring(), ring(), ring()]);
    await ring();
    expect(await effects()).toEqual(ids);
  });

  it('is tried again after a failure, and leaves nothing of the first try', async () => {
    await working();
    const ids = await ask(1, flaky);
    await done();
    expect(await effects()).toEqual(ids);
    expect(await outboxRow()).toMatchObject({ failures: 1, done: true });
  }, 90_000);

  it('is set aside after many failures, with what went wrong but nobody’s words', async () => {
    const { executor } = await bench();
    await ask(1, fail);
    for (let attempt = 1; attempt <= MAX_FAILURES; attempt++) {
      const { id, dead } = await outboxRow();
      expect(dead).toBe(false);
      await executor.execute({ outboxId: id, send: 0 });
    }
    const row = await outboxRow();
    expect(row).toMatchObject({ failures: MAX_FAILURES, dead: true, later: true });
    expect(row.last_error).not.toContain('secret');
    expect(await effects()).toEqual([]);
  });
});

describe('a queue that loses its memory', () => {
  it('delays what was on its way, and loses and doubles nothing', async () => {
    const { dispatcher } = await bench();
    await dispatcher.noticeWipe();
    const ids = await ask(100);
    expect(await dispatcher.dispatch()).toBe(100);
    await wipeQueue(settings);
    await working();
    // Without noticing, the leases alone would take longer.
    await done(15);
    expect(await effects()).toEqual([...ids].sort());
  }, 90_000);

  it('may do so again and again under load', async () => {
    await working();
    await working();
    const asked: string[] = [];
    for (let round = 0; round < 5; round++) {
      asked.push(...(await ask(60)));
      await wipeQueue(settings);
    }
    await done();
    expect(await effects()).toEqual([...asked].sort());
  }, 120_000);
});

describe('a queue that is away', () => {
  it('makes work wait for its return and for nothing else', async () => {
    const nowhere = {
      ...settings,
      ...(settings.REDIS_URL
        ? { REDIS_URL: 'redis://127.0.0.1:1' }
        : { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/nowhere' }),
    };
    const queue = openQueue(nowhere);
    const dispatcher = new OutboxDispatcher(database.db, queue);
    const ids = await ask(3);
    for (let attempt = 0; attempt < 3; attempt++) await expect(dispatcher.dispatch()).rejects.toThrow();
    // Each try has a number of its own, so that no job id is used twice; none of them counts against the row.
    expect(await outboxRow()).toMatchObject({ sends: 3, unrung: 3, dead: false });
    const { dispatcher: back, executor } = await bench();
    expect(await back.dispatch()).toBe(3);
    for (const { id, sends } of await database.dataSource.query('SELECT id, sends FROM outbox'))
      await executor.execute({ outboxId: id, send: sends });
    expect(await effects()).toEqual([...ids].sort());
    await queue.close().catch(() => {});
  }, 60_000);
});

describe('a schedule', () => {
  const everyDay = [{ name: 'day', everySeconds: 86_400, job: tick }];

  it('ticks once, however many workers look at it', async () => {
    const schedulers = [1, 2, 3].map(() => new Scheduler(database.db, everyDay));
    await Promise.all(schedulers.map((scheduler) => scheduler.tick()));
    for (const scheduler of schedulers) await scheduler.tick();
    expect(await open()).toBe(1);
  });

  it('does not make up for the time when nobody looked', async () => {
    const scheduler = new Scheduler(database.db, everyDay);
    await scheduler.tick();
    await database.dataSource.query(`UPDATE schedule SET next_run_at = now() - interval '10 days'`);
    await scheduler.tick();
    await scheduler.tick();
    expect(await open()).toBe(2);
  });

  it('survives a queue without a memory', async () => {
    const made = await workbench(settings, HANDLINGS, [{ name: 'second', everySeconds: 1, job: tick }]);
    benches.push(made);
    await made.start();
    await until('a first tick', async () => (await effects()).length > 0);
    await wipeQueue(settings);
    const before = (await effects()).length;
    await until('ticks after the wipe', async () => (await effects()).length >= before + 2);
  }, 90_000);
});

describe('long work', () => {
  const compute = defineJob('test.compute', z.object({ id: z.uuid() }));
  type Handler = LongHandler<{ id: string }, string, string>;

  /** Computes until it is let go. */
  function gated(): { handlings: Handling[]; begun: Promise<void>; release: () => void } {
    let begin = (): void => {};
    let release = (): void => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const gate = new Promise<void>((resolve) => (release = resolve));
    const handler: Handler = {
      begin: async (_tx, _actor, { id }) => id,
      compute: (id, signal) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
          void gate.then(() => resolve(id));
          begin();
        }),
      finish: async (tx, _actor, _payload, id) => void (await tx.query(write(id))),
    };
    return { handlings: [long(compute, handler)], begun, release };
  }

  const doorbell = async () => {
    const { id, sends } = await outboxRow();
    return { outboxId: id, send: sends };
  };

  it('is not begun a second time while it runs', async () => {
    const { handlings, begun, release } = gated();
    const { executor, dispatcher } = await bench(handlings);
    const ids = await ask(1, compute);
    await dispatcher.dispatch();
    const first = executor.execute(await doorbell());
    await begun;
    await executor.execute(await doorbell());
    expect(await dispatcher.dispatch()).toBe(0);
    release();
    await first;
    expect(await effects()).toEqual(ids);
  });

  it('of a worker that closes is at once free for another', async () => {
    const slow = gated();
    const first = await bench(slow.handlings);
    const ids = await ask(1, compute);
    await first.dispatcher.dispatch();
    const running = first.executor.execute(await doorbell());
    await slow.begun;
    first.executor.close();
    await running;
    const quickOne = gated();
    quickOne.release();
    const second = await bench(quickOne.handlings);
    expect(await second.dispatcher.dispatch()).toBe(1);
    await second.executor.execute(await doorbell());
    expect(await effects()).toEqual(ids);
  });

  it('of a frozen worker that another took over is thrown away', async () => {
    const frozen = gated();
    const first = await bench(frozen.handlings);
    const ids = await ask(1, compute);
    await first.dispatcher.dispatch();
    const running = first.executor.execute(await doorbell());
    await frozen.begun;
    await database.dataSource.query(`UPDATE outbox SET running_until = now() - interval '1 second'`);
    const awake = gated();
    awake.release();
    const second = await bench(awake.handlings);
    expect(await second.dispatcher.dispatch()).toBe(1);
    await second.executor.execute(await doorbell());
    frozen.release();
    await running;
    expect(await effects()).toEqual(ids);
  });
});
