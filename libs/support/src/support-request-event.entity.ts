import type { Change } from '@banso/kernel';
import { StatusEvent, statusStep } from '@banso/platform';
import { Column, Entity } from 'typeorm';
import type { SupportRequestStatus } from './support-request-status.js';

/** One step in the life of a request. */
@Entity('support_request_event')
export class SupportRequestEvent extends StatusEvent<SupportRequestStatus> {
  @Column('uuid', { name: 'support_request_id' }) supportRequestId: string;
  /** 職名 under which it was done, where somebody said one. */
  @Column('text', { name: 'actor_post', nullable: true }) actorPost: string | null;

  static of(
    request: { id: string; prefectureId: string; status: SupportRequestStatus },
    fromStatus: SupportRequestStatus | null,
    change: Change,
  ): SupportRequestEvent {
    return Object.assign(new SupportRequestEvent(), {
      supportRequestId: request.id,
      actorPost: null,
      ...statusStep(request, fromStatus, change),
    });
  }
}
