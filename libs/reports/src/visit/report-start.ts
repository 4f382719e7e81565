import type { Visit } from '@banso/dispatch';
import type { Actor } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { supportRequestsByIds } from '@banso/support';
import { findTheme, skillsByIds, themeNeeds } from '@banso/talent';
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

/** Words to tap for a visit: what was left open the last time, what the theme is about, what visits consist of. */
export async function offeredTopics(
  tx: Tx,
  actor: Actor,
  visit: Visit,
  open: readonly ReportStep[],
): Promise<OfferedTopic[]> {
  const [request] = await supportRequestsByIds(tx, actor, [visit.supportRequestId]);
  const themeId = request?.themeId ?? null;
  const left = open.slice(0, MOST_OPEN).map(({ what }) => ({ ja: what, en: what }));
  return once([...left, ...(themeId ? await ofTheme(tx, themeId) : []), ...USUAL]);
}

async function ofTheme(tx: Tx, themeId: string): Promise<OfferedTopic[]> {
  const theme = await findTheme(tx, themeId);
  const needs = (await themeNeeds(tx, [themeId])).get(themeId) ?? [];
  const skills = await skillsByIds(
    tx,
    needs.slice(0, MOST_OF_THEME).map(({ skillId }) => skillId),
  );
  return [...(theme ? [theme] : []), ...skills].map(({ name, nameEn }) => ({ ja: name, en: nameEn }));
}

const once = (topics: readonly OfferedTopic[]): OfferedTopic[] => {
  const shortened = topics.map(({ ja, en }) => ({ ja: ja.slice(0, LONGEST), en: en.slice(0, LONGEST) }));
  return shortened.filter((topic, i) => shortened.findIndex(({ ja }) => ja === topic.ja) === i);
};

/** When the report of a visit is due, in days of Japan: counted anew when it was sent back. */
export const reportSince = (visit: Pick<Visit, 'endsAt'>, report: VisitReport | null): Date =>
  report?.status === 'RETURNED' && report.returnedAt ? report.returnedAt : visit.endsAt;
