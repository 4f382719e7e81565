import {
  type DateAnswer,
  DateAnswerService,
  DateFixingService,
  type DateInquiry,
  type DateInquiryEvent,
  DateInquiryService,
  type FixableHalf,
  getDateInquiry,
  type InquiryAction,
  inquiryActionsOf,
  isRefused,
  listDateInquiries,
  type Mark,
  markedHalves,
  type OfferableSlot,
  type OfferedSlot,
  readsTravel,
  type SlotsToOffer,
  type Visit,
} from '@banso/dispatch';
import type { Municipality } from '@banso/directory';
import { type Actor, Clock } from '@banso/kernel';
import { Db } from '@banso/platform';
import type { SupportRequest } from '@banso/support';
import type { Specialist } from '@banso/talent';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { MunicipalityType } from '../directory/municipality.graphql.js';
import { type Connection, PageArgs, toConnection } from '../page.graphql.js';
import type { RequestContext } from '../request-context.js';
import { SupportRequestType } from '../support/support-request.graphql.js';
import {
  DateAnswerMarkType,
  DateAnswerType,
  DateFixedInput,
  DateInquiryConnection,
  DateInquiryEventType,
  DateInquiryFilterInput,
  DateInquiryType,
  DateMarksInput,
  DateOfferInput,
  DateQuestionInput,
  DatesDeclinedInput,
  FixableHalfType,
  InquiryActionEnum,
  MarkedHalfType,
  OfferableSlotType,
  OfferedSlotType,
  SlotsToOfferType,
} from './date-inquiry.graphql.js';
import { SpecialistType } from '../talent/specialist.graphql.js';
import { VisitType } from './visit.graphql.js';

/** Each looks for places through the whole calendar. */
const COSTLY = 1_000;

const id = { type: () => ID, description: 'The date inquiry.' };
const input = { description: 'What is said.' };
const days = { type: () => Int, description: 'Working days to answer, 1 to 20.' };

@Resolver(() => DateInquiryType)
export class DateInquiryResolver {
  constructor(
    private readonly db: Db,
    private readonly inquiries: DateInquiryService,
    private readonly answering: DateAnswerService,
    private readonly fixing: DateFixingService,
  ) {}

  @Query(() => DateInquiryConnection, {
    description: 'Date inquiries that you may see, by the last day to answer.',
  })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  async dateInquiries(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which ones; all when left out.' })
    filter?: DateInquiryFilterInput,
  ): Promise<Connection<DateInquiry>> {
    return toConnection(await this.db.read(actor, (tx) => listDateInquiries(tx, actor, filter ?? {}, page)));
  }

  @Query(() => DateInquiryType, { description: 'One date inquiry.' })
  @Allow('HUB_STAFF', 'MUNICIPALITY_STAFF')
  dateInquiry(@CurrentActor() actor: Actor, @Args('id', id) inquiryId: string): Promise<DateInquiry> {
    return this.db.read(actor, (tx) => getDateInquiry(tx, actor, inquiryId));
  }

  @Query(() => SlotsToOfferType, {
    description: 'Slots that could be offered for the next visit of a request, three of them proposed.',
    complexity: COSTLY,
  })
  @Allow('HUB_STAFF')
  slotsToOffer(
    @CurrentActor() actor: Actor,
    @Args('supportRequestId', { type: () => ID, description: 'The support request.' }) requestId: string,
    @Args('workingDays', { ...days, nullable: true }) workingDays?: number | null,
  ): Promise<SlotsToOffer> {
    return this.inquiries.slotsToOffer(actor, requestId, workingDays ?? null);
  }

  @Query(() => [FixableHalfType], {
    description: 'Half-days that the hub can fix now, by the answers, then the least disturbing.',
    complexity: COSTLY,
  })
  @Allow('HUB_COORDINATOR')
  halvesToFix(@CurrentActor() actor: Actor, @Args('id', id) inquiryId: string): Promise<FixableHalf[]> {
    return this.fixing.halvesToFix(actor, inquiryId);
  }

