import { listMunicipalities, listPlaces, MUNICIPALITY_SORTS, PeopleService } from '@banso/directory';
import { townProfilesOf } from '@banso/dispatch';
import { type WeeklyHalf, WEEKDAYS } from '@banso/kernel';
import { joined } from '@banso/platform';
import {
  currentSkills,
  listDaysOff,
  listProfiles,
  listSkills,
  listSpecialists,
  SPECIALIST_SORTS,
  type SpecialistFilter,
  visibleSpecialists,
} from '@banso/talent';
import { z } from 'zod';
import { DAY_PART, DUTY, EVIDENCE, type Locale, ROLE, VISIT_MODE, wordOf, YES_NO } from '../words.js';
import {
  codeColumn,
  everyPage,
  given,
  listExport,
  requireFew,
  sorting,
  spoken,
  tableOf,
} from './list-export.js';
import { specialistNames, townNames } from './names.js';

const DAYS = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const HALVES = { ja: { AM: '午前', PM: '午後' }, en: { AM: ' AM', PM: ' PM' } };
const COMMA = { ja: '、', en: ', ' };

/** 月、火午前: as a file brings it back. */
function weekIn(weekly: readonly WeeklyHalf[], locale: Locale): string {
  const parts = WEEKDAYS.flatMap((day, i) => {
    const name = DAYS[locale][i] ?? '';
    const halves = (['AM', 'PM'] as const).filter((half) => weekly.includes(`${day}_${half}`));
    return halves.length === 2 ? [name] : halves.map((half) => name + HALVES[locale][half]);
  });
  return parts.join(COMMA[locale]);
}

const nameIn = (
  row: { readonly name: string; readonly nameEn: string } | undefined,
  locale: Locale,
): string => (locale === 'en' ? row?.nameEn : row?.name) ?? '';

/** The heads are those of an import: what was taken out can be put right and brought back. */
export const specialists = listExport(
  {
    name: spoken('専門人材', 'Specialists'),
    roles: ['HUB_STAFF', 'MUNICIPALITY_STAFF', 'SPECIALIST'],
    filter: z.strictObject({
      search: given.text,
      profileId: given.text,
      mode: z.enum(['ON_SITE', 'ONLINE']).nullish(),
      skillId: given.text,
      active: given.flag,
      ...sorting(SPECIALIST_SORTS),
    }),
  },
  async ({ tx, actor, locale }, filter) => {
    const wanted: SpecialistFilter = filter;
    const rows = await everyPage((page) => listSpecialists(tx, actor, wanted, page));
    const profiles = await listProfiles(tx);
    const places = await listPlaces(tx, actor);
    const baseOf = (baseId: string) =>
      nameIn(
        places.find(({ id }) => id === baseId),
        locale,
      );
    return tableOf({
      rows,
      records: rows.map(({ id }) => ['specialist', id] as const),
      columns: [
        { head: spoken('氏名', 'Name'), width: 18, of: ({ name }) => name },
        { head: spoken('ふりがな', 'Reading'), width: 20, of: ({ kana }) => kana },
        { head: spoken('氏名（英字）', 'Name in English'), width: 20, of: ({ nameEn }) => nameEn },
        {
          head: spoken('人材像', 'Profile'),
          width: 18,
          of: ({ profileId }) =>
            nameIn(
              profiles.find(({ id }) => id === profileId),
              locale,
            ),
        },
        { head: spoken('拠点コード', 'Base code'), of: ({ baseId }) => baseId },
        { head: spoken('拠点名', 'Base name'), of: ({ baseId }) => baseOf(baseId) },
        { head: spoken('任用の形', 'Employment'), width: 24, of: ({ employment }) => employment },
        {
          head: spoken('任用の形（英語）', 'Employment in English'),
          width: 24,
          of: ({ employmentEn }) => employmentEn,
        },
        {
          head: spoken('支援の形', 'Modes'),
          width: 18,
          of: ({ modes }) => modes.map((mode) => wordOf(VISIT_MODE, mode, locale)).join(COMMA[locale]),
        },
        {
          head: spoken('月の日数の目安', 'Days a month'),
          kind: 'number',
          of: ({ monthlyDays }) => monthlyDays,
        },
        { head: spoken('続けて泊まれる夜', 'Nights in a row'), kind: 'number', of: ({ nights }) => nights },
        { head: spoken('週の勤務', 'Working week'), width: 28, of: ({ weekly }) => weekIn(weekly, locale) },
        {
          head: spoken('登録中', 'In the pool'),
          of: ({ active }) => wordOf(YES_NO, active ? 'YES' : 'NO', locale),
        },
        codeColumn(),
      ],
    });
  },
);

export const skills = listExport(
  {
    name: spoken('スキル', 'Skills'),
    roles: ['HUB_STAFF', 'SPECIALIST'],
    filter: z.strictObject({ specialistId: given.text }),
  },
  async ({ tx, actor, locale }, { specialistId }) => {
    const pool = await visibleSpecialists(tx, actor)
      .orderBy('specialist.kana')
      .addOrderBy('specialist.id')
      .getMany();
    const wanted = pool.filter(({ id }) => !specialistId || id === specialistId);
    const found = await currentSkills(
      tx,
      actor,
      wanted.map(({ id }) => id),
    );
    const catalogue = await listSkills(tx);
    const rows = wanted.flatMap((person) => (found.get(person.id) ?? []).map((level) => ({ person, level })));
    return tableOf({
      rows: requireFew(rows),
      records: wanted.map(({ id }) => ['specialist', id] as const),
      columns: [
        { head: spoken('氏名', 'Name'), width: 18, of: ({ person }) => person.name },
        {
          head: spoken('スキル', 'Skill'),
          width: 36,
          of: ({ level }) =>
            nameIn(
              catalogue.find(({ id }) => id === level.skillId),
              locale,
            ),
        },
        { head: spoken('スキルのコード', 'Skill code'), of: ({ level }) => level.skillId },
        { head: spoken('水準（0〜4）', 'Level (0–4)'), kind: 'number', of: ({ level }) => level.level },
        { head: spoken('根拠', 'Evidence'), of: ({ level }) => wordOf(EVIDENCE, level.evidence, locale) },
        {
          head: spoken('専門人材のコード', 'Code of the specialist'),
          width: 38,
          of: ({ person }) => person.id,
        },
      ],
    });
  },
);

