import type { Actor, Role } from './actor.js';
import { HUB_DUTIES, type HubDuty, TOWN_DUTIES, type TownDuty } from './duty.js';

/** Side and duty in one word, as operations name those whom they admit. */
export type Part = `HUB_${HubDuty}` | `TOWN_${TownDuty}` | 'SPECIALIST' | 'OPERATOR';
export const PARTS: readonly Part[] = [
  ...HUB_DUTIES.map((duty): Part => `HUB_${duty}`),
  ...TOWN_DUTIES.map((duty): Part => `TOWN_${duty}`),
  'SPECIALIST',
  'OPERATOR',
];

export const isPart = (word: string): word is Part => PARTS.some((part) => part === word);

/** On which side a part is played. */
export const roleOf = (part: Part): Role =>
  part === 'SPECIALIST' || part === 'OPERATOR'
    ? part
    : part.startsWith('HUB_')
      ? 'HUB_STAFF'
      : 'MUNICIPALITY_STAFF';

/** Every part that an actor plays at once. */
export function partsOf(actor: Actor): readonly Part[] {
  switch (actor.role) {
    case 'HUB_STAFF':
      return actor.duties.map((duty): Part => `HUB_${duty}`);
    case 'MUNICIPALITY_STAFF':
      return actor.duties.map((duty): Part => `TOWN_${duty}`);
    case 'SPECIALIST':
      return ['SPECIALIST'];
    case 'OPERATOR':
      return ['OPERATOR'];
    case 'SYSTEM':
      return [];
  }
}

/** Whether an actor plays one of these parts. */
export const plays = (actor: Actor, ...parts: readonly Part[]): boolean =>
  partsOf(actor).some((part) => parts.includes(part));
