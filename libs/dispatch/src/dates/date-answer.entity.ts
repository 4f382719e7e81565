import { randomUUID } from 'node:crypto';
import type { MunicipalityStaff } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DateInquiry } from './date-inquiry.entity.js';
import type { Mark } from './date-inquiry-status.js';

/** Marks by half-day (`halfKey`); what somebody left out they did not say. */
export type Marks = Readonly<Record<string, Mark>>;

/** What one person of the town can do; entered by themselves or by a colleague. */
@Entity('date_inquiry_answer')
export class DateAnswer {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'inquiry_id' }) inquiryId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  /** Who entered it last. */
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('text') name: string;
  @Column('text', { nullable: true }) comment: string | null;
  @Column('jsonb') marks: Marks;
  @Column('timestamptz', { name: 'answered_at' }) answeredAt: Date;

  static of(inquiry: DateInquiry, name: string): DateAnswer {
    return Object.assign(new DateAnswer(), {
      id: randomUUID(),
      prefectureId: inquiry.prefectureId,
      inquiryId: inquiry.id,
      municipalityId: inquiry.municipalityId,
      name,
    });
  }

  say(
    by: MunicipalityStaff,
    words: { readonly comment: string | null; readonly marks: Marks },
    at: Date,
  ): void {
    this.accountId = by.accountId;
    this.comment = words.comment;
    this.marks = words.marks;
    this.answeredAt = at;
  }
}
