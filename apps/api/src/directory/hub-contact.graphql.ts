import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType('HubContact', { description: 'Whom the towns of a prefecture call.' })
export class HubContactType {
  @Field(() => ID, { description: 'The prefecture.' })
  prefectureId: string;

  @Field({ description: 'Section.' })
  section: string;

  @Field({ description: 'Person; may be empty.' })
  person: string;

  @Field({ description: 'Telephone, as it is dialled.' })
  phone: string;

  @Field({ description: 'When it is answered; may be empty.' })
  hours: string;
}

@InputType({ description: 'Whom the towns of your prefecture call.' })
export class HubContactInput {
  @Field({ description: 'Section, at most 60 characters.' })
  section: string;

  @Field({ description: 'Person, at most 60 characters; may be empty.' })
  person: string;

  @Field({ description: 'Telephone, as it is dialled.' })
  phone: string;

  @Field({ description: 'When it is answered, at most 60 characters; may be empty.' })
  hours: string;

  @Field(() => String, { description: 'The version that you have read; 0 when there was none.' })
  seen: string;
}
