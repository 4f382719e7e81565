import { municipalitiesByIds } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { specialistsByIds, themesByIds } from '@banso/talent';
import type { Locale } from '../words.js';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** A name by an id; empty where there is none, or none to be seen. */
export type NameOf = (id: string | null) => string;

const namesIn =
  (rows: readonly Named[], locale: Locale): NameOf =>
  (id) => {
    const found = rows.find((row) => row.id === id);
    if (!found) return '';
    return locale === 'en' ? found.nameEn : found.name;
  };

const once = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))];

interface Wanted {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly locale: Locale;
}

export const townNames = async ({ tx, locale }: Wanted, ids: readonly (string | null)[]): Promise<NameOf> =>
  namesIn(await municipalitiesByIds(tx, once(ids)), locale);

export const themeNames = async ({ tx, locale }: Wanted, ids: readonly (string | null)[]): Promise<NameOf> =>
  namesIn(await themesByIds(tx, once(ids)), locale);

export const specialistNames = async (
  { tx, actor, locale }: Wanted,
  ids: readonly (string | null)[],
): Promise<NameOf> => namesIn(await specialistsByIds(tx, actor, once(ids)), locale);
