import { randomUUID } from 'node:crypto';
import { type Actor, DomainError } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How much of a scheme was asked for. */
export interface UsedAmount {
  readonly onSiteDays: number;
  readonly onlineMinutes: number;
  readonly visits: number;
}

export interface SchemeUseContent extends UsedAmount {
  readonly municipalityId: string;
  readonly schemeId: string;
  readonly fiscalYear: number;
  readonly supportRequestId: string | null;
  readonly note: string | null;
}

/** That a town was sent to a scheme. Taken back by a mark, never deleted. */
@Entity('scheme_use')
export class SchemeUse implements SchemeUseContent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('text', { name: 'scheme_id' }) schemeId: string;
  @Column('int', { name: 'fiscal_year' }) fiscalYear: number;
  @Column('uuid', { name: 'support_request_id', nullable: true }) supportRequestId: string | null;
  @Column('int', { name: 'on_site_days' }) onSiteDays: number;
  @Column('int', { name: 'online_minutes' }) onlineMinutes: number;
  @Column('int') visits: number;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column('text', { name: 'recorded_by_name' }) recordedByName: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
  @Column('text', { name: 'removed_reason', nullable: true }) removedReason: string | null;

  static of(actor: Actor, prefectureId: string, content: SchemeUseContent, now: Date): SchemeUse {
    return Object.assign(new SchemeUse(), {
      id: randomUUID(),
      prefectureId,
      ...content,
      recordedBy: actor.accountId,
      recordedByName: actor.name,
      recordedAt: now,
      removedAt: null,
      removedReason: null,
    });
  }

  remove(reason: string, now: Date): void {
    if (this.removedAt !== null) throw new DomainError('INVALID_STATE', 'scheme-use.removed');
    this.removedAt = now;
    this.removedReason = reason;
  }
}

export const sumOfUses = (uses: readonly UsedAmount[]): UsedAmount => ({
  onSiteDays: uses.reduce((sum, use) => sum + use.onSiteDays, 0),
  onlineMinutes: uses.reduce((sum, use) => sum + use.onlineMinutes, 0),
  visits: uses.reduce((sum, use) => sum + use.visits, 0),
});
