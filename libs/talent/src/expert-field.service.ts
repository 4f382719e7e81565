import {
  type Actor,
  badInput,
  Clock,
  DomainError,
  fiscalYearOf,
  type HubStaff,
  notFound,
  parseInput,
  permit,
  text,
  uuid,
} from '@banso/kernel';
import { Db, requireSeen, sqlState, type Tx } from '@banso/platform';
import { In } from 'typeorm';
import { z } from 'zod';
import { ExpertField, ExpertFieldMember, ExpertFieldTheme } from './expert-field.entity.js';
import { lockRoster } from './roster-lock.js';
import { type FieldOfYear, fieldsOf } from './roster.queries.js';
import { may } from './specialist.policy.js';
import { specialistsByIds } from './specialist.queries.js';
import { themesByIds } from './taxonomy.queries.js';

export interface ExpertFieldInput {
  /** The field to change; a new one, or the one of this name, when left out. */
  readonly id?: string | null;
  readonly fiscalYear: number;
  readonly name: string;
  readonly nameEn: string;
  readonly themeIds: readonly string[];
  readonly specialistIds: readonly string[];
  /** The version that the writer started from. */
  readonly seen?: string | null;
}

const schema = z.object({
  id: uuid().nullish(),
  fiscalYear: z.number().int(),
  name: text(60),
  nameEn: text(100),
  themeIds: z.array(text(10)).max(50),
  specialistIds: z.array(uuid()).max(100),
  seen: z.string().nullish(),
});

type Parsed = z.infer<typeof schema>;

/** The hub draws up the prefecture's fields, year by year. */
export class ExpertFieldService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  define(actor: Actor, input: ExpertFieldInput): Promise<FieldOfYear> {
    return this.db.write(actor, async (tx) => {
      permit(may.organise(actor));
      const wanted = parseInput(schema, input);
      this.requireOpenYear(wanted.fiscalYear);
      await lockRoster(tx, 'expert-field', actor.prefectureId);
      await requireKnown(tx, actor, wanted);
      const fields = await fieldsOf(tx, actor, wanted.fiscalYear);
      const known = pick(fields, wanted);
      const field = ExpertField.of(actor.prefectureId, wanted.fiscalYear, known?.id);
      if (known) await requireRead(tx, actor, known, wanted.seen);
      requireFreeThemes(fields, field, wanted);
      field.call(wanted.name, wanted.nameEn);
      await store(tx, field, wanted);
      const stored = (await fieldsOf(tx, actor, wanted.fiscalYear)).find((one) => one.id === field.id);
      if (!stored) throw notFound('expert-field');
      return stored;
    });
  }

  /** Past years stay as they were: their reports rest on them. */
  private requireOpenYear(fiscalYear: number): void {
    const thisYear = fiscalYearOf(this.clock.today());
    if (fiscalYear < thisYear)
      throw new DomainError('INVALID_STATE', 'expert-field.year-over', { fiscalYear });
    if (fiscalYear > thisYear + 1)
      throw badInput({ path: 'fiscalYear', rule: 'too-big', facts: { max: thisYear + 1 } });
  }
}

function pick(fields: readonly FieldOfYear[], wanted: Parsed): FieldOfYear | undefined {
  const known = fields.find((one) => (wanted.id ? one.id === wanted.id : one.name === wanted.name));
  if (wanted.id && !known) throw notFound('expert-field');
  return known;
}

/** Its names, themes and members are as the writer has read them. */
const requireRead = (
  tx: Tx,
  actor: HubStaff,
  { id, themeIds, specialistIds }: FieldOfYear,
  version: string | null | undefined,
): Promise<void> =>
  requireSeen(tx, actor, {
    entity: ExpertField,
    id,
    version,
    properties: ['name', 'nameEn'],
    lists: [
      { property: 'themeIds', table: 'expert_field_theme', now: themeIds },
      { property: 'specialistIds', table: 'expert_field_member', now: specialistIds },
    ],
  });

/** Within a year a theme has one field, so that a case has one answer to who is in charge. */
function requireFreeThemes(fields: readonly FieldOfYear[], field: ExpertField, wanted: Parsed): void {
  const others = fields.filter((one) => one.id !== field.id);
  const taken = wanted.themeIds.filter((theme) => others.some((one) => one.themeIds.includes(theme)));
  if (taken.length > 0)
    throw new DomainError('CONFLICT', 'expert-field.theme-taken', { themeIds: taken.join(', ') });
}

async function requireKnown(tx: Tx, actor: Actor, wanted: Parsed): Promise<void> {
  const themes = await themesByIds(tx, wanted.themeIds);
  if (themes.length < new Set(wanted.themeIds).size) throw badInput({ path: 'themeIds', rule: 'unknown' });
  const specialists = await specialistsByIds(tx, actor, wanted.specialistIds);
  if (specialists.length < new Set(wanted.specialistIds).size)
    throw badInput({ path: 'specialistIds', rule: 'unknown' });
}

async function store(tx: Tx, field: ExpertField, wanted: Parsed): Promise<void> {
  const { id: fieldId, prefectureId } = field;
  try {
    await tx.save(field);
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
    throw new DomainError('CONFLICT', 'expert-field.name-taken', { name: field.name });
  }
  // What stays keeps its row: the history tells what came and what went.
  const themes = wanted.themeIds;
  const before = (await tx.findBy(ExpertFieldTheme, { fieldId })).map(({ themeId }) => themeId);
  await tx.delete(ExpertFieldTheme, { fieldId, themeId: In(without(before, themes)) });
  await tx.insert(
    ExpertFieldTheme,
    without(themes, before).map((themeId) => ({ fieldId, themeId })),
  );
  const members = wanted.specialistIds;
  const were = (await tx.findBy(ExpertFieldMember, { fieldId })).map(({ specialistId }) => specialistId);
  await tx.delete(ExpertFieldMember, { fieldId, specialistId: In(without(were, members)) });
  await tx.insert(
    ExpertFieldMember,
    without(members, were).map((specialistId) => ({ fieldId, prefectureId, specialistId })),
  );
}

const without = (all: readonly string[], some: readonly string[]): string[] =>
  [...new Set(all)].filter((one) => !some.includes(one));
