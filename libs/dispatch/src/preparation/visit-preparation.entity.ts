import type { Actor } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing to have ready. */
export interface PreparationThing {
  readonly text: string;
  readonly done: boolean;
}

/** What a town says about a visit before it is made. */
export interface PreparationContent {
  readonly purpose: string;
  /** Each text once: it is ticked by its words. */
  readonly things: readonly PreparationThing[];
  readonly room: string;
  readonly parking: string;
  /** Who receives, and on which number. */
  readonly contact: string;
  readonly remarks: string;
}

/** 訪問の準備: what the town has ready, for whoever comes and for the hub. */
@Entity('visit_preparation')
export class VisitPreparation implements PreparationContent {
  @PrimaryColumn('uuid', { name: 'visit_id' }) visitId: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('text') purpose: string;
  @Column('jsonb') things: readonly PreparationThing[];
  @Column('text') room: string;
  @Column('text') parking: string;
  @Column('text') contact: string;
  @Column('text') remarks: string;
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;

  static of(
    visit: { readonly id: string; readonly prefectureId: string; readonly municipalityId: string },
    content: PreparationContent,
    { actor, at }: { readonly actor: Actor; readonly at: Date },
  ): VisitPreparation {
    return Object.assign(new VisitPreparation(), {
      visitId: visit.id,
      prefectureId: visit.prefectureId,
      municipalityId: visit.municipalityId,
      ...content,
      setBy: actor.accountId,
      setByName: actor.name,
      setAt: at,
    });
  }
}
