import type { SupportRequestContent } from '@banso/support';
import { randomUUID } from 'node:crypto';
import { TableImportService } from '@banso/exchange';
import {
  addDays,
  Clock,
  fiscalYearOf,
  type FixedClock,
  type HubStaff,
  type MunicipalityStaff,
} from '@banso/kernel';
import { Calendar, THEME } from '../libs/dispatch/test/given-calendar.js';
import { Given } from '../libs/engagement/test/given-agreement.js';
import type { Caller, RunningApi } from './api.js';
import { DateWishes } from './date-wishes.js';
import { attachmentRow } from './files.js';
import { JointWishes } from './joint-wishes.js';
import { clerk, expert, hub, KURE, memberOf, MIHARA, operator } from './people.js';
import { NoticeWishes } from './notice-wishes.js';
import { MoneyWishes } from './money-wishes.js';
import { ReportWishes } from './report-wishes.js';
import { TravelWishes } from './travel-wishes.js';
import { requestInput, today, workingDayIn } from './requests.js';

type Who = 'hub' | 'town' | 'specialist' | 'operator';

/** A change that is granted: who asks for it, and of which row. */
export interface Granted {
  readonly by: Who;
  readonly args: Record<string, unknown>;
}

interface Callers extends Record<Who, Caller> {
  /** Another of the hub, for wishes under somebody else's key. */
  readonly colleague: Caller;
  readonly specialistId: string;
  /** Somebody who is in no plan. */
  readonly spareId: string;
}

const DRAFT = 'mutation($i: SupportRequestInput!) { draftSupportRequest(input: $i) { id } }';
/** A term that runs today. */
const BEGUN = () => ({ startsOn: addDays(today(), -30), endsOn: addDays(today(), 335) });
const PERIOD = () => ({ from: addDays(today(), 1), to: addDays(today(), 45) });

/** Rows in whatever state a change needs, brought there by the ways that people go. */
export class Wishes {
  private readonly engagement: Given;
  private named = 0;
  private readonly joint: JointWishes;
  private readonly notices: NoticeWishes;
  private readonly dates: DateWishes;
  private readonly reports: ReportWishes;

  private constructor(
    private readonly calendar: Calendar,
    private readonly hiroshima: HubStaff,
    private readonly kure: MunicipalityStaff,
    readonly callers: Callers,
    private readonly money: MoneyWishes,
    private readonly travel: TravelWishes,
    clock: FixedClock,
  ) {
    this.engagement = new Given(calendar.db, clock, hiroshima);
    this.notices = new NoticeWishes(calendar.db, hiroshima);
    this.joint = new JointWishes(calendar.db, calendar.clock, hiroshima);
    this.dates = new DateWishes(calendar.db, calendar.clock, { hub: hiroshima, town: kure });
    this.reports = new ReportWishes(calendar, {
      hub: hiroshima,
      town: kure,
      specialistId: callers.specialistId,
    });
  }

  static async of(api: RunningApi, clock: FixedClock): Promise<Wishes> {
    const { db } = api.database;
    const [hiroshima, kure] = [await hub(db), await clerk(db, KURE)];
    const she = await expert(db, hiroshima, { themes: [THEME, 'T01'] });
    const callers = {
      hub: await api.as(hiroshima),
      town: await api.as(kure),
      specialist: await api.as(she),
      operator: await api.as(await operator(db)),
      colleague: await api.as(await hub(db)),
      specialistId: she.specialistId,
      spareId: (await expert(db, hiroshima)).specialistId,
    };
    const ground = { db, clock, hub: hiroshima, specialist: she };
    const [money, travel] = [new MoneyWishes(ground), new TravelWishes(ground)];
    return new Wishes(new Calendar(db, clock), hiroshima, kure, callers, money, travel, clock);
  }

  /** What is granted once for each mutation; made anew each time. Throws for one that it does not know. */
  async granted(mutation: string): Promise<Granted> {
    await this.calendar.clear();
    const make =
      this.makers[mutation] ??
      this.money.makers[mutation] ??
      this.notices.makers[mutation] ??
      this.reports.makers[mutation] ??
      this.joint.makers[mutation] ??
      this.dates.makers[mutation] ??
      this.travel.makers[mutation];
    if (!make) throw new Error(`How is ${mutation} granted? Say it in test/wishes.ts`);
    return make();
  }

