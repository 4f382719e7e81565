import {
  isVisibleQuota,
  judgedSchemes,
  type IntakeWindow,
  type JudgedScheme,
  NOTHING_USED,
  type Route,
  type RouteReason,
  routesFor,
  type SchemeNeed,
  schemeUses,
  type SchemeWindow,
  sumOfUses,
  type UsedSoFar,
  windowsOf,
} from '@banso/engagement';
import {
  type Actor,
  Clock,
  fiscalYearOf,
  type LocalDate,
  notFound,
  parseInput,
  permit,
  systemActor,
} from '@banso/kernel';
import { municipalitiesByIds } from '@banso/directory';
import { beyondOwnRows, Db, type Tx } from '@banso/platform';
import {
  getConsultation,
  getSupportRequest,
  SUPPORT_MODES,
  type SupportRequest,
  URGENCIES,
} from '@banso/support';
import { z } from 'zod';
import { type QuotaUse, quotaUsesOfNeed } from './quota-use.js';

const known = <T extends z.ZodType>(schema: T) => schema.nullish();

const schema = z.object({
  supportRequestId: known(z.string()),
  consultationId: known(z.string()),
  municipalityId: known(z.string()),
  themeId: known(z.string().max(10)),
  mode: known(z.enum(SUPPORT_MODES)),
  visits: known(z.int().min(1).max(200)),
  visitMinutes: known(z.int().min(30).max(480)),
  urgency: known(z.enum(URGENCIES)),
  months: known(z.int().min(1).max(120)),
  briefingAttended: known(z.boolean()),
  belowStrengthOne: known(z.boolean()),
});

/** Of whom nothing is said: a first talk of two hours. */
const DEFAULTS = { mode: 'EITHER', visits: 1, visitMinutes: 120, urgency: 'NORMAL' } as const;

/** A trouble with where it comes from. */
interface Trouble {
  readonly need: SchemeNeed;
  readonly municipalityId: string | null;
  readonly supportRequestId: string | null;
  readonly specialistId: string | null;
}

/** A scheme with the dates that the hub has entered. */
export interface ShelvedScheme {
  readonly scheme: JudgedScheme;
  readonly windows: readonly SchemeWindow[];
}

/** Where a trouble can be sent: the pool and every scheme, each with its answer. */
export class SchemeRouteService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Everything that a trouble can be sent to, as it holds this fiscal year. */
  schemes(actor: Actor): Promise<ShelvedScheme[]> {
    return this.db.read(actor, async (tx) => {
      const schemes = await judgedSchemes(tx, actor, fiscalYearOf(this.clock.today()));
      const windows = await windowsOf(tx, actor);
      return schemes.map((scheme) => ({
        scheme,
        windows: windows.filter(({ schemeId }) => schemeId === scheme.id),
      }));
    });
  }

  async scheme(actor: Actor, id: string): Promise<ShelvedScheme> {
    const found = (await this.schemes(actor)).find(({ scheme }) => scheme.id === id);
    if (!found) throw notFound('scheme');
    return found;
  }

  routes(actor: Actor, input: unknown): Promise<Route[]> {
    return this.db.read(actor, async (tx) => {
      permit(actor.role === 'HUB_STAFF' || actor.role === 'MUNICIPALITY_STAFF');
      const today = this.clock.today();
      const trouble = await troubleOf(tx, actor, parseInput(schema, input), today);
      const fiscalYear = fiscalYearOf(today);
      const uses = await schemeUses(tx, actor, {
        municipalityIds: trouble.municipalityId === null ? [] : [trouble.municipalityId],
      });
      const windows = await windowsOf(tx, actor);
      return routesFor(await judgedSchemes(tx, actor, fiscalYear), {
        need: trouble.need,
        usedOf: (id): UsedSoFar => {
          const ofScheme = uses.filter(({ schemeId }) => schemeId === id);
          if (ofScheme.length === 0) return NOTHING_USED;
          const { supportRequestId } = trouble;
          return {
            ofCase: sumOfUses(
              ofScheme.filter(
                (use) => supportRequestId !== null && use.supportRequestId === supportRequestId,
              ),
            ),
            ofTownYear: sumOfUses(ofScheme.filter((use) => use.fiscalYear === fiscalYear)),
          };
        },
        windowsOf: (id): IntakeWindow[] => windows.filter(({ schemeId }) => schemeId === id),
        ofPool: await poolReasons(tx, actor, trouble),
      });
    });
  }
}

