import type { Change } from '@banso/kernel';
import { StatusEvent, statusStep } from '@banso/platform';
import { Column, Entity } from 'typeorm';
import type { ApplicantStatus } from './applicant-status.js';

/** One step of an application. */
@Entity('applicant_event')
export class ApplicantEvent extends StatusEvent<ApplicantStatus> {
  @Column('uuid', { name: 'applicant_id' }) applicantId: string;

  static of(
    applicant: { id: string; prefectureId: string; status: ApplicantStatus },
    fromStatus: ApplicantStatus | null,
    change: Change,
  ): ApplicantEvent {
    return Object.assign(new ApplicantEvent(), {
      applicantId: applicant.id,
      ...statusStep(applicant, fromStatus, change),
    });
  }
}