export const daysOff = listExport(
  {
    name: spoken('休み', 'Days off'),
    roles: ['HUB_STAFF', 'MUNICIPALITY_STAFF', 'SPECIALIST'],
    filter: z.strictObject({ from: z.string().max(10), to: z.string().max(10), specialistId: given.text }),
  },
  async (asking, { from, to, specialistId }) => {
    const { tx, actor, locale } = asking;
    const rows = await listDaysOff(tx, actor, { from, to }, specialistId);
    const personOf = await specialistNames(
      asking,
      rows.map((row) => row.specialistId),
    );
    return tableOf({
      rows: requireFew(rows),
      records: [...new Set(rows.map((row) => row.specialistId))].map((id) => ['specialist', id] as const),
      columns: [
        { head: spoken('氏名', 'Name'), width: 18, of: (row) => personOf(row.specialistId) },
        { head: spoken('日付', 'Date'), kind: 'date', of: ({ date }) => date },
        { head: spoken('時間', 'Part of the day'), of: ({ part }) => wordOf(DAY_PART, part, locale) },
        {
          head: spoken('理由', 'Reason'),
          notFor: ['MUNICIPALITY_STAFF'],
          width: 30,
          of: ({ reason }) => reason,
        },
        {
          head: spoken('専門人材のコード', 'Code of the specialist'),
          width: 38,
          of: (row) => row.specialistId,
        },
      ],
    });
  },
);

export const people = listExport(
  {
    name: spoken('職員・人材のアカウント', 'People'),
    roles: ['HUB_STAFF', 'MUNICIPALITY_STAFF'],
    filter: z.strictObject({ search: given.text, municipalityId: given.text }),
  },
  async (asking, filter) => {
    const { tx, actor, clock, locale } = asking;
    const service = new PeopleService(joined(tx, actor), clock);
    const rows = await everyPage((page) => service.list(actor, filter, page));
    const townOf = await townNames(
      asking,
      rows.map(({ membership }) => membership.municipalityId),
    );
    return tableOf({
      rows,
      records: rows.map(({ account }) => ['account', account.id] as const),
      columns: [
        { head: spoken('氏名', 'Name'), width: 18, of: ({ account }) => account.displayName },
        { head: spoken('氏名（英字）', 'Name in English'), width: 20, of: ({ account }) => account.nameEn },
        { head: spoken('ログインID', 'Sign-in name'), width: 20, of: ({ account }) => account.loginId },
        { head: spoken('立場', 'Role'), of: ({ membership }) => wordOf(ROLE, membership.role, locale) },
        {
          head: spoken('団体コード', 'Municipality code'),
          of: ({ membership }) => membership.municipalityId,
        },
        { head: spoken('市町村', 'Municipality'), of: ({ membership }) => townOf(membership.municipalityId) },
        {
          head: spoken('担当', 'Duties'),
          width: 24,
          of: ({ membership }) =>
            membership.duties.map((duty) => wordOf(DUTY, duty, locale)).join(COMMA[locale]),
        },
        {
          head: spoken('最後のログイン', 'Last sign-in'),
          kind: 'moment',
          width: 18,
          of: ({ membership }) => membership.lastSignInAt?.toISOString(),
        },
        { head: spoken('コード', 'Code'), width: 38, of: ({ membership }) => membership.id },
      ],
    });
  },
);

export const towns = listExport(
  {
    name: spoken('市町村', 'Municipalities'),
    roles: ['HUB_STAFF'],
    filter: z.strictObject({ search: given.text, ...sorting(MUNICIPALITY_SORTS) }),
  },
  async ({ tx, actor, locale }, filter) => {
    const prefectureId = actor.prefectureId ?? '';
    const rows = await everyPage((page) => listMunicipalities(tx, { prefectureId, ...filter }, page));
    const profiles = await townProfilesOf(
      tx,
      actor,
      rows.map(({ id }) => id),
    );
    const profileOf = (townId: string) => profiles.find(({ municipalityId }) => municipalityId === townId);
    const busyOf = (townId: string) =>
      (profileOf(townId)?.busy ?? [])
        .map(({ from, to, label }) => `${from}～${to} ${label}`)
        .join(COMMA[locale]);
    return tableOf({
      rows,
      records: [],
      columns: [
        { head: spoken('団体コード', 'Municipality code'), of: ({ id }) => id },
        { head: spoken('市町村', 'Municipality'), of: ({ name }) => name },
        { head: spoken('ふりがな', 'Reading'), of: ({ kana }) => kana },
        { head: spoken('市町村（英字）', 'Name in English'), of: ({ nameEn }) => nameEn },
        { head: spoken('人口', 'Population'), kind: 'number', of: ({ population }) => population },
        {
          head: spoken('情報担当の人数', 'IT staff'),
          kind: 'number',
          of: ({ id }) => profileOf(id)?.itStaff,
        },
        { head: spoken('忙しい時期', 'Busy periods'), width: 40, of: ({ id }) => busyOf(id) },
      ],
    });
  },
);
