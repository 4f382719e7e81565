import { TRAVEL_MODES, TRAVEL_SOURCES, type TravelMode, type TravelSource } from '@banso/directory';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';

export const TravelSourceEnum = enumOf(
  'TravelSource',
  TRAVEL_SOURCES,
  'Who says how long a way takes: the estimate, the hub, or nobody.',
);
export const TravelModeEnum = enumOf('TravelMode', TRAVEL_MODES, 'How the estimate of a way was made.');

@ObjectType('TravelTime', { description: 'The way between two places; the way back takes as long.' })
export class TravelTimeType {
  @Field(() => ID, { description: 'Where the way begins.' })
  fromId: string;

  @Field(() => ID, { description: 'Where it leads.' })
  toId: string;

  @Field({ description: 'Name of that place in Japanese.' })
  toName: string;

  @Field({ description: 'Name of that place in English.' })
  toNameEn: string;

  @Field(() => Int, { nullable: true, description: 'Minutes that the planner counts; null when unknown.' })
  minutes: number | null;

  @Field(() => TravelSourceEnum, { description: 'Where the minutes come from.' })
  source: TravelSource;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes by car as estimated, also where the hub knows better.',
  })
  estimatedMinutes: number | null;

  @Field(() => Float, { nullable: true, description: 'Estimated length of the road, kilometres.' })
  roadKm: number | null;

  @Field(() => TravelModeEnum, {
    nullable: true,
    description: 'How the estimate was made; null without one.',
  })
  mode: TravelMode | null;

  @Field(() => String, { nullable: true, description: "Where the hub's own figure comes from." })
  note: string | null;
}

@InputType({ description: 'What the hub knows better than the estimate.' })
export class TravelTimeInput {
  @Field(() => ID, { description: 'One end: a place of your prefecture.' })
  fromId: string;

  @Field(() => ID, { description: 'The other end.' })
  toId: string;

  @Field(() => Int, { description: 'Minutes, 1 to 720, with any ferry.' })
  minutes: number;

  @Field({ description: 'Where the figure comes from, at most 200 characters.' })
  note: string;

  @Field(() => ID, { description: 'The version that you have read.' })
  seen: string;
}