  private readonly makers: Readonly<Record<string, () => Promise<Granted>>> = {
    invitePerson: async () => this.hub({ municipalityId: KURE, specialistId: null }),
    withdrawInvitation: async () => this.hub({ id: await this.invited() }),
    changeDuties: async () => this.hub({ id: await this.member() }),
    endMembership: async () => this.hub({ id: await this.member() }),
    handOverWork: async () =>
      this.hub({ memberId: await this.member(), colleagueId: await this.member(), endMembership: true }),
    erasePerson: async () => this.hub({ id: await this.former() }),
    setRetention: async () => this.hub({}),
    issuePasswordReset: async () => this.hub({ id: await this.member() }),
    retryOutboxRows: async () => ({ by: 'operator', args: { ids: [await this.dead()] } }),
    // A prefecture of which nobody can sign in.
    inviteFirstHubAccount: async () => ({ by: 'operator', args: { prefectureId: '46' } }),
    draftSupportRequest: async () => ({ by: 'town', args: { municipalityId: null } }),
    reviseSupportRequest: async () => this.town({ id: await this.draft() }),
    sendSupportRequestForApproval: async () => this.town({ id: await this.draft() }),
    returnSupportRequest: async () => {
      const id = await this.draft();
      await this.act('town', 'sendSupportRequestForApproval', id);
      return this.town({ id });
    },
    remindApprover: async () => {
      const id = await this.draft();
      await this.act('town', 'sendSupportRequestForApproval', id);
      return this.town({ id });
    },
    submitSupportRequest: async () => this.town({ id: await this.draft() }),
    withdrawSupportRequest: async () => this.town({ id: await this.draft() }),
    beginTriage: async () => this.hub({ id: await this.sent() }),
    classifySupportRequest: async () => this.hub({ id: await this.sent(), themeId: 'T02' }),
    askTownAboutRequest: async () => this.hub({ id: await this.sent(), question: 'QUESTION' }),
    answerHubAboutRequest: async () => this.town({ id: await this.askedBack() }),
    acceptSupportRequest: async () => this.hub({ id: await this.sent() }),
    adviseSupportRequest: async () => this.hub({ id: await this.sent() }),
    referSupportRequest: async () => this.hub({ id: await this.sent() }),
    declineSupportRequest: async () => this.hub({ id: await this.sent() }),
    shortlistSpecialists: async () => this.hub({ id: await this.selecting(), ...this.them() }),
    rankShortlist: async () => this.town({ id: await this.shortlisted(), ...this.them() }),
    answerOffer: async () => ({ by: 'specialist', args: { id: await this.offered(), reason: null } }),
    approveDispatch: async () => this.hub({ id: await this.agreed() }),
    handOverSpecialistWork: async () => {
      const id = await this.offered();
      return this.hub({ ...this.her(), successorId: null, ids: [id] });
    },
    reselectSpecialist: async () => this.hub({ id: await this.agreed() }),
    suspendSupport: async () => this.hub({ id: (await this.visit()).supportRequestId }),
    resumeSupport: async () => {
      const id = (await this.visit()).supportRequestId;
      await this.act('hub', 'suspendSupport', id, ', reason: "x"');
      return this.hub({ id });
    },
    terminateSupport: async () => this.hub({ id: (await this.visit()).supportRequestId }),
    exportHistory: async () => this.hub({ id: await this.sent() }),
    exportMyData: async () => this.hub({}),
    exportList: async () => {
      await this.sent();
      return this.hub({ filter: null });
    },
    mapTableImport: async () =>
      this.town({
        id: await this.brought(),
        mapping: [
          { column: 'title', head: '件名' },
          { column: 'trouble', head: '困っていること' },
        ],
      }),
    fixTableImport: async () =>
      this.town({ id: await this.brought(), fixes: [{ no: 3, column: 'title', value: 'x' }] }),
    applyTableImport: async () => this.town({ id: await this.brought() }),
    discardTableImport: async () => this.town({ id: await this.brought() }),
    exportImportFaults: async () => this.town({ id: await this.brought() }),
    undoTableImport: async () => {
      const id = await this.brought();
      await this.act('town', 'applyTableImport', id);
      return this.town({ id });
    },
    makeRequestSheet: async () => this.hub({ id: await this.sent() }),
    makeRequestForm: async () => this.hub({ id: await this.sent() }),
    makeDecisionNotice: async () => this.hub({ id: (await this.visit()).supportRequestId }),
    makeVisitPlan: async () => this.hub({}),
    addParty: async () =>
      this.hub({ partyKind: 'COMPANY', name: `架空${++this.named}`, municipalityId: null }),
    reviseParty: async () => this.hub({ id: await this.engagement.company(), name: `架空${++this.named}` }),
    draftAgreement: async () => this.hub(await this.signing()),
    reviseAgreement: async () =>
      this.hub({ id: (await this.engagement.draft(KURE)).id, ...(await this.signing()) }),
    consultAgreement: async () => this.hub({ id: (await this.engagement.draft(KURE)).id }),
    returnAgreement: async () => this.hub({ id: (await this.engagement.consulted(KURE)).id }),
    withdrawAgreement: async () => this.hub({ id: (await this.engagement.draft(KURE)).id }),
    concludeAgreement: async () => this.hub({ id: (await this.engagement.consulted(KURE)).id }),
    consultExtension: async () => this.hub({ id: (await this.engagement.concluded(KURE, BEGUN())).id }),
    extendAgreement: async () => this.hub({ id: await this.prolonging(), endsOn: addDays(today(), 700) }),
    declineExtension: async () => this.hub({ id: await this.prolonging() }),
    endAgreementEarly: async () =>
      this.hub({ id: (await this.engagement.concluded(KURE, BEGUN())).id, endsOn: addDays(today(), 1) }),
    makeAgreementPaper: async () => this.hub({ id: (await this.engagement.concluded(KURE)).id }),
    askExpert: async () => this.town({ municipalityId: null }),
    reassignConsultation: async () => this.hub({ id: await this.asked(), ...this.her() }),
    answerConsultation: async () => ({ by: 'specialist', args: { id: await this.waiting() } }),
    askFurther: async () => this.town({ id: await this.answered() }),
    closeConsultation: async () => this.town({ id: await this.answered() }),
    turnConsultationIntoRequest: async () => this.town({ id: await this.answered() }),
    renameAttachment: async () => this.town({ id: await this.attachment(), name: '別の名前.txt' }),
    removeAttachment: async () => this.town({ id: await this.attachment() }),
    withdrawConsultation: async () => this.town({ id: await this.asked() }),
    registerSpecialist: async () => this.hub({}),
    reviseSpecialist: async () => this.hub({ id: this.callers.spareId }),
    assessSkill: async () => this.hub(this.her()),
    recordSpecialistFirm: async () => this.hub(this.her()),
    removeSpecialistFirm: async () => this.hub({ id: await this.firm() }),
    setProcurement: async () => this.town({ caseId: await this.sent(), version: 0 }),
    addDayOff: async () => this.hub({ ...this.her(), date: workingDayIn(40), reason: 'x' }),
    setAvailableDays: async () => this.hub({ ...this.her(), decisions: [] }),
    addUnavailabilityRule: async () => this.hub({ ...this.her(), decisions: [] }),
    endUnavailabilityRule: async () => this.hub({ id: await this.rule() }),
    // Mondays are the desk's by now: with them alone nobody could be sent anywhere.
    setWeeklyPattern: async () =>
      this.hub({ ...this.her(), decisions: [], weekly: ['TUE_AM', 'TUE_PM', 'WED_AM', 'WED_PM', 'THU_AM'] }),
    issueCalendarFeed: async () => ({ by: 'town', args: {} }),
    renewCalendarFeed: async () => this.town({ id: await this.feed() }),
    revokeCalendarFeed: async () => this.town({ id: await this.feed() }),
    removeDayOff: async () => this.hub({ id: await this.dayOff() }),
    defineExpertField: async () => this.hub({ id: null, name: '新しい分野', ...this.them() }),
    setDeskDuty: async () => this.hub(this.them()),
    setTravelTime: async () => this.hub({ toId: MIHARA }),
    clearTravelTime: async () => {
      await this.callers.hub.ask(
        `mutation { setTravelTime(input: { fromId: "${KURE}", toId: "${MIHARA}", minutes: 70, note: "x", seen: "0" }) { minutes } }`,
      );
      return this.hub({ fromId: KURE, toId: MIHARA });
    },
    setPlanningPolicy: async () => {
      const { planningPolicy } = await this.callers.hub.ask('{ planningPolicy { version tiers } }');
      return this.hub({ ...planningPolicy, weights: [] });
    },
    setHubContact: async () => this.hub({}),
    setTownProfile: async () => this.hub({ busy: [] }),
    keepDeclaration: async () => this.hub({ id: null, seen: null, title: randomUUID() }),
    signDeclaration: async () => this.hub({ id: await this.signatory() }),
    takeBackSignature: async () => {
      const id = await this.signatory();
      await this.callers.hub.ask(
        `mutation { signDeclaration(id: "${id}", input: { title: "x", name: "x", signedOn: "${today()}" }) { id } }`,
      );
      return this.hub({ id });
    },
    planCouncilMeeting: async () => this.hub({}),
    recordCouncilMeeting: async () => this.hub({ id: await this.meeting(), kind: 'JOINT_TRAINING' }),
    cancelCouncilMeeting: async () => this.hub({ id: await this.meeting() }),
    openTownRound: async () => this.hub(this.her()),
    arrangeTownRound: async () => {
      const { id, stops } = await this.round();
      return this.hub({ id, stops: stops.map((stop) => ({ ...stop, tour: 1 })) });
    },
    moveRoundStop: async () => this.hub({ id: (await this.round()).stopId, status: 'DATED' }),
    keepOffice: async () => this.town({ id: null, seen: null, name: randomUUID() }),
    proposeOfficeMember: async () => this.town({ officeId: await this.office() }),
    moveOfficeMember: async () => this.town({ id: await this.officeMember(), status: 'APPOINTED' }),
    planOfficeSession: async () => this.town({ officeId: await this.office(), preparedBy: null }),
    recordOfficeSession: async () => this.town({ id: await this.officeSession(), memberIds: [] }),
    cancelOfficeSession: async () => this.town({ id: await this.officeSession() }),
    noteOfficeTime: async () => this.town({ memberId: await this.officeMember() }),
    setQuota: async () => this.hub({ supportRequestId: await this.sent() }),
    reviseQuota: async () => this.hub({ id: await this.quota() }),
    raiseQuota: async () => this.hub({ id: await this.quota(), limit: 9 }),
    endQuota: async () => this.hub({ id: await this.quota() }),
    setPrefectureScheme: async () => this.hub({ id: null, seen: null }),
    addSchemeWindow: async () => this.hub({ closesOn: addDays(today(), 60 + this.windows++) }),
    removeSchemeWindow: async () => {
      const { addSchemeWindow } = await this.callers.hub.ask(
        'mutation($i: IntakeWindowInput!) { addSchemeWindow(input: $i) { id } }',
        { i: { schemeId: 'dx-accelerator', closesOn: addDays(today(), 60 + this.windows++), source: 'x' } },
      );
      return this.hub({ id: addSchemeWindow.id });
    },
    recordSchemeUse: async () => this.town({ supportRequestId: null }),
    removeSchemeUse: async () => {
      const { recordSchemeUse } = await this.callers.town.ask(
        'mutation($i: SchemeUseInput!) { recordSchemeUse(input: $i) { id } }',
        {
          i: {
            municipalityId: KURE,
            schemeId: 'digital-counter-bpr',
            fiscalYear: 2026,
            onSiteDays: 0,
            onlineMinutes: 0,
            visits: 1,
          },
        },
      );
      return this.town({ id: recordSchemeUse.id });
    },
    requestPlanningRun: async () => this.hub({ ...PERIOD(), iterations: 100 }),
    cancelPlanningRun: async () => this.hub({ id: await this.queued() }),
    stopPlanningRun: async () => this.hub({ id: await this.queued() }),
    discardPlanningRun: async () => this.hub({ id: await this.proposed() }),
    publishPlan: async () => this.hub({ id: await this.proposed(), only: null, callOff: null }),
    schedulePublication: async () =>
      this.hub({ id: await this.proposed(), only: null, callOff: null, words: null }),
    takeBackPublication: async () => this.hub({ id: await this.ordered() }),
    sendPublicationNow: async () => this.hub({ id: await this.ordered() }),
    restorePublication: async () => {
      await this.visit();
      const [first] = await this.versions();
      await this.visit();
      return this.hub({ publicationId: first?.id, latest: (await this.versions()).length });
    },
    namePlanningRun: async () => this.hub({ id: await this.proposed(), name: 'x' }),
    bePresent: async () => this.hub({ runId: await this.proposed(), here: true }),
    pinProposedVisit: async () => this.hub({ id: (await this.proposal()).id }),
    moveProposedVisit: async () => {
      const { id, specialistId, startsAt } = await this.proposal();
      return this.hub({ id, specialistId, startsAt: startsAt.toISOString(), mode: 'ON_SITE', dryRun: false });
    },
    dropProposedVisit: async () => this.hub({ id: (await this.proposal()).id, dryRun: false }),
    placeVisit: async () => {
      const { id, runId, supportRequestId, visitNo, specialistId, startsAt } = await this.proposal();
      await this.calendar.edits.drop(this.hiroshima, id, {});
      const place = { specialistId, startsAt: startsAt.toISOString(), mode: 'ON_SITE' };
      return this.hub({ runId, supportRequestId, visitNo, ...place, dryRun: false });
    },
    prepareVisit: async () => this.town({ visitId: (await this.visit()).id }),
    tickPreparation: async () => {
      const { id: visitId } = await this.visit();
      const ask = 'query($id: ID!) { visitPreparation(visitId: $id) { things { text } } }';
      const { visitPreparation } = await this.callers.town.ask(ask, { id: visitId });
      return this.town({ visitId, text: visitPreparation.things[0].text, done: true });
    },
    pinVisit: async () => this.hub({ id: (await this.visit()).id }),
    acceptVisit: async () => this.specialist(),
    takeBackAcceptance: async () => {
      const granted = await this.specialist();
      await this.act('specialist', 'acceptVisit', String(granted.args['id']));
      return granted;
    },
    declineVisit: async () => this.specialist(),
    cancelVisit: async () => this.hub({ id: (await this.visit()).id }),
    proposeOtherDay: async () => {
      const { args } = await this.specialist();
      return { by: 'specialist', args: { visitId: args['id'], startsAt: await this.openStarts(args['id']) } };
    },
    askOtherDay: async () =>
      this.town({
        visitId: (await this.visit()).id,
        wished: [{ date: workingDayIn(30), half: 'AM' }],
      }),
    withdrawVisitProposal: async () => ({ by: 'specialist', args: { id: await this.otherDay() } }),
    refuseVisitProposal: async () => this.hub({ id: await this.otherDay() }),
    acceptVisitProposal: async () => this.hub({ id: await this.otherDay(), slot: 0 }),
    leaveVisitGap: async () => this.hub({ id: await this.gap() }),
    adoptFallenOption: async () => {
      const visitId = await this.gap();
      const { fallenVisitOptions } = await this.callers.hub.ask(
        'query($id: ID!) { fallenVisitOptions(visitId: $id) { key } }',
        { id: visitId },
      );
      return this.hub({ visitId, optionKey: fallenVisitOptions[0].key });
    },
    completeVisit: async () => {
      const granted = await this.specialist();
      await this.act('specialist', 'acceptVisit', String(granted.args['id']));
      await this.calendar.db.system('34', (tx) =>
        tx.query(
          `UPDATE visit SET starts_at = starts_at - interval '90 days', ends_at = ends_at - interval '90 days',
             busy_from = busy_from - interval '90 days'
           WHERE id = $1`,
          [granted.args['id']],
        ),
      );
      return granted;
    },
    applyRepair: async () => {
      const visit = await this.visit();
      const day = visit.startsAt.toISOString().slice(0, 10);
      const away = { specialistId: visit.specialistId, from: day, to: day };
      const { absenceRepairOptions } = await this.callers.hub.ask(
        `query($specialistId: ID!, $from: LocalDate!, $to: LocalDate!) {
          absenceRepairOptions(specialistId: $specialistId, from: $from, to: $to) { options { key } } }`,
        away,
      );
      return this.hub({ ...away, optionKey: absenceRepairOptions.options[0].key });
    },
    applyUrgentOption: async () => {
      await this.visit();
      const { id } = await this.calendar.request(this.kure, this.hiroshima, { visits: 1, urgency: 'URGENT' });
      const { insertUrgentOptions } = await this.callers.hub.ask(
        'query($id: ID!) { insertUrgentOptions(supportRequestId: $id) { options { key } } }',
        { id },
      );
      return this.hub({ supportRequestId: id, optionKey: insertUrgentOptions.options[0].key });
    },
  };

