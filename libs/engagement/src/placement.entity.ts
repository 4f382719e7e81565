import { randomUUID } from 'node:crypto';
import { type Change, DomainError, type LocalDate, type WeeklyHalf } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { PlacementEvent } from './joint/placement-event.entity.js';
import { PLACEMENT_NEXT, type PlacementStatus } from './placement-status.js';

export { PLACEMENT_STATUSES, type PlacementStatus } from './placement-status.js';

/** What is agreed of a placement before it begins. */
export interface PlacementFacts {
  readonly agreementId: string;
  readonly specialistId: string;
  readonly municipalityId: string;
  readonly post: string;
  readonly weekly: readonly WeeklyHalf[];
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** 配属: one person at one town, in a post, on certain half-days of the week, for a term. */
@Entity('placement')
export class Placement {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'agreement_id', nullable: true }) agreementId: string | null;
  @Column('uuid', { name: 'specialist_id' }) specialistId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  /** 職: デジタル推進室長, CIO補佐官. */
  @Column('text') post: string;
  /** The half-days that belong to the town; empty where days are only counted. */
  @Column('text', { array: true }) weekly: WeeklyHalf[];
  @Column('text') status: PlacementStatus;
  @Column('date', { name: 'starts_on' }) startsOn: LocalDate;
  @Column('date', { name: 'ends_on' }) endsOn: LocalDate;

  /** What happened since it was loaded; saved together with the row. */
  readonly newEvents: PlacementEvent[] = [];

  static plan(prefectureId: string, facts: PlacementFacts, change: Change): Placement {
    const placement = Object.assign(new Placement(), {
      ...facts,
      id: randomUUID(),
      prefectureId,
      weekly: [...facts.weekly],
      status: 'PLANNED' as const,
    });
    placement.note(null, change);
    return placement;
  }

  start(change: Change): void {
    this.become('ACTIVE', change);
  }

  /** Its last day; over at once when that has passed. */
  end(on: LocalDate, today: LocalDate, change: Change): void {
    if (this.status !== 'ACTIVE') throw new DomainError('INVALID_STATE', 'placement.not-in-state');
    this.endsOn = on;
    if (on < today) this.become('ENDED', change);
    else this.note('ACTIVE', change);
  }

  /** It was planned, and will not be. */
  cancel(change: Change): void {
    this.become('CANCELLED', change);
  }

  /** Its day has come and it does not start: said once. */
  waits(change: Change): void {
    this.note('PLANNED', change);
  }

  private become(next: PlacementStatus, change: Change): void {
    if (!PLACEMENT_NEXT[this.status].includes(next))
      throw new DomainError('INVALID_STATE', 'placement.not-in-state');
    const from = this.status;
    this.status = next;
    this.note(from, change);
  }

  private note(from: PlacementStatus | null, change: Change): void {
    this.newEvents.push(PlacementEvent.of(this, from, change));
  }
}
