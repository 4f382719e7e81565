import { randomUUID } from 'node:crypto';
import { DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrderedTown } from './round-order.js';

/** 巡回, 聞き取り(前期), 聞き取り(後期). */
export const ROUND_KINDS = ['VISIT', 'HEARING_FIRST', 'HEARING_SECOND'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** Every town of the prefecture once, by one specialist. */
@Entity('town_round')
export class TownRound {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('int', { name: 'fiscal_year' }) fiscalYear: number;
  @Column('text') kind: RoundKind;
  /** Which one of its kind in the year. */
  @Column('int') no: number;
  /** 統括責任者. */
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  /** Why it was opened before the one before had been everywhere. */
  @Column('text', { nullable: true }) reason: string | null;
  /** How often its order was changed. */
  @Column('int') arranged: number;

  static open(
    prefectureId: string,
    facts: Pick<TownRound, 'fiscalYear' | 'kind' | 'no' | 'specialistId' | 'reason'>,
  ): TownRound {
    return Object.assign(new TownRound(), { id: randomUUID(), prefectureId, ...facts, arranged: 0 });
  }
}

/** 計画, 日程, 同行確定, 訪問, 課題票, 対応. */
export const STOP_STATUSES = [
  'PLANNED',
  'DATED',
  'COMPANION_SET',
  'VISITED',
  'ISSUES_NOTED',
  'HANDLED',
] as const;
export type StopStatus = (typeof STOP_STATUSES)[number];

/** Another day is agreed from the plan again, and needs its companion again. */
const NEXT: Readonly<Record<StopStatus, readonly StopStatus[]>> = {
  PLANNED: ['DATED'],
  DATED: ['COMPANION_SET', 'PLANNED'],
  COMPANION_SET: ['VISITED', 'PLANNED'],
  VISITED: ['ISSUES_NOTED'],
  ISSUES_NOTED: ['HANDLED'],
  HANDLED: [],
};

/** What may come next; to a hearing online nobody travels, so it needs no companion. */
export const stopNext = (kind: RoundKind, status: StopStatus): readonly StopStatus[] =>
  kind !== 'VISIT' && status === 'DATED' ? ['VISITED', 'PLANNED'] : NEXT[status];

/** One town of a round. */
@Entity('round_stop')
export class RoundStop {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'round_id' }) roundId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  /** Towns of one tour are seen one after the other. */
  @Column('int') tour: number;
  @Column('int') position: number;
  /** When its ferries go. */
  @Column('text', { name: 'ferry_note', nullable: true }) ferryNote: string | null;
  @Column('text') status: StopStatus;
  @Column('date', { name: 'planned_on', nullable: true }) plannedOn: LocalDate | null;
  /** Who of the prefecture comes along, by name. */
  @Column('text', { nullable: true }) companion: string | null;
  @Column('date', { name: 'visited_on', nullable: true }) visitedOn: LocalDate | null;
  /** 課題票. */
  @Column('text', { nullable: true }) issues: string | null;
  /** What is done about it. */
  @Column('text', { nullable: true }) handling: string | null;

  static of({ id, prefectureId }: TownRound, town: OrderedTown, position: number): RoundStop {
    return Object.assign(new RoundStop(), {
      id: randomUUID(),
      prefectureId,
      roundId: id,
      ...town,
      position,
      status: 'PLANNED' as const,
      plannedOn: null,
      companion: null,
      visitedOn: null,
      issues: null,
      handling: null,
    });
  }

  get isVisited(): boolean {
    return this.visitedOn !== null;
  }

  moveTo(kind: RoundKind, status: StopStatus, facts: Partial<RoundStop>): void {
    if (!stopNext(kind, this.status).includes(status))
      throw new DomainError('INVALID_STATE', 'round-stop.not-in-state', { status: this.status });
    Object.assign(this, facts, { status });
  }
}
