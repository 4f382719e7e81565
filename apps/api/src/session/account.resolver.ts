import { PasswordService } from '@banso/directory';
import type { Actor } from '@banso/kernel';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AllowSignedIn, CurrentActor } from '../access.js';
import type { RequestContext } from '../request-context.js';
import { PasswordChangeInput } from './account.graphql.js';

/** What people do with their own account. */
@Resolver()
export class AccountResolver {
  constructor(private readonly passwords: PasswordService) {}

  @Mutation(() => Boolean, {
    description: 'Changes your own password; every other browser of yours is signed out.',
  })
  @AllowSignedIn()
  async changePassword(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The present and the new password.' }) input: PasswordChangeInput,
    @Context() context: RequestContext,
  ): Promise<boolean> {
    await this.passwords.change(actor, input, context.sessionToken ?? '');
    return true;
  }
}
