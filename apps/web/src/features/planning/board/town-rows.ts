import type { BoardModel } from './board-model';
import type { BoardRow } from './board.documents';

/** How a town stands in these days. */
export interface TownRow {
  readonly town: BoardRow['municipalities'][number];
  readonly waiting: number;
  /** Of the request that waits longest; null when none waits. */
  readonly longestDays: number | null;
  readonly visits: number;
  readonly drafts: number;
  readonly level: 0 | 1 | 2 | 3 | 4;
}

/** From how many days on a wait is of the next level. */
const LONGER = [15, 31, 61] as const;

function levelOf(days: number | null): TownRow['level'] {
  if (days === null) return 0;
  const [second, third, fourth] = LONGER;
  if (days < second) return 1;
  if (days < third) return 2;
  return days < fourth ? 3 : 4;
}

/** Every town, whoever waits longest first: what the map shows, as rows. */
export function townRows(model: BoardModel): TownRow[] {
  const rows = new Map(
    [...model.towns.values()].map((town) => [
      town.id,
      { town, waiting: 0, longestDays: null as number | null, visits: 0, drafts: 0 },
    ]),
  );
  for (const { request, visits, days } of model.waiting) {
    const row = rows.get(request.municipalityId);
    if (!row) continue;
    row.waiting += visits.length;
    row.longestDays = Math.max(row.longestDays ?? 0, days);
  }
  for (const chip of model.chips.values()) {
    const row = rows.get(chip.municipalityId);
    if (!row) continue;
    if (chip.isDraft) row.drafts += 1;
    else row.visits += 1;
  }
  return [...rows.values()]
    .map((row) => ({ ...row, level: levelOf(row.longestDays) }))
    .sort(
      (a, b) =>
        (b.longestDays ?? -1) - (a.longestDays ?? -1) ||
        b.waiting - a.waiting ||
        (a.town.kana < b.town.kana ? -1 : 1),
    );
}
