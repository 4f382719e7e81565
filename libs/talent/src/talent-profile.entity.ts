import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 人材像: one of the four kinds of digital talent of the national standard. */
@Entity({ name: 'talent_profile' })
export class TalentProfile {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'summary', type: 'text' })
  summary: string;

  @Column({ name: 'summary_en', type: 'text' })
  summaryEn: string;
}
