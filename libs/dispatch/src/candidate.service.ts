import { type Actor, addDays, Clock, permit } from '@banso/kernel';
import {
  type Candidate,
  type CandidatePart,
  type Facts,
  type Ranking,
  type VisitMode,
} from '@banso/planning';
import { Db, type Tx } from '@banso/platform';
import { getSupportRequest } from '@banso/support';
import { type Bilingual, speakerFor } from './plan-words.js';
import { instantOf, type Period } from './planning-calendar.js';
import { planningProblem } from './planning-problem.js';
import { planningRunMay } from './planning-run.policy.js';
import { type Reckoner, ReckonerHere } from './reckoner.js';

/** Eight weeks: beyond them a free slot says little about who suits. */
const HORIZON_DAYS = 56;

/** A specialist who could take a request, best first: points out of 100 and what they rest on. */
export interface RankedCandidate {
  readonly specialistId: string;
  readonly score: number;
  readonly parts: readonly CandidatePart[];
  /** The first slot in which the first visit would fit. */
  readonly firstSlot: { readonly startsAt: Date; readonly endsAt: Date } | null;
  readonly mode: VisitMode;
}

/** A specialist who cannot take it, and the first rule in the way. */
export interface ExcludedCandidate {
  readonly specialistId: string;
  readonly ruleId: string;
  readonly facts: Facts;
  readonly sentence: Bilingual;
}

/** Everyone of the pool, in one of the two lists. */
export interface CandidateRanking {
  readonly candidates: readonly RankedCandidate[];
  readonly excluded: readonly ExcludedCandidate[];
}

/** Who could take a request: what the hub looks at before it names anybody. */
export class CandidateService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoner: Reckoner = new ReckonerHere(),
  ) {}

  async rank(actor: Actor, supportRequestId: string): Promise<CandidateRanking> {
    const today = this.clock.today();
    const period = { from: today, to: addDays(today, HORIZON_DAYS - 1) };
    const { request, problem } = await this.db.read(actor, async (tx) => {
      permit(planningRunMay.read(actor));
      const found = await getSupportRequest(tx, actor, supportRequestId);
      const scope = { period, today, requests: [found], held: [] };
      return { request: found, problem: await planningProblem(tx, actor, scope) };
    });
    const ranking = await this.reckoner.reckon('rankCandidates', [problem, request.id]);
    return this.db.read(actor, (tx) => inWords(tx, actor, period, ranking));
  }
}

async function inWords(tx: Tx, actor: Actor, period: Period, ranking: Ranking): Promise<CandidateRanking> {
  const speak = await speakerFor(tx, actor, ranking.excluded);
  return {
    candidates: ranking.candidates.map((candidate) => ({
      ...candidate,
      firstSlot: slotOf(period, candidate),
    })),
    excluded: ranking.excluded.map((excluded) => ({
      ...excluded,
      sentence: speak({ ...excluded, level: 'hard' }, period.from),
    })),
  };
}

const slotOf = (period: Period, { firstSlot }: Candidate): RankedCandidate['firstSlot'] =>
  firstSlot && { startsAt: instantOf(period, firstSlot.start), endsAt: instantOf(period, firstSlot.end) };
