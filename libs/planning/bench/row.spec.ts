import { describe, expect, it } from '@jest/globals';
import { optionsOf } from './options.js';
import { comparison, growthExponent, tableOf, type Row } from './row.js';

describe('the table of the bench', () => {
  it('has a line for each figure and a gap where one was not measured', () => {
    const rows: Row[] = [
      { instance: 'tiny', figures: { placed: 28, gap: 0.12345 } },
      { instance: 'mid', figures: { placed: 291 } },
    ];
    expect(tableOf(rows)).toEqual(['         tiny  mid', 'placed     28  291', 'gap     0.123    –']);
  });

  it('says what changed between two reports', () => {
    const report = (travel: number, plan: string) => ({
      node: 'v20',
      rows: [{ instance: 'tiny', figures: { travel, placed: 3, plan } }],
    });
    expect(comparison(report(200, 'ab'), report(150, 'cd')).map((line) => line.split(/ {2,}/))).toEqual([
      ['tiny', 'before', 'after', 'change'],
      ['', 'travel', '200', '150', '-50 (-25.0 %)'],
      ['', 'placed', '3', '3', ''],
      ['', 'plan', 'ab', 'cd', 'differs'],
    ]);
  });

  it('finds how time grows with size', () => {
    const points = [10, 100, 1000].map((visits) => ({ visits, seconds: visits ** 1.5 / 7 }));
    expect(growthExponent(points)).toBeCloseTo(1.5, 6);
    expect(growthExponent(points.slice(0, 1))).toBeUndefined();
  });
});

describe('the options of the bench', () => {
  it('are all sizes but the nation unless told otherwise', () => {
    expect(optionsOf([])).toMatchObject({
      sizes: ['tiny', 'small', 'mid', 'large', 'region'],
      nation: false,
    });
  });

  it('are read as written', () => {
    const args = ['--size', 'mid,nation', '--seed', '7', '--iterations', '50', '--json', 'out.json'];
    expect(optionsOf(args)).toMatchObject({
      sizes: ['mid'],
      nation: true,
      seed: 7,
      iterations: 50,
      json: 'out.json',
    });
    expect(optionsOf(['--compare', 'a.json', 'b.json']).compare).toEqual(['a.json', 'b.json']);
  });

  it('go to the readers of public files when they are theirs', () => {
    const args = ['--solomon', 'folder', '--seconds', '1'];
    expect(optionsOf(args)).toMatchObject({ sizes: [], others: args });
  });

  it('are refused when they make no sense', () => {
    expect(() => optionsOf(['--size', 'huge'])).toThrow('huge');
    expect(() => optionsOf(['--seed', 'x'])).toThrow('--seed');
    expect(() => optionsOf(['--compare', 'a.json'])).toThrow('two files');
  });
});
