import { createHash } from 'node:crypto';
import { accountOfMembership, hashToken, Membership, municipalitiesByIds } from '@banso/directory';
import { type Actor, Clock, DomainError, knownId, notFound, parseInput, permit, text } from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { getVisit } from '../visit.queries.js';
import { CalendarFeed, type FeedOwner } from './calendar-feed.entity.js';
import { forCalendar, visitsForFeed } from './feed-visits.queries.js';
import { calendarName, icsOf } from './ics.js';

/** One for each device, and not more: an address that nobody uses is one too many. */
const MAX_FEEDS = 10;

/** A feed that was just made or renewed: its address is shown this once. */
export interface IssuedFeed {
  readonly feed: CalendarFeed;
  readonly token: string;
}

/** What a calendar program gets. */
export interface CalendarText {
  readonly name: string;
  readonly text: string;
  /** Names this very text. */
  readonly tag: string;
}

const schema = z.object({ name: text(40) });

const owns = (actor: Actor): actor is FeedOwner =>
  actor.role === 'SPECIALIST' || actor.role === 'MUNICIPALITY_STAFF';

/** Calendars that read along, and single visits as files. */
export class CalendarFeedService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Those of the own person or town that are in force, the last first. */
  list(actor: Actor): Promise<CalendarFeed[]> {
    return this.db.read(actor, async (tx) => {
      permit(owns(actor));
      return feedsOf(tx, actor).orderBy('feed.createdAt', 'DESC').addOrderBy('feed.id').getMany();
    });
  }

  issue(actor: Actor, input: { readonly name: string }): Promise<IssuedFeed> {
    return this.db.write(actor, async (tx) => {
      permit(owns(actor));
      const { name } = parseInput(schema, input);
      const membership = await takeMembership(tx, actor);
      if ((await feedsOf(tx, actor).getCount()) >= MAX_FEEDS)
        throw new DomainError('CONFLICT', 'calendar-feed.too-many', { limit: MAX_FEEDS });
      const issued = CalendarFeed.issue(actor, membership, { name, now: this.clock.now() });
      await tx.insert(CalendarFeed, issued.feed);
      return issued;
    });
  }

  /** The old address is worth nothing any more; whoever renews it answers for it from now on. */
  renew(actor: Actor, id: string): Promise<IssuedFeed> {
    return this.db.write(actor, async (tx) => {
      permit(owns(actor));
      const membership = await takeMembership(tx, actor);
      const feed = await takeFeed(tx, actor, id);
      const token = feed.renew();
      Object.assign(feed, {
        accountId: actor.accountId,
        membershipId: membership.id,
        issuedByName: actor.name,
        createdAt: this.clock.now(),
        lastUsedAt: null,
      });
      await tx.save(CalendarFeed, feed);
      return { feed, token };
    });
  }

  /** Takes an address back; twice, there is none. */
  revoke(actor: Actor, id: string): Promise<CalendarFeed> {
    return this.db.write(actor, async (tx) => {
      permit(owns(actor));
      const feed = await takeFeed(tx, actor, id);
      feed.revokedAt = this.clock.now();
      await tx.update(CalendarFeed, { id: feed.id }, { revokedAt: feed.revokedAt });
      return feed;
    });
  }

  /**
   * What the address of a token shows; null for an unknown token, one that was taken back, and one whose maker has left:
   * the same single statement finds out about each.
   */
  async open(token: string): Promise<CalendarText | null> {
    const found = await this.db.system(null, async (tx) => {
      const feed = await tx
        .createQueryBuilder(CalendarFeed, 'feed')
        .innerJoin(Membership, 'membership', 'membership.id = feed.membershipId')
        .where('feed.tokenHash = :hash AND feed.revokedAt IS NULL AND membership.endedAt IS NULL', {
          hash: hashToken(token),
        })
        .getOne();
      const whose = feed && (await accountOfMembership(tx, { id: feed.membershipId }));
      return feed && whose ? { feed, actor: whose.actor } : null;
    });
    if (!found) return null;
    const { feed, actor } = found;
    const calendar = await this.db.read(actor, async (tx) => {
      const visits = await visitsForFeed(tx, actor, this.clock.today());
      return { name: calendarName(await ownerName(tx, feed)), visits };
    });
    await this.noteUse(feed);
    return taggedText(calendar.name, icsOf(calendar.name, calendar.visits));
  }

  /** One visit as a file, for everybody who may see it. */
  fileOf(actor: Actor, visitId: string): Promise<CalendarText> {
    return this.db.read(actor, async (tx) => {
      const visit = await getVisit(tx, actor, visitId);
      const [told] = await forCalendar(tx, actor, [visit]);
      if (!told) throw notFound('visit');
      const name = `${told.number ?? 'banso'}-${told.visitNo}.ics`;
      return taggedText(name, icsOf(calendarName(told.town), [told]));
    });
  }

  private async noteUse(feed: CalendarFeed): Promise<void> {
    const now = this.clock.now();
    if (!feed.isStale(now)) return;
    await this.db.system(feed.prefectureId, (tx) =>
      tx.update(CalendarFeed, { id: feed.id }, { lastUsedAt: now }),
    );
  }
}

const taggedText = (name: string, body: string): CalendarText => ({
  name,
  text: body,
  tag: createHash('sha256').update(body).digest('base64url'),
});

async function ownerName(tx: Tx, { municipalityId }: CalendarFeed): Promise<string> {
  if (municipalityId === null) return 'わたしの訪問';
  const [town] = await municipalitiesByIds(tx, [municipalityId]);
  return town?.name ?? municipalityId;
}

function feedsOf(tx: Tx, actor: FeedOwner) {
  const feeds = tx
    .createQueryBuilder(CalendarFeed, 'feed')
    .where('feed.prefectureId = :prefectureId AND feed.revokedAt IS NULL', {
      prefectureId: actor.prefectureId,
    });
  return actor.role === 'SPECIALIST'
    ? feeds.andWhere('feed.specialistId = :specialistId', { specialistId: actor.specialistId })
    : feeds.andWhere('feed.municipalityId = :municipalityId', { municipalityId: actor.municipalityId });
}

async function takeFeed(tx: Tx, actor: FeedOwner, id: string): Promise<CalendarFeed> {
  const feed = await feedsOf(tx, actor)
    .andWhere('feed.id = :id', { id: knownId('calendar-feed', id) })
    .setLock('pessimistic_write')
    .getOne();
  if (!feed) throw notFound('calendar-feed');
  return feed;
}

/** The part in which the actor is here; one change of feeds at a time for each place. */
async function takeMembership(tx: Tx, actor: FeedOwner): Promise<Membership> {
  const place =
    actor.role === 'SPECIALIST'
      ? { specialistId: actor.specialistId }
      : { municipalityId: actor.municipalityId };
  const key = `calendar-feed ${Object.values(place).join()}`;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  const membership = await tx.findOneBy(Membership, {
    ...place,
    accountId: actor.accountId,
    prefectureId: actor.prefectureId,
    role: actor.role,
    endedAt: IsNull(),
  });
  if (!membership) throw notFound('membership');
  return membership;
}
