import { randomUUID } from 'node:crypto';
import { DomainError } from '@banso/kernel';
import { sqlState, type Tx } from '@banso/platform';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Under which name an identity provider knows an account. Never an address of mail: those change hands. */
@Entity({ name: 'oidc_identity' })
@Unique(['issuer', 'subject'])
@Unique(['accountId', 'issuer'])
export class OidcIdentity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'issuer', type: 'text' })
  issuer: string;

  /** Unique within the issuer, for ever. */
  @Column({ name: 'subject', type: 'text' })
  subject: string;

  @Column({ name: 'linked_at', type: 'timestamptz' })
  linkedAt: Date;

  static link(accountId: string, { issuer, subject }: Subject, now: Date): OidcIdentity {
    return Object.assign(new OidcIdentity(), { id: randomUUID(), accountId, issuer, subject, linkedAt: now });
  }
}

/** Who somebody is, by the word of an identity provider. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

/** An identity opens one account, and an account has one at each provider; whoever comes second is refused. */
export async function insertIdentity(tx: Tx, identity: OidcIdentity): Promise<void> {
  try {
    await tx.insert(OidcIdentity, identity);
  } catch (error) {
    throw sqlState(error) === '23505' ? new DomainError('CONFLICT', 'oidc.taken') : error;
  }
}
