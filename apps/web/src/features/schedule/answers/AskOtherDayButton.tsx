import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../../gql/refusal';
import { useAction } from '../../../gql/use-action';
import { useLoad } from '../../../gql/use-load';
import { addDays, longDate, shortDate, tokyo } from '../../../i18n/dates';
import { useSession } from '../../../session';
import { Button } from '../../../ui/Button';
import { Dialog, DialogFoot } from '../../../ui/Dialog';
import { DialogActions } from '../../../ui/DialogActions';
import { useDone } from '../../../ui/Done';
import { FieldGroup } from '../../../ui/Field';
import { CheckBox, DateField, SelectField, TextAreaField } from '../../../ui/fields';
import { Form } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import type { VisitRow } from '../visits.documents';
import { AskDocument, type OpenSlot, OpenSlotsDocument } from './answers.documents';
import { SlotEffects } from './SlotEffects';

type Half = 'AM' | 'PM';
interface HalfDay {
  readonly date: string;
  readonly half: Half;
}

const MOST = 6;
const FIRST = 10;
/** As far ahead as the server takes it. */
const LAST_DAY = 120;

const keyOf = ({ date, half }: HalfDay): string => `${date} ${half}`;
const halfOf = ({ slot }: OpenSlot): HalfDay => {
  const { date, time } = tokyo(slot.startsAt);
  return { date, half: time < '12:00' ? 'AM' : 'PM' };
};

/** A town asks for another day: on which half-days it could receive somebody, and why. */
export function AskOtherDayButton({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('answers.ask.open')}</Button>
      <Dialog title={t('answers.ask.title')} open={open} onClose={() => setOpen(false)}>
        <Halves visit={visit} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface Props {
  readonly visit: VisitRow;
  readonly onClose: () => void;
}

function Halves({ visit, onClose }: Props) {
  const load = useLoad(OpenSlotsDocument, { visitId: visit.id });
  return (
    <Loaded of={load}>
      {({ visitOpenSlots }) => <HalvesForm visit={visit} open={visitOpenSlots} onClose={onClose} />}
    </Loaded>
  );
}

function HalvesForm({ visit, open, onClose }: Props & { readonly open: readonly OpenSlot[] }) {
  const { t } = useTranslation();
  const done = useDone();
  const [wished, setWished] = useState<readonly HalfDay[]>([]);
  const [all, setAll] = useState(false);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const { run, busy, refusal } = useAction(AskDocument);
  const isWished = (one: HalfDay) => wished.some((other) => keyOf(other) === keyOf(one));
  const toggle = (one: HalfDay) =>
    setWished(
      isWished(one)
        ? wished.filter((other) => keyOf(other) !== keyOf(one))
        : wished.length < MOST
          ? [...wished, one]
          : wished,
    );
  const known = new Set(open.map((slot) => keyOf(halfOf(slot))));
  const own = wished.filter((one) => !known.has(keyOf(one)));
  const ask = async () => {
    const fields = [wished.length === 0 && 'wished', note.trim() === '' && 'note'].filter(
      (field) => field !== false,
    );
    setMissing(emptyFields(fields));
    if (fields.length > 0) return;
    if (!(await run({ input: { visitId: visit.id, wished: [...wished], note } }))) return;
    onClose();
    done(t('answers.ask.done'));
  };
  return (
    <Form
      labels={{
        wished: t('answers.ask.halves'),
        date: t('answers.ask.ownDate'),
        half: t('answers.ask.ownHalf'),
        note: t('answers.ask.note'),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void ask()}
    >
      <p>{t('answers.ask.lead')}</p>
      <FieldGroup name="wished" required hint={t('answers.ask.halvesHint', { most: MOST })}>
        <ul className="grid gap-x-6 sm:grid-cols-2">
          {open.slice(0, all ? undefined : FIRST).map((slot) => {
            const one = halfOf(slot);
            return (
              <li key={keyOf(one)} className="py-2">
                <CheckBox
                  name={keyOf(one)}
                  label={`${shortDate(one.date)} ${t(`ui.half.${one.half}`)}`}
                  hint={<SlotEffects open={slot} />}
                  checked={isWished(one)}
                  onChange={() => toggle(one)}
                />
              </li>
            );
          })}
          {own.map((one) => (
            <li key={keyOf(one)} className="py-2">
              <CheckBox
                name={keyOf(one)}
                label={`${shortDate(one.date)} ${t(`ui.half.${one.half}`)}`}
                hint={t('answers.ask.ownHint')}
                checked
                onChange={() => toggle(one)}
              />
            </li>
          ))}
        </ul>
        {!all && open.length > FIRST && (
          <div>
            <Button look="quiet" onClick={() => setAll(true)}>
              {t('answers.ask.more', { count: open.length - FIRST })}
            </Button>
          </div>
        )}
        <OwnHalf onAdd={(one) => !isWished(one) && toggle(one)} />
      </FieldGroup>
      <TextAreaField
        name="note"
        required
        rows={2}
        hint={t('answers.ask.noteHint')}
        value={note}
        onChange={setNote}
      />
      <DialogFoot>
        <DialogActions
          confirm={
            wished.length > 0 ? t('answers.ask.send', { count: wished.length }) : t('answers.ask.sendNone')
          }
          busy={busy}
          onClose={onClose}
        />
      </DialogFoot>
    </Form>
  );
}

/** A day of one's own, on which the specialist may first have to make room. */
function OwnHalf({ onAdd }: { readonly onAdd: (one: HalfDay) => void }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const [date, setDate] = useState('');
  const [half, setHalf] = useState<Half>('AM');
  return (
    <details>
      <summary className="w-fit py-2 underline underline-offset-4">{t('answers.ask.own')}</summary>
      <div className="flex flex-wrap items-end gap-4 pt-2">
        <DateField
          name="date"
          needless
          min={addDays(today, 1)}
          max={addDays(today, LAST_DAY)}
          value={date}
          onChange={setDate}
        />
        <SelectField
          name="half"
          needless
          value={half}
          onChange={(value) => setHalf(value === 'PM' ? 'PM' : 'AM')}
          options={(['AM', 'PM'] as const).map((value) => ({ value, label: t(`ui.half.${value}`) }))}
        />
        <Button
          aria-label={date === '' ? t('answers.ask.add') : `${t('answers.ask.add')} ${longDate(date)}`}
          onClick={() => {
            if (date !== '') onAdd({ date, half });
          }}
        >
          {t('answers.ask.add')}
        </Button>
      </div>
    </details>
  );
}
