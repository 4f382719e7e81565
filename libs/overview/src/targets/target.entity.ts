import { randomUUID } from 'node:crypto';
import type { HubStaff, LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 全市町村訪問, 高度専門人材, DX推進リーダー, 一般行政職員: the kinds of people are those of the national guideline. */
export const TARGET_KINDS = ['COVERAGE', 'EXPERT', 'LEADER', 'STAFF'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** What is wanted by the end of a fiscal year, and how far it is. */
export interface TargetFacts {
  readonly fiscalYear: number;
  readonly kind: TargetKind;
  /** Null: of the prefecture itself. */
  readonly municipalityId: string | null;
  /** People; of COVERAGE and STAFF, per cent. */
  readonly target: number;
  readonly secured: number | null;
  readonly trained: number | null;
  /** Of how many the share of STAFF is reckoned. */
  readonly headcount: number | null;
  readonly countedOn: LocalDate | null;
  /** The plan or decision that says so. */
  readonly source: string;
}

/** 目標. Every version stays to be read; the highest holds. */
@Entity('overview_target')
export class OverviewTarget implements TargetFacts {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  @Column('int', { name: 'fiscal_year' }) fiscalYear: number;
  @Column('text') kind: TargetKind;
  @Column('int') version: number;
  @Column('int') target: number;
  @Column('int', { nullable: true }) secured: number | null;
  @Column('int', { nullable: true }) trained: number | null;
  @Column('int', { nullable: true }) headcount: number | null;
  @Column('date', { name: 'counted_on', nullable: true }) countedOn: LocalDate | null;
  @Column('text') source: string;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;

  static of(actor: HubStaff, facts: TargetFacts, version: number, at: Date): OverviewTarget {
    return Object.assign(new OverviewTarget(), {
      id: randomUUID(),
      prefectureId: actor.prefectureId,
      ...facts,
      version,
      setByName: actor.name,
      setAt: at,
    });
  }
}
