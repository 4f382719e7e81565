import {
  type Actor,
  badInput,
  DomainError,
  fiscalYearOf,
  isLocalGovernmentCode,
  localDateOf,
  parseInput,
  text,
} from '@banso/kernel';
import { municipalitiesByIds } from '@banso/directory';
import type { Tx } from '@banso/platform';
import { fieldOfTheme, findTheme, TroubleGroup } from '@banso/talent';
import { z } from 'zod';

/** Whose row it becomes. */
export interface Town {
  readonly prefectureId: string;
  readonly municipalityId: string;
}

/** Refuses a theme that is not in the catalogue. */
export async function assertTheme(tx: Tx, themeId: string | null): Promise<void> {
  if (themeId !== null && !(await findTheme(tx, themeId)))
    throw badInput({ path: 'themeId', rule: 'unknown' });
}

/** Refuses a group of troubles that there is not. */
export async function assertGroup(tx: Tx, groupId: string | null): Promise<void> {
  if (groupId !== null && !(await tx.existsBy(TroubleGroup, { id: groupId })))
    throw badInput({ path: 'groupId', rule: 'unknown' });
}

/** The field that the theme has in the fiscal year of filing: whoever draws up a new year leaves old cases theirs. */
export async function fieldAtFiling(
  tx: Tx,
  actor: Actor,
  themeId: string | null,
  filedAt: Date,
): Promise<string | null> {
  if (themeId === null) return null;
  return (await fieldOfTheme(tx, actor, themeId, fiscalYearOf(localDateOf(filedAt))))?.id ?? null;
}

/** For whom it is filed: a town for itself, the hub for any town of its prefecture. */
export async function townOf(tx: Tx, actor: Actor, municipalityId: string | null): Promise<Town> {
  if (actor.role === 'MUNICIPALITY_STAFF') {
    if (municipalityId !== null && municipalityId !== actor.municipalityId)
      throw new DomainError('FORBIDDEN', 'request.other-town');
    return { prefectureId: actor.prefectureId, municipalityId: actor.municipalityId };
  }
  const fault = { path: 'municipalityId', facts: { code: municipalityId ?? '' } };
  if (municipalityId === null) throw badInput({ ...fault, rule: 'required' });
  if (!isLocalGovernmentCode(municipalityId)) throw badInput({ ...fault, rule: 'town-code' });
  const [town] = await municipalitiesByIds(tx, [municipalityId]);
  if (!town || town.prefectureId !== actor.prefectureId)
    throw badInput({ ...fault, rule: 'town-of-prefecture' });
  return { prefectureId: town.prefectureId, municipalityId: town.id };
}

/** One text on its own, refused by the name that the reader knows it by. */
export const parseText = (path: string, max: number, value: string): string =>
  parseInput(z.object({ [path]: text(max) }), { [path]: value })[path] ?? '';

export const parseReason = (reason: string): string => parseText('reason', 1_000, reason);
