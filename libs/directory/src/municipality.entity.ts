import type { LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const MUNICIPALITY_KINDS = ['designated_city', 'city', 'special_ward', 'town', 'village'] as const;
export type MunicipalityKind = (typeof MUNICIPALITY_KINDS)[number];

/** `main` island, joined to one by a `fixed_link`, or `none`: reached by ferry or air only. */
export const ROAD_LINKS = ['main', 'fixed_link', 'none'] as const;
export type RoadLink = (typeof ROAD_LINKS)[number];

/** A city, ward, town or village of the national register. */
@Entity({ name: 'municipality' })
export class Municipality {
  /** 全国地方公共団体コード, six digits. */
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  /** 郡; only towns and villages have one. */
  @Column({ name: 'district', type: 'text', nullable: true })
  district: string | null;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** The reading in hiragana. */
  @Column({ name: 'kana', type: 'text' })
  kana: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'kind', type: 'text' })
  kind: MunicipalityKind;

  @Column({ name: 'office_lat', type: 'double precision' })
  officeLat: number;

  @Column({ name: 'office_lng', type: 'double precision' })
  officeLng: number;

  @Column({ name: 'population', type: 'int' })
  population: number;

  /** The day on which the population was counted. */
  @Column({ name: 'population_on', type: 'date' })
  populationOn: LocalDate;

  /** The land the office stands on: one of the five main ones, or the island's name. */
  @Column({ name: 'landmass', type: 'text' })
  landmass: string;

  @Column({ name: 'road_link', type: 'text' })
  roadLink: RoadLink;
}
