import type { Tx } from '@banso/platform';
import { In } from 'typeorm';
import { Skill } from './skill.entity.js';
import { SupportTheme } from './support-theme.entity.js';
import { TalentProfile } from './talent-profile.entity.js';
import { ThemeSkill } from './theme-skill.entity.js';
import { TroubleGroup } from './trouble-group.entity.js';

export const listSkills = (tx: Tx): Promise<Skill[]> =>
  tx.find(Skill, { order: { scheme: 'ASC', id: 'ASC' } });

export const listProfiles = (tx: Tx): Promise<TalentProfile[]> =>
  tx.find(TalentProfile, { order: { id: 'ASC' } });

export const listThemes = (tx: Tx): Promise<SupportTheme[]> =>
  tx.find(SupportTheme, { order: { id: 'ASC' } });

export const listTroubleGroups = (tx: Tx): Promise<TroubleGroup[]> =>
  tx.find(TroubleGroup, { order: { position: 'ASC' } });

export const findTheme = (tx: Tx, id: string): Promise<SupportTheme | null> =>
  tx.findOneBy(SupportTheme, { id });

export const themesByIds = (tx: Tx, ids: readonly string[]): Promise<SupportTheme[]> =>
  tx.findBy(SupportTheme, { id: In([...ids]) });

export const skillsByIds = (tx: Tx, ids: readonly string[]): Promise<Skill[]> =>
  tx.findBy(Skill, { id: In([...ids]) });

export const profilesByIds = (tx: Tx, ids: readonly string[]): Promise<TalentProfile[]> =>
  tx.findBy(TalentProfile, { id: In([...ids]) });

/** A skill that a theme calls for. */
export interface ThemeNeed {
  readonly skillId: string;
  readonly level: number;
  readonly essential: boolean;
}

/** What each theme calls for, the deepest need first; a theme without needs has no entry. */
export async function themeNeeds(tx: Tx, themeIds: readonly string[]): Promise<Map<string, ThemeNeed[]>> {
  const found = await tx.find(ThemeSkill, {
    where: { themeId: In([...themeIds]) },
    order: { themeId: 'ASC', essential: 'DESC', level: 'DESC', skillId: 'ASC' },
  });
  const needs = new Map<string, ThemeNeed[]>();
  for (const { themeId, ...need } of found) needs.set(themeId, [...(needs.get(themeId) ?? []), need]);
  return needs;
}