  /** Two who sign, for the words of an agreement. */
  private async signing() {
    const { parties, remainderPartyId } = await this.engagement.words(KURE);
    return { parties, remainderPartyId };
  }

  private async prolonging(): Promise<string> {
    const { id } = await this.engagement.concluded(KURE, BEGUN());
    return (await this.engagement.terms.consultExtension(this.hiroshima, id)).id;
  }

  /** Each date is entered once. */
  private windows = 0;

  /** Of a draft, which its town may still change. */
  private async attachment(): Promise<string> {
    return attachmentRow(this.calendar.db, {
      type: 'SUPPORT_REQUEST',
      id: await this.draft(),
      municipalityId: KURE,
    });
  }

  private town = (args: Record<string, unknown>): Granted => ({ by: 'town', args });
  private hub = (args: Record<string, unknown>): Granted => ({ by: 'hub', args });
  private her = () => ({ specialistId: this.callers.specialistId });
  private them = () => ({ specialistIds: [this.callers.specialistId] });

  private async act(who: Who, mutation: string, id: string, more = ''): Promise<string> {
    await this.callers[who].ask(`mutation { ${mutation}(id: "${id}"${more}) { id } }`);
    return id;
  }

  private async invited(): Promise<string> {
    const { invitePerson } = await this.callers.hub.ask(
      `mutation { invitePerson(input: { role: MUNICIPALITY_STAFF, municipalityId: "${KURE}", duties: [REQUESTER], forName: "x" }) { invitation { id } } }`,
    );
    return invitePerson.invitation.id;
  }

