import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('IdentityProvider', {
  description: 'A prefecture whose people may sign in with its own accounts.',
})
export class IdentityProviderType {
  @Field(() => ID, { description: 'Code of the prefecture, two digits.' })
  prefectureId: string;

  @Field({ description: 'Name of the prefecture.' })
  prefectureName: string;

  @Field({ description: 'Name of the prefecture in English.' })
  prefectureNameEn: string;
}

@ObjectType('IdentityState', { description: 'Whether your account of the prefecture signs you in here.' })
export class IdentityStateType {
  @Field({ description: 'Whether your prefecture has an identity provider.' })
  available: boolean;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when it is linked; null when it is not.',
  })
  linkedAt: Date | null;
}
