import { randomUUID } from 'node:crypto';
import type { HubStaff } from '@banso/kernel';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Who is erased, by ids: of a specialist, of an account, or of somebody who is both. */
export interface Subject {
  readonly accountId: string | null;
  readonly specialistId: string | null;
}

export interface ErasureWish {
  /** Why, in words that do not name the person. */
  readonly reason: string;
  /** On what ground, such as a request under the law on personal data. */
  readonly basis: string;
}

/** Somebody who left and is known by a number from now on. */
@Entity('person_erasure')
export class PersonErasure {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('int') number: number;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('uuid', { name: 'specialist_id', nullable: true }) specialistId: string | null;
  /** 「消去済みの人 12」, where the name stood. */
  @Column('text') label: string;
  @Column('text', { name: 'label_en' }) labelEn: string;
  @Column('text') reason: string;
  @Column('text') basis: string;
  /** The account goes on in another prefecture: what this one held was erased. */
  @Column('boolean', { name: 'account_kept' }) accountKept: boolean;
  /** Rows that were blanked or removed, by table. */
  @Column('jsonb') blanked: Readonly<Record<string, number>>;
  /** Entries of the audit log that forgot something. */
  @Column('int', { name: 'log_entries' }) logEntries: number;
  @Column('uuid', { name: 'erased_by' }) erasedBy: string;
  @Column('text', { name: 'erased_by_name' }) erasedByName: string;
  @Column('timestamptz', { name: 'erased_at' }) erasedAt: Date;
  /** By the clock of Postgres: the log forgets only in the same transaction. */
  @CreateDateColumn({ name: 'transaction_at', type: 'timestamptz' }) transactionAt: Date;

  static of(
    actor: HubStaff,
    subject: Subject & { readonly number: number; readonly accountKept: boolean },
    { reason, basis }: ErasureWish,
    now: Date,
  ): PersonErasure {
    const { number, accountId, specialistId, accountKept } = subject;
    return Object.assign(new PersonErasure(), {
      id: randomUUID(),
      prefectureId: actor.prefectureId,
      number,
      accountId,
      specialistId,
      ...labelsOf(number),
      reason,
      basis,
      accountKept,
      blanked: {},
      logEntries: 0,
      erasedBy: actor.accountId,
      erasedByName: actor.name,
      erasedAt: now,
    });
  }
}

/** What stands where the name of the erased person stood. */
export const labelsOf = (number: number): { readonly label: string; readonly labelEn: string } => ({
  label: `消去済みの人 ${number}`,
  labelEn: `Erased person ${number}`,
});
