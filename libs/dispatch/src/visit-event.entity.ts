import type { Change } from '@banso/kernel';
import { StatusEvent, statusStep } from '@banso/platform';
import { Column, Entity } from 'typeorm';
import { keptSlot, type KeptSlot, type Slot } from './slot.js';
import type { VisitStatus } from './visit-status.js';

/** A visit that was moved: from where to where. */
export interface Moved {
  readonly from: Slot;
  readonly to: Slot;
}

/** One step of a visit. */
@Entity('visit_event')
export class VisitEvent extends StatusEvent<VisitStatus> {
  @Column('uuid', { name: 'visit_id' }) visitId: string;
  /** Where it was and where it went, when it was moved. */
  @Column('jsonb', { name: 'moved_from', nullable: true }) movedFrom: KeptSlot | null;
  @Column('jsonb', { name: 'moved_to', nullable: true }) movedTo: KeptSlot | null;

  static of(
    visit: { readonly id: string; readonly prefectureId: string; readonly status: VisitStatus },
    fromStatus: VisitStatus | null,
    change: Change,
    moved: Moved | null = null,
  ): VisitEvent {
    return Object.assign(new VisitEvent(), {
      visitId: visit.id,
      ...statusStep(visit, fromStatus, change),
      movedFrom: moved && keptSlot(moved.from),
      movedTo: moved && keptSlot(moved.to),
    });
  }
}
