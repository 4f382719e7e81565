import { describe, expect, it } from '@jest/globals';
import { hiddenOf, mayShow } from './suppression.js';

const group = (answers: number, towns: number) => ({ answers, towns });

describe('small groups', () => {
  it('are shown from five answers and three towns on', () => {
    expect([group(5, 3), group(4, 3), group(5, 2)].map(mayShow)).toEqual([true, false, false]);
    const [large, other] = [group(9, 4), group(12, 5)];
    expect(hiddenOf([large, other]).size).toBe(0);
  });

  it('take a larger one with them where they could be had by taking the shown ones from the whole', () => {
    const [tiny, middle, large] = [group(1, 1), group(6, 3), group(30, 9)];
    expect([...hiddenOf([large, tiny, middle])]).toEqual([tiny, middle]);
    const [few, some] = [group(3, 2), group(4, 2)];
    expect([...hiddenOf([few, some, large])]).toEqual([few, some]);
    // Nobody has answered: there is nothing to hide.
    expect(hiddenOf([group(0, 0), large]).size).toBe(0);
    expect([...hiddenOf([tiny])]).toEqual([tiny]);
  });
});
