import { type Actor, addDays, type LocalDate, type WeeklyHalf } from '@banso/kernel';
import { type Tx } from '@banso/platform';
import { In, IsNull } from 'typeorm';
import { Agreement } from '../agreement.entity.js';
import type { AgreementStatus } from '../agreement-status.js';
import { Employment } from './employment.entity.js';
import { placementsOf } from './placement.queries.js';
import { missingModules, type Module } from './training-gate.js';
import { completionsOf, gatingModules, trainingRule } from './training.queries.js';

interface Term {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Half-days of the week that belong to a town, for a term. */
export interface PlacedTime {
  readonly weekly: readonly WeeklyHalf[];
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** What agreements, appointments and training leave of somebody's time. */
export interface EngagementFacts {
  readonly placed: readonly PlacedTime[];
  /** Towns that wait for training; null: every town. */
  readonly gated: readonly (string | null)[];
  /** First and last day on which the person may be sent; null: nothing was written down. */
  readonly term: Term | null;
  /** Days inside that term on which nobody employs the person. */
  readonly gaps: readonly Term[];
  readonly monthlyCap: number | null;
}

const NOTHING: EngagementFacts = { placed: [], gated: [], term: null, gaps: [], monthlyCap: null };

/** Its terms bind, or have bound. */
const CONCLUDED: readonly AgreementStatus[] = [
  'CONCLUDED',
  'ACTIVE',
  'EXTENSION_CONSULTATION',
  'EXPIRED',
  'TERMINATED',
];
/** Later than anything that is planned. */
const FOREVER: LocalDate = '9999-12-31';

export interface FeedScope {
  readonly specialistIds: readonly string[];
  readonly period: Term;
  /** The towns to which somebody might be sent. */
  readonly towns: readonly string[];
}

/** For the planner: of each person what is known, and `NOTHING` of the others. */
export async function engagementFacts(
  tx: Tx,
  actor: Actor,
  scope: FeedScope,
): Promise<(specialistId: string) => EngagementFacts> {
  const { specialistIds, period } = scope;
  const placements = await placementsOf(tx, actor, specialistIds);
  const employments = await tx.find(Employment, {
    where: { specialistId: In([...specialistIds]), removedAt: IsNull() },
    order: { startsOn: 'ASC' },
  });
  const agreements = await agreementsOf(tx, employments);
  const gatesOf = await gates(tx, actor, scope, { employments, agreements });
  return (id) => {
    const own = employments.filter(({ specialistId }) => specialistId === id);
    const placed = placements.filter(
      (one) =>
        one.specialistId === id &&
        one.status !== 'ENDED' &&
        one.startsOn <= period.to &&
        one.endsOn >= period.from,
    );
    if (own.length === 0 && placed.length === 0) return { ...NOTHING, gated: gatesOf(id) };
    return { placed, gated: gatesOf(id), ...employed(own, agreements, period) };
  };
}

type Agreements = ReadonlyMap<string, Agreement>;

async function agreementsOf(tx: Tx, employments: readonly Employment[]): Promise<Agreements> {
  const ids = employments.flatMap(({ agreementId }) => (agreementId ? [agreementId] : []));
  const found = await tx.findBy(Agreement, { id: In([...new Set(ids)]), status: In([...CONCLUDED]) });
  return new Map(found.map((agreement) => [agreement.id, agreement]));
}

/** An appointment lasts no longer than the agreement that it rests on. */
function termOf({ startsOn, endsOn, agreementId }: Employment, agreements: Agreements): Term | null {
  const agreement = agreementId ? agreements.get(agreementId) : undefined;
  const from = agreement && agreement.startsOn > startsOn ? agreement.startsOn : startsOn;
  const last = endsOn ?? FOREVER;
  const to = agreement && agreement.endsOn < last ? agreement.endsOn : last;
  return from <= to ? { from, to } : null;
}

function employed(
  employments: readonly Employment[],
  agreements: Agreements,
  period: Term,
): Pick<EngagementFacts, 'term' | 'gaps' | 'monthlyCap'> {
  if (employments.length === 0) return { term: null, gaps: [], monthlyCap: null };
  const terms = employments
    .map((one) => termOf(one, agreements))
    .filter((term) => term !== null)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = terms;
  const last = terms.at(-1);
  // Appointed, but never while an agreement bound: no day at all.
  if (!first || !last)
    return { term: { from: period.from, to: addDays(period.from, -1) }, gaps: [], monthlyCap: null };
  const gaps = terms.slice(1).flatMap((next, n) => {
    const before = terms[n];
    const from = addDays(before?.to ?? next.from, 1);
    return from < next.from ? [{ from, to: addDays(next.from, -1) }] : [];
  });
  const caps = employments.flatMap((one) => {
    const term = termOf(one, agreements);
    const agreement = one.agreementId ? agreements.get(one.agreementId) : undefined;
    const touches = term && term.from <= period.to && term.to >= period.from;
    return touches && agreement?.monthlyRule === 'CAP' && agreement.monthlyDays !== null
      ? [agreement.monthlyDays]
      : [];
  });
  return {
    term: { from: first.from, to: last.to },
    gaps,
    // Where one agreement follows another the stricter holds.
    monthlyCap: caps.length > 0 ? Math.min(...caps) : null,
  };
}

/** Whose visits wait for training is a rule of the prefecture. */
async function gates(
  tx: Tx,
  actor: Actor,
  { specialistIds, period, towns }: FeedScope,
  known: { readonly employments: readonly Employment[]; readonly agreements: Agreements },
): Promise<(specialistId: string) => (string | null)[]> {
  const { visits } = await trainingRule(tx, actor);
  if (visits === 'NOBODY') return () => [];
  const gating = await gatingModules(tx, actor);
  const done = await completionsOf(tx, actor, specialistIds);
  const isJointlyHired = (id: string): boolean =>
    known.employments.some(
      (one) =>
        one.specialistId === id &&
        one.startsOn <= period.to &&
        (one.endsOn ?? FOREVER) >= period.from &&
        known.agreements.get(one.agreementId ?? '')?.kind === 'JOINT_HIRE',
    );
  return (specialistId) => {
    if (visits === 'JOINT_HIRE' && !isJointlyHired(specialistId)) return [];
    const missingIn = (municipalityId: string): Module[] =>
      missingModules(gating, done, { specialistId, municipalityId });
    const ofPerson = gating.filter(({ scope }) => scope === 'PERSON');
    if (missingModules(ofPerson, done, { specialistId, municipalityId: '' }).length > 0) return [null];
    return towns.filter((town) => missingIn(town).length > 0);
  };
}
