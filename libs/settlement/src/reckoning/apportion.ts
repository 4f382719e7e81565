/** How much of a sum a party bears, in relation to the others: whole numbers of any sum. */
export interface Weight {
  readonly partyId: string;
  readonly weight: number;
}

/** What one party bears of a sum, in whole yen. */
export interface Share extends Weight {
  readonly yen: number;
  /** How much of it was left over when the sum could not be divided. */
  readonly remainderYen: number;
}

/**
 * Divides whole yen: each party's part is rounded down, and what is left goes to the party that the agreement names.
 * The parts always add up to the total. A total below zero (money back) is divided like the same amount above it.
 * When nobody has any weight, as in a month without a day, all of it goes to the named party.
 * @throws RangeError on fractions, weights below zero, or a named party that is not among the others
 */
export function apportion(
  totalYen: number,
  weights: readonly Weight[],
  remainderPartyId: string,
): readonly Share[] {
  if (!Number.isSafeInteger(totalYen)) throw new RangeError(`no whole yen: ${totalYen}`);
  if (weights.some(({ weight }) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('a weight is a whole number, at least 0');
  if (new Set(weights.map(({ partyId }) => partyId)).size < weights.length)
    throw new RangeError('a party has one weight');
  if (!weights.some(({ partyId }) => partyId === remainderPartyId))
    throw new RangeError('the remainder goes to a party that bears a share');
  const sign = totalYen < 0 ? -1n : 1n;
  const amount = BigInt(totalYen) * sign;
  const sum = weights.reduce((all, { weight }) => all + BigInt(weight), 0n);
  const parts = weights.map(({ weight }) => (sum === 0n ? 0n : (amount * BigInt(weight)) / sum));
  const left = amount - parts.reduce((all, part) => all + part, 0n);
  return weights.map((one, i) => {
    const remainder = one.partyId === remainderPartyId ? left : 0n;
    return {
      ...one,
      yen: Number(((parts[i] ?? 0n) + remainder) * sign),
      remainderYen: Number(remainder * sign),
    };
  });
}

/** A share as a fraction in lowest terms; 0/1 when nobody has any weight. */
export function fractionOf(
  weight: number,
  sum: number,
): { readonly numerator: number; readonly denominator: number } {
  const divisor = greatestCommonDivisor(weight, sum);
  return divisor === 0 || sum === 0
    ? { numerator: 0, denominator: 1 }
    : { numerator: weight / divisor, denominator: sum / divisor };
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** Hundredths of a per cent, rounded: 3/5 is 6000. */
export const basisPointsOf = (weight: number, sum: number): number =>
  sum === 0 ? 0 : Number((BigInt(weight) * 20_000n + BigInt(sum)) / (2n * BigInt(sum)));
