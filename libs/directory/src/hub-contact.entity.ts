import type { Actor } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a town calls at the hub. */
export interface HubContactContent {
  readonly section: string;
  readonly person: string;
  readonly phone: string;
  /** When the telephone is answered. */
  readonly hours: string;
}

/** Who calls. */
export const CALLERS = ['TOWNS'] as const;
export type Caller = (typeof CALLERS)[number];

/** The key of the line for the towns of a prefecture, as the log has it. */
export const townsContactOf = (prefectureId: string): string => `${prefectureId}/TOWNS`;

/** 県の窓口: section, person and telephone, one line for each kind of caller. */
@Entity('hub_contact')
export class HubContact implements HubContactContent {
  @PrimaryColumn('text', { name: 'prefecture_id' }) prefectureId: string;
  @PrimaryColumn('text') kind: Caller;
  @Column('text') section: string;
  @Column('text') person: string;
  @Column('text') phone: string;
  @Column('text') hours: string;
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('text', { name: 'set_by_name' }) setByName: string;
  @Column('timestamptz', { name: 'set_at' }) setAt: Date;

  static of(prefectureId: string, content: HubContactContent, actor: Actor, at: Date): HubContact {
    return Object.assign(new HubContact(), {
      prefectureId,
      kind: 'TOWNS',
      ...content,
      setBy: actor.accountId,
      setByName: actor.name,
      setAt: at,
    });
  }
}
