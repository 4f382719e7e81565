import type { Visit } from '@banso/dispatch';
import type { Actor } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { supportRequestsByIds } from '@banso/support';
import { skillsByIds, themeNeeds, themesByIds } from '@banso/talent';
import type { ReportStep } from './report-step.entity.js';
import type { VisitReport } from './visit-report.entity.js';

/** A word to tap, instead of typing it. */
export interface OfferedTopic {
  readonly ja: string;
  readonly en: string;
}

/** What most visits consist of, whatever the theme. */
const USUAL: readonly OfferedTopic[] = [
  { ja: '現状の聞き取り', en: 'Heard how things are' },
  { ja: '課題の整理', en: 'Sorted out the problems' },
  { ja: '助言', en: 'Gave advice' },
  { ja: '操作の実演', en: 'Showed how it works' },
  { ja: '資料の作成', en: 'Made documents' },
  { ja: '職員研修', en: 'Trained the staff' },
];
const MOST_OF_THEME = 5;
const MOST_OPEN = 6;
/** As long as a topic may be. */
const LONGEST = 80;

/** A word of the theme of a case. */
export interface ThemeTopic extends OfferedTopic {
  readonly supportRequestId: string;
}

/** What the themes of these cases are about, for all of them at once. */
export async function themeTopicsOf(
  tx: Tx,
  actor: Actor,
  supportRequestIds: readonly string[],
): Promise<ThemeTopic[]> {
  const requests = await supportRequestsByIds(tx, actor, supportRequestIds);
  const themeIds = [...new Set(requests.flatMap(({ themeId }) => themeId ?? []))];
  const needs = await themeNeeds(tx, themeIds);
  const skillsOf = (id: string): string[] =>
    (needs.get(id) ?? []).slice(0, MOST_OF_THEME).map(({ skillId }) => skillId);
  const named = new Map<string, { readonly name: string; readonly nameEn: string }>();
  for (const theme of await themesByIds(tx, themeIds)) named.set(theme.id, theme);
  for (const skill of await skillsByIds(tx, [...new Set(themeIds.flatMap(skillsOf))]))
    named.set(skill.id, skill);
  return requests.flatMap(({ id, themeId }) =>
    (themeId === null ? [] : [themeId, ...skillsOf(themeId)]).flatMap((key) => {
      const found = named.get(key);
      return found ? [{ supportRequestId: id, ja: found.name, en: found.nameEn }] : [];
    }),
  );
}

/** Words to tap for a visit: what was left open the last time, what the theme is about, what visits consist of. */
export function offeredTopics(open: readonly ReportStep[], ofTheme: readonly OfferedTopic[]): OfferedTopic[] {
  const left = open.slice(0, MOST_OPEN).map(({ what }) => ({ ja: what, en: what }));
  return once([...left, ...ofTheme, ...USUAL]);
}

const once = (topics: readonly OfferedTopic[]): OfferedTopic[] => {
  const shortened = topics.map(({ ja, en }) => ({ ja: ja.slice(0, LONGEST), en: en.slice(0, LONGEST) }));
  return shortened.filter((topic, i) => shortened.findIndex(({ ja }) => ja === topic.ja) === i);
};

/** When the report of a visit is due, in days of Japan: counted anew when it was sent back. */
export const reportSince = (visit: Pick<Visit, 'endsAt'>, report: VisitReport | null): Date =>
  report?.status === 'RETURNED' && report.returnedAt ? report.returnedAt : visit.endsAt;
