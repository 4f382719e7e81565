import { useTranslation } from 'react-i18next';
import { datesBetween, shortDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { Actions, Button } from '../../ui/Button';
import { CheckBox } from '../../ui/fields';
import {
  type ClaimDraft,
  type LegDraft,
  MEALS,
  MODES,
  newKey,
  type NightDraft,
  paysFare,
  RECEIPTS,
  type ReceiptDraft,
} from './journey-draft';
import { PlainNumber, PlainSelect, PlainText } from './Plain';
import { REGIONS } from './regions';

interface Props {
  readonly draft: ClaimDraft;
  readonly onChange: (change: Partial<ClaimDraft>) => void;
}

/** In the list, one row stands in the place of the one with its key. */
const put = <Row extends { readonly key: string }>(rows: readonly Row[], row: Row): readonly Row[] =>
  rows.map((one) => (one.key === row.key ? row : one));
const drop = <Row extends { readonly key: string }>(rows: readonly Row[], { key }: Row): readonly Row[] =>
  rows.filter((one) => one.key !== key);

function useDates({ fromOn, toOn }: ClaimDraft) {
  const days = fromOn <= toOn ? datesBetween(fromOn, toOn) : [fromOn];
  return days.slice(0, 31).map((date) => ({ value: date, label: shortDate(date) }));
}

const CARD = 'flex flex-col gap-3 rounded-8 border border-solid-gray-300 p-3';

export function LegFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const dates = useDates(draft);
  const last = draft.legs.at(-1);
  const set = (leg: LegDraft) => onChange({ legs: put(draft.legs, leg) });
  const asFirst = () => {
    const [first] = draft.legs;
    if (!first) return;
    const { mode, fareYen } = first;
    onChange({ legs: draft.legs.map((leg) => ({ ...leg, mode, fareYen: paysFare(mode) ? fareYen : null })) });
  };
  const add = () =>
    onChange({
      legs: [
        ...draft.legs,
        {
          key: newKey(),
          onDate: last?.onDate ?? draft.fromOn,
          fromName: last?.toName ?? '',
          toName: '',
          mode: last?.mode ?? 'TRAIN',
          meters: null,
          fareYen: null,
          minutes: null,
        },
      ],
    });
  const withReceipt = ({ mode, onDate, fareYen }: LegDraft) => {
    if (!paysFare(mode) || !fareYen) return;
    onChange({
      receipts: [...draft.receipts, { key: newKey(), kind: mode, onDate, yen: fareYen, note: null }],
    });
  };
  return (
    <div className="flex flex-col gap-3">
      {draft.legs.map((leg, i) => (
        <fieldset key={leg.key} className={CARD}>
          <legend className="text-std-16B-170">
            {t('travelClaims.legTitle', {
              no: i + 1,
              date: shortDate(leg.onDate),
              from: leg.fromName,
              to: leg.toName,
            })}
          </legend>
          <div className="grid grid-cols-2 gap-3">
            <PlainSelect
              label={t('travelClaims.mode')}
              value={leg.mode}
              onChange={(chosen) => set({ ...leg, mode: MODES.find((one) => one === chosen) ?? 'CAR' })}
              options={MODES.map((one) => ({ value: one, label: t(`travelClaims.modes.${one}`) }))}
            />
            {leg.mode === 'CAR' && (
              <PlainNumber
                label={t('travelClaims.km')}
                step={0.1}
                value={leg.meters === null ? null : leg.meters / 1_000}
                onChange={(km) => set({ ...leg, meters: km === null ? null : Math.round(km * 1_000) })}
              />
            )}
            {paysFare(leg.mode) && (
              <PlainNumber
                label={t('travelClaims.fare')}
                value={leg.fareYen}
                onChange={(fareYen) => set({ ...leg, fareYen })}
              />
            )}
          </div>
          <Actions short>
            {paysFare(leg.mode) && !!leg.fareYen && (
              <Button size="small" onClick={() => withReceipt(leg)}>
                {t('travelClaims.receiptOfLeg')}
              </Button>
            )}
            {i === 0 && draft.legs.length > 1 && (
              <Button size="small" onClick={asFirst}>
                {t('travelClaims.asFirst')}
              </Button>
            )}
          </Actions>
          <details>
            <summary className="cursor-pointer text-dns-14N-130">{t('travelClaims.legMore')}</summary>
            <div className="mt-3 grid gap-3 sm:grid-cols-3">
              <PlainSelect
                label={t('travelClaims.date')}
                value={leg.onDate}
                onChange={(onDate) => set({ ...leg, onDate })}
                options={dates}
              />
              <PlainText
                label={t('travelClaims.from')}
                value={leg.fromName}
                onChange={(fromName) => set({ ...leg, fromName })}
              />
              <PlainText
                label={t('travelClaims.to')}
                value={leg.toName}
                onChange={(toName) => set({ ...leg, toName })}
              />
            </div>
            <div className="mt-3">
              <Button size="small" onClick={() => onChange({ legs: drop(draft.legs, leg) })}>
                {t('travelClaims.dropLeg', { no: i + 1 })}
              </Button>
            </div>
          </details>
        </fieldset>
      ))}
      <div>
        <Button size="small" onClick={add}>
          {t('travelClaims.addLeg')}
        </Button>
      </div>
    </div>
  );
}

