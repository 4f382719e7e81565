import {
  Clock,
  type HubStaff,
  type MunicipalityStaff,
  type SpecialistUser,
  systemActor,
} from '@banso/kernel';
import {
  CaseReportService,
  EvaluationService,
  followUpsOfCases,
  listSteps,
  remind,
  VisitReportService,
} from '@banso/reports';
import type { Visit } from '@banso/dispatch';
import type { Calendar } from '../libs/dispatch/test/given-calendar.js';
import { reportInput } from '../libs/reports/test/report-input.js';
import { today } from './requests.js';
import type { Granted } from './wishes.js';

interface People {
  readonly hub: HubStaff;
  readonly town: MunicipalityStaff;
  readonly specialistId: string;
}

const RATINGS = { usefulness: 5, clarity: 5, progress: 5, again: 5, words: 'x' };
const WORDS = {
  summary: 'x',
  outputs: 'x',
  effect: 'x',
  lessons: 'x',
  internalNote: 'x',
  inside: [],
  seen: '999999999999999',
};

/** Reports in whatever state a change needs: each of a visit of its own, made some months ago. */
export class ReportWishes {
  private readonly clock = new Clock();

  constructor(
    private readonly calendar: Calendar,
    private readonly people: People,
    /** Words for whatever is written. */
    private readonly word = 'x',
  ) {}

  readonly makers: Readonly<Record<string, () => Promise<Granted>>> = {
    saveVisitReport: async () => this.bySpecialist(await this.made()),
    submitVisitReport: async () => this.bySpecialist(await this.made()),
    confirmVisitReport: async () => this.byTown({ visitId: (await this.reported()).id, reason: null }),
    returnVisitReport: async () => this.byTown({ visitId: (await this.reported()).id }),
    evaluateVisit: async () => this.byTown({ visitId: (await this.confirmed()).id }),
    makeVisitReportPaper: async () => this.byTown({ visitId: (await this.reported()).id }),
    closeReportStep: async () => this.byTown({ id: await this.step() }),
    evaluateSupport: async () => this.byTown({ supportRequestId: (await this.confirmed()).supportRequestId }),
    waiveEvaluation: async () => this.byHub({ supportRequestId: (await this.confirmed()).supportRequestId }),
    draftCaseReport: async () => this.byHub({ supportRequestId: (await this.completed()).supportRequestId }),
    writeCaseReport: async () => this.byHub({ id: await this.drafted() }),
    sendCaseReportForApproval: async () => this.byHub({ id: await this.written() }),
    approveCaseReport: async () => this.byHub({ id: await this.forApproval() }),
    returnCaseReport: async () => this.byHub({ id: await this.forApproval() }),
    askTownToShare: async () => this.byHub({ id: await this.approved() }),
    agreeToShare: async () => this.byTown({ id: await this.asked() }),
    declineToShare: async () => this.byTown({ id: await this.asked() }),
    publishCaseReport: async () => this.byHub({ id: await this.agreed() }),
    takeBackCaseReport: async () => this.byHub({ id: await this.published() }),
    makeCaseReportPaper: async () => this.byHub({ id: await this.agreed() }),
    answerFollowUp: async () => this.byTown({ id: await this.followUp() }),
    setReportPolicy: async () => this.byHub({ followUpMonth: 6 }),
    setOverviewTarget: async () =>
      this.byHub({ kind: 'EXPERT', target: 1, secured: 1, trained: 1, headcount: 2, countedOn: today() }),
  };

  /** A case whose report its town has agreed to, with everything that belongs to it; nobody else reads it yet. */
  async agreedCase(): Promise<Readonly<Record<'visitReport' | 'reportStep' | 'caseReport', string>>> {
    const caseReport = await this.agreed();
    const [row] = await this.calendar.db.system(this.people.hub.prefectureId, (tx) =>
      tx.query<{ report: string; step: string }[]>(
        `SELECT v.id AS report, t.id AS step FROM case_report c
         JOIN visit_report v ON v.support_request_id = c.support_request_id JOIN report_step t ON t.report_id = v.id
         WHERE c.id = $1 LIMIT 1`,
        [caseReport],
      ),
    );
    return { visitReport: row?.report ?? '', reportStep: row?.step ?? '', caseReport };
  }

