import { type Actor, DomainError, groupBy } from '@banso/kernel';
import { type Municipality, municipalitiesByIds, type Place, placesByIds } from '@banso/directory';
import {
  type ExplainedUnplaced,
  latestOrdersOf,
  type PublicationOrder,
  type Companion,
  companionsOf,
  type DateAnswer,
  dateAnswersOf,
  dateInquiryHistoriesOf,
  type DateInquiryEvent,
  explainUnplacedOf,
  type OfferedSlot,
  offeredSlotsOf,
  type PlanPublication,
  type ProposedVisit,
  proposedVisitsOf,
  publicationsOf,
  spokenFindingsOf,
  type PlanExplanationService,
  type SpokenChange,
  type SpokenFinding,
  type TownProfile,
  townProfilesOf,
  type Visit,
  type VisitEvent,
  type VisitProposal,
  proposalsOfVisits,
  visitHistoriesOf,
  visitsByIds,
} from '@banso/dispatch';
import {
  type Agreement,
  type AgreementClause,
  type AgreementEvent,
  agreementEventsOf,
  agreementPartiesOf,
  type AgreementParty,
  type AgreementTerm,
  clausesOf,
  partiesByIds,
  type Party,
  termsOf,
} from '@banso/engagement';
import { type Db, NEVER, type Tx, versionsOf } from '@banso/platform';
import {
  claimHistoriesOf,
  claimVisitsOf,
  costAgreementsByIds,
  type CostParty,
  type InvoiceEvidence,
  invoiceEvidenceOf,
  type InvoiceLine,
  invoiceLinesOf,
  partiesOf,
  type TravelClaimEvent,
  type TravelClaimVisit,
} from '@banso/settlement';
import {
  type BidRestrictionNote,
  bidRestrictionNotesOf,
  type ConflictCheck,
  conflictChecksOf,
  type ConsultationEvent,
  consultationHistoriesOf,
  historiesOf,
  type Procurement,
  type ProcurementEvent,
  procurementHistoriesOf,
  procurementsOf,
  type ProcurementVendor,
  type ShortlistEntry,
  shortlistsOf,
  type ShutOut,
  shutOutOf,
  type SupportRequest,
  type SupportRequestEvent,
  supportRequestsByIds,
  vendorsOf,
} from '@banso/support';
import {
  currentSkills,
  fieldsByIds,
  patternsOf,
  type PatternVersion,
  type FieldOfYear,
  profilesByIds,
  type Skill,
  type SkillLevel,
  skillsByIds,
  type Specialist,
  specialistsByIds,
  type SupportTheme,
  type TalentProfile,
  type ThemeNeed,
  themeNeeds,
  themesByIds,
  type TimedPerson,
} from '@banso/talent';
import {
  attendancesOf,
  casesOf,
  type CaseShare,
  type CouncilAttendance,
  type DeclarationSignatory,
  membersOf,
  type OfficeMember,
  type OfficeSession,
  type OfficeTime,
  type RoundStop,
  sessionsOf,
  signatoriesOf,
  stopsOf,
  timesOf,
} from '@banso/engagement';
import DataLoader from 'dataloader';
import { type ReportLoaders, reportLoaders } from './reports/report-loaders.js';
import { type JointLoaders, jointLoaders } from './engagement/joint-loaders.js';

/** One row per id, null where the actor sees none. */
type One<T> = DataLoader<string, T | null>;
/** All rows that belong to an id. */
type Many<T> = DataLoader<string, readonly T[]>;

/** Tables whose rows are rewritten by hand, so that a writer must say which version was read. */
type Versioned =
  | 'agreement'
  | 'case_report'
  | 'visit_report'
  | 'attachment'
  | 'consultation'
  | 'declaration'
  | 'desk_duty'
  | 'expert_field'
  | 'hub_contact'
  | 'membership'
  | 'office'
  | 'party'
  | 'prefecture_scheme'
  | 'proposed_visit'
  | 'quota'
  | 'specialist'
  | 'support_request'
  | 'town_profile'
  | 'town_round'
  | 'travel_override'
  | 'visit_preparation';

