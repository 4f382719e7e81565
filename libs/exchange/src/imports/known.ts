import { listPlaces } from '@banso/directory';
import { type Actor, type Clock, type LocalDate } from '@banso/kernel';
import { joined, type Db, type Tx } from '@banso/platform';
import { listProfiles, listSkills, listThemes, type Specialist, visibleSpecialists } from '@banso/talent';
import type { Words } from '../words.js';

/** What rows are held against, asked for once for a whole file; and the door to the services. */
export interface Known {
  readonly tx: Tx;
  readonly actor: Actor;
  /** Into the transaction in which the whole file is done. */
  readonly db: Db;
  readonly clock: Clock;
  readonly today: LocalDate;
  /** Towns of the prefecture and its own office, by code. */
  readonly places: ReadonlyMap<string, string>;
  readonly towns: ReadonlyMap<string, string>;
  readonly profiles: Words;
  readonly skills: Words;
  readonly themes: Words;
  readonly specialists: readonly Specialist[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

const wordsOf = (rows: readonly Named[]): Words =>
  Object.fromEntries(rows.map(({ id, name, nameEn }) => [id, { ja: name, en: nameEn }]));

export async function learn(tx: Tx, actor: Actor, clock: Clock): Promise<Known> {
  const places = await listPlaces(tx, actor);
  const isTown = ({ id }: { id: string }) => !id.slice(2).startsWith('000');
  const specialists =
    actor.role === 'HUB_STAFF'
      ? await visibleSpecialists(tx, actor).orderBy('specialist.kana').getMany()
      : [];
  return {
    tx,
    actor,
    db: joined(tx, actor),
    clock,
    today: clock.today(),
    places: new Map(places.map(({ id, name }) => [id, name])),
    towns: new Map(places.filter(isTown).map(({ id, name }) => [id, name])),
    profiles: wordsOf(await listProfiles(tx)),
    skills: wordsOf(await listSkills(tx)),
    themes: wordsOf(await listThemes(tx)),
    specialists,
  };
}
