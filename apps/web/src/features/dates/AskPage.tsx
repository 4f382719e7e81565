import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { FieldGroup } from '../../ui/Field';
import { CheckBox, SelectField, TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import {
  AskDatesDocument,
  OfferDatesDocument,
  type OfferableSlot,
  RequestToAskDocument,
  SlotsToOfferDocument,
} from './dates.documents';
import { SlotLine, SlotWhy, useHalfWords } from './InquiryWords';

const MOST_SLOTS = 3;
/** Half-days that are proposed to be marked. */
const PROPOSED_HALVES = 6;
const SHOWN_AT_FIRST = 12;
const DAYS = [2, 3, 5, 7, 10] as const;
const USUAL_DAYS = 5;

/** The hub asks a town for the date of its next visit: three slots are proposed already. */
export function AskPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [days, setDays] = useState<number>(USUAL_DAYS);
  const request = useLoad(RequestToAskDocument, { id });
  const load = useLoad(SlotsToOfferDocument, { id, workingDays: days });
  return (
    <Page title={t('dates.ask')} back={{ to: `/requests/${id}`, label: t('requests.title') }} narrow>
      <Loaded of={request}>
        {({ supportRequest: { title, number, municipality } }) => (
          <p>
            {nameOf(municipality)} {number} <AsWritten>{title}</AsWritten>
          </p>
        )}
      </Loaded>
      <Loaded of={load}>
        {({ slotsToOffer: { dueOn, slots, proposed } }) =>
          slots.length === 0 ? (
            <Empty>{t('dates.noSlot')}</Empty>
          ) : (
            <AskForm
              // Another deadline, other slots.
              key={`${dueOn} ${slots[0]?.key}`}
              requestId={id}
              days={days}
              setDays={setDays}
              dueOn={dueOn}
              slots={slots}
              proposed={proposed}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

interface Props {
  readonly requestId: string;
  readonly days: number;
  readonly setDays: (days: number) => void;
  readonly dueOn: string;
  readonly slots: readonly OfferableSlot[];
  readonly proposed: readonly string[];
}

const halfOf = ({ startsAt }: OfferableSlot) => {
  const { date, time } = tokyo(startsAt);
  return { date, half: time < '13' ? ('AM' as const) : ('PM' as const) };
};
type HalfDay = ReturnType<typeof halfOf>;
const keyOf = ({ date, half }: HalfDay): string => `${date} ${half}`;

function AskForm({ requestId, days, setDays, dueOn, slots, proposed }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const [way, setWay] = useState<'CHOICE' | 'GRID'>('CHOICE');
  const [keys, setKeys] = useState<readonly string[]>(proposed);
  const halves = [...new Map(slots.map((slot) => [keyOf(halfOf(slot)), halfOf(slot)])).values()];
  const [marked, setMarked] = useState<readonly string[]>(halves.slice(0, PROPOSED_HALVES).map(keyOf));
  const [townMayAdd, setTownMayAdd] = useState(true);
  const [message, setMessage] = useState('');
  const offer = useAction(OfferDatesDocument, 'DateInquiry Visit');
  const ask = useAction(AskDatesDocument, 'DateInquiry');

  const send = async () => {
    const common = { supportRequestId: requestId, workingDays: days, message: message || null };
    const id =
      way === 'CHOICE'
        ? (await offer.run({ input: { ...common, slotKeys: [...keys] } }))?.offerDates.id
        : (
            await ask.run({
              input: { ...common, townMayAdd, halves: halves.filter((half) => marked.includes(keyOf(half))) },
            })
          )?.askDates.id;
    if (id) done(t('dates.done.asked'), `/dates/${id}`);
  };
  return (
    <Form
      labels={{
        way: t('dates.way'),
        slotKeys: t('dates.slots'),
        halves: t('dates.halves'),
        workingDays: t('dates.workingDays'),
        message: t('dates.message'),
      }}
      refusal={offer.refusal ?? ask.refusal}
      onSubmit={() => void send()}
    >
      <Choice
        name="way"
        required
        value={way}
        onChange={(chosen) => setWay(chosen === 'GRID' ? 'GRID' : 'CHOICE')}
        options={[
          { value: 'CHOICE', label: t('dates.wayOf.CHOICE'), hint: t('dates.wayHint.CHOICE') },
          { value: 'GRID', label: t('dates.wayOf.GRID'), hint: t('dates.wayHint.GRID') },
        ]}
      />
      <SelectField
        name="workingDays"
        required
        hint={t('dates.workingDaysHint', { date: longDate(dueOn) })}
        value={String(days)}
        onChange={(chosen) => setDays(Number(chosen))}
        options={DAYS.map((n) => ({ value: String(n), label: t('dates.daysToAnswer', { count: n }) }))}
      />
      {way === 'CHOICE' ? (
        <SlotBoxes slots={slots} proposed={proposed} chosen={keys} onChange={setKeys} />
      ) : (
        <HalfBoxes halves={halves} chosen={marked} onChange={setMarked}>
          <CheckBox
            name="townMayAdd"
            label={t('dates.townMayAdd')}
            checked={townMayAdd}
            onChange={setTownMayAdd}
          />
        </HalfBoxes>
      )}
      <TextAreaField name="message" rows={3} value={message} onChange={setMessage} max={400} />
      <div>
        <Button type="submit" look="primary" busy={offer.busy || ask.busy}>
          {t('dates.send')}
        </Button>
      </div>
    </Form>
  );
}

const toggled = (all: readonly string[], key: string): readonly string[] =>
  all.includes(key) ? all.filter((one) => one !== key) : [...all, key];

/** The proposed ones first, then what else could be offered. */
function SlotBoxes({
  slots,
  proposed,
  chosen,
  onChange,
}: Pick<Props, 'slots' | 'proposed'> & {
  readonly chosen: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const first = slots.filter(({ key }) => proposed.includes(key));
  const others = slots.filter(({ key }) => !proposed.includes(key));
  const shown = [...first, ...(all ? others : others.slice(0, SHOWN_AT_FIRST - first.length))];
  return (
    <FieldGroup name="slotKeys" required hint={t('dates.slotsHint')}>
      {shown.map((slot) => (
        <CheckBox
          key={slot.key}
          name={slot.key}
          label={<SlotLine slot={slot} />}
          hint={<SlotWhy slot={slot} />}
          checked={chosen.includes(slot.key)}
          onChange={() => onChange(toggled(chosen, slot.key))}
        />
      ))}
      <p role="status">{t('dates.chosen', { count: chosen.length, max: MOST_SLOTS })}</p>
      {!all && others.length > SHOWN_AT_FIRST - first.length && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {t('dates.showAll', { count: slots.length })}
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}

function HalfBoxes({
  halves,
  chosen,
  onChange,
  children,
}: {
  readonly halves: readonly HalfDay[];
  readonly chosen: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
  readonly children: React.ReactNode;
}) {
  const { t } = useTranslation();
  const wordsOf = useHalfWords();
  const byDay = [...halves].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  return (
    <FieldGroup name="halves" required hint={t('dates.halvesHint')}>
      <div className="grid gap-1 sm:grid-cols-2">
        {byDay.map((half) => (
          <CheckBox
            key={keyOf(half)}
            name={keyOf(half)}
            label={wordsOf(half)}
            checked={chosen.includes(keyOf(half))}
            onChange={() => onChange(toggled(chosen, keyOf(half)))}
          />
        ))}
      </div>
      {children}
    </FieldGroup>
  );
}
