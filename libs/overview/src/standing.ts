import { type Actor, type LocalDate, permit } from '@banso/kernel';
import { beyondOwnRows, type Tx } from '@banso/platform';
import { coveredTowns, type Reach, type TownCoverage } from './coverage.js';
import { may } from './overview.policy.js';
import type { Size } from './town-size.js';
import { ownWaits, type WaitFigures, waitFigures } from './waits.js';
import type { Year } from './year.js';

/** Fewer towns or requests, and a figure would tell of one of them. */
export const FEWEST_COMPARED = 5;

/** The middle of towns; null where too few stand behind it. */
export interface Compared {
  readonly towns: number;
  readonly visitedTowns: number | null;
  readonly medianOnSite: number | null;
  readonly medianOnline: number | null;
  readonly medianContactDays: number | null;
  readonly medianVisitDays: number | null;
}

/** A town beside the others, which have no names here. */
export interface TownStanding {
  readonly year: Year;
  readonly size: Size;
  readonly reach: Reach;
  readonly onSite: number;
  readonly online: number;
  readonly lastOn: LocalDate | null;
  readonly received: number;
  readonly contactDays: number | null;
  readonly visitDays: number | null;
  readonly all: Compared;
  readonly sameSize: Compared;
}

/** For a town: its own year beside the middle of all towns and of those of its size. Only figures come back. */
export function townStanding(tx: Tx, actor: Actor, year: Year): Promise<TownStanding> {
  permit(may.compare(actor));
  const { prefectureId, municipalityId } = actor;
  return beyondOwnRows(tx, async () => {
    const towns = await coveredTowns(tx, prefectureId, year);
    const { figures } = await waitFigures(tx, prefectureId, year);
    const waits = await ownWaits(tx, { prefectureId, municipalityId }, year);
    const own = towns.find((town) => town.municipalityId === municipalityId);
    const { size = 'SMALL', reach = 'NOT_VISITED', onSite = 0, online = 0, lastOn = null } = own ?? {};
    const same = towns.filter((town) => town.size === size);
    return {
      year,
      size,
      reach,
      onSite,
      online,
      lastOn,
      received: waits.received,
      contactDays: waits.contact,
      visitDays: waits.visit,
      all: compared(towns, figures, null),
      sameSize: compared(same, figures, size),
    };
  });
}

function compared(
  towns: readonly TownCoverage[],
  figures: readonly WaitFigures[],
  size: Size | null,
): Compared {
  const enough = towns.length >= FEWEST_COMPARED;
  const wait = (kind: WaitFigures['wait']): number | null => {
    const found = figures.find((one) => one.wait === kind && one.size === size);
    return enough && found && found.met >= FEWEST_COMPARED ? found.median : null;
  };
  return {
    towns: towns.length,
    visitedTowns: enough ? towns.filter(({ reach }) => reach === 'VISITED').length : null,
    medianOnSite: enough ? middleOf(towns.map(({ onSite }) => onSite)) : null,
    medianOnline: enough ? middleOf(towns.map(({ online }) => online)) : null,
    medianContactDays: wait('CONTACT'),
    medianVisitDays: wait('VISIT'),
  };
}

/** The lower of the two in the middle. */
function middleOf(counts: readonly number[]): number | null {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}
