import type { HubDuty } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeFacts } from './notice-facts.js';

/** What somebody should know, once. Written in the transaction that made it so, and spread by background work. */
@Entity('notice')
export class Notice {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') kind: string;
  @Column('text', { name: 'about_type' }) aboutType: string;
  @Column('text', { name: 'about_id' }) aboutId: string;
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  @Column('uuid', { name: 'specialist_id', nullable: true }) specialistId: string | null;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('text', { name: 'hub_duty', nullable: true }) hubDuty: HubDuty | null;
  @Column('jsonb') facts: NoticeFacts;
  @Column('text') key: string;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'spread_at', nullable: true }) spreadAt: Date | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
}
