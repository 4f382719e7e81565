import { describe, expect, it } from '@jest/globals';
import { Gate } from './gate.js';

/** Work that ends when it is told to. */
function open() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  return { done, end };
}

describe('a gate', () => {
  it('lets so many in at once, and the others in their order as these leave', async () => {
    const gate = new Gate(2);
    const began: number[] = [];
    const works = [open(), open(), open(), open()];
    const all = works.map(({ done }, i) =>
      gate.within(async () => {
        began.push(i);
        await done;
      }),
    );
    await Promise.resolve();
    expect(began).toEqual([0, 1]);
    works[1]?.end();
    await all[1];
    await Promise.resolve();
    expect(began).toEqual([0, 1, 2]);
    works.forEach(({ end }) => end());
    await Promise.all(all);
    expect(began).toEqual([0, 1, 2, 3]);
  });

  it('gives the room back when the work fails', async () => {
    const gate = new Gate(1);
    await expect(gate.within(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(gate.within(() => Promise.resolve(7))).resolves.toBe(7);
  });

  it('sends away whoever found no room in time, and nobody else', async () => {
    const gate = new Gate(1, { usual: 20 });
    const leave = await gate.enter();
    await expect(gate.enter()).resolves.toBeNull();
    const next = gate.enter();
    leave?.();
    // Leaving twice makes no second room.
    leave?.();
    const nextLeaves = await next;
    expect(nextLeaves).not.toBeNull();
    await expect(gate.enter()).resolves.toBeNull();
    nextLeaves?.();
    await expect(gate.enter()).resolves.not.toBeNull();
  });

  it('lets nobody wait for long while there is a line that does not end, and is patient again after it', async () => {
    const gate = new Gate(1, { usual: 400, after: 50, inLine: 10 });
    const leave = await gate.enter();
    const waited = async (): Promise<number> => {
      const begun = performance.now();
      await gate.enter();
      return performance.now() - begun;
    };
    const first = waited();
    // The line has lasted for long by now: whoever comes is sent away before the first, who came earlier.
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    const second = waited();
    expect(await Promise.race([first.then(() => 'first'), second.then(() => 'second')])).toBe('second');
    expect(await first).toBeGreaterThanOrEqual(390);
    // No line any more: the next one may wait as the first did.
    expect(await waited()).toBeGreaterThanOrEqual(390);
    leave?.();
  });
});
