import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('CalendarFeed', { description: 'An address under which a calendar program finds visits.' })
export class CalendarFeedType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field({ description: 'Which calendar it is for.' })
  name: string;

  @Field({ description: 'Who made it; it ends when they leave.' })
  issuedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'Since when this address holds.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was last asked for, to the hour.',
  })
  lastUsedAt: Date | null;
}

@ObjectType('IssuedCalendarFeed', { description: 'A feed with its address, which is shown this once.' })
export class IssuedCalendarFeedType {
  @Field(() => CalendarFeedType, { description: 'The feed.' })
  feed: CalendarFeedType;

  @Field({ description: 'The path of the address: a secret.' })
  path: string;
}

@ObjectType('CalendarFile', { description: 'A file for a calendar program.' })
export class CalendarFileType {
  @Field({ description: 'Name for the file.' })
  name: string;

  @Field({ description: 'The calendar, as text.' })
  text: string;
}
