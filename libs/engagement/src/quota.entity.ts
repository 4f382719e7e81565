import { randomUUID } from 'node:crypto';
import { DomainError, type HubStaff } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose visits a quota counts. */
export const QUOTA_SCOPES = ['PREFECTURE', 'MUNICIPALITY', 'CASE', 'AGREEMENT', 'THEME'] as const;
export type QuotaScope = (typeof QUOTA_SCOPES)[number];

/** For how long one count goes on. */
export const QUOTA_PERIODS = ['FISCAL_YEAR', 'MONTH', 'WHOLE'] as const;
export type QuotaPeriod = (typeof QUOTA_PERIODS)[number];

/** A day is one person on one date; hours are those of the visits; visits are counted one by one. */
export const QUOTA_UNITS = ['DAYS', 'HOURS', 'VISITS'] as const;
export type QuotaUnit = (typeof QUOTA_UNITS)[number];

/** Which visits it counts. */
export const QUOTA_MODES = ['ON_SITE', 'ONLINE', 'BOTH'] as const;
export type QuotaMode = (typeof QUOTA_MODES)[number];

/** What a quota is about; fixed once it is set. */
export interface QuotaSubject {
  readonly scope: QuotaScope;
  /** The town, or the town of the case; null = each town or case by itself. */
  readonly municipalityId: string | null;
  readonly supportRequestId: string | null;
  readonly agreementId: string | null;
  readonly themeId: string | null;
  readonly period: QuotaPeriod;
  /** Only this one; null = each fiscal year by itself. */
  readonly fiscalYear: number | null;
  readonly unit: QuotaUnit;
  readonly counts: QuotaMode;
}

/** What the coordinator may write anew. */
export interface QuotaTerms {
  readonly name: string;
  /** In its unit. */
  readonly limit: number;
  readonly warnPercent: number;
  readonly note: string | null;
  readonly source: string;
}

/** 枠: how much may be used up. What is used is counted, never kept. */
@Entity('quota')
export class Quota implements QuotaSubject, QuotaTerms {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') name: string;
  @Column('text') scope: QuotaScope;
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  @Column('uuid', { name: 'support_request_id', nullable: true }) supportRequestId: string | null;
  @Column('uuid', { name: 'agreement_id', nullable: true }) agreementId: string | null;
  @Column('text', { name: 'theme_id', nullable: true }) themeId: string | null;
  @Column('text') period: QuotaPeriod;
  @Column('int', { name: 'fiscal_year', nullable: true }) fiscalYear: number | null;
  @Column('text') unit: QuotaUnit;
  @Column('text') counts: QuotaMode;
  @Column('int', { name: 'most' }) limit: number;
  @Column('int', { name: 'warn_percent' }) warnPercent: number;
  @Column('text', { nullable: true }) note: string | null;
  /** Where the limit is said. */
  @Column('text') source: string;
  @Column('text', { name: 'raised_reason', nullable: true }) raisedReason: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'ended_reason', nullable: true }) endedReason: string | null;
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;

  static of(actor: HubStaff, subject: QuotaSubject, terms: QuotaTerms, now: Date): Quota {
    const quota = Object.assign(new Quota(), {
      id: randomUUID(),
      prefectureId: actor.prefectureId,
      ...subject,
      raisedReason: null,
      endedAt: null,
      endedReason: null,
    });
    return quota.write(actor, terms, now);
  }

  /** Tighter or the same: allowing more takes `raise`. */
  revise(actor: HubStaff, terms: QuotaTerms, now: Date): void {
    this.assertInForce();
    if (terms.limit > this.limit)
      throw new DomainError('INVALID_STATE', 'quota.raise-needs-approver', { limit: this.limit });
    this.write(actor, terms, now);
  }

  raise(actor: HubStaff, { limit, reason }: { readonly limit: number; readonly reason: string }, now: Date) {
    this.assertInForce();
    if (limit <= this.limit)
      throw new DomainError('INVALID_STATE', 'quota.not-raised', { limit: this.limit });
    this.limit = limit;
    this.raisedReason = reason;
    this.signed(actor, now);
  }

  end(actor: HubStaff, reason: string, now: Date): void {
    this.assertInForce();
    this.endedAt = now;
    this.endedReason = reason;
    this.signed(actor, now);
  }

  private write(actor: HubStaff, { name, limit, warnPercent, note, source }: QuotaTerms, now: Date): this {
    Object.assign(this, { name, limit, warnPercent, note, source });
    this.signed(actor, now);
    return this;
  }

  private signed(actor: HubStaff, now: Date): void {
    this.setBy = actor.accountId;
    this.setByName = actor.name;
    this.setAt = now;
  }

  private assertInForce(): void {
    if (this.endedAt !== null) throw new DomainError('INVALID_STATE', 'quota.ended');
  }
}
