import { fiscalYearOf, type LocalDate } from '@banso/kernel';
import { capReasons } from './scheme-caps.js';
import {
  type Judging,
  type ReasonWeight,
  type Route,
  type RouteReason,
  SCHEME_FITS,
  type SchemeFit,
  type SchemeNeed,
  type UsedSoFar,
} from './scheme-route.js';
import type { IntakeWindow, JudgedScheme, SchemeCost } from './scheme-terms.js';

export const NOTHING_USED: UsedSoFar = {
  ofCase: { onSiteDays: 0, onlineMinutes: 0, visits: 0 },
  ofTownYear: { onSiteDays: 0, onlineMinutes: 0, visits: 0 },
};

/** Every scheme with its answer: what fits first, and among equals what costs the town least. */
export const routesFor = (schemes: readonly JudgedScheme[], judging: Judging): Route[] =>
  schemes.map((scheme) => routeTo(scheme, judging)).sort(byRank);

export function routeTo(scheme: JudgedScheme, { need, usedOf, windowsOf, ofPool }: Judging): Route {
  const used = usedOf(scheme.id);
  const windows = [...scheme.terms.windows, ...windowsOf(scheme.id)];
  const nextWindow = nextOf(windows, need.today);
  const caps = capReasons(scheme.terms.caps, need, used);
  const reasons = [
    ...caps.reasons,
    ...validityReasons(scheme, need),
    ...themeReasons(scheme, need),
    ...monthReasons(scheme, need),
    ...conditionReasons(scheme, need, used),
    ...windowReasons(scheme, need, { windows, nextWindow }),
    ...yearReasons(scheme, need),
    ...(scheme.origin === 'POOL' ? ofPool : []),
  ];
  return { scheme, fit: fitOf(reasons), reasons, left: caps.left, nextWindow };
}

function fitOf(reasons: readonly RouteReason[]): SchemeFit {
  if (reasons.some(({ weight }) => weight === 'AGAINST')) return 'NOT';
  return reasons.some(({ weight }) => weight === 'CONDITION') ? 'WITH_CONDITIONS' : 'FITS';
}

const reason = (
  weight: ReasonWeight,
  code: string,
  facts: Readonly<Record<string, string | number>> = {},
): RouteReason => ({ code, weight, facts });

function validityReasons({ validFrom, validTo }: JudgedScheme, { today }: SchemeNeed): RouteReason[] {
  if (validTo !== null && validTo < today) return [reason('AGAINST', 'scheme-over', { on: validTo })];
  if (validFrom !== null && validFrom > today)
    return [reason('CONDITION', 'scheme-not-begun', { on: validFrom })];
  return [];
}

function themeReasons({ terms }: JudgedScheme, { themeId }: SchemeNeed): RouteReason[] {
  if (terms.themeIds === null) return [];
  if (themeId === null) return [reason('CONDITION', 'theme-unknown')];
  return terms.themeIds.includes(themeId) ? [] : [reason('AGAINST', 'other-theme')];
}

function monthReasons({ terms }: JudgedScheme, { months, visits, visitMinutes }: SchemeNeed): RouteReason[] {
  const { kind, minMonths, maxMonths, minDaysPerMonth, minHoursPerMonth } = terms;
  if (kind !== 'PERSON') return [];
  if (months === null)
    return [
      minMonths === null
        ? reason('CONDITION', 'sends-a-person')
        : reason('AGAINST', 'sends-a-person-for', { months: minMonths }),
    ];
  if (minMonths !== null && months < minMonths)
    return [reason('AGAINST', 'too-few-months', { months, least: minMonths })];
  if (maxMonths !== null && months > maxMonths)
    return [reason('CONDITION', 'beyond-first-term', { months, most: maxMonths })];
  // Said of a month, while a need says it of the whole: both are multiplied out, so that nothing is rounded.
  const tooFew: RouteReason[] = [];
  if (minDaysPerMonth !== null && visits < minDaysPerMonth * months)
    tooFew.push(reason('AGAINST', 'too-few-days-a-month', { least: minDaysPerMonth }));
  if (minHoursPerMonth !== null && visits * visitMinutes < minHoursPerMonth * 60 * months)
    tooFew.push(reason('AGAINST', 'too-few-hours-a-month', { least: minHoursPerMonth }));
  return tooFew;
}