export function NightFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const dates = useDates(draft).slice(0, -1);
  const [first] = draft.nights;
  const free = dates.find(({ value }) => !draft.nights.some(({ onDate }) => onDate === value));
  const set = (night: NightDraft) => onChange({ nights: put(draft.nights, night) });
  const add = () =>
    onChange({
      nights: [
        ...draft.nights,
        {
          key: newKey(),
          onDate: free?.value ?? draft.fromOn,
          placeName: '',
          regionId: first?.regionId ?? '13',
          paid: true,
          meals: 'NONE',
          beyondReason: null,
        },
      ],
    });
  return (
    <div className="flex flex-col gap-3">
      {draft.nights.length === 0 && (
        <p>{t(dates.length > 0 ? 'travelClaims.nightsNone' : 'travelClaims.nightsDayTrip')}</p>
      )}
      {draft.nights.map((night, i) => (
        <fieldset key={night.key} className={CARD}>
          <legend className="text-std-16B-170">
            {t('travelClaims.nightTitle', { date: shortDate(night.onDate), place: night.placeName })}
          </legend>
          <CheckBox
            name={`paid${i}`}
            label={t('travelClaims.paidNight')}
            checked={night.paid}
            onChange={(paid) => set({ ...night, paid })}
          />
          <div className="grid grid-cols-2 gap-3">
            <PlainSelect
              label={t('travelClaims.meals')}
              value={night.meals}
              onChange={(chosen) => set({ ...night, meals: MEALS.find((one) => one === chosen) ?? 'NONE' })}
              options={MEALS.map((one) => ({ value: one, label: t(`travelClaims.mealKinds.${one}`) }))}
            />
            <PlainSelect
              label={t('travelClaims.region')}
              value={night.regionId}
              onChange={(regionId) => set({ ...night, regionId })}
              options={REGIONS.map((one) => ({ value: one.id, label: nameOf(one) }))}
            />
          </div>
          <details>
            <summary className="cursor-pointer text-dns-14N-130">{t('travelClaims.nightMore')}</summary>
            <div className="mt-3 grid gap-3 sm:grid-cols-2">
              <PlainSelect
                label={t('travelClaims.date')}
                value={night.onDate}
                onChange={(onDate) => set({ ...night, onDate })}
                options={dates}
              />
              <PlainText
                label={t('travelClaims.place')}
                value={night.placeName}
                onChange={(placeName) => set({ ...night, placeName })}
              />
              <PlainText
                label={t('travelClaims.beyond')}
                value={night.beyondReason ?? ''}
                onChange={(words) => set({ ...night, beyondReason: words === '' ? null : words })}
              />
            </div>
            <div className="mt-3">
              <Button size="small" onClick={() => onChange({ nights: drop(draft.nights, night) })}>
                {t('travelClaims.dropNight', { date: shortDate(night.onDate) })}
              </Button>
            </div>
          </details>
        </fieldset>
      ))}
      {free && (
        <div>
          <Button size="small" onClick={add}>
            {t('travelClaims.addNight')}
          </Button>
        </div>
      )}
    </div>
  );
}

export function ReceiptFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const dates = useDates(draft);
  const set = (receipt: ReceiptDraft) => onChange({ receipts: put(draft.receipts, receipt) });
  const paidNight = draft.nights.find(
    ({ paid, onDate }) =>
      paid && !draft.receipts.some((one) => one.kind === 'LODGING' && one.onDate === onDate),
  );
  const add = () =>
    onChange({
      receipts: [
        ...draft.receipts,
        {
          key: newKey(),
          kind: paidNight ? 'LODGING' : 'TRAIN',
          onDate: paidNight?.onDate ?? draft.fromOn,
          yen: null,
          note: null,
        },
      ],
    });
  return (
    <div className="flex flex-col gap-3">
      {draft.receipts.map((receipt, i) => (
        <fieldset key={receipt.key} className={CARD}>
          <legend className="text-std-16B-170">{t('travelClaims.receiptTitle', { no: i + 1 })}</legend>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            <PlainSelect
              label={t('travelClaims.kind')}
              value={receipt.kind}
              onChange={(chosen) =>
                set({ ...receipt, kind: RECEIPTS.find((one) => one === chosen) ?? 'OTHER' })
              }
              options={RECEIPTS.map((one) => ({ value: one, label: t(`travelClaims.lineKinds.${one}`) }))}
            />
            <PlainNumber
              label={t('travelClaims.yen')}
              value={receipt.yen}
              onChange={(yen) => set({ ...receipt, yen })}
            />
            <PlainSelect
              label={t('travelClaims.date')}
              value={receipt.onDate}
              onChange={(onDate) => set({ ...receipt, onDate })}
              options={dates}
            />
            <PlainText
              label={t('travelClaims.remark')}
              value={receipt.note ?? ''}
              onChange={(note) => set({ ...receipt, note: note === '' ? null : note })}
            />
          </div>
          <div>
            <Button size="small" onClick={() => onChange({ receipts: drop(draft.receipts, receipt) })}>
              {t('travelClaims.dropReceipt', { no: i + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button size="small" onClick={add}>
          {t('travelClaims.addReceipt')}
        </Button>
      </div>
    </div>
  );
}
