import type { Change } from '@banso/kernel';
import { StatusEvent, statusStep } from '@banso/platform';
import { Column, Entity } from 'typeorm';
import type { AgreementStatus } from './agreement-status.js';

/** One step in the life of an agreement. */
@Entity('agreement_event')
export class AgreementEvent extends StatusEvent<AgreementStatus> {
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;

  static of(
    agreement: { id: string; prefectureId: string; status: AgreementStatus },
    fromStatus: AgreementStatus | null,
    change: Change,
  ): AgreementEvent {
    return Object.assign(new AgreementEvent(), {
      agreementId: agreement.id,
      ...statusStep(agreement, fromStatus, change),
    });
  }
}
