import { isWorkingDay } from '@banso/directory';
import {
  AgreementDraftService,
  AgreementTermService,
  keepAgreementsUp,
  OfficeService,
  type Party,
  PartyService,
  type Placement,
  PlacementService,
  TrainingService,
} from '@banso/engagement';
import { addDays, datesBetween, type FixedClock, instantAt, type LocalDate } from '@banso/kernel';
import type { Db } from '@banso/platform';
import { AttendanceService, CostMatrixService, InvoiceService } from '@banso/settlement';
import type { DemoEngagement, DemoPrefecture } from './demo-files.js';
import type { DemoPeople } from './demo-people.js';

interface Services {
  readonly db: Db;
  readonly clock: FixedClock;
  readonly now: Date;
}

const NINE = 540;

/** How a prefecture shares its people, where the file says so: an agreement, who is placed where, days and a bill. */
export async function makeEngagement(
  services: Services,
  { engagement }: DemoPrefecture,
  people: DemoPeople,
): Promise<void> {
  if (!engagement) return;
  const { clock, now } = services;
  clock.moveTo(now);
  const [first, last] = termOf(clock.today(), engagement);
  // As if everything had been written down on the morning of the first day.
  clock.moveTo(instantAt(first, NINE));
  const parties = await makeParties(services, engagement, people);
  const agreementId = await conclude(services, { engagement, parties, term: [first, last] }, people);
  await prepare(services, { engagement, first }, people);
  const placements = await place(services, { engagement, agreementId, term: [first, last] }, people);
  await share(services, { engagement, agreementId, parties, first }, people);
  clock.moveTo(now);
  await work(services, engagement, placements, people);
  if (engagement.billed) await bill(services, { agreementId, party: parties(engagement.billed) }, people);
  await openOffice(services, engagement, people);
}

type PartyOf = (key: string) => Party;
type Term = readonly [first: LocalDate, last: LocalDate];

const monthsLater = (date: LocalDate, months: number): LocalDate => {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
};

/** Whole months, begun on the first of one. */
function termOf(today: LocalDate, { begunMonthsAgo, months }: DemoEngagement): Term {
  const first = monthsLater(today, -begunMonthsAgo);
  return [first, addDays(monthsLater(first, months), -1)];
}

async function makeParties(
  { db }: Services,
  { company, signers }: DemoEngagement,
  { hub }: DemoPeople,
): Promise<PartyOf> {
  const service = new PartyService(db);
  const made = new Map<string, Party>();
  for (const { party } of signers) {
    const input =
      party === 'PREFECTURE'
        ? { partyKind: 'PREFECTURE' }
        : party === 'COMPANY'
          ? { partyKind: 'COMPANY', ...company }
          : { partyKind: 'MUNICIPALITY', municipalityId: party };
    made.set(party, await service.add(hub, input));
  }
  return (key) => {
    const party = made.get(key);
    if (!party) throw new Error(`Nobody signs as ${key}`);
    return party;
  };
}

async function conclude(
  { db, clock }: Services,
  {
    engagement,
    parties,
    term: [startsOn, endsOn],
  }: { readonly engagement: DemoEngagement; readonly parties: PartyOf; readonly term: Term },
  { hub }: DemoPeople,
): Promise<string> {
  const { agreement, signers, remainder } = engagement;
  const drafts = new AgreementDraftService(db, clock);
  const { id } = await drafts.draft(hub, {
    ...agreement,
    startsOn,
    endsOn,
    remainderPartyId: parties(remainder).id,
    parties: signers.map(({ party, ...signer }) => ({ partyId: parties(party).id, ...signer })),
  });
  await drafts.consult(hub, id);
  await new AgreementTermService(db, clock).conclude(hub, id, clock.today());
  const today = clock.today();
  await db.system(hub.prefectureId, (tx, actor) => keepAgreementsUp(tx, { actor, at: clock.now(), today }));
  return id;
}

