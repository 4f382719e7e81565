import {
  amountTaken,
  isKnownScheme,
  judgedSchemes,
  schemeMay,
  SchemeUse,
  takeSchemeUse,
} from '@banso/engagement';
import { municipalitiesByIds } from '@banso/directory';
import {
  type Actor,
  badInput,
  type Change,
  Clock,
  fiscalYearOf,
  localDateOf,
  notFound,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { Db, type Tx } from '@banso/platform';
import { z } from 'zod';
import { parseReason } from './filing.js';
import type { SupportRequest } from './support-request.entity.js';
import { getSupportRequest } from './support-request.queries.js';

const schema = z.object({
  municipalityId: text(6),
  schemeId: text(60),
  fiscalYear: z.int().min(2000).max(2200),
  supportRequestId: z
    .string()
    .nullish()
    .transform((id) => id ?? null),
  onSiteDays: z.int().min(0).max(1_000),
  onlineMinutes: z.int().min(0).max(100_000),
  visits: z.int().min(0).max(1_000),
  note: text(500)
    .nullish()
    .transform((note) => note ?? null),
});

/** What towns have used of other schemes: nobody else counts it. */
export class SchemeUseService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  record(actor: Actor, input: unknown): Promise<SchemeUse> {
    return this.db.write(actor, async (tx) => {
      const content = parseInput(schema, input);
      const [town] = await municipalitiesByIds(tx, [content.municipalityId]);
      if (!town || town.prefectureId !== actor.prefectureId) throw notFound('municipality');
      const { prefectureId } = town;
      permit(schemeMay.recordUse(actor, { prefectureId, municipalityId: town.id }));
      if (!(await isKnownScheme(tx, actor, content.schemeId)))
        throw badInput({ path: 'schemeId', rule: 'unknown' });
      await assertOfTown(tx, actor, content);
      const use = SchemeUse.of(actor, prefectureId, content, this.clock.now());
      await tx.insert(SchemeUse, use);
      return use;
    });
  }

  remove(actor: Actor, id: string, reason: string): Promise<SchemeUse> {
    return this.db.write(actor, async (tx) => {
      const use = await takeSchemeUse(tx, actor, id);
      permit(schemeMay.recordUse(actor, use));
      use.remove(parseReason(reason), this.clock.now());
      return tx.save(SchemeUse, use);
    });
  }
}

async function assertOfTown(
  tx: Tx,
  actor: Actor,
  { supportRequestId, municipalityId }: Pick<SchemeUse, 'supportRequestId' | 'municipalityId'>,
): Promise<void> {
  if (supportRequestId === null) return;
  const request = await getSupportRequest(tx, actor, supportRequestId);
  if (request.municipalityId !== municipalityId) throw notFound('request');
}

/** A case was sent to a scheme: noted with what it asked for, in the fiscal year of the day. */
export async function noteReferral(
  tx: Tx,
  request: SupportRequest,
  schemeId: string,
  { actor, at }: Change,
): Promise<void> {
  const fiscalYear = fiscalYearOf(localDateOf(at));
  const scheme = (await judgedSchemes(tx, actor, fiscalYear)).find(({ id }) => id === schemeId);
  if (!scheme) throw badInput({ path: 'schemeId', rule: 'unknown' });
  const use = SchemeUse.of(
    actor,
    request.prefectureId,
    {
      ...amountTaken(scheme.terms.caps, request),
      municipalityId: request.municipalityId,
      schemeId,
      fiscalYear,
      supportRequestId: request.id,
      note: null,
    },
    at,
  );
  await tx.insert(SchemeUse, use);
}
