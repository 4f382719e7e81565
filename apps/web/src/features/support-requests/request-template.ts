import i18next from 'i18next';
import { currentLanguage } from '../../i18n';
import { shortDate } from '../../i18n/dates';
import type { ThemeRow } from './request-form.documents';

/** What is known of the town, to stand in the text from the start. */
export interface TownFacts {
  readonly population: number | null;
  readonly itStaff: number | null;
  /** Next steps that the last report left open. */
  readonly homework: readonly { readonly what: string; readonly dueOn: string | null }[];
}

export const NO_FACTS: TownFacts = { population: null, itStaff: null, homework: [] };

/** More of them would be a text of their own. */
const MOST_HOMEWORK = 2;

const pointsOf = (theme: ThemeRow | null): readonly string[] => {
  if (theme) return currentLanguage() === 'en' ? theme.pointsEn : theme.points;
  return i18next.t('requestForm.template.points', { returnObjects: true });
};

function factLines({ population, itStaff, homework }: TownFacts): string[] {
  const t = i18next.t;
  const town = [
    population !== null && t('requestForm.template.population', { count: population }),
    itStaff !== null && t('requestForm.template.itStaff', { count: itStaff }),
  ].filter((one) => one !== false);
  return [
    ...(town.length > 0
      ? [t('requestForm.template.town', { facts: town.join(t('requestForm.template.comma')) })]
      : []),
    ...homework
      .slice(0, MOST_HOMEWORK)
      .map(({ what, dueOn }) =>
        dueOn
          ? t('requestForm.template.homeworkBy', { what, date: shortDate(dueOn) })
          : t('requestForm.template.homework', { what }),
      ),
  ];
}

/** Lines to start from: of the theme, and with the town's own facts. */
export const templateOf = (theme: ThemeRow | null, facts: TownFacts): string =>
  [...pointsOf(theme), ...factLines(facts)].map((line) => `${i18next.t('ui.listMark')}${line}`).join('\n');

/** A text that nobody has changed since it was filled in. */
export const isTemplate = (text: string, themes: readonly ThemeRow[], facts: TownFacts): boolean =>
  [null, ...themes].some((theme) => templateOf(theme, facts) === text);
