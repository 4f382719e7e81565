import { mayWithPeople, PasswordResetService, PeopleService, type Person } from '@banso/directory';
import type { Actor, Duty } from '@banso/kernel';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import type { RequestContext } from '../request-context.js';
import { DutyEnum } from '../session/session.graphql.js';
import {
  IssuedPasswordResetType,
  PeopleFilterInput,
  PersonConnection,
  PersonType,
} from './people.graphql.js';

const id = { type: () => ID, description: 'The person at this place.' };

type Shown = Omit<PersonType, 'municipality'> & { municipalityId: string | null };

/** A person as the actor may see and manage them. */
export function shownTo(actor: Actor, { membership, account }: Person): Shown {
  const { role, duties, municipalityId, specialistId, createdAt, lastSignInAt, endedAt } = membership;
  return {
    id: membership.id,
    name: account.displayName,
    nameEn: account.nameEn,
    loginId: account.loginId,
    role,
    duties,
    municipalityId,
    specialistId,
    joinedAt: createdAt,
    lastSignInAt,
    endedAt,
    mayManage: endedAt === null && mayWithPeople.manage(actor, membership),
    isSelf: account.id === actor.accountId,
  };
}

/** Who belongs where, for those who manage it. */
@Resolver(() => PersonType)
export class PeopleResolver {
  constructor(
    private readonly service: PeopleService,
    private readonly resets: PasswordResetService,
  ) {}

  @Query(() => PersonConnection, {
    description:
      'Everybody of the places that you manage: the hub, then towns by their codes, then specialists; for an operator, the operators.',
  })
  @Allow('HUB_STAFF', 'TOWN_MANAGER', 'OPERATOR')
  async people(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Only these.' }) filter?: PeopleFilterInput,
  ): Promise<Connection<Shown>> {
    const found = await this.service.list(actor, filter ?? {}, page);
    const { edges, ...rest } = toConnection(found);
    return { ...rest, edges: edges.map((edge) => ({ ...edge, node: shownTo(actor, edge.node) })) };
  }

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The town, for its staff.' })
  municipality(@Parent() person: Shown, @Context() context: RequestContext) {
    return person.municipalityId ? context.loaders.municipality.load(person.municipalityId) : null;
  }

  @ResolveField(() => ID, { description: 'Its version; whoever rewrites it says which one was read.' })
  version(@Parent() person: Shown, @Context() context: RequestContext): Promise<string> {
    return context.loaders.version.membership.load(person.id);
  }

  @Mutation(() => PersonType, { description: 'Says anew what somebody does at their place.' })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_MANAGER')
  async changeDuties(
    @CurrentActor() actor: Actor,
    @Args('id', id) membershipId: string,
    @Args('duties', { type: () => [DutyEnum], description: 'All of them.' }) duties: Duty[],
    @Args('seen', { type: () => ID, description: 'The version that you have read.' }) version: string,
  ): Promise<Shown> {
    return shownTo(actor, await this.service.changeDuties(actor, membershipId, duties, version));
  }

  @Mutation(() => PersonType, {
    description: 'Somebody leaves a place: from their next request on they may do nothing there.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_MANAGER', 'OPERATOR')
  async endMembership(@CurrentActor() actor: Actor, @Args('id', id) membershipId: string): Promise<Shown> {
    return shownTo(actor, await this.service.end(actor, membershipId));
  }

  @Mutation(() => IssuedPasswordResetType, {
    description:
      'A link by which somebody chooses a new password. Only for whoever manages every place of theirs.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_MANAGER', 'OPERATOR')
  async issuePasswordReset(
    @CurrentActor() actor: Actor,
    @Args('id', id) membershipId: string,
    @Args('lostDevice', {
      defaultValue: false,
      description: 'Whether the second factors go as well, when the link is used.',
    })
    lostDevice: boolean,
  ) {
    const { person, ...link } = await this.resets.issue(actor, membershipId, { lostDevice });
    return { ...link, person: shownTo(actor, person) };
  }
}
