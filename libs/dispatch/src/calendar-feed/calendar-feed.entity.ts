import { randomBytes, randomUUID } from 'node:crypto';
import { hashToken, type Membership } from '@banso/directory';
import type { MunicipalityStaff, SpecialistUser } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A use within so long of the last one is not written down. */
const TOUCH_MINUTES = 60;

/** Who has calendars that read along. */
export type FeedOwner = SpecialistUser | MunicipalityStaff;

/** 予定表の購読: an address under which a calendar program finds the visits of a person or a town. */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  /** It is worth as much as the membership of whoever made it. */
  @Column('uuid', { name: 'membership_id' }) membershipId: string;
  @Column('uuid', { name: 'specialist_id', nullable: true }) specialistId: string | null;
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  /** Which calendar it is for, in the words of whoever made it. */
  @Column('text') name: string;
  @Column('text', { name: 'issued_by_name' }) issuedByName: string;
  @Column('text', { name: 'token_hash', select: false }) tokenHash: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;

  /** With the secret of its address, which nobody can read again. */
  static issue(
    actor: FeedOwner,
    membership: Pick<Membership, 'id'>,
    { name, now }: { readonly name: string; readonly now: Date },
  ): { feed: CalendarFeed; token: string } {
    const token = newToken();
    const feed = Object.assign(new CalendarFeed(), {
      id: randomUUID(),
      prefectureId: actor.prefectureId,
      accountId: actor.accountId,
      membershipId: membership.id,
      specialistId: actor.role === 'SPECIALIST' ? actor.specialistId : null,
      municipalityId: actor.role === 'MUNICIPALITY_STAFF' ? actor.municipalityId : null,
      name,
      issuedByName: actor.name,
      tokenHash: hashToken(token),
      createdAt: now,
      lastUsedAt: null,
      revokedAt: null,
    });
    return { feed, token };
  }

  /** A new address for the same calendar: the old one is worth nothing from now on. */
  renew(): string {
    const token = newToken();
    this.tokenHash = hashToken(token);
    return token;
  }

  /** Whether a use now is worth writing down. */
  isStale(now: Date): boolean {
    return this.lastUsedAt === null || now.getTime() - this.lastUsedAt.getTime() >= TOUCH_MINUTES * 60_000;
  }
}

/** 256 bits: nobody comes upon one. */
const newToken = (): string => randomBytes(32).toString('base64url');
