import type { Change } from '@banso/kernel';
import { StatusEvent, statusStep } from '@banso/platform';
import { Column, Entity } from 'typeorm';
import type { ConsultationStatus } from './consultation-status.js';

/** One step of a consultation; its reason is the answer, the further question, or why. */
@Entity('consultation_event')
export class ConsultationEvent extends StatusEvent<ConsultationStatus> {
  @Column('uuid', { name: 'consultation_id' }) consultationId: string;

  static of(
    consultation: { id: string; prefectureId: string; status: ConsultationStatus },
    fromStatus: ConsultationStatus | null,
    change: Change,
  ): ConsultationEvent {
    return Object.assign(new ConsultationEvent(), {
      consultationId: consultation.id,
      ...statusStep(consultation, fromStatus, change),
    });
  }
}
