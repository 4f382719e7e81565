import { randomUUID } from 'node:crypto';
import type { Actor, Change } from '@banso/kernel';
import { type Firm, firmKey } from '@banso/talent';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a purchase is. Whoever advises on a specification may keep the own firm from bidding. */
export const PROCUREMENT_PHASES = [
  'NONE',
  'MARKET_RESEARCH',
  'SPECIFICATION',
  'BIDDING',
  'EVALUATION',
  'CONTRACTED',
] as const;
export type ProcurementPhase = (typeof PROCUREMENT_PHASES)[number];

/** A request or a consultation: both may be about something that a town buys. */
export interface Case {
  readonly id: string;
  readonly prefectureId: string;
  readonly municipalityId: string;
  readonly kind: 'REQUEST' | 'CONSULTATION';
}

type Filed = Omit<Case, 'kind'>;

export const caseOf = ({ id, prefectureId, municipalityId }: Filed, kind: Case['kind']): Case => ({
  id,
  prefectureId,
  municipalityId,
  kind,
});

/** 調達の段階. Which firms are in it stands in `procurement_vendor`; both are the town's and the hub's own. */
@Entity('procurement')
export class Procurement {
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'support_request_id', nullable: true }) supportRequestId: string | null;
  @Column('uuid', { name: 'consultation_id', nullable: true }) consultationId: string | null;
  @Column('text') phase: ProcurementPhase;
  /** Counts the changes: whoever writes says which one they read. */
  @Column('int') version: number;
  /** When it was last said which firms are in it, and everybody was held against them. */
  @Column('timestamptz', { name: 'checked_at' }) checkedAt: Date;

  static of({ id, prefectureId, municipalityId, kind }: Case): Procurement {
    return Object.assign(new Procurement(), {
      caseId: id,
      prefectureId,
      municipalityId,
      supportRequestId: kind === 'REQUEST' ? id : null,
      consultationId: kind === 'CONSULTATION' ? id : null,
      phase: 'NONE',
      version: 0,
      checkedAt: new Date(0),
    });
  }

  set(phase: ProcurementPhase, at: Date): void {
    this.phase = phase;
    this.version += 1;
    this.checkedAt = at;
  }
}

/** A firm that takes part in it, or may. */
@Entity('procurement_vendor')
export class ProcurementVendor implements Firm {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') name: string;
  @Column('text', { name: 'name_key' }) nameKey: string;
  @Column('text', { name: 'corporate_number', nullable: true }) corporateNumber: string | null;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;

  static of({ caseId, prefectureId }: Procurement, { name, corporateNumber }: Firm): ProcurementVendor {
    return Object.assign(new ProcurementVendor(), {
      id: randomUUID(),
      prefectureId,
      caseId,
      name,
      nameKey: firmKey(name),
      corporateNumber,
      removedAt: null,
    });
  }
}

/** One change of a purchase: what stood from then on, and who wrote it. Never updated. */
@Entity('procurement_event')
export class ProcurementEvent {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('int') version: number;
  @Column('text') phase: ProcurementPhase;
  @Column('jsonb') vendors: readonly Firm[];
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { name: 'actor_role' }) actorRole: Actor['role'];
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('timestamptz') at: Date;

  static of(procurement: Procurement, vendors: readonly Firm[], { actor, at }: Change): ProcurementEvent {
    return Object.assign(new ProcurementEvent(), {
      id: randomUUID(),
      prefectureId: procurement.prefectureId,
      caseId: procurement.caseId,
      version: procurement.version,
      phase: procurement.phase,
      vendors: vendors.map(({ name, corporateNumber }) => ({ name, corporateNumber })),
      actorId: actor.accountId,
      actorRole: actor.role,
      actorName: actor.name,
      at,
    });
  }
}
