import { notFound, type Page, type PageRequest } from '@banso/kernel';
import {
  containsInSql,
  foldForSearch,
  keysetPage,
  type SortColumn,
  sortedBy,
  type Sorting,
  type Tx,
} from '@banso/platform';
import { In } from 'typeorm';
import { Municipality } from './municipality.entity.js';
import { Prefecture } from './prefecture.entity.js';

export const listPrefectures = (tx: Tx): Promise<Prefecture[]> =>
  tx.find(Prefecture, { order: { id: 'ASC' } });

export async function getPrefecture(tx: Tx, id: string): Promise<Prefecture> {
  const prefecture = await tx.findOneBy(Prefecture, { id });
  if (!prefecture) throw notFound('prefecture');
  return prefecture;
}

export async function getMunicipality(tx: Tx, id: string): Promise<Municipality> {
  const municipality = await tx.findOneBy(Municipality, { id });
  if (!municipality) throw notFound('municipality');
  return municipality;
}

/** Every town of a prefecture in the order of the codes: 179 at most. */
export const municipalitiesIn = (tx: Tx, prefectureId: string): Promise<Municipality[]> =>
  tx.find(Municipality, { where: { prefectureId }, order: { id: 'ASC' } });

/** Those of the ids that exist, in no order. */
export async function municipalitiesByIds(tx: Tx, ids: readonly string[]): Promise<Municipality[]> {
  return ids.length === 0 ? [] : tx.findBy(Municipality, { id: In([...ids]) });
}

export async function prefecturesByIds(tx: Tx, ids: readonly string[]): Promise<Prefecture[]> {
  return ids.length === 0 ? [] : tx.findBy(Prefecture, { id: In([...ids]) });
}

export const MUNICIPALITY_SORTS = ['CODE', 'NAME'] as const;
export type MunicipalitySort = (typeof MUNICIPALITY_SORTS)[number];

const SORTS: Readonly<Record<MunicipalitySort, SortColumn<Municipality>>> = {
  CODE: { by: 'm.id', of: ({ id }) => id },
  /** By the reading. */
  NAME: { by: 'm.kana', of: ({ kana }) => kana },
};

export interface MunicipalityFilter extends Sorting<MunicipalitySort> {
  readonly prefectureId?: string | null;
  /** Part of the name, the reading, the English name or the code. */
  readonly search?: string | null;
}

const SEARCHED = ['m.name', 'm.kana', 'm.name_en', 'm.id'];

/** The register in the order of its codes, unless the filter sorts otherwise. */
export function listMunicipalities(
  tx: Tx,
  filter: MunicipalityFilter,
  page: PageRequest,
): Promise<Page<Municipality>> {
  const list = tx.createQueryBuilder(Municipality, 'm');
  if (filter.prefectureId)
    list.andWhere('m.prefectureId = :prefectureId', { prefectureId: filter.prefectureId });
  const search = foldForSearch(filter.search ?? '');
  if (search) list.andWhere(containsInSql(SEARCHED, ':search'), { search });
  const { sortBy, descending } = filter;
  return keysetPage(list, sortedBy(SORTS[sortBy ?? 'CODE'], 'm', descending ?? false), page);
}