  private get she(): SpecialistUser {
    const { hub, specialistId } = this.people;
    return { ...hub, role: 'SPECIALIST', specialistId };
  }
  private get visits() {
    return new VisitReportService(this.calendar.db, this.clock);
  }
  private get evaluations() {
    return new EvaluationService(this.calendar.db, this.clock);
  }
  private get cases() {
    return new CaseReportService(this.calendar.db, this.clock);
  }

  private byTown = (args: Record<string, unknown>): Granted => ({ by: 'town', args });
  private byHub = (args: Record<string, unknown>): Granted => ({ by: 'hub', args });
  private bySpecialist = (visit: Visit): Granted => ({
    by: 'specialist',
    args: {
      visitId: visit.id,
      startedAt: visit.startsAt.toISOString(),
      endedAt: visit.endsAt.toISOString(),
      steps: [],
    },
  });

  /** A visit that is over; its case asks for no other. */
  private async made(): Promise<Visit> {
    const { calendar, people } = this;
    const { id } = await calendar.request(people.town, people.hub, { visits: 1 });
    const period = { from: today(), to: new Date(Date.now() + 45 * 86_400_000).toISOString().slice(0, 10) };
    const visits = await calendar.publish(people.hub, period);
    const visit = visits.find(({ supportRequestId }) => supportRequestId === id);
    if (!visit) throw new Error('No visit was published');
    const back = 90 + this.trips++;
    await calendar.db.system(people.hub.prefectureId, (tx) =>
      tx.query(
        `UPDATE visit SET starts_at = starts_at - interval '1 day' * $2, ends_at = ends_at - interval '1 day' * $2,
           busy_from = busy_from - interval '1 day' * $2 WHERE id = $1`,
        [visit.id, back],
      ),
    );
    const moved = (await calendar.visitsOf(people.hub)).find((one) => one.id === visit.id);
    return moved ?? visit;
  }
  /** Each is further back than the one before. */
  private trips = 0;

  private async reported(): Promise<Visit> {
    const visit = await this.made();
    const step = { what: this.word, owner: 'TOWN', dueOn: today() };
    const more = { done: this.word, steps: [step], internalNote: this.word };
    await this.visits.submit(this.she, visit.id, reportInput(visit, more));
    return visit;
  }

  private async confirmed(): Promise<Visit> {
    const visit = await this.reported();
    await this.visits.confirm(this.people.town, visit.id, {});
    return visit;
  }

  private async completed(): Promise<Visit> {
    const visit = await this.confirmed();
    await this.evaluations.ofCase(this.people.town, visit.supportRequestId, { ...RATINGS, words: this.word });
    return visit;
  }

  private async step(): Promise<string> {
    const { supportRequestId } = await this.reported();
    const { town } = this.people;
    const { rows } = await this.calendar.db.read(town, (tx) => listSteps(tx, town, { supportRequestId }, {}));
    return rows[0]?.id ?? '';
  }

  private async followUp(): Promise<string> {
    const { supportRequestId } = await this.completed();
    const { hub } = this.people;
    const at = new Date(Date.now() + 400 * 86_400_000);
    await this.calendar.db.system(hub.prefectureId, (tx) =>
      remind(tx, { actor: systemActor(hub.prefectureId), at }),
    );
    const rows = await this.calendar.db.read(hub, (tx) => followUpsOfCases(tx, hub, [supportRequestId]));
    return rows[0]?.id ?? '';
  }

  private drafted = async () =>
    (await this.cases.draft(this.people.hub, (await this.completed()).supportRequestId)).id;
  private written = async () => (await this.cases.write(this.people.hub, await this.drafted(), WORDS)).id;
  private forApproval = async () =>
    (await this.cases.sendForApproval(this.people.hub, await this.written())).id;
  private approved = async () => (await this.cases.approve(this.people.hub, await this.forApproval())).id;
  private asked = async () => (await this.cases.askTown(this.people.hub, await this.approved())).id;
  private agreed = async () => (await this.cases.agree(this.people.town, await this.asked())).id;
  private published = async () => (await this.cases.publish(this.people.hub, await this.agreed())).id;
}
