import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../enum.graphql.js';

export const OpenWorkKindEnum = enumOf(
  'OpenWorkKind',
  ['SUPPORT_REQUEST', 'CONSULTATION'],
  'What kind of record waits for somebody.',
);

@ObjectType('OpenWork', {
  description: 'A record that is not ended and names somebody as the one who filed it.',
})
export class OpenWorkType {
  @Field(() => OpenWorkKindEnum, { description: 'A request or a consultation.' })
  kind: 'SUPPORT_REQUEST' | 'CONSULTATION';

  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Its number, once it was sent.' })
  number: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is about; null for what you may not read yet.',
  })
  title: string | null;
}

@InputType({ description: 'Who goes on with whose work.' })
export class HandOverInput {
  @Field(() => ID, { description: 'The person who leaves, at this place.' })
  memberId: string;

  @Field(() => ID, { description: 'The colleague, at the same place; does the daily work there.' })
  colleagueId: string;

  @Field({ description: 'Whether the first one also leaves the place.' })
  endMembership: boolean;
}
