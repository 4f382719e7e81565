import { type CalendarFeed, CalendarFeedService, type CalendarText, type IssuedFeed } from '@banso/dispatch';
import { type Actor, DomainError } from '@banso/kernel';
import { CONFIG, type Config } from '@banso/platform';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowInPrefecture, CurrentActor } from '../access.js';
import { CalendarFeedType, CalendarFileType, IssuedCalendarFeedType } from './calendar-feed.graphql.js';

const id = { type: () => ID, description: 'The feed.' };

/** Where a calendar program finds a feed; said once, when it is made. */
const withPath = ({ feed, token }: IssuedFeed): IssuedCalendarFeedType => ({
  feed,
  path: `/calendar/${token}.ics`,
});

@Resolver(() => CalendarFeedType)
export class CalendarFeedResolver {
  constructor(
    private readonly service: CalendarFeedService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => [CalendarFeedType], { description: 'The feeds of you, or of your town, that are in force.' })
  @Allow('SPECIALIST', 'MUNICIPALITY_STAFF')
  calendarFeeds(@CurrentActor() actor: Actor): Promise<CalendarFeed[]> {
    return this.service.list(actor);
  }

  @Mutation(() => IssuedCalendarFeedType, { description: 'Makes an address for a calendar program.' })
  @Allow('SPECIALIST', 'TOWN_REQUESTER', 'TOWN_APPROVER', 'TOWN_MANAGER')
  async issueCalendarFeed(
    @CurrentActor() actor: Actor,
    @Args('name', { description: 'Which calendar it is for, at most 40 characters.' }) name: string,
  ): Promise<IssuedCalendarFeedType> {
    this.requireFeeds();
    return withPath(await this.service.issue(actor, { name }));
  }

  @Mutation(() => IssuedCalendarFeedType, { description: 'Gives a feed a new address; the old one ends.' })
  @Allow('SPECIALIST', 'TOWN_REQUESTER', 'TOWN_APPROVER', 'TOWN_MANAGER')
  async renewCalendarFeed(
    @CurrentActor() actor: Actor,
    @Args('id', id) feedId: string,
  ): Promise<IssuedCalendarFeedType> {
    this.requireFeeds();
    return withPath(await this.service.renew(actor, feedId));
  }

  @Mutation(() => CalendarFeedType, { description: 'Takes an address back.' })
  @Allow('SPECIALIST', 'TOWN_REQUESTER', 'TOWN_APPROVER', 'TOWN_MANAGER')
  revokeCalendarFeed(@CurrentActor() actor: Actor, @Args('id', id) feedId: string): Promise<CalendarFeed> {
    return this.service.revoke(actor, feedId);
  }

  @Query(() => CalendarFileType, { description: 'One visit as a file for a calendar program.' })
  @AllowInPrefecture()
  visitCalendarFile(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The visit.' }) visitId: string,
  ): Promise<CalendarText> {
    return this.service.fileOf(actor, visitId);
  }

  /** On the closed network nobody could reach it: addresses are made where they work. */
  private requireFeeds(): void {
    if (!this.config.BANSO_CALENDAR_FEEDS)
      throw new DomainError('INVALID_STATE', 'calendar-feed.switched-off');
  }
}
