import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { longDate, weekdayName } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { Facts } from '../../ui/Facts';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { ScrollRegion, Table } from '../../ui/Table';
import { SpecialistDocument, type SpecialistRow } from './specialists.documents';

interface Props {
  /** What the role adds, such as the days used this month. */
  readonly beside?: (specialistId: string) => ReactNode;
  /** When the person can be planned. */
  readonly days?: (person: SpecialistRow) => ReactNode;
  /** What this role may read after all else, such as the history. */
  readonly below?: (specialistId: string) => ReactNode;
}

export function SpecialistPage({ beside, days, below }: Props) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(SpecialistDocument, { id });
  const person = load.data?.specialist;
  return (
    <Page
      title={person ? nameOf(person) : t('specialists.one')}
      back={{ to: '/specialists', label: t('specialists.listTitle') }}
    >
      <Loaded of={load}>
        {({ specialist }) => (
          <>
            <PersonFacts person={specialist} />
            {beside?.(specialist.id)}
            <Section title={t('specialists.skills')} id="skills">
              <Skills skills={specialist.skills} />
            </Section>
            <Section title={t('specialists.weekly')} id="weekly">
              <Weekly weekly={specialist.weekly} />
            </Section>
            {days?.(specialist)}
            {below?.(specialist.id)}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function PersonFacts({ person }: { readonly person: SpecialistRow }) {
  const { t } = useTranslation();
  const english = currentLanguage() === 'en';
  const { profile, base } = person;
  return (
    <Facts
      items={[
        profile !== null && {
          term: t('specialists.profile'),
          value: (
            <>
              {nameOf(profile)}
              <span className="block text-dns-14N-130 text-solid-gray-700">
                {english ? profile.summaryEn : profile.summary}
              </span>
            </>
          ),
        },
        { term: t('specialists.base'), value: base ? nameOf(base) : t('ui.none') },
        {
          term: t('specialists.employment'),
          value: english ? person.employmentEn : person.employment,
        },
        {
          term: t('specialists.modes'),
          value: person.modes.map((mode) => t(`specialists.modeNames.${mode}`)).join(t('ui.listMark')),
        },
        {
          term: t('specialists.monthly'),
          value:
            person.monthlyDays === null
              ? t('specialists.noMonthly')
              : t('specialists.monthlyValue', { days: person.monthlyDays }),
        },
        person.nights > 0 && {
          term: t('specialists.nights'),
          value: t('specialists.nightsValue', { count: person.nights }),
        },
        !person.active && { term: t('specialists.active'), value: t('specialists.inactive') },
      ]}
    />
  );
}

/** Monday first, as offices count. */
const WEEK = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;

function Weekly({ weekly }: Pick<SpecialistRow, 'weekly'>) {
  const { t } = useTranslation();
  const days = WEEK.filter(
    (day) => weekly.some((half) => half.startsWith(day)) || !['SAT', 'SUN'].includes(day),
  );
  return (
    <ScrollRegion labelledBy="weekly">
      <table className="border-collapse text-center">
        <caption className="sr-only">{t('specialists.weeklyCaption')}</caption>
        <thead>
          <tr>
            <td className="border border-solid-gray-300" />
            {days.map((day) => (
              <th
                key={day}
                scope="col"
                className="min-w-14 border border-solid-gray-300 bg-solid-gray-50 px-3 py-2"
              >
                {weekdayName((WEEK.indexOf(day) + 1) % 7)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['AM', 'PM'] as const).map((half) => (
            <tr key={half}>
              <th scope="row" className="border border-solid-gray-300 px-3 py-2 font-400 whitespace-nowrap">
                {t(`ui.half.${half}`)}
              </th>
              {days.map((day) => (
                <td key={day} className="border border-solid-gray-300 px-3 py-2">
                  {t(weekly.includes(`${day}_${half}`) ? 'specialists.works' : 'specialists.free')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Skills({ skills }: Pick<SpecialistRow, 'skills'>) {
  const { t } = useTranslation();
  const english = currentLanguage() === 'en';
  if (skills.length === 0) return <p>{t('specialists.noSkills')}</p>;
  return (
    <Table
      caption={t('specialists.skillsCaption')}
      rows={[...skills].sort((a, b) => b.level - a.level)}
      keyOf={(one) => one.skillId}
      columns={[
        {
          key: 'skill',
          title: t('specialists.skill'),
          heads: true,
          cell: ({ skill, skillId }) => (skill ? nameOf(skill) : skillId),
        },
        {
          key: 'category',
          title: t('specialists.category'),
          cell: ({ skill }) => (skill ? (english ? skill.categoryEn : skill.category) : t('ui.none')),
        },
        { key: 'level', title: t('specialists.level'), numeric: true, cell: ({ level }) => level },
        {
          key: 'evidence',
          title: t('specialists.evidence'),
          nowrap: true,
          cell: ({ evidence }) => t(`specialists.evidenceNames.${evidence}`),
        },
        {
          key: 'on',
          title: t('specialists.assessedOn'),
          nowrap: true,
          cell: ({ assessedOn }) => longDate(assessedOn),
        },
      ]}
    />
  );
}
