import { SessionResolver } from './session/session.resolver.js';
import { ConsultationEventResolver, DeskCandidateResolver } from './support/consultation-parts.resolver.js';
import { ConsultationResolver } from './support/consultation.resolver.js';
import { SelectionResolver } from './support/selection.resolver.js';
import { SupportRequestResolver } from './support/support-request.resolver.js';

/** Every resolver of the API, by hand: what is not here does not exist. */
export const RESOLVERS = [
  SessionResolver,
  SupportRequestResolver,
  SelectionResolver,
  ConsultationResolver,
  ConsultationEventResolver,
  DeskCandidateResolver,
];

/** Scalars that the resolvers use. */
export { LocalDateScalar } from './local-date.scalar.js';