/** What a request says itself need not be said again; what is said beside it goes before. */
async function troubleOf(
  tx: Tx,
  actor: Actor,
  said: z.output<typeof schema>,
  today: LocalDate,
): Promise<Trouble> {
  const request = said.supportRequestId ? await getSupportRequest(tx, actor, said.supportRequestId) : null;
  const consultation =
    said.consultationId && !request ? await getConsultation(tx, actor, said.consultationId) : null;
  const municipalityId =
    request?.municipalityId ?? consultation?.municipalityId ?? (await townOf(tx, actor, said));
  const from: Partial<SupportRequest> = request ?? {};
  const urgency = said.urgency ?? from.urgency ?? DEFAULTS.urgency;
  return {
    municipalityId,
    supportRequestId: request?.id ?? null,
    specialistId: request?.specialistId ?? null,
    need: {
      themeId: said.themeId ?? request?.themeId ?? consultation?.themeId ?? null,
      mode: said.mode ?? from.mode ?? DEFAULTS.mode,
      visits: said.visits ?? from.visits ?? DEFAULTS.visits,
      visitMinutes: said.visitMinutes ?? from.visitMinutes ?? DEFAULTS.visitMinutes,
      urgent: urgency === 'URGENT',
      months: said.months ?? null,
      briefingAttended: said.briefingAttended ?? null,
      belowStrengthOne: said.belowStrengthOne ?? null,
      today,
    },
  };
}

async function townOf(
  tx: Tx,
  actor: Actor,
  { municipalityId }: z.output<typeof schema>,
): Promise<string | null> {
  if (actor.role === 'MUNICIPALITY_STAFF') return actor.municipalityId;
  if (!municipalityId) return null;
  const [town] = await municipalitiesByIds(tx, [municipalityId]);
  if (town?.prefectureId !== actor.prefectureId) throw notFound('municipality');
  return town.id;
}

/** Of the pool a quota may have little left, or nothing. A town hears it also of those whose figures it does not see. */
async function poolReasons(tx: Tx, actor: Actor, trouble: Trouble): Promise<RouteReason[]> {
  const { municipalityId, supportRequestId, specialistId, need } = trouble;
  const uses = await beyondOwnRows(tx, () =>
    quotaUsesOfNeed(
      tx,
      systemActor(actor.prefectureId),
      { ...need, id: supportRequestId ?? '', municipalityId: municipalityId ?? '', specialistId },
      need.today,
    ),
  );
  return uses.flatMap((use) => reasonOf(use, isVisibleQuota(actor, use.quota)));
}

function reasonOf(
  { quota, used, limit, withMore, stateWithMore, state }: QuotaUse,
  open: boolean,
): RouteReason[] {
  const facts: RouteReason['facts'] = open ? { name: quota.name, unit: quota.unit, used, limit } : {};
  const asked = (withMore ?? used) - used;
  if (used >= limit && asked > 0)
    return [{ code: open ? 'pool-quota-full' : 'pool-full', weight: 'AGAINST', facts }];
  if (stateWithMore === 'OVER')
    return [
      open
        ? { code: 'pool-quota-short', weight: 'CONDITION', facts: { ...facts, left: limit - used, asked } }
        : { code: 'pool-short', weight: 'CONDITION', facts },
    ];
  return open && state === 'WARN' ? [{ code: 'pool-quota-warn', weight: 'NOTE', facts }] : [];
}
