import { getMunicipality } from '@banso/directory';
import { type Actor, Clock, localDate, notFound, parseInput, permit, text } from '@banso/kernel';
import { changedMeanwhile, Db, type Tx, valueChange } from '@banso/platform';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { may } from '../overview.policy.js';
import { OverviewTarget, TARGET_KINDS, type TargetFacts } from './target.entity.js';

const MOST = 100_000;
const people = () =>
  z
    .int()
    .min(0)
    .max(MOST)
    .nullish()
    .transform((count) => count ?? null);

const schema = z
  .object({
    /** The version that the writer started from; 0 or left out: there was none. */
    seen: z
      .string()
      .regex(/^\d{1,15}$/)
      .nullish(),
    fiscalYear: z.int().min(2000).max(2100),
    kind: z.enum(TARGET_KINDS),
    municipalityId: text(6)
      .nullish()
      .transform((id) => id ?? null),
    target: z.int().min(0).max(MOST),
    secured: people(),
    trained: people(),
    headcount: z
      .int()
      .min(1)
      .max(MOST)
      .nullish()
      .transform((count) => count ?? null),
    countedOn: localDate()
      .nullish()
      .transform((date) => date ?? null),
    source: text(300),
  })
  .refine(({ kind, target }) => (kind !== 'COVERAGE' && kind !== 'STAFF') || target <= 100, {
    path: ['target'],
    params: { rule: 'too-big', max: 100 },
  })
  .refine(
    ({ kind, municipalityId, secured, trained, headcount }) =>
      kind !== 'COVERAGE' || [municipalityId, secured, trained, headcount].every((one) => one === null),
    { path: ['kind'], params: { rule: 'coverage-is-counted' } },
  )
  .refine(({ secured, trained, countedOn }) => (secured === null && trained === null) || countedOn !== null, {
    path: ['countedOn'],
    params: { rule: 'required' },
  })
  .refine(({ trained, headcount }) => trained === null || headcount === null || trained <= headcount, {
    path: ['trained'],
    params: { rule: 'more-than-headcount' },
  });

const SHOWN = ['target', 'secured', 'trained', 'headcount', 'countedOn', 'source'] as const;

/** Keeps what the hub wants to reach in a year: nothing of it is known to the software. */
export class TargetService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Adds a version; the second of two who began from the same one is told what the first has set. */
  set(actor: Actor, input: unknown): Promise<OverviewTarget> {
    return this.db.write(actor, async (tx) => {
      permit(may.setTargets(actor));
      const { seen, ...facts } = parseInput(schema, input);
      if (facts.municipalityId !== null) await requireOwnTown(tx, actor.prefectureId, facts.municipalityId);
      // One at a time: the second sees what the first has set.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('banso.overview-target'), $1::int)`, [
        actor.prefectureId,
      ]);
      const before = await latest(tx, actor.prefectureId, facts);
      if (before && Number(seen ?? 0) < before.version)
        throw changedMeanwhile({
          version: String(before.version),
          at: before.setAt,
          role: actor.role,
          name: before.setByName,
          changes: SHOWN.flatMap((name) => valueChange(name, null, before[name])),
        });
      const row = OverviewTarget.of(actor, facts, (before?.version ?? 0) + 1, this.clock.now());
      await tx.insert(OverviewTarget, row);
      return row;
    });
  }
}

async function requireOwnTown(tx: Tx, prefectureId: string, municipalityId: string): Promise<void> {
  const town = await getMunicipality(tx, municipalityId);
  if (town.prefectureId !== prefectureId) throw notFound('municipality');
}

type What = Pick<TargetFacts, 'fiscalYear' | 'kind' | 'municipalityId'>;

const latest = (
  tx: Tx,
  prefectureId: string,
  { fiscalYear, kind, municipalityId }: What,
): Promise<OverviewTarget | null> =>
  tx.findOne(OverviewTarget, {
    where: { prefectureId, fiscalYear, kind, municipalityId: municipalityId ?? IsNull() },
    order: { version: 'DESC' },
  });
