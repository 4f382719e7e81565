import type { DayPart } from '@banso/kernel';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../local-date.scalar.js';
import { DayPartEnum } from './words.graphql.js';

@ObjectType('DayOff', { description: 'A half or a whole day on which a specialist does not work.' })
export class DayOffType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => DayPartEnum, { description: 'Which part of it.' })
  part: DayPart;

  @Field(() => String, { nullable: true, description: 'Why; for the hub and the person, null for a town.' })
  reason: string | null;
}

@InputType({ description: 'A half or a whole day on which a specialist does not work.' })
export class DayOffInput {
  @Field(() => ID, { description: 'The specialist.' })
  specialistId: string;

  @Field(() => LocalDateScalar, { description: 'From today on, at most two years ahead.' })
  date: string;

  @Field(() => DayPartEnum, { description: 'Which part of it; the whole day takes the place of its halves.' })
  part: DayPart;

  @Field(() => String, { nullable: true, description: 'Why, at most 100 characters; towns do not read it.' })
  reason?: string | null;
}
