import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the estimate was made; `no_road` has neither length nor minutes. */
export const TRAVEL_MODES = ['road', 'road_fixed_link', 'ferry_assumed', 'no_road'] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/** Estimated way by car between two offices of one prefecture; each pair once, the lower code first. */
@Entity({ name: 'travel_estimate' })
export class TravelEstimate {
  @PrimaryColumn({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @PrimaryColumn({ name: 'from_id', type: 'text' })
  fromId: string;

  @PrimaryColumn({ name: 'to_id', type: 'text' })
  toId: string;

  /** Postgres hands a numeric over as text. */
  @Column({ name: 'road_km', type: 'numeric', precision: 6, scale: 1, nullable: true })
  roadKm: string | null;

  @Column({ name: 'minutes', type: 'int', nullable: true })
  minutes: number | null;

  @Column({ name: 'mode', type: 'text' })
  mode: TravelMode;
}