  /** A job that was set aside. */
  private async dead(): Promise<string> {
    const [row] = await this.calendar.db.system('34', (tx) =>
      tx.query<{ id: string }[]>(
        `INSERT INTO outbox (prefecture_id, job, payload, dead_at) VALUES ('34', 'x', '{}', now()) RETURNING id`,
      ),
    );
    return row?.id ?? '';
  }

  private former = async (): Promise<string> => this.act('hub', 'endMembership', await this.member());

  /** Somebody of the town who is in nobody's way. */
  private async member(): Promise<string> {
    const { loginId } = await clerk(this.calendar.db, KURE);
    return memberOf(this.callers.hub, loginId);
  }

  async draft(): Promise<string> {
    const i = requestInput({ entrustSelection: false });
    return (await this.callers.town.ask(DRAFT, { i }))['draftSupportRequest'].id;
  }

  private sent = async () => this.act('town', 'submitSupportRequest', await this.draft());
  private askedBack = async () =>
    this.act('hub', 'askTownAboutRequest', await this.sent(), ', question: QUESTION, words: "x"');
  private selecting = async () => this.act('hub', 'acceptSupportRequest', await this.sent());
  private shortlisted = async () =>
    this.act('hub', 'shortlistSpecialists', await this.selecting(), this.chosen());
  private offered = async () => this.act('town', 'rankShortlist', await this.shortlisted(), this.chosen());
  private agreed = async () => this.act('specialist', 'answerOffer', await this.offered(), ', accept: true');
  private chosen = () => `, specialistIds: ["${this.callers.specialistId}"]`;

