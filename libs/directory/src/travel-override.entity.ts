import { Column, Entity, PrimaryColumn } from 'typeorm';

export const MAX_TRAVEL_MINUTES = 720;

/** Two places in the order in which a pair is stored: the way back takes as long as the way there. */
export const orderedPair = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);

/** The pair as the audit log names it. */
export const overrideId = (prefectureId: string, a: string, b: string): string =>
  [prefectureId, ...orderedPair(a, b)].join('/');

/** What the hub knows better than the estimate: the minutes between two places. */
@Entity({ name: 'travel_override' })
export class TravelOverride {
  @PrimaryColumn({ name: 'prefecture_id', type: 'text' })
  prefectureId: string;

  @PrimaryColumn({ name: 'from_id', type: 'text' })
  fromId: string;

  @PrimaryColumn({ name: 'to_id', type: 'text' })
  toId: string;

  @Column({ name: 'minutes', type: 'int' })
  minutes: number;

  /** Where the figure comes from, such as a ferry's timetable. */
  @Column({ name: 'note', type: 'text' })
  note: string;

  @Column({ name: 'set_by', type: 'uuid' })
  setBy: string;

  @Column({ name: 'set_at', type: 'timestamptz' })
  setAt: Date;

  static between(prefectureId: string, a: string, b: string): TravelOverride {
    const [fromId, toId] = orderedPair(a, b);
    return Object.assign(new TravelOverride(), { prefectureId, fromId, toId });
  }

  state(minutes: number, note: string, by: { setBy: string; setAt: Date }): void {
    Object.assign(this, { minutes, note, ...by });
  }
}
