import { randomUUID } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface NewAccount {
  readonly loginId: string;
  /** Null for whoever signs in with an account of the prefecture only. */
  readonly passwordHash: string | null;
  readonly displayName: string;
  readonly nameEn: string;
}

/** A person who signs in; what they may do stands in their membership. */
@Entity({ name: 'account' })
export class Account {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'login_id', type: 'text', unique: true })
  loginId: string;

  /** Argon2id in PHC form; never leaves this lib. Null for whoever signs in with an account of the prefecture only. */
  @Column({ name: 'password_hash', type: 'text', select: false, nullable: true })
  passwordHash: string | null;

  @Column({ name: 'display_name', type: 'text' })
  displayName: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true })
  disabledAt: Date | null;

  static open(account: NewAccount, now: Date): Account {
    return Object.assign(new Account(), { id: randomUUID(), ...account, createdAt: now, disabledAt: null });
  }
}
