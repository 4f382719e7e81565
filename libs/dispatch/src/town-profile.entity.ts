import type { Actor, LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stretch of days, both included, in which a town would rather have no visit. */
export interface BusyPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Such as 「12月議会」. */
  readonly label: string;
}

export interface TownFactsInput {
  readonly itStaff: number | null;
  readonly busy: readonly BusyPeriod[];
}

/** What the planner should know of a town: how many people do its IT, and when it is busy. */
@Entity('town_profile')
export class TownProfile {
  @PrimaryColumn('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  /** People who do IT, part-time ones included; null = nobody has said. */
  @Column('int', { name: 'it_staff', nullable: true }) itStaff: number | null;
  @Column('jsonb') busy: readonly BusyPeriod[];
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;

  static of(
    actor: Actor,
    town: { readonly id: string; readonly prefectureId: string },
    facts: TownFactsInput,
    now: Date,
  ): TownProfile {
    return Object.assign(new TownProfile(), {
      municipalityId: town.id,
      prefectureId: town.prefectureId,
      itStaff: facts.itStaff,
      busy: facts.busy,
      setBy: actor.accountId,
      setByName: actor.name,
      setAt: now,
    });
  }

  /** Nobody to fall back on: such a town is protected in the order of who is served. */
  get isOnePerson(): boolean {
    return this.itStaff !== null && this.itStaff <= 1;
  }
}
