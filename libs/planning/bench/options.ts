import { parseArgs } from 'node:util';
import { EXTENTS, type SizeName } from './instances/make.js';

/** What the bench was asked for. */
export interface Options {
  readonly sizes: readonly SizeName[];
  readonly nation: boolean;
  readonly seed: number;
  /** CPU seconds of search for every size; null = each size's own. */
  readonly seconds: number | null;
  readonly iterations: number | null;
  /** File to write the report to. */
  readonly json: string | null;
  /** Two reports to compare; then nothing is measured. */
  readonly compare: readonly [string, string] | null;
  /** Arguments for the readers of public benchmark files. */
  readonly others: readonly string[];
}

const SIZES: readonly SizeName[] = ['tiny', 'small', 'mid', 'large', 'region'];

/** Reads the command line. Throws with a sentence if it is wrong. */
export function optionsOf(args: readonly string[]): Options {
  const own = {
    size: { type: 'string' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string' },
    iterations: { type: 'string' },
    json: { type: 'string' },
    compare: { type: 'boolean', default: false },
  } as const;
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: own,
    strict: false,
    tokens: true,
  });
  const [before, after] = positionals;
  if (values.compare === true && (before === undefined || after === undefined))
    throw new Error('--compare needs two files: --compare before.json after.json');
  const isPublic = tokens.some((token) => token.kind === 'option' && !(token.name in own));
  const asked = askedSizes(values.size, isPublic);
  const unknown = asked.find((size) => !(size in EXTENTS));
  if (unknown !== undefined)
    throw new Error(`--size ${unknown} is none of ${Object.keys(EXTENTS).join(', ')}`);
  return {
    sizes: SIZES.filter((size) => asked.includes(size)),
    nation: asked.includes('nation'),
    seed: numberOf(values.seed, 'seed') ?? 1,
    seconds: numberOf(values.seconds, 'seconds'),
    iterations: numberOf(values.iterations, 'iterations'),
    json: typeof values.json === 'string' ? values.json : null,
    compare: values.compare === true ? [before ?? '', after ?? ''] : null,
    others: isPublic ? args : [],
  };
}

function askedSizes(size: string | boolean | undefined, isPublic: boolean): readonly string[] {
  if (typeof size === 'string') return size.split(',');
  return isPublic ? [] : SIZES;
}

function numberOf(value: string | boolean | undefined, name: string): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (typeof value === 'boolean' || !Number.isFinite(number) || number < 0)
    throw new Error(`--${name} needs a number`);
  return number;
}
