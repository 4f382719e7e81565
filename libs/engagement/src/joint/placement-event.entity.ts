import type { Change } from '@banso/kernel';
import { StatusEvent, statusStep } from '@banso/platform';
import { Column, Entity } from 'typeorm';
import type { PlacementStatus } from '../placement-status.js';

/** One step of a placement. */
@Entity('placement_event')
export class PlacementEvent extends StatusEvent<PlacementStatus> {
  @Column('uuid', { name: 'placement_id' }) placementId: string;

  static of(
    placement: { id: string; prefectureId: string; status: PlacementStatus },
    fromStatus: PlacementStatus | null,
    change: Change,
  ): PlacementEvent {
    return Object.assign(new PlacementEvent(), {
      placementId: placement.id,
      ...statusStep(placement, fromStatus, change),
    });
  }
}
