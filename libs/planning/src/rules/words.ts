import type { Facts } from '../plan.js';
import { dayOf, MINUTES_PER_DAY } from '../problem.js';
import type { Locale, Names } from './rule.js';

/** The display name behind a fact that holds an id. */
export function named(facts: Facts, key: string, names: Names): string {
  const id = facts[key];
  return id === undefined ? '?' : names(String(id));
}

/** A fact as it stands. */
export function value(facts: Facts, key: string): string {
  return String(facts[key] ?? '?');
}

/** A fact that holds a mode, in words. */
export function modeIn(locale: Locale, facts: Facts): string {
  const online = facts['mode'] === 'ONLINE';
  if (locale === 'ja') return online ? 'オンライン' : '訪問';
  return online ? 'online' : 'on site';
}

/** A fact that holds a minute of the horizon, as day and time; the caller may name the day. */
export function moment(locale: Locale, facts: Facts, key: string, names: Names): string {
  const minute = facts[key];
  if (typeof minute !== 'number') return '?';
  const ofDay = minute - dayOf(minute) * MINUTES_PER_DAY;
  const hours = String(Math.floor(ofDay / 60)).padStart(2, '0');
  const minutes = String(ofDay % 60).padStart(2, '0');
  return `${dayName(locale, dayOf(minute), names)} ${hours}:${minutes}`;
}

/** A fact that holds a day of the horizon; the caller may name it. */
export function dayIn(locale: Locale, facts: Facts, key: string, names: Names): string {
  const day = facts[key];
  return typeof day === 'number' ? dayName(locale, day, names) : '?';
}

function dayName(locale: Locale, day: number, names: Names): string {
  const key = `day:${day}`;
  const name = names(key);
  if (name !== key) return name;
  return locale === 'ja' ? `${day + 1}日目` : `day ${day + 1}`;
}

/** How many specialists and slots a summary speaks of. */
export function extent(locale: Locale, facts: Facts): string {
  const specialists = value(facts, 'specialists');
  const slots = value(facts, 'slots');
  if (locale === 'ja') return `（専門人材${specialists}名・延べ${slots}枠）`;
  return ` (specialists: ${specialists}, slots: ${slots})`;
}
