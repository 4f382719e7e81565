import type { SkillNeed, WishedMode } from '../../src/problem.js';
import { rowsOf } from './register.js';

/** One of the themes a town can ask for. */
export interface Theme {
  readonly id: string;
  /** Kind of specialist who usually does it. */
  readonly profile: string;
  readonly mode: WishedMode;
  /** Whether vendors' work is judged, so that conflicts of interest matter. */
  readonly judgesVendors: boolean;
  readonly needs: readonly SkillNeed[];
}

/** All themes with their skills, as the taxonomy has them. */
export function readThemes(): readonly Theme[] {
  const skills = rowsOf('taxonomy', 'theme-skills.csv');
  return rowsOf('taxonomy', 'support-themes.csv').map((row) => ({
    id: row['id'] ?? '',
    profile: row['profile'] ?? '',
    mode: row['mode'] === 'ON_SITE' || row['mode'] === 'ONLINE' ? row['mode'] : 'EITHER',
    judgesVendors: row['conflict_check'] === '1',
    needs: skills
      .filter((need) => need['theme_id'] === row['id'])
      .map((need) => ({
        skillId: need['skill_id'] ?? '',
        level: Number(need['level']),
        essential: need['essential'] === '1',
      })),
  }));
}
