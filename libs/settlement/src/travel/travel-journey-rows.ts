import { randomUUID } from 'node:crypto';
import type { Tx } from '@banso/platform';
import type { Journey } from './rules/index.js';
import { TravelLeg, TravelNight, TravelReceipt } from './travel-journey.entity.js';

interface Whose {
  readonly id: string;
  readonly prefectureId: string;
  readonly specialistId: string;
}

/** What somebody says of a journey stands in the place of what was said before. */
export async function writeJourney(
  tx: Tx,
  { id: claimId, prefectureId, specialistId }: Whose,
  journey: Pick<Journey, 'legs' | 'nights' | 'receipts'>,
): Promise<void> {
  await forgetJourney(tx, claimId);
  const of = <Row extends object>(row: Row, i: number) => ({
    id: randomUUID(),
    prefectureId,
    claimId,
    specialistId,
    position: i + 1,
    ...row,
  });
  if (journey.legs.length > 0) await tx.insert(TravelLeg, journey.legs.map(of));
  const nights = journey.nights.map((night, i) => {
    const { position: _, ...row } = of(night, i);
    return row;
  });
  if (nights.length > 0) await tx.insert(TravelNight, nights);
  if (journey.receipts.length > 0) await tx.insert(TravelReceipt, journey.receipts.map(of));
}

export async function forgetJourney(tx: Tx, claimId: string): Promise<void> {
  for (const entity of [TravelLeg, TravelNight, TravelReceipt]) await tx.delete(entity, { claimId });
}
