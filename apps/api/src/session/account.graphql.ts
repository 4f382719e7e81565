import { Field, InputType, ObjectType } from '@nestjs/graphql';

@InputType({ description: 'A new password for your own account.' })
export class PasswordChangeInput {
  @Field({ description: 'The password as it is now.' })
  presentPassword: string;

  @Field({ description: 'The new one: 15 to 128 characters, nothing that is known or easily guessed.' })
  newPassword: string;
}

@ObjectType('PersonalFile', { description: 'What is held about you.' })
export class PersonalFileType {
  @Field({ description: 'Name for the file.' })
  name: string;

  @Field({ description: 'JSON: rows by table, without passwords and keys.' })
  content: string;
}
