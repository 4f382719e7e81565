import {
  Agreement,
  getQuota,
  listQuotas,
  Quota,
  QUOTA_MODES,
  QUOTA_PERIODS,
  QUOTA_SCOPES,
  QUOTA_UNITS,
  quotaMay,
  type QuotaSubject,
  type QuotaTerms,
  takeQuota,
} from '@banso/engagement';
import { municipalitiesByIds } from '@banso/directory';
import { type Actor, badInput, Clock, notFound, parseInput, permit, text } from '@banso/kernel';
import { Db, requireSeen, type Tx } from '@banso/platform';
import { getSupportRequest } from '@banso/support';
import { findTheme } from '@banso/talent';
import { z } from 'zod';
import type { PartWish } from './plan-answers.js';
import { partOf, wholeOf } from './plan-part.js';
import { getPlanningRun } from './planning-run.queries.js';
import {
  type QuotaUse,
  quotasWithUse,
  quotaUsesOfNeed,
  quotaUsesWithPlan,
  type QuotaWithUse,
} from './quota-use.js';

const LARGEST = 100_000;

const id = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const termsFields = {
  name: text(60),
  limit: z.int().min(0).max(LARGEST),
  warnPercent: z.int().min(1).max(100),
  note: text(500, 0)
    .nullish()
    .transform((note) => note || null),
  source: text(300),
};

const subjectFields = {
  scope: z.enum(QUOTA_SCOPES),
  municipalityId: id,
  supportRequestId: id,
  agreementId: id,
  themeId: id,
  period: z.enum(QUOTA_PERIODS),
  fiscalYear: z
    .int()
    .min(2000)
    .max(2200)
    .nullish()
    .transform((year) => year ?? null),
  unit: z.enum(QUOTA_UNITS),
  counts: z.enum(QUOTA_MODES),
};

const newSchema = z.object({ ...subjectFields, ...termsFields });
const termsSchema = z.object(termsFields);
const raiseSchema = z.object({
  limit: z.int().min(0).max(LARGEST),
  reason: text(1_000),
  seen: z.string().nullish(),
});

const TERMS = ['name', 'limit', 'warnPercent', 'note', 'source'] as const satisfies (keyof QuotaTerms)[];

/** Which of the ids each scope is about; the others are left out. */
const ABOUT: Readonly<Record<QuotaSubject['scope'], readonly (keyof QuotaSubject)[]>> = {
  PREFECTURE: [],
  MUNICIPALITY: ['municipalityId'],
  CASE: ['supportRequestId'],
  AGREEMENT: ['agreementId'],
  THEME: ['themeId'],
};

