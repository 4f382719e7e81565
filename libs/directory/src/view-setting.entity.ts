import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 和暦 or 西暦. */
export const CALENDARS = ['JAPANESE', 'WESTERN'] as const;
export type Calendar = (typeof CALENDARS)[number];

export const DENSITIES = ['STANDARD', 'DENSE'] as const;
export type Density = (typeof DENSITIES)[number];

/** How somebody wants to see the screens. */
@Entity('view_setting')
export class ViewSetting {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') calendar: Calendar;
  /** Readings above names that are hard to read. */
  @Column('boolean') furigana: boolean;
  @Column('text') density: Density;
  /** Keys that act alone, without Ctrl: in the way of whoever speaks to the computer. */
  @Column('boolean', { name: 'single_keys' }) singleKeys: boolean;

  /** As it is for whoever has chosen nothing. */
  static unchosen(accountId: string): ViewSetting {
    return Object.assign(new ViewSetting(), {
      accountId,
      calendar: 'JAPANESE',
      furigana: true,
      density: 'STANDARD',
      singleKeys: true,
    });
  }
}
