import { afterEach, describe, expect, it } from '@jest/globals';
import { ThreadOverdue, ThreadPool, type ThreadPoolOptions, ThreadsBusy } from './thread-pool.js';

/** Answers numbers by their double and its own number; `spin` never ends, `break` throws, `wait` answers late. */
const CODE = `
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', (task) => {
  if (task === 'spin') for (;;);
  if (task === 'break') throw new Error('broken');
  if (task === 'wait') setTimeout(() => parentPort.postMessage(threadId), 50);
  else parentPort.postMessage(task === 'who' ? threadId : task * 2);
});`;

const pools: ThreadPool<number | string, number>[] = [];
function poolWith(options: Partial<ThreadPoolOptions> = {}): ThreadPool<number | string, number> {
  const pool = new ThreadPool<number | string, number>({
    file: new URL(`data:text/javascript,${encodeURIComponent(CODE)}`),
    threads: 1,
    timeLimitMs: 10_000,
    mostWaiting: 10,
    memoryMb: 64,
    ...options,
  });
  pools.push(pool);
  return pool;
}
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

describe('a pool of threads', () => {
  it('answers what it is asked, with a thread that stays', async () => {
    const pool = poolWith();
    expect(await Promise.all([1, 2, 3].map((n) => pool.run(n)))).toEqual([2, 4, 6]);
    expect(await pool.run('who')).toBe(await pool.run('who'));
  });

  it('works side by side on as many as it has, and on no more', async () => {
    const pool = poolWith({ threads: 2 });
    const who = await Promise.all([1, 2, 3, 4].map(() => pool.run('wait')));
    expect(new Set(who).size).toBe(2);
  });

  it('ends what takes too long, and goes on with the next', async () => {
    const pool = poolWith({ timeLimitMs: 400 });
    await expect(pool.run('spin')).rejects.toBeInstanceOf(ThreadOverdue);
    expect(await pool.run(21)).toBe(42);
  });

  it('counts the waiting too', async () => {
    const pool = poolWith({ timeLimitMs: 400 });
    const asked = await Promise.allSettled([pool.run('spin'), pool.run(1)]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('tells whoever asked that a thread has failed, and replaces it', async () => {
    const pool = poolWith();
    const asked = await Promise.allSettled([pool.run('break'), pool.run(3)]);
    expect(asked).toMatchObject([
      { status: 'rejected', reason: { message: 'broken' } },
      { status: 'fulfilled', value: 6 },
    ]);
  });

  it('tells that its code cannot be found', async () => {
    const pool = poolWith({ file: new URL('file:///no/such/code.js') });
    await expect(pool.run(1)).rejects.toThrow('Cannot find module');
  });

  it('takes no more than it can, but always those who hold a lock', async () => {
    const pool = poolWith({ mostWaiting: 1 });
    const order: string[] = [];
    const ask = (name: string, first = false): Promise<unknown> =>
      pool.run('wait', { first }).then(() => order.push(name));
    const asked = [ask('one'), ask('two')];
    await expect(pool.run(3)).rejects.toBeInstanceOf(ThreadsBusy);
    asked.push(ask('locked', true));
    await Promise.all(asked);
    expect(order).toEqual(['one', 'locked', 'two']);
  });

  it('refuses everybody when it is closed', async () => {
    const pool = poolWith();
    const waiting = [pool.run('spin'), pool.run(1)];
    const ends = Promise.allSettled(waiting);
    await pool.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.run(1)).rejects.toBeInstanceOf(ThreadsBusy);
  });
});
