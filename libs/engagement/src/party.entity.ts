import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PARTY_KINDS = ['PREFECTURE', 'MUNICIPALITY', 'COMPANY', 'ASSOCIATION'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** 当事者: who can agree with whom. */
@Entity('party')
export class Party {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') kind: PartyKind;
  /** Of a municipality only. */
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  @Column('text') name: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @Column('text', { nullable: true }) address: string | null;
}
