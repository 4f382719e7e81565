import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../local-date.scalar.js';

@ObjectType('SharingMeeting', { description: 'Where people who are placed learn from each other.' })
export class SharingMeetingType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'The day on which it is held.' })
  heldOn: string;

  @Field(() => String, { nullable: true, description: 'Where, how, about what.' })
  note: string | null;
}

@InputType({ description: 'A meeting to be called.' })
export class SharingMeetingInput {
  @Field(() => LocalDateScalar, { description: 'The day, once.' })
  heldOn: string;

  @Field(() => String, { nullable: true, description: 'Where, how, about what; at most 500 characters.' })
  note?: string | null;
}

@ObjectType('SharedLine', { description: 'What one placement brings to a meeting.' })
export class SharedLineType {
  @Field(() => ID, { description: 'The placement.' })
  placementId: string;

  @Field(() => ID, { description: 'The town that it is about.' })
  municipalityId: string;

  @Field(() => String, { nullable: true, description: 'An issue; null for a town that it is not about.' })
  issue: string | null;

  @Field(() => String, { nullable: true, description: 'An idea borrowed elsewhere, for everybody.' })
  idea: string | null;

  @Field({ description: 'Who wrote it.' })
  recordedByName: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  recordedAt: Date;
}

@InputType({ description: 'What one placement brings to a meeting: both at once.' })
export class SharedLineInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string;

  @Field(() => ID, { description: 'The placement; it covers the day of the meeting.' })
  placementId: string;

  @Field(() => String, { nullable: true, description: 'The version that was read; 0 for the first time.' })
  seen?: string | null;

  @Field({ description: 'An issue, at most 2,000 characters.' })
  issue: string;

  @Field({ description: 'An idea borrowed elsewhere, at most 2,000 characters.' })
  idea: string;
}
