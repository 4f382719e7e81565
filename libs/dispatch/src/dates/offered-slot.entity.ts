import { randomUUID } from 'node:crypto';
import type { VisitMode } from '@banso/planning';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Slot, slotAlone } from '../slot.js';
import type { DateInquiry } from './date-inquiry.entity.js';
import type { SlotOutcome, SlotReason } from './date-inquiry-status.js';

/** 候補日程: one of up to three slots that a town may choose from. It stays when the slot itself is released. */
@Entity('date_inquiry_slot')
export class OfferedSlot implements Slot {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  /** From 1, as the hub ordered them. */
  @Column('int') position: number;
  @Column('text') outcome: SlotOutcome;
  /** The visit that holds it, while it does. */
  @Column('uuid', { name: 'visit_id', nullable: true }) visitId: string | null;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text') mode: VisitMode;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  @Column('boolean', { name: 'night_before' }) nightBefore: boolean;
  @Column('boolean', { name: 'night_after' }) nightAfter: boolean;
  /** On the way there and on, as it was when it was offered. */
  @Column('int', { name: 'travel_minutes' }) travelMinutes: number;
  @Column('text', { array: true }) reasons: readonly SlotReason[];

  static of(
    inquiry: DateInquiry,
    position: number,
    held: Slot & { readonly id: string },
    why: { readonly travelMinutes: number; readonly reasons: readonly SlotReason[] },
  ): OfferedSlot {
    return Object.assign(new OfferedSlot(), {
      id: randomUUID(),
      prefectureId: inquiry.prefectureId,
      inquiryId: inquiry.id,
      municipalityId: inquiry.municipalityId,
      position,
      outcome: 'OFFERED' as const,
      visitId: held.id,
      ...slotAlone(held),
      ...why,
    });
  }

  /** Chosen: its visit is published. */
  choose(): void {
    this.outcome = 'CHOSEN';
  }

  /** The specialist's time is free again. */
  release(): void {
    this.outcome = 'RELEASED';
    this.visitId = null;
  }
}
