import { containsInSql, foldForSearch } from '@banso/directory';
import { type Actor, knownId, notFound, type Page, type PageRequest } from '@banso/kernel';
import { keysetPage, type SortColumn, sortedBy, type Sorting, type Tx } from '@banso/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { Specialist, type VisitMode } from './specialist.entity.js';
import { visibleTo } from './specialist.policy.js';

export const SPECIALIST_SORTS = ['NAME', 'PROFILE', 'BASE', 'MONTHLY_DAYS'] as const;
export type SpecialistSort = (typeof SPECIALIST_SORTS)[number];

const SORTS: Readonly<Record<SpecialistSort, SortColumn<Specialist>>> = {
  NAME: { by: 'specialist.kana', of: ({ kana }) => kana },
  PROFILE: { by: 'specialist.profileId', of: ({ profileId }) => profileId },
  BASE: { by: 'specialist.baseId', of: ({ baseId }) => baseId },
  MONTHLY_DAYS: {
    by: 'specialist.monthlyDays',
    of: ({ monthlyDays }) => monthlyDays,
    beyond: { above: '1000', below: '-1' },
  },
};

export interface SpecialistFilter extends Sorting<SpecialistSort> {
  /** Part of the name, the reading or the English name. */
  readonly search?: string | null;
  readonly profileId?: string | null;
  readonly mode?: VisitMode | null;
  /** With at least level 1. */
  readonly skillId?: string | null;
  readonly active?: boolean | null;
}

/** What the actor can see of the pool; the alias is `specialist`. */
export function visibleSpecialists(tx: Tx, actor: Actor): SelectQueryBuilder<Specialist> {
  const { where, parameters } = visibleTo(actor);
  return tx.createQueryBuilder(Specialist, 'specialist').where(`(${where})`, { ...parameters });
}

const one = (tx: Tx, actor: Actor, id: string): SelectQueryBuilder<Specialist> =>
  visibleSpecialists(tx, actor).andWhere('specialist.id = :id', { id: knownId('specialist', id) });

export async function getSpecialist(tx: Tx, actor: Actor, id: string): Promise<Specialist> {
  const specialist = await one(tx, actor, id).getOne();
  if (!specialist) throw notFound('specialist');
  return specialist;
}

/** Loads and locks a specialist for a change of theirs, their days off or their skills. */
export async function takeSpecialist(tx: Tx, actor: Actor, id: string): Promise<Specialist> {
  const specialist = await one(tx, actor, id).setLock('for_no_key_update').getOne();
  if (!specialist) throw notFound('specialist');
  return specialist;
}

const SEARCHED = ['specialist.name', 'specialist.kana', 'specialist.name_en'];
const SKILLED = `EXISTS (SELECT 1 FROM skill_assessment a WHERE a.specialist_id = specialist.id
  AND a.skill_id = :skillId AND a.level > 0 AND a.superseded_at IS NULL)`;

/** In the order of the reading, unless the filter sorts otherwise. */
export function listSpecialists(
  tx: Tx,
  actor: Actor,
  filter: SpecialistFilter,
  page: PageRequest,
): Promise<Page<Specialist>> {
  const { profileId, mode, skillId, active } = filter;
  const list = visibleSpecialists(tx, actor);
  const search = foldForSearch(filter.search ?? '');
  if (search) list.andWhere(containsInSql(SEARCHED, ':search'), { search });
  if (profileId) list.andWhere('specialist.profileId = :profileId', { profileId });
  if (mode) list.andWhere(':mode = ANY(specialist.modes)', { mode });
  if (skillId) list.andWhere(SKILLED, { skillId });
  if (typeof active === 'boolean') list.andWhere('specialist.active = :active', { active });
  const { sortBy, descending } = filter;
  return keysetPage(list, sortedBy(SORTS[sortBy ?? 'NAME'], 'specialist', descending ?? false), page);
}

/** Everyone who can be given work, in the order of the reading. */
export function activeSpecialists(tx: Tx, actor: Actor): Promise<Specialist[]> {
  return visibleSpecialists(tx, actor)
    .andWhere('specialist.active')
    .orderBy('specialist.kana')
    .addOrderBy('specialist.id')
    .getMany();
}

/** Those of the ids that the actor can see, in no order. */
export function specialistsByIds(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Specialist[]> {
  return visibleSpecialists(tx, actor).andWhere('specialist.id = ANY(:ids)', { ids }).getMany();
}
