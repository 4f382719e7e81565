import type { LocalDate } from '@banso/kernel';
import { FIXED_RATE } from './fixed-rate.js';
import { NATIONAL_2025 } from './national-2025.js';
import type { TravelRule } from './travel-rule.js';

/** Every rule that the software knows. A new one is a file beside these and a word here. */
export const TRAVEL_RULES: readonly TravelRule[] = [NATIONAL_2025, FIXED_RATE];

export const travelRule = (id: string): TravelRule | null =>
  TRAVEL_RULES.find((rule) => rule.id === id) ?? null;

/** Of all versions that hold on a day, the latest; null before the first. */
export function ruleOn<Version extends { readonly version: number; readonly validFrom: LocalDate }>(
  versions: readonly Version[],
  date: LocalDate,
): Version | null {
  return versions
    .filter(({ validFrom }) => validFrom <= date)
    .reduce<Version | null>((last, one) => (last && last.version > one.version ? last : one), null);
}