  private async asked(): Promise<string> {
    const { askExpert } = await this.callers.town.ask(
      'mutation($i: ConsultationInput!) { askExpert(input: $i) { id } }',
      { i: { themeId: THEME, question: 'x', contactSection: 'x' } },
    );
    return askExpert.id;
  }

  private waiting = async () =>
    this.act(
      'hub',
      'reassignConsultation',
      await this.asked(),
      `, specialistId: "${this.callers.specialistId}", reason: "x", seen: 0`,
    );
  private answered = async () =>
    this.act('specialist', 'answerConsultation', await this.waiting(), ', answer: "x"');

  /** A table with one row that is right and one that is not. */
  private async brought(): Promise<string> {
    const imports = new TableImportService(this.calendar.db, new Clock());
    const file = Buffer.from(`件名,困っていること\n架空${++this.named},x\n,x\n`);
    const input = { kind: 'SUPPORT_REQUESTS', fileName: 'x.csv' };
    return (await imports.bring(this.kure, input, file)).id;
  }

  private async dayOff(): Promise<string> {
    const { addDayOff } = await this.callers.hub.ask(
      'mutation($i: DayOffInput!) { addDayOff(input: $i) { id } }',
      { i: { ...this.her(), date: workingDayIn(41), part: 'DAY' } },
    );
    return addDayOff.id;
  }