/** Made anew for each request: what one person may see is never kept for another. */
export interface Loaders {
  readonly municipality: One<Municipality>;
  readonly place: One<Place>;
  readonly profile: One<TalentProfile>;
  readonly skill: One<Skill>;
  readonly skillLevels: Many<SkillLevel>;
  readonly patterns: DataLoader<TimedPerson, readonly PatternVersion[], string>;
  readonly themeNeeds: Many<ThemeNeed>;
  readonly specialist: One<Specialist>;
  readonly theme: One<SupportTheme>;
  readonly party: One<Party>;
  readonly agreementParties: Many<AgreementParty>;
  readonly agreementClauses: Many<AgreementClause>;
  readonly agreementTerms: Many<AgreementTerm>;
  readonly agreementHistory: Many<AgreementEvent>;
  readonly requestHistory: Many<SupportRequestEvent>;
  readonly shortlist: Many<ShortlistEntry>;
  readonly supportRequest: One<SupportRequest>;
  readonly procurement: Many<Procurement>;
  readonly procurementVendors: Many<ProcurementVendor>;
  readonly procurementHistory: Many<ProcurementEvent>;
  readonly bidRestrictionNotes: Many<BidRestrictionNote>;
  readonly conflictCheck: Many<ConflictCheck>;
  readonly shutOut: Many<ShutOut>;
  readonly consultationHistory: Many<ConsultationEvent>;
  readonly proposedVisits: Many<ProposedVisit>;
  readonly unplacedVisits: Many<ExplainedUnplaced>;
  readonly publication: Many<PlanPublication>;
  readonly publicationOrder: Many<PublicationOrder>;
  readonly visit: One<Visit>;
  readonly visitHistory: Many<VisitEvent>;
  readonly visitProposals: Many<VisitProposal>;
  readonly companions: Many<Companion>;
  readonly offeredSlots: Many<OfferedSlot>;
  readonly dateAnswers: Many<DateAnswer>;
  readonly dateInquiryHistory: Many<DateInquiryEvent>;
  readonly findings: Many<SpokenFinding>;
  readonly nearestChanges: Many<{ readonly key: string; readonly change: SpokenChange }>;
  readonly townProfile: Many<TownProfile>;
  readonly joint: JointLoaders;
  readonly reports: ReportLoaders;
  readonly expertField: One<FieldOfYear>;
  readonly signatories: Many<DeclarationSignatory>;
  readonly councilAttendances: Many<CouncilAttendance>;
  readonly caseShares: Many<CaseShare>;
  readonly roundStops: Many<RoundStop>;
  readonly officeMembers: Many<OfficeMember>;
  readonly officeSessions: Many<OfficeSession>;
  readonly officeTimes: Many<OfficeTime>;
  readonly costAgreement: One<Agreement>;
  readonly costParties: Many<CostParty>;
  readonly invoiceLines: Many<InvoiceLine>;
  readonly invoiceEvidence: Many<InvoiceEvidence>;
  readonly claimVisits: Many<TravelClaimVisit>;
  readonly claimHistory: Many<TravelClaimEvent>;
  readonly version: Readonly<Record<Versioned, DataLoader<string, string>>>;
}

