import { randomUUID } from 'node:crypto';
import type { HubStaff, LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CapBasis, IntakeWindow, SchemeCost, SchemeTerms } from './scheme-terms.js';

/** 制度: national support that a town may be sent to, as one fiscal year stated it. Loaded from files. */
@Entity('scheme')
export class Scheme {
  @PrimaryColumn('text') id: string;
  @PrimaryColumn('int', { name: 'fiscal_year' }) fiscalYear: number;
  @Column('boolean', { name: 'year_stated' }) yearStated: boolean;
  @Column('int') position: number;
  @Column('text') name: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  /** Who runs it. */
  @Column('text') organ: string;
  @Column('text', { name: 'organ_en' }) organEn: string;
  @Column('text') summary: string;
  @Column('text', { name: 'summary_en' }) summaryEn: string;
  @Column('jsonb') terms: SchemeTerms;
  @Column('text') source: string;
}

/** What a prefecture says of a scheme of its own. */
export interface OwnSchemeContent {
  readonly name: string;
  readonly capPer: CapBasis;
  readonly onSiteDays: number | null;
  readonly onlineHours: number | null;
  readonly visits: number | null;
  readonly cost: SchemeCost | null;
  readonly costWords: string;
  readonly rules: string;
  readonly source: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** A prefecture's own scheme. */
@Entity('prefecture_scheme')
export class PrefectureScheme implements OwnSchemeContent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') name: string;
  @Column('text', { name: 'cap_per' }) capPer: CapBasis;
  @Column('int', { name: 'on_site_days', nullable: true }) onSiteDays: number | null;
  @Column('int', { name: 'online_hours', nullable: true }) onlineHours: number | null;
  @Column('int', { nullable: true }) visits: number | null;
  @Column('text', { nullable: true }) cost: SchemeCost | null;
  @Column('text', { name: 'cost_words' }) costWords: string;
  @Column('text') rules: string;
  @Column('text') source: string;
  @Column('date', { name: 'valid_from' }) validFrom: LocalDate;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: LocalDate | null;
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;

  static of(actor: HubStaff, content: OwnSchemeContent, now: Date): PrefectureScheme {
    const scheme = Object.assign(new PrefectureScheme(), {
      id: randomUUID(),
      prefectureId: actor.prefectureId,
    });
    scheme.revise(actor, content, now);
    return scheme;
  }

  revise(actor: HubStaff, content: OwnSchemeContent, now: Date): void {
    Object.assign(this, content, { setBy: actor.accountId, setByName: actor.name, setAt: now });
  }
}

/** 受付期間: when a scheme takes applications, as the hub has found out. */
@Entity('scheme_window')
export class SchemeWindow implements IntakeWindow {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'scheme_id' }) schemeId: string;
  @Column('date', { name: 'opens_on', nullable: true }) opensOn: LocalDate | null;
  @Column('date', { name: 'closes_on' }) closesOn: LocalDate;
  @Column('text', { name: 'closes_at', nullable: true }) closesAt: string | null;
  @Column('text') source: string;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;

  static of(
    actor: HubStaff,
    content: IntakeWindow & { readonly schemeId: string; readonly source: string },
    now: Date,
  ): SchemeWindow {
    return Object.assign(new SchemeWindow(), {
      id: randomUUID(),
      prefectureId: actor.prefectureId,
      ...content,
      removedAt: null,
      setBy: actor.accountId,
      setByName: actor.name,
      setAt: now,
    });
  }
}
