import { DomainError, type Wish } from '@banso/kernel';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Observable } from 'rxjs';
import type { RequestContext } from './request-context.js';

/** The header under which a client sends one uuid for each action of a person, and again with each repetition. */
export const CLIENT_KEY = 'idempotency-key';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isClientKey = (key: unknown): key is string => typeof key === 'string' && UUID.test(key);

/** The same text for the same value, whatever the order in which a client wrote its fields. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  );
}

/** Numbers what one document asks for: several mutations under one key are several wishes, in their order. */
const numbers = new WeakMap<RequestContext, number>();

/** Hands the client's key to the change, which fulfils each wish once. Nothing is kept before the change itself is. */
@Injectable()
export class ClientKeyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<string>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    const info = graphql.getInfo<GraphQLResolveInfo>();
    if (info.parentType.name !== 'Mutation') return next.handle();
    const request = graphql.getContext<RequestContext>();
    request.wish = wishOf(request, info.fieldName, graphql.getArgs());
    return next.handle();
  }
}

function wishOf(request: RequestContext, operation: string, args: unknown): Wish | null {
  const key = request.reply.request.headers[CLIENT_KEY];
  if (key === undefined) return null;
  if (!isClientKey(key)) throw new DomainError('BAD_INPUT', 'client-key.malformed');
  const number = (numbers.get(request) ?? 0) + 1;
  numbers.set(request, number);
  return { key: `${key.toLowerCase()} ${number}`, operation, args: JSON.stringify(ordered(args)) };
}
