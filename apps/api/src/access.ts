import {
  type Actor,
  DomainError,
  dutyNeeded,
  isPart,
  type Part,
  partsOf,
  type Role,
  roleOf,
  ROLES,
} from '@banso/kernel';
import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  type Type,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { RequestContext } from './request-context.js';

export type Admitted = Role | Part | 'PUBLIC';

const ALLOWED = 'banso:allowed';
/** What somebody may do who must have a second factor and has none yet. */
const WITHOUT_SECOND_FACTOR = 'banso:without-second-factor';
/** Where @nestjs/graphql notes that a method is a query or a mutation; a boot test guards the name. */
const RESOLVER_TYPE = 'graphql:resolver_type';

/** Which roles, or which duties of a role, may call an operation at all. Without it the API refuses to start. */
export const Allow = (...roles: [Admitted, ...Admitted[]]) => SetMetadata(ALLOWED, roles);

/** For operations of everybody who has signed in. */
export const AllowSignedIn = () => SetMetadata(ALLOWED, ROLES);

/** For what everybody in a prefecture may read; whoever runs the installation is in none. */
export const AllowInPrefecture = () =>
  SetMetadata(
    ALLOWED,
    ROLES.filter((role) => role !== 'OPERATOR'),
  );

/** Needed to set up a second factor, so it waits for none. Everything else does, where one is demanded. */
export const WithoutSecondFactor = () => SetMetadata(WITHOUT_SECOND_FACTOR, true);

const contextOf = (context: ExecutionContext): RequestContext =>
  GqlExecutionContext.create(context).getContext<RequestContext>();

/** Who asks. Present wherever the operation is not PUBLIC. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = contextOf(context);
  if (!actor) throw new DomainError('SIGN_IN_REQUIRED', 'access.sign-in-required');
  const { wish } = contextOf(context);
  return wish && actor.role !== 'SYSTEM' ? { ...actor, wish } : actor;
});

/** Whether somebody's role, or one of their duties, is on the list. */
const admits = (allowed: readonly Admitted[], actor: Actor): boolean =>
  actor.role !== 'SYSTEM' && [actor.role, ...partsOf(actor)].some((part) => allowed.includes(part));

/** The roles of which at least one duty is on the list. */
export const rolesOf = (allowed: readonly Admitted[]): readonly Role[] =>
  ROLES.filter((role) => allowed.some((one) => (isPart(one) ? roleOf(one) : one) === role));

/** Who is on the right side hears which duty it takes. */
function refusalFor(allowed: readonly Admitted[], actor: Actor): DomainError {
  const parts = allowed.filter(isPart).filter((part) => roleOf(part) === actor.role);
  if (parts.length === 0) return new DomainError('FORBIDDEN', 'access.forbidden');
  return dutyNeeded(...parts.map((part) => part.replace(/^(HUB|TOWN)_/, '')));
}

/** First of the checks: may this role call this operation? Rows and states are judged by the libs. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    // Plain HTTP routes (health, the web app) carry no tenant data.
    if (context.getType<string>() !== 'graphql') return true;
    const allowed = this.reflector.get<readonly Admitted[] | undefined>(ALLOWED, context.getHandler()) ?? [];
    if (allowed.includes('PUBLIC')) return true;
    const { actor, secondFactorMissing } = contextOf(context);
    if (!actor) throw new DomainError('SIGN_IN_REQUIRED', 'access.sign-in-required');
    if (
      secondFactorMissing &&
      !this.reflector.get<true | undefined>(WITHOUT_SECOND_FACTOR, context.getHandler())
    )
      throw new DomainError('FORBIDDEN', 'second-factor.set-up-first');
    if (admits(allowed, actor)) return true;
    throw refusalFor(allowed, actor);
  }
}

/** One's own account is changed in whatever duty; anything else takes one, or an auditor could change it. */
const isWithoutDuty = (allowed: readonly Admitted[]): boolean =>
  allowed !== ROLES && allowed.some((one) => one === 'HUB_STAFF' || one === 'MUNICIPALITY_STAFF');

/** Every operation of the resolvers with the roles that it admits. Throws when one says nothing. */
export function operationsOf(resolvers: readonly Type<object>[]): Map<string, readonly Admitted[]> {
  const operations = new Map<string, readonly Admitted[]>();
  for (const resolver of resolvers) {
    for (const name of Object.getOwnPropertyNames(resolver.prototype)) {
      const method: unknown = Reflect.get(resolver.prototype, name);
      if (typeof method !== 'function' || !Reflect.hasMetadata(RESOLVER_TYPE, method)) continue;
      if (!['Query', 'Mutation', 'Subscription'].includes(String(Reflect.getMetadata(RESOLVER_TYPE, method))))
        continue;
      const allowed: readonly Admitted[] | undefined = Reflect.getMetadata(ALLOWED, method);
      if (!allowed) throw new Error(`${resolver.name}.${name} has no @Allow: say who may call it`);
      if (Reflect.getMetadata(RESOLVER_TYPE, method) === 'Mutation' && isWithoutDuty(allowed))
        throw new Error(`${resolver.name}.${name} changes something: say which duty it takes`);
      operations.set(name, allowed);
    }
  }
  return operations;
}