  private async rule(): Promise<string> {
    await this.callers.hub.ask(
      'mutation($i: UnavailabilityRuleInput!) { addUnavailabilityRule(input: $i) { applied } }',
      { i: { ...this.her(), rule: 'FREQ=WEEKLY;BYDAY=MO', startsOn: workingDayIn(300), part: 'DAY' } },
    );
    const { unavailabilityRules } = await this.callers.hub.ask(
      'query($id: ID!) { unavailabilityRules(specialistId: $id) { id } }',
      { id: this.callers.specialistId },
    );
    return unavailabilityRules[0].id;
  }

  private async feed(): Promise<string> {
    const { issueCalendarFeed } = await this.callers.town.ask(
      'mutation { issueCalendarFeed(name: "x") { feed { id } } }',
    );
    return issueCalendarFeed.feed.id;
  }

  private async firm(): Promise<string> {
    const { recordSpecialistFirm } = await this.callers.hub.ask(
      'mutation($i: SpecialistFirmInput!) { recordSpecialistFirm(input: $i) { id } }',
      { i: { ...this.her(), relation: 'SHAREHOLDING', name: 'x', source: 'x' } },
    );
    return recordSpecialistFirm.id;
  }

  private async signatory(): Promise<string> {
    const { keepDeclaration } = await this.callers.hub.ask(
      'mutation($i: DeclarationInput!) { keepDeclaration(input: $i) { signatories { id } } }',
      { i: { title: randomUUID(), body: 'x', declaredOn: today() } },
    );
    return keepDeclaration.signatories[0].id;
  }

