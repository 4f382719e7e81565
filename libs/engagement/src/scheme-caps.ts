import type { LeftOfCaps, RouteReason, SchemeNeed, UsedSoFar } from './scheme-route.js';
import type { SchemeCaps } from './scheme-terms.js';
import type { UsedAmount } from './scheme-use.entity.js';

/** What a case asks for, by the form in which it would be given. Each visit on site is a day. */
export const amountAsked = (
  mode: 'ON_SITE' | 'ONLINE',
  visits: number,
  visitMinutes: number,
): UsedAmount => ({
  onSiteDays: mode === 'ON_SITE' ? visits : 0,
  onlineMinutes: mode === 'ONLINE' ? visits * visitMinutes : 0,
  visits,
});

interface Kind {
  readonly code: string;
  readonly cap: (caps: SchemeCaps) => number | null;
  readonly of: (amount: UsedAmount) => number;
}

const KINDS: readonly Kind[] = [
  { code: 'cap-days', cap: (caps) => caps.onSiteDays, of: ({ onSiteDays }) => onSiteDays },
  {
    code: 'cap-minutes',
    cap: ({ onlineHours }) => (onlineHours === null ? null : onlineHours * 60),
    of: ({ onlineMinutes }) => onlineMinutes,
  },
  { code: 'cap-visits', cap: (caps) => caps.visits, of: ({ visits }) => visits },
];

/** Whether the caps hold what is asked, with what was used before; and what they leave to the case. */
export function capReasons(
  caps: SchemeCaps,
  need: Pick<SchemeNeed, 'mode' | 'visits' | 'visitMinutes'>,
  used: UsedSoFar,
): { readonly reasons: readonly RouteReason[]; readonly left: LeftOfCaps } {
  const modes = need.mode === 'EITHER' ? (['ON_SITE', 'ONLINE'] as const) : ([need.mode] as const);
  const answers = modes.map((mode) => ({ mode, reasons: reasonsIn(mode, caps, need, used) }));
  const fitting = answers.find(({ reasons }) => !reasons.some(isAgainst));
  const other = answers.find(({ reasons }) => reasons.some(isAgainst));
  const reasons = fitting
    ? [...fitting.reasons, ...(other ? [oneMode(fitting.mode)] : [])]
    : answers.flatMap((answer) => answer.reasons);
  return { reasons, left: leftOf(caps, used) };
}

const isAgainst = ({ weight }: RouteReason): boolean => weight === 'AGAINST';

const oneMode = (mode: 'ON_SITE' | 'ONLINE'): RouteReason => ({
  code: mode === 'ON_SITE' ? 'only-on-site' : 'only-online',
  weight: 'CONDITION',
  facts: {},
});

function reasonsIn(
  mode: 'ON_SITE' | 'ONLINE',
  caps: SchemeCaps,
  { visits, visitMinutes }: Pick<SchemeNeed, 'visits' | 'visitMinutes'>,
  used: UsedSoFar,
): RouteReason[] {
  const asked = amountAsked(mode, visits, visitMinutes);
  return KINDS.flatMap(({ code, cap, of }): RouteReason[] => {
    const most = cap(caps);
    const wanted = of(asked);
    if (most === null || wanted === 0) return [];
    const before = of(caps.per === 'CASE' ? used.ofCase : used.ofTownYear);
    if (wanted + before <= most) return [];
    const facts = { asked: wanted, used: before, most };
    // Where nobody says what the cap is counted over, other cases of the year only raise the question.
    if (caps.per === null && wanted + of(used.ofCase) <= most)
      return [{ code: 'cap-basis-unknown', weight: 'CONDITION', facts }];
    return [{ code, weight: 'AGAINST', facts }];
  });
}

function leftOf(caps: SchemeCaps, used: UsedSoFar): LeftOfCaps {
  const base = caps.per === 'TOWN_YEAR' ? used.ofTownYear : used.ofCase;
  const [onSiteDays = null, onlineMinutes = null, visits = null] = KINDS.map(({ cap, of }) => {
    const most = cap(caps);
    return most === null ? null : Math.max(0, most - of(base));
  });
  return { onSiteDays, onlineMinutes, visits };
}

/** How much of a scheme a case takes when it is sent there: in the form that was asked for and that its caps hold. */
export function amountTaken(
  caps: SchemeCaps,
  need: Pick<SchemeNeed, 'mode' | 'visits' | 'visitMinutes'>,
): UsedAmount {
  const modes = need.mode === 'EITHER' ? (['ON_SITE', 'ONLINE'] as const) : ([need.mode] as const);
  const fitting = modes.find((mode) => !reasonsIn(mode, caps, need, NONE).some(isAgainst));
  return amountAsked(fitting ?? modes[0], need.visits, need.visitMinutes);
}

const NOTHING: UsedAmount = { onSiteDays: 0, onlineMinutes: 0, visits: 0 };
const NONE: UsedSoFar = { ofCase: NOTHING, ofTownYear: NOTHING };
