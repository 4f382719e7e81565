import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An authenticator: a key that a person's telephone and the platform share. */
@Entity({ name: 'totp_factor' })
export class TotpFactor {
  @PrimaryColumn({ name: 'account_id', type: 'uuid' })
  accountId: string;

  /** The key, sealed; never leaves this lib but once, to be scanned. */
  @Column({ name: 'secret_box', type: 'bytea', select: false })
  secretBox: Buffer;

  @Column({ name: 'begun_at', type: 'timestamptz' })
  begunAt: Date;

  /** When a code proved that the telephone has the key; before that it counts for nothing. */
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;

  /** The step of the last code that was taken: it, and what came before it, is not taken again. */
  @Column({ name: 'last_step', type: 'int' })
  lastStep: number;

  static begin(accountId: string, secretBox: Buffer, now: Date): TotpFactor {
    const facts = { accountId, secretBox, begunAt: now, confirmedAt: null, lastStep: 0 };
    return Object.assign(new TotpFactor(), facts);
  }

  get isOn(): boolean {
    return this.confirmedAt !== null;
  }

  /** Takes the code of a step, once. False when it, or a later one, was taken already. */
  take(step: number): boolean {
    if (step <= this.lastStep) return false;
    this.lastStep = step;
    return true;
  }

  confirm(now: Date): void {
    this.confirmedAt = now;
  }
}
