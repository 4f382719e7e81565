import type { VariablesOf } from '../../gql/graphql';
import type { MatrixRow, SetCostMatrixDocument } from './costs.documents';

export const ITEMS = [
  'SALARY',
  'ALLOWANCE',
  'TRAVEL',
  'RETIREMENT',
  'RECRUITING',
  'FEE',
  'TRAINING',
  'OTHER',
] as const;
export const AMOUNT_RULES = ['MONTHLY', 'YEARLY', 'PER_DAY', 'ENTERED', 'ATTENDANCE_TRAVEL'] as const;
export const SHARE_RULES = ['FIXED', 'BY_DAYS'] as const;
export const SOURCES = ['ATTENDANCE', 'PLACEMENT', 'VISIT'] as const;

/** A row as it is being written. */
export interface LineDraft {
  readonly key: number;
  readonly item: (typeof ITEMS)[number];
  readonly label: string;
  readonly clauseNo: string;
  readonly amountRule: (typeof AMOUNT_RULES)[number];
  readonly yen: number | null;
  readonly daySource: (typeof SOURCES)[number] | '';
  readonly shareRule: (typeof SHARE_RULES)[number];
  readonly shares: Readonly<Record<string, number | null>>;
  /** Empty: as the agreement says. */
  readonly remainderPartyId: string;
}

let serial = 0;

export const newLine = (clauseNo: string): LineDraft => ({
  key: ++serial,
  item: 'SALARY',
  label: '',
  clauseNo,
  amountRule: 'MONTHLY',
  yen: null,
  daySource: '',
  shareRule: 'FIXED',
  shares: {},
  remainderPartyId: '',
});

/** The rows of the version before, to start from. */
export const draftOf = (matrix: MatrixRow): LineDraft[] =>
  matrix.lines.map((line) => ({
    ...line,
    key: ++serial,
    clauseNo: String(line.clauseNo),
    daySource: line.daySource ?? '',
    shares: Object.fromEntries(line.shares.map(({ partyId, weight }) => [partyId, weight])),
    remainderPartyId: line.shares.length > 1 ? line.remainderPartyId : '',
  }));

type LineInput = VariablesOf<typeof SetCostMatrixDocument>['input']['lines'][number];

export const takesYen = ({ amountRule }: LineDraft): boolean =>
  amountRule === 'MONTHLY' || amountRule === 'YEARLY' || amountRule === 'PER_DAY';

export const takesDays = ({ amountRule, shareRule }: LineDraft): boolean =>
  amountRule === 'PER_DAY' || (shareRule === 'BY_DAYS' && amountRule !== 'ATTENDANCE_TRAVEL');

export const inputOf = (line: LineDraft): LineInput => ({
  item: line.item,
  label: line.label,
  clauseNo: Number(line.clauseNo) || 0,
  amountRule: line.amountRule,
  yen: takesYen(line) ? line.yen : null,
  daySource: takesDays(line) && line.daySource !== '' ? line.daySource : null,
  shareRule: line.shareRule,
  shares: Object.entries(line.shares).flatMap(([partyId, share]) =>
    share === null || share === 0 ? [] : [{ partyId, share }],
  ),
  remainderPartyId: line.remainderPartyId || null,
});
