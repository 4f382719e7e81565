import type { FieldMiddleware } from '@nestjs/graphql';
import type { RequestContext } from '../request-context.js';

/**
 * On the one field that shows what is sensitive of a record: whoever is given it has looked at the record, by
 * whatever query or list it came.
 */
export const viewed =
  (type: string): FieldMiddleware<{ readonly id: string }, RequestContext> =>
  ({ source, context }, next) => {
    if (context.actor) context.readings.viewed(context.actor, type, source.id);
    return next();
  };
