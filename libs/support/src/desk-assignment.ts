/** What is known about a specialist when a question has to be given to somebody. */
export interface DeskFacts {
  readonly specialistId: string;
  /** Serves the theme's field in this fiscal year; true for everyone while the town names no theme. */
  readonly fieldMatch: boolean;
  /** How many of the theme's essential skills the specialist has at the depth called for. */
  readonly essentialMet: number;
  readonly essentialTotal: number;
  /** At the desk in the half-day that takes the question. */
  readonly onDuty: boolean;
  /** Questions that the specialist has not answered yet. */
  readonly openConsultations: number;
}

export interface DeskCandidate extends DeskFacts {
  /** Of the field, or with every essential skill: the others are not asked without the hub. */
  readonly suitable: boolean;
}

/** What told the chosen one from the next; `ONLY_ONE`: nobody else was suitable; `HUB`: chosen by hand. */
export const DECIDING_RULES = ['FIELD', 'DUTY', 'LOAD', 'ORDER', 'ONLY_ONE', 'HUB'] as const;
export type DecidingRule = (typeof DECIDING_RULES)[number];

/** Why she, and who would have been next. Kept with the consultation, read by the hub only. */
export interface DeskAssignment {
  readonly chosen: DeskCandidate | null;
  readonly decidedBy: DecidingRule | null;
  /** The best of the others not yet asked, suitable ones first. */
  readonly runnersUp: readonly DeskCandidate[];
  /** Everyone who has been given this question, the latest last. */
  readonly asked: readonly string[];
}

const RUNNERS_UP = 5;

type Compare = (a: DeskCandidate, b: DeskCandidate) => number;

/** In the order in which they decide. */
const RULES: readonly { readonly rule: DecidingRule; readonly compare: Compare }[] = [
  { rule: 'FIELD', compare: (a, b) => Number(b.fieldMatch) - Number(a.fieldMatch) },
  { rule: 'DUTY', compare: (a, b) => Number(b.onDuty) - Number(a.onDuty) },
  { rule: 'LOAD', compare: (a, b) => a.openConsultations - b.openConsultations },
  { rule: 'ORDER', compare: (a, b) => (a.specialistId < b.specialistId ? -1 : 1) },
];

const compareAll: Compare = (a, b) => {
  for (const { compare } of RULES) {
    const order = compare(a, b);
    if (order !== 0) return order;
  }
  return 0;
};

const suitableFirst: Compare = (a, b) => Number(b.suitable) - Number(a.suitable) || compareAll(a, b);

const judged = (facts: DeskFacts): DeskCandidate => ({
  ...facts,
  suitable: facts.fieldMatch || facts.essentialMet >= facts.essentialTotal,
});

/** Whom the desk asks: of the field first, then on duty, then with the fewest open questions. */
export function chooseForDesk(facts: readonly DeskFacts[], asked: readonly string[]): DeskAssignment {
  const fresh = facts.filter((one) => !asked.includes(one.specialistId)).map(judged);
  const [chosen, ...others] = fresh.filter((one) => one.suitable).sort(compareAll);
  if (!chosen) return { chosen: null, decidedBy: null, runnersUp: bestOf(fresh), asked };
  return {
    chosen,
    decidedBy: decidedBy(chosen, others[0]),
    runnersUp: bestOf(fresh.filter((one) => one !== chosen)),
    asked: [...asked, chosen.specialistId],
  };
}

/** The hub's own choice, with the same facts beside it. */
export function chosenByHub(
  specialistId: string,
  facts: readonly DeskFacts[],
  asked: readonly string[],
): DeskAssignment {
  const candidates = facts.map(judged);
  return {
    chosen: candidates.find((one) => one.specialistId === specialistId) ?? null,
    decidedBy: 'HUB',
    runnersUp: bestOf(
      candidates.filter((one) => one.specialistId !== specialistId && !asked.includes(one.specialistId)),
    ),
    asked: [...asked.filter((id) => id !== specialistId), specialistId],
  };
}

const bestOf = (candidates: readonly DeskCandidate[]): DeskCandidate[] =>
  [...candidates].sort(suitableFirst).slice(0, RUNNERS_UP);

const decidedBy = (chosen: DeskCandidate, next: DeskCandidate | undefined): DecidingRule =>
  next ? (RULES.find(({ compare }) => compare(chosen, next) !== 0)?.rule ?? 'ORDER') : 'ONLY_ONE';
