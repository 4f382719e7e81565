import { municipalitiesByIds, Prefecture } from '@banso/directory';
import { type Actor, addDays, type Clock, DomainError, localDate, parseInput, permit } from '@banso/kernel';
import { type Db, type Paper, paperPdf, type Tx, writeReading } from '@banso/platform';
import { getSupportRequest, historiesOf, mayTakeDecision, supportRequestsByIds } from '@banso/support';
import { findTheme, specialistsByIds } from '@banso/talent';
import { In } from 'typeorm';
import { z } from 'zod';
import { PlanPublication } from '../plan-publication.entity.js';
import type { Visit } from '../visit.entity.js';
import { readsTravel } from '../visit.policy.js';
import { visitsBetween, visitsOfRequests } from '../visit.queries.js';
import { STANDING, type VisitStatus } from '../visit-status.js';
import { decisionNotice } from './decision-notice.js';
import { PLAN_ORDERS, visitPlan } from './visit-plan.js';

/** A document as a file. */
export interface DispatchPaper {
  readonly name: string;
  readonly pdf: Buffer;
}

/** A page holds about thirty lines; what is longer than this is a list for a spreadsheet. */
export const MOST_VISITS_ON_PAPER = 2_000;

const planSchema = z.object({
  month: localDate().refine((date) => date >= '2000-01-01' && date < '2100-01-01', {
    params: { rule: 'date' },
  }),
  order: z.enum(PLAN_ORDERS).default('SPECIALIST'),
});

/** What the hub has decided, on paper. */
export class DispatchPaperService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** 派遣決定通知書. That it was taken away, and by whom, is in the history of the request. */
  async decision(actor: Actor, supportRequestId: string): Promise<DispatchPaper> {
    const { name, paper } = await this.db.write(actor, async (tx) => {
      const request = await getSupportRequest(tx, actor, supportRequestId);
      permit(mayTakeDecision(actor, request));
      const decided = (await historiesOf(tx, [request.id])).findLast(
        ({ fromStatus, toStatus }) =>
          toStatus === 'DISPATCH_DECIDED' || (fromStatus === 'SELECTING' && toStatus === 'SCHEDULING'),
      );
      if (!decided) throw new DomainError('INVALID_STATE', 'request.not-decided', { status: request.status });
      const visits = (await visitsOfRequests(tx, actor, [request.id])).filter(stands);
      const people = [request.specialistId ?? [], visits.map(({ specialistId }) => specialistId)].flat();
      const { towns, specialists } = await namesOf(tx, actor, [request.municipalityId], people);
      await writeReading(tx, 'EXPORT', [['support_request', request.id]]);
      return {
        name: `${request.number ?? ''}-派遣決定通知書.pdf`,
        paper: decisionNotice({
          request,
          decidedAt: decided.at,
          prefecture: await prefectureOf(tx, request.prefectureId),
          town: towns.get(request.municipalityId) ?? '',
          theme: request.themeId ? ((await findTheme(tx, request.themeId))?.name ?? null) : null,
          specialists,
          visits,
        }),
      };
    });
    return { name, pdf: await paperPdf(paper) };
  }

  /** 訪問予定表 of the month in which `month` lies: what the actor can see of it. */
  async plan(actor: Actor, input: unknown): Promise<DispatchPaper> {
    const { month: day, order } = parseInput(planSchema, input);
    const month = `${day.slice(0, 7)}-01`;
    const paper = await this.db.write(actor, async (tx): Promise<Paper> => {
      const to = addDays(`${addDays(month, 31).slice(0, 7)}-01`, -1);
      const visits = await visitsBetween(tx, actor, { from: month, to }, MOST_VISITS_ON_PAPER + 1);
      if (visits.length > MOST_VISITS_ON_PAPER)
        throw new DomainError('BAD_INPUT', 'paper.too-long', { max: MOST_VISITS_ON_PAPER });
      const requestIds = [...new Set(visits.map(({ supportRequestId }) => supportRequestId))];
      const requests = await supportRequestsByIds(tx, actor, requestIds);
      await writeReading(
        tx,
        'EXPORT',
        visits.map(({ id }) => ['visit', id]),
      );
      return visitPlan({
        month,
        order,
        visits,
        madeOn: this.clock.today(),
        prefecture: await prefectureOf(tx, actor.prefectureId),
        version: await latestVersion(tx, visits),
        requests: new Map(requests.map((request) => [request.id, request])),
        withTravel: readsTravel(actor),
        ...(await namesOf(
          tx,
          actor,
          visits.map(({ municipalityId }) => municipalityId),
          visits.map(({ specialistId }) => specialistId),
        )),
      });
    });
    return { name: `訪問予定表-${month.slice(0, 7)}.pdf`, pdf: await paperPdf(paper) };
  }
}

const stands = ({ status }: Visit): boolean => STANDING.some((one: VisitStatus) => one === status);

async function prefectureOf(tx: Tx, id: string | null): Promise<string> {
  return (id && (await tx.findOneBy(Prefecture, { id }))?.name) || '';
}

async function namesOf(
  tx: Tx,
  actor: Actor,
  townIds: readonly string[],
  specialistIds: readonly string[],
): Promise<Record<'towns' | 'specialists', ReadonlyMap<string, string>>> {
  const towns = await municipalitiesByIds(tx, [...new Set(townIds)]);
  const specialists = await specialistsByIds(tx, actor, [...new Set(specialistIds)]);
  const byId = (rows: readonly { id: string; name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]));
  return { towns: byId(towns), specialists: byId(specialists) };
}

async function latestVersion(tx: Tx, visits: readonly Visit[]): Promise<number | null> {
  const ids = [...new Set(visits.flatMap(({ publicationId }) => publicationId ?? []))];
  const publications = ids.length === 0 ? [] : await tx.findBy(PlanPublication, { id: In(ids) });
  return publications.length === 0 ? null : Math.max(...publications.map(({ version }) => version));
}