  private async meeting(): Promise<string> {
    const { planCouncilMeeting } = await this.callers.hub.ask(
      'mutation($i: CouncilMeetingInput!) { planCouncilMeeting(input: $i) { id } }',
      { i: { kind: 'JOINT_TRAINING', title: 'x', heldOn: today() } },
    );
    return planCouncilMeeting.id;
  }

  private async round(): Promise<{ id: string; stopId: string; stops: { municipalityId: string }[] }> {
    const { openTownRound } = await this.callers.hub.ask(
      'mutation($i: TownRoundInput!) { openTownRound(input: $i) { id stops { id municipalityId } } }',
      { i: { ...this.her(), kind: 'VISIT', fiscalYear: fiscalYearOf(today()), reason: 'x' } },
    );
    const { id, stops } = openTownRound as { id: string; stops: { id: string; municipalityId: string }[] };
    const [first] = stops;
    if (!first) throw new Error('The round goes nowhere');
    return { id, stopId: first.id, stops: stops.map(({ municipalityId }) => ({ municipalityId })) };
  }

  private async office(): Promise<string> {
    const { keepOffice } = await this.callers.town.ask(
      'mutation($i: OfficeInput!) { keepOffice(input: $i) { id } }',
      { i: { name: randomUUID(), seats: 15 } },
    );
    return keepOffice.id;
  }

