import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Sentence', { description: 'One sentence in both languages.' })
export class SentenceType {
  @Field({ description: 'In Japanese.' })
  ja: string;

  @Field({ description: 'In English.' })
  en: string;
}
