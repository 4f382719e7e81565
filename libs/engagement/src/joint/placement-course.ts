import { type Change, type LocalDate, localDateOf } from '@banso/kernel';
import { enqueue, type Tx } from '@banso/platform';
import { Placement } from '../placement.entity.js';
import { startObstacles } from './placement-gate.js';
import { settlePlacement } from './placement.jobs.js';
import { placementHistoriesOf, savePlacements, takePlacement } from './placement.queries.js';

const SWEPT_AT_ONCE = 500;

/** What one placement has to do with today. */
const isDue = ({ status, startsOn, endsOn }: Placement, today: LocalDate): boolean =>
  (status === 'PLANNED' && startsOn <= today) || (status === 'ACTIVE' && endsOn < today);

/** Asks for each placement whose day has come to be looked at, in its own prefecture. */
export async function sweepDuePlacements(tx: Tx, at: Date): Promise<void> {
  const due = await tx
    .createQueryBuilder(Placement, 'placement')
    .where(`(placement.status = 'PLANNED' AND placement.startsOn <= :today)`, { today: localDateOf(at) })
    .orWhere(`(placement.status = 'ACTIVE' AND placement.endsOn < :today)`)
    .orderBy('placement.startsOn')
    .addOrderBy('placement.id')
    .take(SWEPT_AT_ONCE)
    .getMany();
  for (const { id, prefectureId } of due)
    await enqueue(tx, settlePlacement, { placementId: id }, { prefectureId });
}

/** Starts it where the gate is open; otherwise its history says, once for each reason, why it waits. */
export async function settleDuePlacement(tx: Tx, placementId: string, change: Change): Promise<void> {
  const placement = await takePlacement(tx, change.actor, placementId);
  const today = localDateOf(change.at);
  if (!isDue(placement, today)) return;
  if (placement.status === 'ACTIVE')
    placement.end(placement.endsOn, today, { ...change, reason: 'placement.term-over' });
  else {
    const [first] = await startObstacles(tx, change.actor, placement);
    if (!first) placement.start({ ...change, reason: 'placement.day-come' });
    else if (await wasSaid(tx, placement.id, first.reason)) return;
    else placement.waits({ ...change, reason: first.reason });
  }
  await savePlacements(tx, [placement]);
}

async function wasSaid(tx: Tx, placementId: string, reason: string): Promise<boolean> {
  return (await placementHistoriesOf(tx, [placementId])).at(-1)?.reason === reason;
}