export function createLoaders(
  { db, explanations }: { readonly db: Db; readonly explanations: PlanExplanationService },
  actor: Actor | null,
): Loaders {
  const signedIn = (): Actor => {
    if (!actor) throw new DomainError('SIGN_IN_REQUIRED', 'access.sign-in-required');
    return actor;
  };
  const read = <T>(work: (tx: Tx, reader: Actor) => Promise<T>): Promise<T> => {
    const reader = signedIn();
    return db.read(reader, (tx) => work(tx, reader));
  };
  const one = <T extends { id: string }>(
    load: (tx: Tx, reader: Actor, ids: string[]) => Promise<readonly T[]>,
  ): One<T> =>
    new DataLoader(async (ids) => {
      const rows = await read((tx, reader) => load(tx, reader, [...ids]));
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  const many = <T>(
    load: (tx: Tx, reader: Actor, ids: string[]) => Promise<readonly T[]>,
    ownerOf: (row: T) => string,
  ): Many<T> =>
    new DataLoader(async (ids) => {
      const byOwner = groupBy(await read((tx, reader) => load(tx, reader, [...ids])), ownerOf);
      return ids.map((id) => byOwner.get(id) ?? []);
    });

  const versions = (table: Versioned): DataLoader<string, string> =>
    new DataLoader(async (ids) => {
      const found = await read((tx, reader) => versionsOf(tx, reader, table, [...ids]));
      return ids.map((id) => found.get(id) ?? NEVER);
    });

  return {
    municipality: one((tx, _, ids) => municipalitiesByIds(tx, ids)),
    place: one((tx, _, ids) => placesByIds(tx, ids)),
    profile: one((tx, _, ids) => profilesByIds(tx, ids)),
    skill: one((tx, _, ids) => skillsByIds(tx, ids)),
    skillLevels: many(
      async (tx, reader, ids) => [...(await currentSkills(tx, reader, ids)).values()].flat(),
      (level) => level.specialistId,
    ),
    patterns: new DataLoader(
      (people) =>
        read(async (tx) => {
          const patternsFor = await patternsOf(tx, people);
          return people.map(patternsFor);
        }),
      { cacheKeyFn: ({ id }) => id },
    ),
    themeNeeds: many(
      async (tx, _, ids) =>
        [...(await themeNeeds(tx, ids))].flatMap(([themeId, needs]) =>
          needs.map((need) => ({ themeId, ...need })),
        ),
      (need) => need.themeId,
    ),
    specialist: one(specialistsByIds),
    theme: one((tx, _, ids) => themesByIds(tx, ids)),
    party: one(partiesByIds),
    agreementParties: many((tx, _, ids) => agreementPartiesOf(tx, ids), ofAgreement),
    agreementClauses: many((tx, _, ids) => clausesOf(tx, ids), ofAgreement),
    agreementTerms: many((tx, _, ids) => termsOf(tx, ids), ofAgreement),
    agreementHistory: many((tx, _, ids) => agreementEventsOf(tx, ids), ofAgreement),
    requestHistory: many(
      (tx, _, ids) => historiesOf(tx, ids),
      (event) => event.supportRequestId,
    ),
    shortlist: many(
      (tx, _, ids) => shortlistsOf(tx, ids),
      (entry) => entry.supportRequestId,
    ),
    supportRequest: one(supportRequestsByIds),
    procurement: many(procurementsOf, ofCase),
    procurementVendors: many(vendorsOf, ofCase),
    procurementHistory: many(procurementHistoriesOf, ofCase),
    bidRestrictionNotes: many(bidRestrictionNotesOf, ofCase),
    shutOut: many(shutOutOf, ofCase),
    conflictCheck: many((tx, _, ids) => conflictChecksOf(tx, ids), ofCase),
    consultationHistory: many(
      (tx, _, ids) => consultationHistoriesOf(tx, ids),
      (event) => event.consultationId,
    ),
    proposedVisits: many(
      (tx, _, ids) => proposedVisitsOf(tx, ids),
      (visit) => visit.runId,
    ),
    unplacedVisits: many(explainUnplacedOf, (visit) => visit.runId),
    publication: many(
      (tx, _, ids) => publicationsOf(tx, ids),
      (publication) => publication.runId ?? '',
    ),
    publicationOrder: many(
      (tx, _, ids) => latestOrdersOf(tx, ids),
      (order) => order.runId,
    ),
    visit: one(visitsByIds),
    companions: many(
      (tx, _, ids) => companionsOf(tx, ids),
      ({ visitId }) => visitId,
    ),
    offeredSlots: many(
      (tx, _, ids) => offeredSlotsOf(tx, ids),
      ({ inquiryId }) => inquiryId,
    ),
    dateAnswers: many(
      (tx, _, ids) => dateAnswersOf(tx, ids),
      ({ inquiryId }) => inquiryId,
    ),
    dateInquiryHistory: many(
      (tx, _, ids) => dateInquiryHistoriesOf(tx, ids),
      ({ dateInquiryId }) => dateInquiryId,
    ),
    visitHistory: many(
      (tx, _, ids) => visitHistoriesOf(tx, ids),
      (event) => event.visitId,
    ),
    visitProposals: many(proposalsOfVisits, ({ visitId }) => visitId),
    findings: many(spokenFindingsOf, (finding) => finding.runId),
    // Takes long: no transaction is open meanwhile.
    nearestChanges: new DataLoader(async (keys) => {
      const found = groupBy(await explanations.nearestChangesOf(signedIn(), [...keys]), ({ key }) => key);
      return keys.map((key) => found.get(key) ?? []);
    }),
    townProfile: many(townProfilesOf, (profile) => profile.municipalityId),
    joint: jointLoaders(many),
    reports: reportLoaders(many),
    expertField: one(fieldsByIds),
    signatories: many(
      (tx, _, ids) => signatoriesOf(tx, ids),
      ({ declarationId }) => declarationId,
    ),
    councilAttendances: many(
      (tx, _, ids) => attendancesOf(tx, ids),
      ({ meetingId }) => meetingId,
    ),
    caseShares: many(
      (tx, _, ids) => casesOf(tx, ids),
      ({ meetingId }) => meetingId,
    ),
    roundStops: many(stopsOf, ({ roundId }) => roundId),
    officeMembers: many(
      (tx, _, ids) => membersOf(tx, ids),
      ({ officeId }) => officeId,
    ),
    officeSessions: many(
      (tx, _, ids) => sessionsOf(tx, ids),
      ({ officeId }) => officeId,
    ),
    officeTimes: many(
      (tx, _, ids) => timesOf(tx, ids),
      ({ officeId }) => officeId,
    ),
    costAgreement: one(costAgreementsByIds),
    costParties: many(
      (tx, _, ids) => partiesOf(tx, ids),
      (party) => party.agreementId,
    ),
    invoiceLines: many(
      (tx, _, ids) => invoiceLinesOf(tx, ids),
      (line) => line.invoiceId,
    ),
    invoiceEvidence: many(
      (tx, _, ids) => invoiceEvidenceOf(tx, ids),
      (evidence) => evidence.lineId,
    ),
    claimVisits: many(
      (tx, _, ids) => claimVisitsOf(tx, ids),
      ({ claimId }) => claimId,
    ),
    claimHistory: many(
      (tx, _, ids) => claimHistoriesOf(tx, ids),
      ({ claimId }) => claimId,
    ),
    version: {
      agreement: versions('agreement'),
      case_report: versions('case_report'),
      visit_report: versions('visit_report'),
      attachment: versions('attachment'),
      party: versions('party'),
      consultation: versions('consultation'),
      desk_duty: versions('desk_duty'),
      expert_field: versions('expert_field'),
      hub_contact: versions('hub_contact'),
      membership: versions('membership'),
      declaration: versions('declaration'),
      office: versions('office'),
      proposed_visit: versions('proposed_visit'),
      prefecture_scheme: versions('prefecture_scheme'),
      quota: versions('quota'),
      specialist: versions('specialist'),
      support_request: versions('support_request'),
      town_profile: versions('town_profile'),
      town_round: versions('town_round'),
      travel_override: versions('travel_override'),
      visit_preparation: versions('visit_preparation'),
    },
  };
}

const ofAgreement = ({ agreementId }: { readonly agreementId: string }): string => agreementId;
const ofCase = ({ caseId }: { readonly caseId: string }): string => caseId;

/** The rows of several ids, in their order, without those that the actor does not see. */
export async function allOf<T>(loader: One<T>, ids: readonly string[]): Promise<T[]> {
  const rows = await Promise.all(ids.map((id) => loader.load(id)));
  return rows.filter((row) => row !== null);
}
