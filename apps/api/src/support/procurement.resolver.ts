import type { Actor, LocalDate } from '@banso/kernel';
import { Db } from '@banso/platform';
import {
  type BidRestrictionNote,
  type ConflictCheck,
  ConflictService,
  type Consultation,
  Procurement,
  type ProcurementEvent,
  type ProcurementVendor,
  readsProcurement,
  type ShutOut,
  type SupportRequest,
} from '@banso/support';
import { listSpecialistFirms, type Specialist, type SpecialistFirm, tieCountsUntil } from '@banso/talent';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { SentenceType } from '../dispatch/sentence.graphql.js';
import { LocalDateScalar } from '../local-date.scalar.js';
import type { RequestContext } from '../request-context.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { ConsultationType } from './consultation.graphql.js';
import {
  BidRestrictionNoteType,
  ConflictCheckType,
  FirmType,
  ProcurementEventType,
  ProcurementInput,
  ProcurementType,
  ShutOutType,
  SpecialistFirmInput,
  SpecialistFirmType,
} from './procurement.graphql.js';
import { SupportRequestType } from './support-request.graphql.js';

const PROCUREMENT = {
  nullable: true,
  description: 'What it buys and from whom; null for a specialist.',
};
const CHECK = {
  nullable: true,
  description: 'When people were held against its vendors; null while nobody has said what it buys.',
};

/** What stands, or that nothing is written down yet; nothing at all for whoever may not know. */
async function procurementOf(
  actor: Actor,
  { id, prefectureId, municipalityId }: SupportRequest | Consultation,
  kind: 'REQUEST' | 'CONSULTATION',
  { loaders }: RequestContext,
): Promise<Procurement | null> {
  if (!readsProcurement(actor, { prefectureId, municipalityId })) return null;
  const [found] = await loaders.procurement.load(id);
  return found ?? Procurement.of({ id, prefectureId, municipalityId, kind });
}

const checkOf = async (id: string, { loaders }: RequestContext): Promise<ConflictCheck | null> =>
  (await loaders.conflictCheck.load(id))[0] ?? null;

@Resolver(() => SupportRequestType)
export class CaseOfRequestResolver {
  @ResolveField(() => ProcurementType, PROCUREMENT)
  procurement(
    @Parent() request: SupportRequest,
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
  ): Promise<Procurement | null> {
    return procurementOf(actor, request, 'REQUEST', context);
  }

  @ResolveField(() => ConflictCheckType, CHECK)
  conflictCheck(
    @Parent() { id }: SupportRequest,
    @Context() context: RequestContext,
  ): Promise<ConflictCheck | null> {
    return checkOf(id, context);
  }
}

@Resolver(() => ConsultationType)
export class CaseOfConsultationResolver {
  @ResolveField(() => ProcurementType, PROCUREMENT)
  procurement(
    @Parent() consultation: Consultation,
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
  ): Promise<Procurement | null> {
    return procurementOf(actor, consultation, 'CONSULTATION', context);
  }

  @ResolveField(() => ConflictCheckType, CHECK)
  conflictCheck(
    @Parent() { id }: Consultation,
    @Context() context: RequestContext,
  ): Promise<ConflictCheck | null> {
    return checkOf(id, context);
  }
}

@Resolver(() => ProcurementType)
export class ProcurementResolver {
  @ResolveField(() => [FirmType], { description: 'The firms in it today, by name.' })
  async vendors(
    @Parent() { caseId }: Procurement,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly ProcurementVendor[]> {
    return loaders.procurementVendors.load(caseId);
  }

  @ResolveField(() => [ProcurementEventType], { description: 'Every change, newest first.' })
  async history(
    @Parent() { caseId }: Procurement,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly ProcurementEvent[]> {
    return loaders.procurementHistory.load(caseId);
  }

  @ResolveField(() => [ShutOutType], {
    description: 'Who is shut out and by what, by vendor; none for a town, which does not read ties.',
  })
  async shutOut(
    @Parent() { caseId }: Procurement,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly ShutOut[]> {
    return loaders.shutOut.load(caseId);
  }

  @ResolveField(() => [BidRestrictionNoteType], {
    description: 'Notes of advice on its specification, oldest first.',
  })
  async bidRestrictionNotes(
    @Parent() { caseId }: Procurement,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly BidRestrictionNote[]> {
    return loaders.bidRestrictionNotes.load(caseId);
  }
}

@Resolver(() => ShutOutType)
export class ShutOutResolver {
  @ResolveField(() => SpecialistType, {
    nullable: true,
    description: 'Who is shut out; null once out of the pool.',
  })
  async specialist(
    @Parent() { specialistId }: ShutOut,
    @Context() { loaders }: RequestContext,
  ): Promise<Specialist | null> {
    return loaders.specialist.load(specialistId);
  }
}

@Resolver(() => BidRestrictionNoteType)
export class NoteResolver {
  @ResolveField(() => SentenceType, { description: 'The note itself, in both languages, lines parted.' })
  text(@Parent() { textJa, textEn }: BidRestrictionNote): SentenceType {
    return { ja: textJa, en: textEn };
  }

  @ResolveField(() => SpecialistType, {
    nullable: true,
    description: 'Who advised; null once out of the pool.',
  })
  async specialist(
    @Parent() { specialistId }: BidRestrictionNote,
    @Context() { loaders }: RequestContext,
  ): Promise<Specialist | null> {
    return loaders.specialist.load(specialistId);
  }
}

/** What ties people to firms, and what a case buys. */
@Resolver(() => SpecialistFirmType)
export class ConflictResolver {
  constructor(
    private readonly db: Db,
    private readonly service: ConflictService,
  ) {}

  @ResolveField(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day on which it counts, two years after its end; null while it lasts.',
  })
  countsUntil(@Parent() { to }: SpecialistFirm): LocalDate | null {
    return tieCountsUntil(to);
  }

  @Query(() => [SpecialistFirmType], {
    description: 'Firms that a specialist is tied to, newest line first; for the hub and the person.',
  })
  @Allow('HUB_STAFF', 'SPECIALIST')
  specialistFirms(
    @CurrentActor() actor: Actor,
    @Args('specialistId', { type: () => ID, description: 'The specialist.' }) specialistId: string,
  ): Promise<SpecialistFirm[]> {
    return this.db.read(actor, (tx) => listSpecialistFirms(tx, actor, specialistId));
  }

  @Mutation(() => SpecialistFirmType, {
    description: 'Writes down a firm that a specialist is tied to; a person declares the own.',
  })
  @Allow('HUB_COORDINATOR', 'SPECIALIST')
  recordSpecialistFirm(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who is tied to what.' }) input: SpecialistFirmInput,
  ): Promise<SpecialistFirm> {
    return this.service.recordFirm(actor, input);
  }

  @Mutation(() => SpecialistFirmType, {
    description:
      'Takes back a line that was wrong; it stays in the record. A tie that ended gets its last day instead.',
  })
  @Allow('HUB_COORDINATOR')
  removeSpecialistFirm(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The line.' }) firmId: string,
    @Args('reason', { description: 'Why it was wrong.' }) why: string,
  ): Promise<SpecialistFirm> {
    return this.service.removeFirm(actor, firmId, why);
  }

  @Mutation(() => ProcurementType, {
    description:
      'Says how far a purchase is and who sells in it; whoever is tied to a vendor is shut out at once.',
  })
  @Allow('HUB_COORDINATOR', 'TOWN_REQUESTER')
  setProcurement(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What the case buys and from whom.' })
    { caseId, ...input }: ProcurementInput,
  ): Promise<Procurement> {
    return this.service.setProcurement(actor, caseId, input);
  }
}
