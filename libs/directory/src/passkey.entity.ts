import { randomUUID } from 'node:crypto';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What an authenticator says of a new key. */
export interface NewPasskey {
  readonly accountId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
}

/** The public half of a key that a person's device holds. */
@Entity({ name: 'passkey' })
@Index('passkey_account', ['accountId'])
export class Passkey {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  /** What the device calls it, in Base64url. */
  @Column({ name: 'credential_id', type: 'text', unique: true })
  credentialId: string;

  /** In COSE form. */
  @Column({ name: 'public_key', type: 'bytea' })
  publicKey: Buffer;

  /** How often the device has signed; 0 for devices that do not count. */
  @Column({ name: 'counter', type: 'bigint', transformer: { to: (n: number) => n, from: Number } })
  counter: number;

  /** How the device can be reached, as it said itself. */
  @Column({ name: 'transports', type: 'text', array: true })
  transports: string[];

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null;

  static register(facts: NewPasskey, now: Date): Passkey {
    return Object.assign(new Passkey(), { id: randomUUID(), ...facts, createdAt: now, lastUsedAt: null });
  }

  used(counter: number, now: Date): void {
    this.counter = counter;
    this.lastUsedAt = now;
  }
}
