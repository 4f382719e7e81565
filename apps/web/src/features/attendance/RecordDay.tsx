import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { addDays, longDate } from '../../i18n/dates';
import { useSession } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { DateField, NumberField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { RecordDayDocument, type SheetRow } from './attendance.documents';

const PARTS = ['2', '1'] as const;

interface Props {
  readonly sheet: SheetRow;
  readonly onDone?: () => void;
}

/** A day in few taps: today stands there already. The reason is asked for when the month is full. */
export function RecordDay({ sheet, onDone }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const last = sheet.endsOn < today ? sheet.endsOn : today;
  const [workedOn, setWorkedOn] = useState(last);
  const [part, setPart] = useState<(typeof PARTS)[number]>('2');
  const [travelYen, setTravelYen] = useState<number | null>(0);
  const [note, setNote] = useState('');
  const [beyondReason, setBeyondReason] = useState('');
  const { run, busy, refusal } = useAction(RecordDayDocument, 'AttendanceSheet AttendanceDay');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const isFull =
    !sheet.isCap && sheet.agreedDays !== null && sheet.usedDays + Number(part) / 2 > sheet.agreedDays;
  // The server knows other months too.
  const asksWhy = isFull || (refusal?.faults.some(({ path }) => path === 'beyondReason') ?? false);

  const record = async () => {
    const empty = [...(workedOn === '' ? ['workedOn'] : []), ...(travelYen === null ? ['travelYen'] : [])];
    setMissing(emptyFields(empty));
    if (empty.length > 0) return;
    const input = {
      placementId: sheet.placementId,
      workedOn,
      halfDays: Number(part),
      travelYen: travelYen ?? 0,
      note: note.trim() || null,
      beyondReason: beyondReason.trim() || null,
    };
    const recorded = (await run({ input }))?.recordAttendance;
    if (!recorded) return;
    const { usedDays: used, warning } = recorded;
    const date = longDate(recorded.day.workedOn);
    setNote('');
    setBeyondReason('');
    onDone?.();
    if (warning) done(t('attendance.recordedBeyond', { date, used, agreed: warning.agreedDays }));
    else done(t('attendance.recorded', { date, used }));
  };

  return (
    <Form
      labels={{
        workedOn: t('attendance.date'),
        halfDays: t('attendance.part'),
        travelYen: t('attendance.travel'),
        note: t('attendance.remark'),
        beyondReason: t('attendance.reason'),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void record()}
      label={t('attendance.record')}
    >
      <div className="flex flex-col gap-3">
        <DateField
          name="workedOn"
          required
          min={sheet.startsOn}
          max={last}
          value={workedOn}
          onChange={setWorkedOn}
        />
        <Actions short>
          <Button size="small" onClick={() => setWorkedOn(today)}>
            {t('attendance.today')}
          </Button>
          <Button size="small" onClick={() => setWorkedOn(addDays(today, -1))}>
            {t('attendance.yesterday')}
          </Button>
        </Actions>
      </div>
      <Choice
        name="halfDays"
        layout="row"
        required
        value={part}
        onChange={(chosen) => setPart(PARTS.find((one) => one === chosen) ?? '2')}
        options={PARTS.map((one) => ({ value: one, label: t(`attendance.parts.${one}`) }))}
      />
      <NumberField
        name="travelYen"
        required
        min={0}
        hint={t('attendance.travelHint')}
        value={travelYen}
        onChange={setTravelYen}
      />
      {asksWhy && (
        <TextField
          name="beyondReason"
          required
          hint={t('attendance.reasonHint')}
          value={beyondReason}
          onChange={setBeyondReason}
        />
      )}
      <TextField name="note" value={note} onChange={setNote} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('attendance.record')}
        </Button>
      </div>
    </Form>
  );
}
