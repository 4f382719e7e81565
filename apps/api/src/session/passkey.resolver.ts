import { PasskeyService } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { AllowSignedIn, CurrentActor, WithoutSecondFactor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { PasskeyAnswerInput, RecoveryCodesType } from './second-factor.graphql.js';

const PASSWORD = { description: 'Your password.' };

/** Devices that sign a person in by themselves. */
@Resolver()
export class PasskeyResolver {
  constructor(private readonly service: PasskeyService) {}

  @Mutation(() => String, {
    description: 'Begins to register a device: what the browser needs, as the JSON of WebAuthn.',
  })
  @AllowSignedIn()
  @WithoutSecondFactor()
  beginPasskey(
    @CurrentActor() actor: Actor,
    @Args('presentPassword', PASSWORD) presentPassword: string,
  ): Promise<string> {
    return this.service.begin(actor, presentPassword);
  }

  @Mutation(() => RecoveryCodesType, {
    description: 'Registers a device of yours. Recovery codes come with the first thing you sign in with.',
  })
  @AllowSignedIn()
  @WithoutSecondFactor()
  async registerPasskey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The new key and its name.' }) input: PasskeyAnswerInput,
    @Context() context: RequestContext,
  ): Promise<RecoveryCodesType> {
    return { codes: await this.service.register(actor, input, context.sessionToken ?? '') };
  }

  @Mutation(() => Boolean, { description: 'The device signs you in no longer.' })
  @AllowSignedIn()
  async removePasskey(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'One of your passkeys.' }) id: string,
    @Args('presentPassword', PASSWORD) presentPassword: string,
  ): Promise<boolean> {
    await this.service.remove(actor, { id, presentPassword });
    return true;
  }
}
