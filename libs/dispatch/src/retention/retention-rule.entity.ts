import type { Actor } from '@banso/kernel';
import type { RetentionKind } from '@banso/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many days a prefecture keeps a kind of record, where it chose something else than the default. */
@Entity('retention_rule')
export class RetentionRule {
  @PrimaryColumn('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('text') kind: RetentionKind;
  @Column('int') days: number;
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;

  static of(actor: Actor, kind: RetentionKind, days: number, now: Date): RetentionRule {
    return Object.assign(new RetentionRule(), {
      prefectureId: actor.prefectureId,
      kind,
      days,
      setBy: actor.accountId,
      setByName: actor.name,
      setAt: now,
    });
  }
}