function conditionReasons({ terms }: JudgedScheme, need: SchemeNeed, { ofCase }: UsedSoFar): RouteReason[] {
  const found: RouteReason[] = [];
  if (terms.briefingFirst && need.briefingAttended !== true)
    found.push(reason('CONDITION', need.briefingAttended === false ? 'briefing-first' : 'briefing-unknown'));
  if (terms.onlyBelowStrengthOne && need.belowStrengthOne === false)
    found.push(reason('AGAINST', 'strength-one-or-more'));
  if (terms.onlyBelowStrengthOne && need.belowStrengthOne === null)
    found.push(reason('CONDITION', 'strength-unknown'));
  if (terms.kind === 'LIST') found.push(reason('CONDITION', 'gives-a-list'));
  if (terms.throughPrefecture) found.push(reason('CONDITION', 'through-prefecture'));
  if (terms.oncePerProjectAndYear && ofCase.visits > 0) found.push(reason('CONDITION', 'used-for-this-case'));
  return found;
}

/** A window that has not begun is as good as one that is open: one waits for it. */
function windowReasons(
  scheme: JudgedScheme,
  { today, urgent }: SchemeNeed,
  found: { readonly windows: readonly IntakeWindow[]; readonly nextWindow: IntakeWindow | null },
): RouteReason[] {
  const { windowCount, lastWindowStated } = scheme.terms;
  const ofYear = found.windows.filter(({ closesOn }) => fiscalYearOf(closesOn) === fiscalYearOf(today));
  const { nextWindow } = found;
  if (nextWindow === null) {
    if (windowCount === null && found.windows.length === 0) return [];
    const last = ofYear
      .map(({ closesOn }) => closesOn)
      .sort()
      .at(-1);
    const allPast = windowCount === null || lastWindowStated || ofYear.length >= windowCount;
    return [
      last !== undefined && allPast
        ? reason('AGAINST', 'window-closed', { on: last })
        : reason('CONDITION', 'window-unknown', { known: ofYear.length, count: windowCount ?? 0 }),
    ];
  }
  const { opensOn, closesOn } = nextWindow;
  const missing =
    windowCount !== null && ofYear.length < windowCount
      ? [reason('NOTE', 'windows-missing', { known: ofYear.length, count: windowCount })]
      : [];
  if (opensOn !== null && opensOn > today)
    return [reason('CONDITION', 'window-opens', { on: opensOn, until: closesOn }), ...missing];
  return [
    reason('NOTE', 'window-until', { until: closesOn }),
    ...(urgent ? [reason('CONDITION', 'urgent-waits-for-window', { until: closesOn })] : []),
    ...missing,
  ];
}

/** What an earlier year stated may have changed since. */
function yearReasons({ fiscalYear, yearStated }: JudgedScheme, { today }: SchemeNeed): RouteReason[] {
  if (fiscalYear === null) return [];
  if (fiscalYear < fiscalYearOf(today)) return [reason('NOTE', 'terms-of-year', { fiscalYear })];
  return yearStated ? [] : [reason('NOTE', 'terms-without-year', { fiscalYear })];
}

const nextOf = (windows: readonly IntakeWindow[], today: LocalDate): IntakeWindow | null =>
  windows.filter(({ closesOn }) => closesOn >= today).sort((a, b) => (a.closesOn < b.closesOn ? -1 : 1))[0] ??
  null;

/** What the town does not pay comes first; the pool's cost is in the agreements. */
const COST_ORDER: readonly (SchemeCost | null)[] = ['NONE', null, 'SHARED', 'TOWN'];

function byRank(a: Route, b: Route): number {
  const cost = ({ scheme }: Route): number => COST_ORDER.indexOf(scheme.terms.cost);
  return (
    SCHEME_FITS.indexOf(a.fit) - SCHEME_FITS.indexOf(b.fit) ||
    cost(a) - cost(b) ||
    a.scheme.position - b.scheme.position ||
    (a.scheme.id < b.scheme.id ? -1 : 1)
  );
}
