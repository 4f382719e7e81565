import { randomUUID } from 'node:crypto';
import { type Change, DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Firm, firmKey } from './firm.js';

/** What ties a specialist to a firm: work, side work or stock, or a contract of the past. */
export const FIRM_RELATIONS = ['EMPLOYER', 'SHAREHOLDING', 'PAST_VENDOR'] as const;
export type FirmRelation = (typeof FIRM_RELATIONS)[number];

export interface SpecialistFirmFacts extends Firm {
  readonly relation: FirmRelation;
  readonly from: LocalDate | null;
  /** Null while it lasts. */
  readonly to: LocalDate | null;
  /** How the hub knows: a pledge, a report of side work, a register. Null: the person said so. */
  readonly source: string | null;
}

/** 所属先・兼業先・保有株式・過去の取引先: read by the hub and the person, never by a town. */
@Entity({ name: 'specialist_firm' })
export class SpecialistFirm {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @Column({ name: 'specialist_id', type: 'uuid' })
  specialistId: string;

  @Column({ name: 'relation', type: 'text' })
  relation: FirmRelation;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'name_key', type: 'text' })
  nameKey: string;

  @Column({ name: 'corporate_number', type: 'text', nullable: true })
  corporateNumber: string | null;

  @Column({ name: 'from_on', type: 'date', nullable: true })
  from: LocalDate | null;

  @Column({ name: 'to_on', type: 'date', nullable: true })
  to: LocalDate | null;

  @Column({ name: 'source', type: 'text', nullable: true })
  source: string | null;

  @Column({ name: 'recorded_by_name', type: 'text' })
  recordedByName: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  @Column({ name: 'removed_by_name', type: 'text', nullable: true })
  removedByName: string | null;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt: Date | null;

  @Column({ name: 'removed_reason', type: 'text', nullable: true })
  removedReason: string | null;

  static record(
    specialist: { readonly id: string; readonly prefectureId: string },
    facts: SpecialistFirmFacts,
    { actor, at }: Change,
  ): SpecialistFirm {
    return Object.assign(new SpecialistFirm(), {
      id: randomUUID(),
      prefectureId: specialist.prefectureId,
      specialistId: specialist.id,
      ...facts,
      nameKey: firmKey(facts.name),
      recordedByName: actor.name,
      recordedAt: at,
      removedByName: null,
      removedAt: null,
      removedReason: null,
    });
  }

  /** It was wrong: it counts no more, and stays in the record. */
  remove({ actor, at, reason }: Change): void {
    if (this.removedAt) throw new DomainError('INVALID_STATE', 'firm.removed');
    this.removedByName = actor.name;
    this.removedAt = at;
    this.removedReason = reason ?? null;
  }
}
