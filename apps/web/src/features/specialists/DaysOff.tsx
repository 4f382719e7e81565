import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { addDays, longDate, shortDate } from '../../i18n/dates';
import { useSession, useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { DateField, TextField } from '../../ui/fields';
import { ExportMenu } from '../../ui/ExportMenu';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import {
  AddDayOffDocument,
  type DayOffRow,
  DaysOffDocument,
  RemoveDayOffDocument,
} from './specialists.documents';

/** As far as anybody plans. */
const HORIZON_DAYS = 365;

interface Props {
  readonly specialistId: string;
  readonly mayChange: boolean;
}

/** For a specialist: the own days off. */
export function MyAvailabilityPage() {
  const { t } = useTranslation();
  const { specialistId } = useViewer();
  return (
    <Page title={t('specialists.availabilityTitle')} narrow lead={<p>{t('specialists.availabilityLead')}</p>}>
      {specialistId && <DaysOff specialistId={specialistId} mayChange />}
    </Page>
  );
}

export function DaysOff({ specialistId, mayChange }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const filter = { specialistId, from: today, to: addDays(today, HORIZON_DAYS) };
  const load = useLoad(DaysOffDocument, filter, { about: ['DayOff'] });
  return (
    <div className="flex flex-col gap-10">
      {mayChange && <NewDayOff specialistId={specialistId} />}
      <Section title={t('specialists.daysOffCaption')} id="days-off-list">
        <Loaded of={load}>
          {({ daysOff }) =>
            daysOff.length === 0 ? (
              <Empty>{t('specialists.daysOffEmpty')}</Empty>
            ) : (
              <>
                <DaysOffTable rows={daysOff} mayChange={mayChange} />
                <ExportMenu list="DAYS_OFF" filter={filter} />
              </>
            )
          }
        </Loaded>
      </Section>
    </div>
  );
}

const PARTS = ['DAY', 'AM', 'PM'] as const;

function NewDayOff({ specialistId }: Pick<Props, 'specialistId'>) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const [date, setDate] = useState('');
  const [part, setPart] = useState<(typeof PARTS)[number]>('DAY');
  const [reason, setReason] = useState('');
  const { run, busy, refusal } = useAction(AddDayOffDocument);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const labels = {
    date: t('specialists.date'),
    part: t('specialists.part'),
    reason: t('specialists.reason'),
  };
  const add = async () => {
    setMissing(emptyFields(date === '' ? ['date'] : []));
    if (date === '') return;
    if (!(await run({ input: { specialistId, date, part, reason: reason.trim() || null } }))) return;
    setDate('');
    setReason('');
    done(t('specialists.added', { date: longDate(date), part: t(`ui.half.${part}`) }));
  };
  return (
    <Form
      labels={labels}
      refusal={missing ?? refusal}
      onSubmit={() => void add()}
      label={t('specialists.add')}
    >
      <DateField name="date" required min={today} value={date} onChange={setDate} />
      <Choice
        name="part"
        layout="row"
        required
        value={part}
        onChange={(chosen) => setPart(PARTS.find((one) => one === chosen) ?? 'DAY')}
        options={PARTS.map((one) => ({ value: one, label: t(`ui.half.${one}`) }))}
      />
      <TextField name="reason" hint={t('specialists.reasonHint')} value={reason} onChange={setReason} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('specialists.add')}
        </Button>
      </div>
    </Form>
  );
}

function DaysOffTable({
  rows,
  mayChange,
}: {
  readonly rows: readonly DayOffRow[];
  readonly mayChange: boolean;
}) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(RemoveDayOffDocument);
  const remove = async (row: DayOffRow) => {
    if (await run({ id: row.id })) done(t('specialists.removed', { date: longDate(row.date) }));
  };
  return (
    <>
      <ErrorSummary refusal={refusal} />
      <Table
        caption={t('specialists.daysOffCaption')}
        rows={rows}
        keyOf={(row) => row.id}
        columns={[
          {
            key: 'date',
            title: t('specialists.date'),
            heads: true,
            nowrap: true,
            cell: ({ date }) => shortDate(date),
          },
          {
            key: 'part',
            title: t('specialists.part'),
            nowrap: true,
            cell: ({ part }) => t(`ui.half.${part}`),
          },
          {
            key: 'reason',
            title: t('specialists.reason'),
            cell: ({ reason }) => (reason === null ? t('ui.none') : <AsWritten>{reason}</AsWritten>),
          },
          ...(mayChange
            ? [
                {
                  key: 'remove',
                  title: t('specialists.remove'),
                  nowrap: true,
                  cell: (row: DayOffRow) => (
                    <Button
                      size="small"
                      busy={busy}
                      aria-label={t('specialists.removeOne', {
                        date: shortDate(row.date),
                        part: t(`ui.half.${row.part}`),
                      })}
                      onClick={() => void remove(row)}
                    >
                      {t('specialists.remove')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
