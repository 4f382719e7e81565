import { describe, expect, it } from '@jest/globals';
import { Watchdog } from './watchdog.js';

const bell = { outboxId: 'o', send: 1 };

function watched(hands = 1) {
  let ms = 0;
  const dog = new Watchdog(hands, () => ms);
  return { dog, pass: (seconds: number) => (ms += seconds * 1000) };
}

describe('the watchdog', () => {
  it('calls a worker deaf when work waits and it hears nothing', () => {
    const { dog, pass } = watched();
    pass(44);
    expect(dog.isDeaf(44)).toBe(false);
    pass(2);
    expect(dog.isDeaf(46)).toBe(true);
  });

  it('is content when nothing waits', () => {
    const { dog, pass } = watched();
    pass(3600);
    expect(dog.isDeaf(0)).toBe(false);
  });

  it('is content with a worker that answered a short while ago', async () => {
    const { dog, pass } = watched();
    pass(40);
    await dog.watching(async () => {})(bell);
    pass(30);
    expect(dog.isDeaf(50)).toBe(false);
  });

  it('leaves a worker alone whose hands are all full, and gives it time afterwards', async () => {
    const { dog, pass } = watched();
    let finish = (): void => {};
    const long = dog.watching(() => new Promise((resolve) => (finish = resolve)))(bell);
    pass(600);
    expect(dog.isDeaf(600)).toBe(false);
    finish();
    await long;
    pass(30);
    expect(dog.isDeaf(600)).toBe(false);
    pass(30);
    expect(dog.isDeaf(600)).toBe(true);
  });

  it('excuses a worker while the queue is away', () => {
    const { dog, pass } = watched();
    pass(300);
    dog.excuse();
    expect(dog.isDeaf(60)).toBe(false);
    pass(46);
    expect(dog.isDeaf(60)).toBe(true);
  });

  it('counts a failed answer as heard', async () => {
    const { dog, pass } = watched();
    const failing = dog.watching(() => Promise.reject(new Error('no')));
    pass(50);
    await expect(failing(bell)).rejects.toThrow('no');
    expect(dog.isDeaf(60)).toBe(false);
  });
});
