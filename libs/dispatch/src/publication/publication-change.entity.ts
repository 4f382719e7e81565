import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangeKind } from '../plan-answers.js';
import type { PlanPublication } from '../plan-publication.entity.js';
import { keptSlot, type KeptSlot, type Slot } from '../slot.js';
import type { Visit } from '../visit.entity.js';

/** What a version made of one visit. Only ever added. */
@Entity('publication_change')
export class PublicationChange {
  @PrimaryColumn('uuid', { name: 'publication_id' }) publicationId: string;
  @PrimaryColumn('uuid', { name: 'visit_id' }) visitId: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'support_request_id' }) supportRequestId: string;
  @Column('int', { name: 'visit_no' }) visitNo: number;
  @Column('text') kind: ChangeKind;
  @Column('jsonb', { nullable: true }) before: KeptSlot | null;
  @Column('jsonb', { nullable: true }) after: KeptSlot | null;

  static of(
    publication: PlanPublication,
    visit: Visit,
    { before, after }: { readonly before: Slot | null; readonly after: Slot | null },
  ): PublicationChange {
    return Object.assign(new PublicationChange(), {
      publicationId: publication.id,
      visitId: visit.id,
      prefectureId: publication.prefectureId,
      supportRequestId: visit.supportRequestId,
      visitNo: visit.visitNo,
      kind: before === null ? ('NEW' as const) : after === null ? ('CANCELLED' as const) : ('MOVED' as const),
      before: before && keptSlot(before),
      after: after && keptSlot(after),
    });
  }
}
