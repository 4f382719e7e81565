import { randomUUID } from 'node:crypto';
import type { Role } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeFacts } from './notice-facts.js';
import type { NoticeKind } from './notice-kinds.js';
import type { Notice } from './notice.entity.js';

/** In which seat somebody is told something. */
export interface Seat {
  readonly accountId: string;
  readonly role: Exclude<Role, 'OPERATOR'>;
  readonly municipalityId: string | null;
  readonly specialistId: string | null;
}

/** One notice as one person has it. What asks for an action stays open until it is done or marked. */
@Entity('inbox_item')
export class InboxItem {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') role: Seat['role'];
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  @Column('uuid', { name: 'specialist_id', nullable: true }) specialistId: string | null;
  @Column('text') kind: NoticeKind;
  @Column('text', { name: 'about_type' }) aboutType: string;
  @Column('text', { name: 'about_id' }) aboutId: string;
  @Column('jsonb') facts: NoticeFacts;
  @Column('boolean', { name: 'needs_action' }) needsAction: boolean;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt: Date | null;
  @Column('text', { name: 'done_how', nullable: true }) doneHow: 'MARKED' | 'SETTLED' | null;
  /** The mail that tells it. */
  @Column('uuid', { name: 'mail_id', nullable: true }) mailId: string | null;
  /** Waits for the next digest. */
  @Column('boolean', { name: 'for_digest' }) forDigest: boolean;

  static of(notice: Notice, kind: NoticeKind, seat: Seat, needsAction: boolean): InboxItem {
    return Object.assign(new InboxItem(), {
      id: randomUUID(),
      prefectureId: notice.prefectureId,
      noticeId: notice.id,
      kind,
      aboutType: notice.aboutType,
      aboutId: notice.aboutId,
      facts: notice.facts,
      needsAction,
      at: notice.at,
      doneAt: notice.settledAt,
      doneHow: notice.settledAt && 'SETTLED',
      mailId: null,
      forDigest: false,
      ...seat,
    });
  }

  /** The person has seen to it. */
  mark(now: Date): void {
    this.doneAt ??= now;
    this.doneHow ??= 'MARKED';
  }

  /** It is open again, also where the record says that it is done: the person knows better. */
  unmark(): void {
    this.doneAt = null;
    this.doneHow = null;
  }
}