  @Mutation(() => DateInquiryType, {
    description: 'Offers a town up to three slots for its next visit; they are held until it has answered.',
  })
  @Allow('HUB_COORDINATOR')
  offerDates(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which slots.' }) offer: DateOfferInput,
  ): Promise<DateInquiry> {
    return this.inquiries.offer(actor, offer);
  }

  @Mutation(() => DateInquiryType, { description: 'Asks the people of a town to mark half-days.' })
  @Allow('HUB_COORDINATOR')
  askDates(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which half-days.' }) question: DateQuestionInput,
  ): Promise<DateInquiry> {
    return this.inquiries.ask(actor, question);
  }

  @Mutation(() => DateInquiryType, { description: 'Gives a town more time to answer, counted from today.' })
  @Allow('HUB_COORDINATOR')
  extendDateInquiry(
    @CurrentActor() actor: Actor,
    @Args('id', id) inquiryId: string,
    @Args('workingDays', days) workingDays: number,
  ): Promise<DateInquiry> {
    return this.inquiries.extend(actor, inquiryId, { workingDays });
  }

  @Mutation(() => DateInquiryType, { description: 'Asks no more; what was held is free again.' })
  @Allow('HUB_COORDINATOR')
  withdrawDateInquiry(
    @CurrentActor() actor: Actor,
    @Args('id', id) inquiryId: string,
    @Args('reason', { description: 'Why; the town reads it.' }) reason: string,
  ): Promise<DateInquiry> {
    return this.inquiries.withdraw(actor, inquiryId, { reason });
  }

  @Mutation(() => DateInquiryType, {
    description: 'Takes one of the offered slots: the visit is published, the others are free again.',
  })
  @Allow('TOWN_REQUESTER')
  chooseDate(
    @CurrentActor() actor: Actor,
    @Args('id', id) inquiryId: string,
    @Args('slotId', { type: () => ID, description: 'The offered slot.' }) slotId: string,
  ): Promise<DateInquiry> {
    return this.answering.choose(actor, inquiryId, slotId);
  }

  @Mutation(() => DateInquiryType, { description: 'Says that none of the dates suits, why, and what would.' })
  @Allow('TOWN_REQUESTER')
  declineDates(
    @CurrentActor() actor: Actor,
    @Args('id', id) inquiryId: string,
    @Args('input', input) declined: DatesDeclinedInput,
  ): Promise<DateInquiry> {
    return this.answering.decline(actor, inquiryId, declined);
  }

  @Mutation(() => DateInquiryType, {
    description: 'Enters what one person can do; entered again, the new marks stand.',
  })
  @Allow('TOWN_REQUESTER')
  markDates(
    @CurrentActor() actor: Actor,
    @Args('id', id) inquiryId: string,
    @Args('input', input) marks: DateMarksInput,
  ): Promise<DateInquiry> {
    return this.answering.mark(actor, inquiryId, marks);
  }

  @Mutation(() => DateInquiryType, {
    description: 'Fixes a half-day that somebody of the town can: the visit is published.',
  })
  @Allow('HUB_COORDINATOR')
  fixDate(
    @CurrentActor() actor: Actor,
    @Args('id', id) inquiryId: string,
    @Args('input', { description: 'Which half-day and slot.' }) fixed: DateFixedInput,
  ): Promise<DateInquiry> {
    return this.fixing.fix(actor, inquiryId, fixed);
  }
}

@Resolver(() => DateInquiryType)
export class DateInquiryPartsResolver {
  constructor(private readonly clock: Clock) {}

  @ResolveField(() => SupportRequestType, { nullable: true, description: 'The request.' })
  async supportRequest(
    @Parent() inquiry: DateInquiry,
    @Context() { loaders }: RequestContext,
  ): Promise<SupportRequest | null> {
    return loaders.supportRequest.load(inquiry.supportRequestId);
  }

  @ResolveField(() => MunicipalityType, { description: 'The town that is asked.' })
  async municipality(
    @Parent() inquiry: DateInquiry,
    @Context() { loaders }: RequestContext,
  ): Promise<Municipality | null> {
    return loaders.municipality.load(inquiry.municipalityId);
  }

