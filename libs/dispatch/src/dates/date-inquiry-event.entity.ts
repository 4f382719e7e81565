import type { Change } from '@banso/kernel';
import { StatusEvent, statusStep } from '@banso/platform';
import { Column, Entity } from 'typeorm';
import type { DateInquiryStatus } from './date-inquiry-status.js';

/** One step of a date inquiry; the same state twice when its time was extended. */
@Entity('date_inquiry_event')
export class DateInquiryEvent extends StatusEvent<DateInquiryStatus> {
  @Column('uuid', { name: 'date_inquiry_id' }) dateInquiryId: string;

  static of(
    inquiry: { readonly id: string; readonly prefectureId: string; readonly status: DateInquiryStatus },
    fromStatus: DateInquiryStatus | null,
    change: Change,
  ): DateInquiryEvent {
    return Object.assign(new DateInquiryEvent(), {
      dateInquiryId: inquiry.id,
      ...statusStep(inquiry, fromStatus, change),
    });
  }
}
