import { describe, expect, it } from '@jest/globals';
import { firstOf, iterations, noImprovement, when } from './stop.js';

const moment = (done: number, since: number) => ({ iterations: done, sinceImprovement: since });

describe('stop rules', () => {
  it('stop by iterations, by stillness, by the caller', () => {
    expect(iterations(3)(moment(2, 0))).toBe(false);
    expect(iterations(3)(moment(3, 0))).toBe(true);
    expect(noImprovement(5)(moment(90, 4))).toBe(false);
    expect(noImprovement(5)(moment(90, 5))).toBe(true);
    let over = false;
    const stop = when(() => over);
    expect(stop(moment(1, 1))).toBe(false);
    over = true;
    expect(stop(moment(1, 1))).toBe(true);
  });

  it('combine: the first one wins', () => {
    const stop = firstOf(iterations(10), noImprovement(3));
    expect(stop(moment(9, 2))).toBe(false);
    expect(stop(moment(4, 3))).toBe(true);
    expect(stop(moment(10, 0))).toBe(true);
  });
});