  @ResolveField(() => VisitType, { nullable: true, description: 'The visit that came of it.' })
  async visit(
    @Parent() { visitId }: DateInquiry,
    @Context() { loaders }: RequestContext,
  ): Promise<Visit | null> {
    return visitId === null ? null : loaders.visit.load(visitId);
  }

  @ResolveField(() => [OfferedSlotType], {
    description: 'The slots offered; none where half-days are marked.',
  })
  async slots(
    @Parent() { id: inquiryId }: DateInquiry,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly OfferedSlot[]> {
    return loaders.offeredSlots.load(inquiryId);
  }

  @ResolveField(() => [DateAnswerType], { description: 'What the people of the town said, the first first.' })
  async answers(
    @Parent() { id: inquiryId }: DateInquiry,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly DateAnswer[]> {
    return loaders.dateAnswers.load(inquiryId);
  }

  @ResolveField(() => [MarkedHalfType], { description: 'The half-days asked about, by day.' })
  async halves(
    @Parent() inquiry: DateInquiry,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly MarkedHalfType[]> {
    if (inquiry.halves.length === 0) return [];
    const [profile] = await loaders.townProfile.load(inquiry.municipalityId);
    const answers = await loaders.dateAnswers.load(inquiry.id);
    return markedHalves(inquiry, answers).map((half) => ({
      ...half,
      isRefused: isRefused(half),
      busy: profile?.busy.find(({ from, to }) => from <= half.date && half.date <= to)?.label ?? null,
    }));
  }

  @ResolveField(() => [DateInquiryEventType], { description: 'Every step, oldest first.' })
  async history(
    @Parent() { id: inquiryId }: DateInquiry,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly DateInquiryEvent[]> {
    return loaders.dateInquiryHistory.load(inquiryId);
  }

  @ResolveField(() => [InquiryActionEnum], { description: 'What you may do with it now.' })
  async viewerActions(
    @Parent() inquiry: DateInquiry,
    @CurrentActor() actor: Actor,
    @Context() { loaders }: RequestContext,
  ): Promise<InquiryAction[]> {
    const answers = await loaders.dateAnswers.load(inquiry.id);
    return inquiryActionsOf(actor, inquiry, { now: this.clock.now(), answers: answers.length });
  }
}

const whoComes = {
  nullable: true,
  description: 'Who comes; null when you may not know.',
} as const;

@Resolver(() => OfferableSlotType)
export class OfferableSlotResolver {
  @ResolveField(() => SpecialistType, whoComes)
  async specialist(
    @Parent() { specialistId }: OfferableSlot,
    @Context() { loaders }: RequestContext,
  ): Promise<Specialist | null> {
    return loaders.specialist.load(specialistId);
  }
}

@Resolver(() => OfferedSlotType)
export class OfferedSlotResolver {
  @ResolveField(() => SpecialistType, whoComes)
  async specialist(
    @Parent() { specialistId }: OfferedSlot,
    @Context() { loaders }: RequestContext,
  ): Promise<Specialist | null> {
    return loaders.specialist.load(specialistId);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Minutes on the way there and on, when it was offered; not told to towns.',
  })
  travelMinutes(@Parent() slot: OfferedSlot, @CurrentActor() actor: Actor): number | null {
    return readsTravel(actor) ? slot.travelMinutes : null;
  }
}

@Resolver(() => DateAnswerType)
export class DateAnswerResolver {
  @ResolveField(() => [DateAnswerMarkType], { description: 'The marks, by day.' })
  marks(@Parent() { marks }: DateAnswer): DateAnswerMarkType[] {
    return Object.entries(marks)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, mark]) => markOf(key, mark));
  }
}

const markOf = (key: string, mark: Mark): DateAnswerMarkType => {
  const [date = '', half] = key.split(' ');
  return { date, half: half === 'PM' ? 'PM' : 'AM', mark };
};