  private async officeMember(): Promise<string> {
    const { proposeOfficeMember } = await this.callers.town.ask(
      'mutation($o: ID!, $i: OfficeMemberInput!) { proposeOfficeMember(officeId: $o, input: $i) { id } }',
      { o: await this.office(), i: { name: 'x', section: 'x', kind: 'DEDICATED' } },
    );
    return proposeOfficeMember.id;
  }

  private async officeSession(): Promise<string> {
    const { planOfficeSession } = await this.callers.town.ask(
      'mutation($o: ID!, $i: OfficeSessionInput!) { planOfficeSession(officeId: $o, input: $i) { id } }',
      { o: await this.office(), i: { kind: 'STUDY', title: 'x', heldOn: today(), minutes: 60 } },
    );
    return planOfficeSession.id;
  }

  private async quota(): Promise<string> {
    const { setQuota } = await this.callers.hub.ask(
      'mutation($i: QuotaInput!) { setQuota(input: $i) { quota { id } } }',
      {
        i: {
          name: 'x',
          scope: 'MUNICIPALITY',
          period: 'WHOLE',
          unit: 'VISITS',
          counts: 'BOTH',
          limit: 3,
          warnPercent: 80,
          source: 'x',
        },
      },
    );
    return setQuota.quota.id;
  }

  private async queued(): Promise<string> {
    return (await this.calendar.runs.request(this.hiroshima, { ...PERIOD(), iterations: 100 })).id;
  }

  private async proposed(): Promise<string> {
    await this.calendar.request(this.kure, this.hiroshima);
    return (await this.calendar.plan(this.hiroshima, PERIOD())).id;
  }

  private async ordered() {
    return (await this.calendar.orders.order(this.hiroshima, await this.proposed(), {})).id;
  }

  private async versions(): Promise<{ id: string }[]> {
    return this.calendar.db.owner((tx) =>
      tx.query(`SELECT id FROM plan_publication WHERE prefecture_id = '34' ORDER BY version`),
    );
  }

  private async proposal() {
    await this.calendar.request(this.kure, this.hiroshima);
    const [first] = await this.calendar.proposals(await this.calendar.plan(this.hiroshima, PERIOD()));
    if (!first) throw new Error('Nothing was proposed');
    return first;
  }

  private async visit(wish: Partial<SupportRequestContent> = {}) {
    await this.calendar.request(this.kure, this.hiroshima, wish);
    const [first] = await this.calendar.publish(this.hiroshima, PERIOD());
    if (!first) throw new Error('Nothing was published');
    return first;
  }

  /** Starts of the slots to which a visit of hers could move. */
  private async openStarts(id: unknown): Promise<string[]> {
    const { visitOpenSlots } = await this.callers.specialist.ask(
      'query($id: ID!) { visitOpenSlots(visitId: $id) { slot { startsAt } } }',
      { id },
    );
    return [visitOpenSlots[0].slot.startsAt];
  }

  /** Another day that she asked for. */
  private async otherDay(): Promise<string> {
    const { args } = await this.specialist();
    const { proposeOtherDay } = await this.callers.specialist.ask(
      'mutation($i: ProposeOtherDayInput!) { proposeOtherDay(input: $i) { id } }',
      { i: { visitId: args['id'], startsAt: await this.openStarts(args['id']) } },
    );
    return proposeOtherDay.id;
  }

  /** A visit that fell away, as if at short notice. */
  /** Of a case with one visit: a second one would leave little room for another day. */
  private async gap(): Promise<string> {
    const { id } = await this.visit({ visits: 1 });
    await this.callers.hub.ask('mutation($id: ID!) { cancelVisit(id: $id, reason: "x", side: HUB) { id } }', {
      id,
    });
    await this.calendar.db.system('34', (tx) =>
      tx.query(`UPDATE visit SET gap = 'OPEN' WHERE id = $1`, [id]),
    );
    return id;
  }

  /** A visit of hers. */
  private async specialist(): Promise<Granted> {
    await this.calendar.request(this.kure, this.hiroshima, { visits: 6, minGapDays: 1 });
    const visits = await this.calendar.publish(this.hiroshima, PERIOD());
    const hers = visits.find(({ specialistId }) => specialistId === this.callers.specialistId);
    if (!hers) throw new Error('None of the visits is hers');
    return { by: 'specialist', args: { id: hers.id } };
  }
}
