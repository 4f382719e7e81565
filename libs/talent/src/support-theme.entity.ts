import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a theme is usually supported; `EITHER` leaves the choice to the municipality. */
export const THEME_MODES = ['ON_SITE', 'ONLINE', 'EITHER'] as const;
export type ThemeMode = (typeof THEME_MODES)[number];

/** 支援テーマ: what a municipality chooses, with the usual plan of visits. */
@Entity({ name: 'support_theme' })
export class SupportTheme {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'group_id', type: 'text' })
  groupId: string;

  @Column({ name: 'profile_id', type: 'text' })
  profileId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'mode', type: 'text' })
  mode: ThemeMode;

  @Column({ name: 'visits', type: 'int' })
  visits: number;

  @Column({ name: 'visit_minutes', type: 'int' })
  visitMinutes: number;

  @Column({ name: 'min_gap_days', type: 'int' })
  minGapDays: number;

  /** Procurement and the like: interests must be checked before a specialist is named. */
  @Column({ name: 'conflict_check', type: 'boolean' })
  conflictCheck: boolean;

  @Column({ name: 'trouble', type: 'text' })
  trouble: string;

  @Column({ name: 'trouble_en', type: 'text' })
  troubleEn: string;

  @Column({ name: 'example', type: 'text' })
  example: string;

  @Column({ name: 'example_en', type: 'text' })
  exampleEn: string;

  /** Lines to start a request from. */
  @Column({ name: 'points', type: 'text', array: true })
  points: string[];

  @Column({ name: 'points_en', type: 'text', array: true })
  pointsEn: string[];

  /** What a town has ready when somebody comes. */
  @Column({ name: 'prepare', type: 'text', array: true })
  prepare: string[];

  @Column({ name: 'prepare_en', type: 'text', array: true })
  prepareEn: string[];

  @Column({ name: 'taxonomy_version', type: 'text' })
  taxonomyVersion: string;
}
