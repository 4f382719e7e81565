import { randomUUID } from 'node:crypto';
import type { WeeklyHalf } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a specialist serves a municipality. */
export const VISIT_MODES = ['ON_SITE', 'ONLINE'] as const;
export type VisitMode = (typeof VISIT_MODES)[number];

/** What the hub writes down about a specialist. */
export interface SpecialistFacts {
  readonly name: string;
  readonly kana: string;
  readonly nameEn: string;
  readonly profileId: string;
  readonly baseId: string;
  readonly employment: string;
  readonly employmentEn: string;
  readonly modes: VisitMode[];
  readonly monthlyDays: number | null;
  readonly nights: number;
  readonly weekly: WeeklyHalf[];
  readonly active: boolean;
}

/** A person of the prefecture's talent pool. */
@Entity({ name: 'specialist' })
export class Specialist {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'kana', type: 'text' })
  kana: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'profile_id', type: 'text' })
  profileId: string;

  /** Where the working day begins and ends: a municipality's code or the prefectural office's. */
  @Column({ name: 'base_id', type: 'text' })
  baseId: string;

  /** Form of employment, in words: every agreement differs. */
  @Column({ name: 'employment', type: 'text' })
  employment: string;

  @Column({ name: 'employment_en', type: 'text' })
  employmentEn: string;

  @Column({ name: 'modes', type: 'text', array: true })
  modes: VisitMode[];

  /** A guide for a month, not a limit; null when nothing was agreed. */
  @Column({ name: 'monthly_days', type: 'int', nullable: true })
  monthlyDays: number | null;

  /** Most nights away in a row; 0 = home every evening. */
  @Column({ name: 'nights', type: 'int' })
  nights: number;

  /** As last written for a day that had come. Which holds on a day say the rows of `weekly_pattern`, where there are any. */
  @Column({ name: 'weekly', type: 'text', array: true })
  weekly: WeeklyHalf[];

  /** False for those who left the pool: they stay in its history only. */
  @Column({ name: 'active', type: 'boolean' })
  active: boolean;

  static register(prefectureId: string, facts: SpecialistFacts): Specialist {
    return Object.assign(new Specialist(), { id: randomUUID(), prefectureId, ...facts });
  }

  revise(facts: SpecialistFacts): void {
    Object.assign(this, facts);
  }
}
