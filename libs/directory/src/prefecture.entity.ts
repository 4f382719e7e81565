import type { LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A prefecture of the national register. */
@Entity({ name: 'prefecture' })
export class Prefecture {
  /** The two digits that begin every code of the prefecture. */
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  /** The six-digit code; it also names the prefectural office as a place to travel from. */
  @Column({ name: 'lgcode', type: 'text', unique: true })
  lgcode: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'kana', type: 'text' })
  kana: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'office_lat', type: 'double precision' })
  officeLat: number;

  @Column({ name: 'office_lng', type: 'double precision' })
  officeLng: number;

  @Column({ name: 'population', type: 'int' })
  population: number;

  /** The day on which the population was counted. */
  @Column({ name: 'population_on', type: 'date' })
  populationOn: LocalDate;
}
