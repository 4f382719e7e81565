import { randomUUID } from 'node:crypto';
import type { Change } from '@banso/kernel';
import type { SupportRequest } from '@banso/support';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 役に立った, 分かりやすかった, 前に進んだ, また頼みたい. */
export const RATINGS = ['usefulness', 'clarity', 'progress', 'again'] as const;
export type Rating = (typeof RATINGS)[number];

export type Ratings = Readonly<Record<Rating, number>> & { readonly words: string | null };

/** 支援評価: one to five points each, of one visit or, at its end, of the case. */
@Entity('support_evaluation')
export class SupportEvaluation {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text', { name: 'municipality_id' }) municipalityId: string;
  @Column('uuid', { name: 'support_request_id' }) supportRequestId: string;
  /** Null: of the case as a whole. */
  @Column('uuid', { name: 'visit_id', nullable: true }) visitId: string | null;
  @Column('int') usefulness: number;
  @Column('int') clarity: number;
  @Column('int') progress: number;
  @Column('int') again: number;
  @Column('text', { nullable: true }) words: string | null;
  @Column('uuid', { name: 'evaluated_by', nullable: true }) evaluatedBy: string | null;
  @Column('text', { name: 'evaluated_by_name' }) evaluatedByName: string;
  @Column('timestamptz', { name: 'evaluated_at' }) evaluatedAt: Date;

  static of(
    request: Pick<SupportRequest, 'id' | 'prefectureId' | 'municipalityId'>,
    visitId: string | null,
    ratings: Ratings,
    { actor, at }: Change,
  ): SupportEvaluation {
    return Object.assign(new SupportEvaluation(), {
      id: randomUUID(),
      prefectureId: request.prefectureId,
      municipalityId: request.municipalityId,
      supportRequestId: request.id,
      visitId,
      ...ratings,
      evaluatedBy: actor.accountId,
      evaluatedByName: actor.name,
      evaluatedAt: at,
    });
  }
}
