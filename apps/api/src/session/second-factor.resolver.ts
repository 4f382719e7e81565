import { SecondFactorService, type SecondFactorState, type TotpKey } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowSignedIn, CurrentActor, WithoutSecondFactor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import {
  RecoveryCodesType,
  SecondFactorProofInput,
  SecondFactorStateType,
  TotpKeyType,
} from './second-factor.graphql.js';

const PROOF = { description: 'Your password and a code.' };

/** What a person signs in with beside the password. */
@Resolver()
export class SecondFactorResolver {
  constructor(private readonly service: SecondFactorService) {}

  @Query(() => SecondFactorStateType, { description: 'Your own second factor.' })
  @AllowSignedIn()
  @WithoutSecondFactor()
  mySecondFactor(@CurrentActor() actor: Actor): Promise<SecondFactorState> {
    return this.service.state(actor);
  }

  @Mutation(() => TotpKeyType, { description: 'Makes a key for your authenticator; a code confirms it.' })
  @AllowSignedIn()
  @WithoutSecondFactor()
  beginTotp(
    @CurrentActor() actor: Actor,
    @Args('presentPassword', { description: 'Your password.' }) presentPassword: string,
  ): Promise<TotpKey> {
    return this.service.beginTotp(actor, presentPassword);
  }

  @Mutation(() => RecoveryCodesType, {
    description: 'Turns the authenticator on. Recovery codes come with the first thing you sign in with.',
  })
  @AllowSignedIn()
  @WithoutSecondFactor()
  async confirmTotp(
    @CurrentActor() actor: Actor,
    @Args('code', { description: 'What the authenticator shows now.' }) code: string,
    @Context() context: RequestContext,
  ): Promise<RecoveryCodesType> {
    return { codes: await this.service.confirmTotp(actor, code, context.sessionToken ?? '') };
  }

  @Mutation(() => RecoveryCodesType, { description: 'New recovery codes; those before are void.' })
  @AllowSignedIn()
  async reissueRecoveryCodes(
    @CurrentActor() actor: Actor,
    @Args('input', PROOF) input: SecondFactorProofInput,
  ): Promise<RecoveryCodesType> {
    return { codes: await this.service.reissueCodes(actor, input) };
  }

  @Mutation(() => Boolean, {
    description:
      'Removes your authenticator; with the last thing beside the password the recovery codes go too.',
  })
  @AllowSignedIn()
  async removeTotp(
    @CurrentActor() actor: Actor,
    @Args('input', PROOF) input: SecondFactorProofInput,
  ): Promise<boolean> {
    await this.service.removeTotp(actor, input);
    return true;
  }
}
