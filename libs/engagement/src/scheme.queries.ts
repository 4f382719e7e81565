import { type Actor, knownId, notFound } from '@banso/kernel';
import type { Tx } from '@banso/platform';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import type { JudgedScheme, SchemeTerms } from './scheme-terms.js';
import { PrefectureScheme, Scheme, SchemeWindow } from './scheme.entity.js';
import { SchemeUse } from './scheme-use.entity.js';

/** National schemes as they hold in a fiscal year: of each the newest terms that are not of a later year. */
export async function nationalSchemes(tx: Tx, fiscalYear: number): Promise<Scheme[]> {
  const all = await tx.find(Scheme, {
    where: { fiscalYear: LessThanOrEqual(fiscalYear) },
    order: { position: 'ASC', id: 'ASC', fiscalYear: 'DESC' },
  });
  return all.filter((scheme, i) => all.findIndex(({ id }) => id === scheme.id) === i);
}

/** Those of the prefecture, the newest first. */
export const ownSchemes = (tx: Tx, actor: Actor): Promise<PrefectureScheme[]> =>
  tx.find(PrefectureScheme, {
    where: { prefectureId: actor.prefectureId ?? '' },
    order: { validFrom: 'DESC', id: 'ASC' },
  });

export async function getOwnScheme(tx: Tx, actor: Actor, id: string): Promise<PrefectureScheme> {
  const scheme = await tx.findOneBy(PrefectureScheme, {
    id: knownId('scheme', id),
    prefectureId: actor.prefectureId ?? '',
  });
  if (!scheme) throw notFound('scheme');
  return scheme;
}

/** Loads and locks it for a change. */
export async function takeOwnScheme(tx: Tx, actor: Actor, id: string): Promise<PrefectureScheme> {
  const scheme = await tx.findOne(PrefectureScheme, {
    where: { id: knownId('scheme', id), prefectureId: actor.prefectureId ?? '' },
    lock: { mode: 'pessimistic_write' },
  });
  if (!scheme) throw notFound('scheme');
  return scheme;
}

/** Dates that the hub has entered, by their last day. */
export const windowsOf = (tx: Tx, actor: Actor): Promise<SchemeWindow[]> =>
  tx.find(SchemeWindow, {
    where: { prefectureId: actor.prefectureId ?? '', removedAt: IsNull() },
    order: { closesOn: 'ASC', id: 'ASC' },
  });

/** The pool of the prefecture itself, judged beside the others. */
export const POOL_ID = 'pool';

/** Whether a scheme is known to this prefecture: national, its own, or the pool. */
export async function isKnownScheme(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  if (await tx.existsBy(Scheme, { id })) return true;
  const own = await ownSchemes(tx, actor);
  return own.some((scheme) => scheme.id === id);
}

/** Uses that stand, as far as the actor sees them; the newest first. */
export function schemeUses(
  tx: Tx,
  actor: Actor,
  {
    municipalityIds,
    fiscalYear,
  }: { readonly municipalityIds?: readonly string[]; readonly fiscalYear?: number },
): Promise<SchemeUse[]> {
  if (actor.role === 'SPECIALIST' || actor.role === 'OPERATOR') return Promise.resolve([]);
  const towns = actor.role === 'MUNICIPALITY_STAFF' ? [actor.municipalityId] : municipalityIds;
  return tx.find(SchemeUse, {
    where: {
      prefectureId: actor.prefectureId ?? '',
      removedAt: IsNull(),
      ...(towns && { municipalityId: In([...towns]) }),
      ...(fiscalYear !== undefined && { fiscalYear }),
    },
    order: { recordedAt: 'DESC', id: 'ASC' },
  });
}

/** Loads and locks it for a change. */
export async function takeSchemeUse(tx: Tx, actor: Actor, id: string): Promise<SchemeUse> {
  const use = await tx.findOne(SchemeUse, {
    where: {
      id: knownId('scheme-use', id),
      prefectureId: actor.prefectureId ?? '',
      ...(actor.role === 'MUNICIPALITY_STAFF' && { municipalityId: actor.municipalityId }),
    },
    lock: { mode: 'pessimistic_write' },
  });
  if (!use) throw notFound('scheme-use');
  return use;
}

const NOTHING: SchemeTerms = {
  kind: 'VISITS',
  themeIds: null,
  caps: { per: 'CASE', onSiteDays: null, onlineHours: null, visits: null },
  minMonths: null,
  maxMonths: null,
  minDaysPerMonth: null,
  minHoursPerMonth: null,
  briefingFirst: false,
  onlyBelowStrengthOne: false,
  throughPrefecture: false,
  oncePerProjectAndYear: false,
  windowCount: null,
  windows: [],
  lastWindowStated: false,
  cost: null,
  costWords: { ja: '', en: '' },
  rules: [],
  toConfirm: [],
};

/** What somebody wrote in one language stands in both. */
const asWritten = (words: string) => ({ ja: words, en: words });

export const POOL: JudgedScheme = {
  id: POOL_ID,
  origin: 'POOL',
  name: '県の人材プール',
  nameEn: "The prefecture's pool",
  organ: null,
  summary: null,
  terms: {
    ...NOTHING,
    costWords: {
      ja: '町の負担は県との協定による',
      en: 'What the town pays is said by its agreement with the prefecture',
    },
  },
  source: '',
  fiscalYear: null,
  yearStated: true,
  validFrom: null,
  validTo: null,
  position: 0,
};

const asJudged = (scheme: Scheme): JudgedScheme => ({
  id: scheme.id,
  origin: 'NATIONAL',
  name: scheme.name,
  nameEn: scheme.nameEn,
  organ: { ja: scheme.organ, en: scheme.organEn },
  summary: { ja: scheme.summary, en: scheme.summaryEn },
  terms: scheme.terms,
  source: scheme.source,
  fiscalYear: scheme.fiscalYear,
  yearStated: scheme.yearStated,
  validFrom: null,
  validTo: null,
  position: 100 + scheme.position,
});

const ownAsJudged = (scheme: PrefectureScheme): JudgedScheme => ({
  id: scheme.id,
  origin: 'PREFECTURE',
  name: scheme.name,
  nameEn: scheme.name,
  organ: null,
  summary: null,
  terms: {
    ...NOTHING,
    caps: {
      per: scheme.capPer,
      onSiteDays: scheme.onSiteDays,
      onlineHours: scheme.onlineHours,
      visits: scheme.visits,
    },
    cost: scheme.cost,
    costWords: asWritten(scheme.costWords),
    rules: scheme.rules === '' ? [] : [asWritten(scheme.rules)],
  },
  source: scheme.source,
  fiscalYear: null,
  yearStated: true,
  validFrom: scheme.validFrom,
  validTo: scheme.validTo,
  position: 1,
});

/** Everything that a trouble can be sent to. */
export async function judgedSchemes(tx: Tx, actor: Actor, fiscalYear: number): Promise<JudgedScheme[]> {
  const national = await nationalSchemes(tx, fiscalYear);
  const own = await ownSchemes(tx, actor);
  return [POOL, ...own.map(ownAsJudged), ...national.map(asJudged)];
}
