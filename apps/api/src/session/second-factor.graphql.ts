import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Passkey', { description: 'A device that signs you in by itself.' })
export class PasskeyType {
  @Field(() => ID, { description: 'Names it, to remove it.' })
  id: string;

  @Field({ description: 'What you call it.' })
  name: string;

  @Field(() => GraphQLISODateTime, { description: 'When you registered it.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it last signed you in.' })
  lastUsedAt: Date | null;
}

@InputType({ description: 'A key that the browser has just made.' })
export class PasskeyAnswerInput {
  @Field({ description: 'What you call the device.' })
  name: string;

  @Field({ description: 'What the browser says, as the JSON of WebAuthn.' })
  response: string;
}

@ObjectType('SecondFactorState', { description: 'What you sign in with beside your password.' })
export class SecondFactorStateType {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when a code of your authenticator is asked for; null without one.',
  })
  totpSince: Date | null;

  @Field(() => [PasskeyType], { description: 'Your devices, the first registered first.' })
  passkeys: readonly PasskeyType[];

  @Field(() => Int, { description: 'Recovery codes that you have not used.' })
  recoveryCodesLeft: number;

  @Field({ description: 'Whether you must have a second factor here.' })
  demanded: boolean;
}

@ObjectType('TotpKey', { description: 'A new key for your authenticator. It is told once.' })
export class TotpKeyType {
  @Field({ description: 'The key in Base32, for typing.' })
  key: string;

  @Field({ description: 'The same as an otpauth address, for a QR code.' })
  address: string;
}

@ObjectType('RecoveryCodes', {
  description: 'Codes that open your account without your device; none when you have some.',
})
export class RecoveryCodesType {
  @Field(() => [String], { description: 'Each opens it once. They are told once.' })
  codes: readonly string[];
}

@InputType({ description: 'Shows that it is you, and not somebody at your screen.' })
export class SecondFactorProofInput {
  @Field({ description: 'Your password.' })
  presentPassword: string;

  @Field({ description: 'A code of your authenticator, or a recovery code.' })
  code: string;
}
