import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeKind } from './notice-kinds.js';
import type { Language } from './notice-words.js';

export const NETWORKS = ['LGWAN', 'INTERNET'] as const;
export type Network = (typeof NETWORKS)[number];

/** Nine in the morning. */
const DIGEST_MINUTE = 540;
/** Wrong codes before a new one has to be asked for. */
export const CODE_TRIES = 5;

/** How somebody wants to be told. */
@Entity('notice_setting')
export class NoticeSetting {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') language: Language;
  /** By which network their mail leads to the platform; null: the one of their seat. */
  @Column('text', { nullable: true }) network: Network | null;
  @Column('boolean') digest: boolean;
  /** Minutes after midnight in Japan. */
  @Column('int', { name: 'digest_minute' }) digestMinute: number;
  /** Kinds that bring no mail. */
  @Column('text', { array: true }) stopped: string[];
  @Column('text', { nullable: true }) address: string | null;
  /** Nothing but the code is sent to an address before. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  @Column('uuid', { name: 'code_mail_id', nullable: true }) codeMailId: string | null;
  @Column('int', { name: 'code_tries' }) codeTries: number;

  /** As it is for whoever has chosen nothing. */
  static unchosen(accountId: string): NoticeSetting {
    return Object.assign(new NoticeSetting(), {
      accountId,
      language: 'ja',
      network: null,
      digest: true,
      digestMinute: DIGEST_MINUTE,
      stopped: [],
      address: null,
      confirmedAt: null,
      codeMailId: null,
      codeTries: 0,
    });
  }

  wants(kind: NoticeKind): boolean {
    return !this.stopped.includes(kind);
  }
}
