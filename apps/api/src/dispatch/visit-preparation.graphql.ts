import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType('PreparationThing', { description: 'One thing to have ready for a visit.' })
export class PreparationThingType {
  @Field({ description: 'What it is.' })
  text: string;

  @Field({ description: 'Whether it is ready.' })
  done: boolean;
}

@ObjectType('VisitPreparation', {
  description:
    'What the town has ready for a visit; as long as it has written nothing, what is proposed to it.',
})
export class VisitPreparationType {
  @Field(() => ID, { description: 'The visit.' })
  visitId: string;

  @Field({ description: 'What the visit is for.' })
  purpose: string;

  @Field(() => [PreparationThingType], { description: 'What to have ready.' })
  things: PreparationThingType[];

  @Field({ description: 'The room.' })
  room: string;

  @Field({ description: 'Where to park.' })
  parking: string;

  @Field({ description: 'Who receives, and on which number.' })
  contact: string;

  @Field({ description: 'Anything else.' })
  remarks: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the town wrote it; null while it is only proposed.',
  })
  writtenAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  writtenByName: string | null;

  @Field({ description: 'Whether you may write it now.' })
  mayWrite: boolean;
}

@InputType({ description: 'One thing to have ready for a visit.' })
export class PreparationThingInput {
  @Field({ description: 'What it is, at most 120 characters; each once.' })
  text: string;

  @Field({ description: 'Whether it is ready.' })
  done: boolean;
}

@InputType({ description: 'What the town has ready for a visit; in the place of what was said before.' })
export class VisitPreparationInput {
  @Field({ description: 'What the visit is for, at most 200 characters.' })
  purpose: string;

  @Field(() => [PreparationThingInput], { description: 'At most 30 things.' })
  things: PreparationThingInput[];

  @Field({ description: 'The room, at most 120 characters.' })
  room: string;

  @Field({ description: 'Where to park, at most 120 characters.' })
  parking: string;

  @Field({ description: 'Who receives, and on which number; at most 120 characters.' })
  contact: string;

  @Field({ description: 'Anything else, at most 1,000 characters.' })
  remarks: string;

  @Field(() => ID, { description: 'The version that you have read; 0 when nothing had been written.' })
  seen: string;
}