/** Training before a placement where the prefecture asks for it; elsewhere it asks for none. */
async function prepare(
  { db, clock }: Services,
  { engagement, first }: { readonly engagement: DemoEngagement; readonly first: LocalDate },
  { hub, specialistOf }: DemoPeople,
): Promise<void> {
  const training = new TrainingService(db, clock);
  if (!engagement.trained) {
    await training.setRule(hub, { version: 0, gating: [], gatedVisits: 'NOBODY' });
    return;
  }
  const completedOn = addDays(first, -7);
  for (const specialistId of new Set(
    engagement.placements.map(({ specialist }) => specialistOf(specialist)),
  )) {
    const done = { specialistId, completedOn, evidence: '配属前研修（架空）' };
    await training.complete(hub, { ...done, moduleCode: 'A' });
    for (const { town } of engagement.placements)
      await training.complete(hub, { ...done, moduleCode: 'B', municipalityId: town });
  }
}

async function place(
  { db, clock }: Services,
  {
    engagement,
    agreementId,
    term: [startsOn, endsOn],
  }: { readonly engagement: DemoEngagement; readonly agreementId: string; readonly term: Term },
  { hub, specialistOf }: DemoPeople,
): Promise<Placement[]> {
  const service = new PlacementService(db, clock);
  const placements: Placement[] = [];
  for (const { specialist, town, post, weekly } of engagement.placements) {
    const { id } = await service.plan(hub, {
      specialistId: specialistOf(specialist),
      municipalityId: town,
      agreementId,
      post,
      weekly,
      startsOn,
      endsOn,
    });
    placements.push(await service.start(hub, id));
  }
  return placements;
}

/** Who bears what. */
async function share(
  { db, clock }: Services,
  {
    engagement,
    agreementId,
    parties,
    first: validFrom,
  }: {
    readonly engagement: DemoEngagement;
    readonly agreementId: string;
    readonly parties: PartyOf;
    readonly first: LocalDate;
  },
  { hub }: DemoPeople,
): Promise<void> {
  const lines = engagement.costs.map(({ bearers, ...line }) => ({
    ...line,
    shares: Object.entries(bearers).map(([party, weight]) => ({ partyId: parties(party).id, share: weight })),
  }));
  await new CostMatrixService(db, clock).set(hub, {
    agreementId,
    validFrom,
    reason: '協定の締結（架空の額）',
    version: 0,
    lines,
  });
}

/** The days of the month before this one, as many as were agreed. */
async function work(
  { db, clock }: Services,
  { attended }: DemoEngagement,
  placements: readonly Placement[],
  { specialists }: DemoPeople,
): Promise<void> {
  if (!attended) return;
  const service = new AttendanceService(db, clock);
  const [from, to] = lastMonth(clock.today());
  const days = datesBetween(from, to)
    .filter(isWorkingDay)
    .filter((_, index) => index % attended.everyWorkingDays === 0)
    .slice(0, attended.days);
  for (const placement of placements) {
    const person = specialists.get(placement.specialistId);
    if (!person) continue;
    for (const workedOn of days)
      await service.record(person, {
        placementId: placement.id,
        workedOn,
        halfDays: 2,
        travelYen: attended.travelYen,
      });
  }
}

const lastMonth = (today: LocalDate): Term => [monthsLater(today, -1), addDays(monthsLater(today, 0), -1)];

async function bill(
  { db, clock }: Services,
  { agreementId, party }: { readonly agreementId: string; readonly party: Party },
  { hub }: DemoPeople,
): Promise<void> {
  const service = new InvoiceService(db, clock);
  const [from, to] = lastMonth(clock.today());
  const { id } = await service.draft(hub, { agreementId, partyId: party.id, from, to });
  await service.issue(hub, id);
}

/** A town's own office, with people of many sections. */
async function openOffice(
  { db, clock }: Services,
  { office }: DemoEngagement,
  { towns }: DemoPeople,
): Promise<void> {
  const clerk = office && towns.get(office.town);
  if (!clerk) return;
  const service = new OfficeService(db, clock);
  const { name, seats, monthlyHours, members, session } = office;
  const { id } = await service.keep(clerk, { name, seats, monthlyHours });
  const since = clock.today();
  const seated: string[] = [];
  for (const member of members) {
    const { id: memberId } = await service.propose(clerk, id, member);
    await service.move(clerk, memberId, { status: 'APPOINTED', since });
    seated.push(memberId);
  }
  const held = await service.plan(clerk, id, { ...session, heldOn: since, preparedBy: seated[1] });
  await service.hold(clerk, held.id, { record: session.record, memberIds: seated });
}
