import type { ClaimInput, ClaimRecord, Journey } from './travel-claims.documents';

type LegRow = Journey['legs'][number];
type NightRow = Journey['nights'][number];
type ReceiptRow = Journey['receipts'][number];

export const MODES = [
  'CAR',
  'TRAIN',
  'BUS',
  'FERRY',
  'AIR',
  'TAXI',
  'WALK',
] as const satisfies LegRow['mode'][];
export const RECEIPTS = [
  'TRAIN',
  'BUS',
  'FERRY',
  'AIR',
  'TAXI',
  'LODGING',
  'TOLL',
  'PARKING',
  'OTHER',
] as const satisfies ReceiptRow['kind'][];
export const MEALS = ['NONE', 'ONE', 'BOTH'] as const satisfies NightRow['meals'][];

export type LegDraft = Omit<LegRow, 'id'> & { readonly key: string };
export type NightDraft = Omit<NightRow, 'id'> & { readonly key: string };
export type ReceiptDraft = Omit<ReceiptRow, 'id' | 'yen'> & {
  readonly key: string;
  readonly yen: number | null;
};

/** A claim as it stands in the form. */
export interface ClaimDraft {
  readonly fromOn: string;
  readonly toOn: string;
  readonly startsFrom: ClaimRecord['startsFrom'];
  readonly endsAt: ClaimRecord['endsAt'];
  readonly shareRule: ClaimRecord['shareRule'];
  readonly legs: readonly LegDraft[];
  readonly nights: readonly NightDraft[];
  readonly receipts: readonly ReceiptDraft[];
}

let serial = 0;
export const newKey = (): string => `new-${++serial}`;

const keyed = <Row extends { readonly id: string }>({ id: key, ...row }: Row) => ({ ...row, key });

export const draftOf = ({ journey, ...claim }: ClaimRecord): ClaimDraft => ({
  fromOn: claim.fromOn,
  toOn: claim.toOn,
  startsFrom: claim.startsFrom,
  endsAt: claim.endsAt,
  shareRule: claim.shareRule,
  legs: journey.legs.map(keyed),
  nights: journey.nights.map(keyed),
  receipts: journey.receipts.map(keyed),
});

const legOf = ({ onDate, fromName, toName, mode, meters, fareYen, minutes }: LegDraft) => ({
  onDate,
  fromName,
  toName,
  mode,
  meters,
  fareYen,
  minutes,
});
const nightOf = ({ onDate, placeName, regionId, paid, meals, beyondReason }: NightDraft) => ({
  onDate,
  placeName,
  regionId,
  paid,
  meals,
  beyondReason,
});
const receiptOf = ({ kind, onDate, yen, note }: ReceiptDraft) => ({ kind, onDate, yen: yen ?? 0, note });

/** Field by field: what a row brought along from the server is not sent back. */
export const inputOf = (id: string, version: number, draft: ClaimDraft): ClaimInput => ({
  ...draft,
  id,
  version,
  legs: draft.legs.map(legOf),
  nights: draft.nights.map(nightOf),
  receipts: draft.receipts.map(receiptOf),
});

export const paysFare = (mode: LegRow['mode']): mode is Exclude<LegRow['mode'], 'CAR' | 'WALK'> =>
  mode !== 'CAR' && mode !== 'WALK';
