import { type Actor, addDays, type LocalDate, weekdayOf } from '@banso/kernel';
import { placesByIds } from '@banso/directory';
import {
  type Facts,
  type Locale,
  type Names,
  type NearestChange,
  say,
  type Sayable,
  sayChange,
} from '@banso/planning';
import type { Tx } from '@banso/platform';
import { supportRequestsByIds, vendorsByIds } from '@banso/support';
import { skillsByIds, specialistsByIds } from '@banso/talent';
import { QUOTA_RULE, sayQuota } from './quota-words.js';

/** One sentence in both languages. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

type Named = { readonly id: string; readonly name: string; readonly nameEn: string };

const UUID = /^[0-9a-f]{8}-/;
const PLACE = /^\d{6}$/;
const DAY = /^day:(-?\d+)$/;

const WEEKDAY_JA = ['日', '月', '火', '水', '木', '金', '土'];
const WEEKDAY_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTH_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Says a rule in words; `origin` is day 0 of the problem that it speaks of. */
export type Speaker = (about: Sayable, origin: LocalDate) => Bilingual;

/** Puts planner rules into words: ids become names, days of the horizon become dates. */
export async function speakerFor(
  tx: Tx,
  actor: Actor,
  abouts: readonly { readonly facts: Facts }[],
): Promise<Speaker> {
  const tell = await tellerFor(tx, actor, abouts);
  return (about, origin) =>
    about.ruleId === QUOTA_RULE
      ? sayQuota(about.facts)
      : tell((names, locale) => say(about, names, locale), origin);
}

/** The same for changes that would make a place. */
export async function changeSpeakerFor(
  tx: Tx,
  actor: Actor,
  changes: readonly NearestChange[],
): Promise<(change: NearestChange, origin: LocalDate) => Bilingual> {
  const tell = await tellerFor(tx, actor, changes);
  return (change, origin) => tell((names, locale) => sayChange(change, names, locale), origin);
}

type Teller = (words: (names: Names, locale: Locale) => string, origin: LocalDate) => Bilingual;

async function tellerFor(
  tx: Tx,
  actor: Actor,
  abouts: readonly { readonly facts: Facts }[],
): Promise<Teller> {
  const named = await namedIn(tx, actor, abouts);
  const ja = new Map(named.map(({ id, name }) => [id, name]));
  const en = new Map(named.map(({ id, nameEn }) => [id, nameEn]));
  return (words, origin) => ({
    ja: words(namesFrom(ja, origin, dateJa), 'ja'),
    en: words(namesFrom(en, origin, dateEn), 'en'),
  });
}

async function namedIn(tx: Tx, actor: Actor, abouts: readonly { readonly facts: Facts }[]): Promise<Named[]> {
  const values = abouts.flatMap(({ facts }) => Object.values(facts));
  const ids = [...new Set(values.filter((value) => typeof value === 'string'))];
  const skillIds = ids.filter((id) => !UUID.test(id) && !PLACE.test(id));
  return [
    ...(await specialistsByIds(
      tx,
      actor,
      ids.filter((id) => UUID.test(id)),
    )),
    ...(await requestNames(tx, actor, ids)),
    ...(await vendorNames(tx, actor, abouts)),
    ...(await placesByIds(
      tx,
      ids.filter((id) => PLACE.test(id)),
    )),
    ...(await skillsByIds(tx, skillIds)),
  ];
}

/** Only a conflict of interest names a vendor, and only to those who know the vendors of the case. */
async function vendorNames(
  tx: Tx,
  actor: Actor,
  abouts: readonly { readonly facts: Facts }[],
): Promise<Named[]> {
  const ids = abouts.flatMap(({ facts: { vendorId } }) => (typeof vendorId === 'string' ? [vendorId] : []));
  if (ids.length === 0) return [];
  const vendors = await vendorsByIds(tx, actor, [...new Set(ids)]);
  return vendors.map(({ id, name }) => ({ id, name, nameEn: name }));
}

/** A request is called by its number. */
async function requestNames(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Named[]> {
  const requests = await supportRequestsByIds(
    tx,
    actor,
    ids.filter((id) => UUID.test(id)),
  );
  return requests.map(({ id, number, title }) => ({
    id,
    name: number ?? title,
    nameEn: number ?? title,
  }));
}

const namesFrom =
  (names: ReadonlyMap<string, string>, origin: LocalDate, write: (date: LocalDate) => string): Names =>
  (id) => {
    const day = DAY.exec(id)?.[1];
    return day === undefined ? (names.get(id) ?? id) : write(addDays(origin, Number(day)));
  };

export function dateJa(date: LocalDate): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日（${WEEKDAY_JA[weekdayOf(date)]}）`;
}

export function dateEn(date: LocalDate): string {
  const [, month = 1, day] = date.split('-').map(Number);
  return `${WEEKDAY_EN[weekdayOf(date)]} ${day} ${MONTH_EN[month - 1]}`;
}
