import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  knownId,
  localDate,
  notFound,
  parseInput,
  permit,
  text,
} from '@banso/kernel';
import { Db, requireSeen, sqlState } from '@banso/platform';
import { z } from 'zod';
import { type OwnSchemeContent, PrefectureScheme, SchemeWindow } from './scheme.entity.js';
import { schemeMay } from './scheme.policy.js';
import { isKnownScheme, takeOwnScheme } from './scheme.queries.js';
import { CAP_BASES, SCHEME_COSTS } from './scheme-terms.js';

const amount = (max: number) =>
  z
    .int()
    .min(0)
    .max(max)
    .nullish()
    .transform((value) => value ?? null);

const date = () =>
  localDate()
    .nullish()
    .transform((day) => day ?? null);

const ownSchema = z
  .object({
    name: text(80),
    capPer: z.enum(CAP_BASES),
    onSiteDays: amount(1_000),
    onlineHours: amount(10_000),
    visits: amount(1_000),
    cost: z
      .enum(SCHEME_COSTS)
      .nullish()
      .transform((cost) => cost ?? null),
    costWords: text(200),
    rules: text(1_000, 0),
    source: text(300),
    validFrom: localDate(),
    validTo: date(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    path: ['validTo'],
    params: { rule: 'not-before-from' },
  });

const CONTENT = [
  'name',
  'capPer',
  'onSiteDays',
  'onlineHours',
  'visits',
  'cost',
  'costWords',
  'rules',
  'source',
  'validFrom',
  'validTo',
] as const satisfies (keyof OwnSchemeContent)[];

const windowSchema = z
  .object({
    schemeId: text(60),
    opensOn: date(),
    closesOn: localDate(),
    closesAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullish()
      .transform((time) => time ?? null),
    source: text(300),
  })
  .refine(({ opensOn, closesOn }) => opensOn === null || opensOn <= closesOn, {
    path: ['closesOn'],
    params: { rule: 'not-before-from' },
  });

/** What the hub keeps of schemes: those of its own prefecture, and when any of them takes applications. */
export class SchemeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** A new one, or an old one as a whole; an end is a last day. */
  keep(
    actor: Actor,
    input: unknown,
    { id, version }: { readonly id?: string | null; readonly version?: string | null } = {},
  ): Promise<PrefectureScheme> {
    return this.db.write(actor, async (tx) => {
      permit(schemeMay.keep(actor));
      const content = parseInput(ownSchema, input);
      const now = this.clock.now();
      const scheme = id ? await takeOwnScheme(tx, actor, id) : PrefectureScheme.of(actor, content, now);
      if (id) {
        await requireSeen(tx, actor, {
          entity: PrefectureScheme,
          id: scheme.id,
          version,
          properties: CONTENT,
        });
        scheme.revise(actor, content, now);
      }
      return tx.save(PrefectureScheme, scheme);
    });
  }

  /** Enters a last day for applications that the hub has found out. */
  async addWindow(actor: Actor, input: unknown): Promise<SchemeWindow> {
    try {
      return await this.db.write(actor, async (tx) => {
        permit(schemeMay.keep(actor));
        const content = parseInput(windowSchema, input);
        if (!(await isKnownScheme(tx, actor, content.schemeId)))
          throw badInput({ path: 'schemeId', rule: 'unknown' });
        const window = SchemeWindow.of(actor, content, this.clock.now());
        await tx.insert(SchemeWindow, window);
        return window;
      });
    } catch (error) {
      if (sqlState(error) === '23505') throw new DomainError('CONFLICT', 'scheme-window.already-there');
      throw error;
    }
  }

  removeWindow(actor: Actor, id: string): Promise<SchemeWindow> {
    return this.db.write(actor, async (tx) => {
      permit(schemeMay.keep(actor));
      const window = await tx.findOne(SchemeWindow, {
        where: { id: knownId('scheme-window', id), prefectureId: actor.prefectureId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!window) throw notFound('scheme-window');
      window.removedAt ??= this.clock.now();
      return tx.save(SchemeWindow, window);
    });
  }
}
