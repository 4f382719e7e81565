import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { longDate, longInstant, tokyo } from '../../i18n/dates';
import type { InboxRow, NoticeFacts, NoticeLine } from './notices.documents';

export const said = (sentence: { readonly ja: string; readonly en: string }): string =>
  currentLanguage() === 'en' ? sentence.en : sentence.ja;

/** Day and hours, as the mail says them. */
export function whenOf({
  startsAt,
  endsAt,
  on,
}: Pick<NoticeFacts, 'startsAt' | 'endsAt' | 'on'>): string | null {
  if (!startsAt) return on ? longDate(on) : null;
  if (!endsAt) return longInstant(startsAt);
  const [from, to] = [tokyo(startsAt), tokyo(endsAt)];
  const dash = currentLanguage() === 'en' ? '–' : '〜';
  return `${longInstant(startsAt)}${dash}${from.date === to.date ? to.time : longInstant(endsAt)}`;
}

/** What a notice says beside its words, label by label. */
export function useFacts(): (facts: NoticeFacts) => readonly (readonly [label: string, value: string])[] {
  const { t } = useTranslation();
  return (facts) => {
    const { number, place, wasAt, person, dueOn, count, note } = facts;
    const rows: readonly (readonly [string, string | null | undefined])[] = [
      [t('notices.fact.number'), number],
      [t('notices.fact.when'), whenOf(facts)],
      [t('notices.fact.was'), wasAt && longInstant(wasAt)],
      [t('notices.fact.place'), place],
      [t('notices.fact.person'), person],
      [t('notices.fact.dueOn'), dueOn && longDate(dueOn)],
      [t('notices.fact.count'), count === null || count === undefined ? null : String(count)],
      [t('notices.fact.note'), note],
    ];
    return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
  };
}

export function useLine(): (line: NoticeLine) => string {
  const { t } = useTranslation();
  return (line) => {
    const { change, number, place, person, wasAt } = line;
    return [
      change && t(`notices.change.${change}`),
      whenOf(line),
      wasAt && t('notices.wasAt', { at: longInstant(wasAt) }),
      place,
      person,
      number,
    ]
      .filter((part) => part)
      .join(' ');
  };
}

type Role = 'HUB_STAFF' | 'MUNICIPALITY_STAFF' | 'SPECIALIST' | 'OPERATOR';

/** Where the record is, on the screens of a role; null where it has none. */
export function recordOf(
  { aboutType, aboutId }: Pick<InboxRow, 'aboutType' | 'aboutId'>,
  role: Role,
): string | null {
  switch (aboutType) {
    case 'SUPPORT_REQUEST':
    case 'OFFER':
      return `/requests/${aboutId}`;
    case 'CONSULTATION':
      return `/consultations/${aboutId}`;
    case 'VISIT':
      return `/visits/${aboutId}`;
    case 'VISITS':
      return role === 'HUB_STAFF' ? '/visits' : role === 'MUNICIPALITY_STAFF' ? '/schedule' : '/';
    case 'PLANNING_RUN':
      return role === 'HUB_STAFF' ? `/plans/${aboutId}` : null;
    case 'AGREEMENT':
      return `/engagements/agreements/${aboutId}`;
    case 'DATE_INQUIRY':
      return role === 'SPECIALIST' ? null : `/dates/${aboutId}`;
    case 'TRAVEL_CLAIM':
      return role === 'MUNICIPALITY_STAFF' ? null : `/engagements/travel-claims/${aboutId}`;
    default:
      return null;
  }
}