/** 枠: set and tightened by whoever coordinates, raised and ended by whoever decides. */
export class QuotaService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Those in force that the actor sees, each with what is used of it now. */
  list(actor: Actor, ended = false): Promise<QuotaWithUse[]> {
    return this.db.read(actor, async (tx) =>
      quotasWithUse(tx, actor, await listQuotas(tx, actor, { ended }), this.clock.today()),
    );
  }

  async get(actor: Actor, quotaId: string): Promise<QuotaWithUse> {
    const [found] = await this.db.read(actor, async (tx) =>
      quotasWithUse(tx, actor, [await getQuota(tx, actor, quotaId)], this.clock.today()),
    );
    if (!found) throw notFound('quota');
    return found;
  }

  /** What binds a request, with what it still asks for. */
  ofRequest(actor: Actor, supportRequestId: string): Promise<QuotaUse[]> {
    return this.db.read(actor, async (tx) =>
      quotaUsesOfNeed(tx, actor, await getSupportRequest(tx, actor, supportRequestId), this.clock.today()),
    );
  }

  /** What a plan, or the named part of it, would come to. */
  withPlan(actor: Actor, runId: string, wish: PartWish | null): Promise<QuotaUse[]> {
    return this.db.read(actor, async (tx) => {
      const whole = await wholeOf(tx, await getPlanningRun(tx, actor, runId));
      return quotaUsesWithPlan(tx, actor, wish === null ? whole : partOf(whole, wish));
    });
  }

  set(actor: Actor, input: unknown): Promise<QuotaWithUse> {
    return this.writing(actor, async (tx) => {
      permit(quotaMay.set(actor));
      const wish = parseInput(newSchema, input);
      const subject = await subjectOf(tx, actor, wish);
      return Quota.of(actor, subject, wish, this.clock.now());
    });
  }

  /** Its words, its warning, or a lower limit; a higher one takes `raise`. */
  revise(actor: Actor, quotaId: string, input: unknown, version?: string | null): Promise<QuotaWithUse> {
    return this.writing(actor, async (tx) => {
      permit(quotaMay.set(actor));
      const terms = parseInput(termsSchema, input);
      const quota = await takeQuota(tx, actor, quotaId);
      await requireSeen(tx, actor, { entity: Quota, id: quota.id, version, properties: TERMS });
      quota.revise(actor, terms, this.clock.now());
      return quota;
    });
  }

  raise(actor: Actor, quotaId: string, input: unknown): Promise<QuotaWithUse> {
    return this.writing(actor, async (tx) => {
      permit(quotaMay.loosen(actor));
      const quota = await takeQuota(tx, actor, quotaId);
      const { seen: version, ...raise } = parseInput(raiseSchema, input);
      await requireSeen(tx, actor, { entity: Quota, id: quota.id, version, properties: ['limit'] });
      quota.raise(actor, raise, this.clock.now());
      return quota;
    });
  }

  end(actor: Actor, quotaId: string, reason: string): Promise<QuotaWithUse> {
    return this.writing(actor, async (tx) => {
      permit(quotaMay.loosen(actor));
      const quota = await takeQuota(tx, actor, quotaId);
      const why = parseInput(z.object({ reason: text(1_000) }), { reason });
      quota.end(actor, why.reason, this.clock.now());
      return quota;
    });
  }

  private writing(actor: Actor, change: (tx: Tx) => Promise<Quota>): Promise<QuotaWithUse> {
    return this.db.write(actor, async (tx) => {
      const quota = await tx.save(Quota, await change(tx));
      const [saved] = await quotasWithUse(tx, actor, [quota], this.clock.today());
      return saved ?? { quota, uses: [] };
    });
  }
}

/** What the quota is about, with nothing that its scope does not need; refuses what the actor cannot see. */
async function subjectOf(tx: Tx, actor: Actor, wish: z.output<typeof newSchema>): Promise<QuotaSubject> {
  const about = ABOUT[wish.scope];
  const only = (key: 'municipalityId' | 'supportRequestId' | 'agreementId' | 'themeId') =>
    about.includes(key) ? wish[key] : null;
  const subject = {
    scope: wish.scope,
    municipalityId: only('municipalityId'),
    supportRequestId: only('supportRequestId'),
    agreementId: only('agreementId'),
    themeId: only('themeId'),
    period: wish.period,
    fiscalYear: wish.period === 'FISCAL_YEAR' ? wish.fiscalYear : null,
    unit: wish.unit,
    counts: wish.counts,
  };
  const missing = (['agreementId', 'themeId'] as const).filter(
    (key) => about.includes(key) && subject[key] === null,
  );
  if (missing.length > 0) throw badInput(...missing.map((path) => ({ path, rule: 'required' })));
  const { municipalityId, supportRequestId, agreementId, themeId } = subject;
  if (themeId !== null && !(await findTheme(tx, themeId)))
    throw badInput({ path: 'themeId', rule: 'unknown' });
  if (agreementId !== null && !(await isOwnAgreement(tx, actor, agreementId)))
    throw badInput({ path: 'agreementId', rule: 'unknown' });
  if (municipalityId !== null) {
    const [town] = await municipalitiesByIds(tx, [municipalityId]);
    if (town?.prefectureId !== actor.prefectureId) throw notFound('municipality');
  }
  if (supportRequestId === null) return subject;
  const request = await getSupportRequest(tx, actor, supportRequestId);
  return { ...subject, municipalityId: request.municipalityId };
}

async function isOwnAgreement(tx: Tx, { prefectureId }: Actor, agreementId: string): Promise<boolean> {
  const known = z.uuid().safeParse(agreementId).success;
  return known && tx.existsBy(Agreement, { id: agreementId, prefectureId: prefectureId ?? '' });
}
