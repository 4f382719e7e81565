import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { addDays, shortDate, shortInstant, timeRange, tokyo } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { DateField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import {
  CompanionCalendarDocument,
  NoteBusyDocument,
  type OwnCalendar,
  RemoveBusyDocument,
} from './companions.documents';
import { CompanionPattern } from './CompanionPattern';
import { CompanionStatusText } from './VisitCompanions';

const SHOWN_DAYS = 90;

/** Somebody of the hub as a companion: the visits they come along to, and what else they have to do. */
export function CompanionCalendarPage({ tabs }: { readonly tabs?: ReactNode }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const worksDaily = useDailyWork();
  const load = useLoad(
    CompanionCalendarDocument,
    { from: today, to: addDays(today, SHOWN_DAYS) },
    { about: ['Companion', 'CompanionBusy', 'CompanionCalendar', 'Visit'] },
  );
  return (
    <Page title={t('companions.own')} lead={<p>{t('companions.ownLead')}</p>}>
      {tabs}
      <Loaded of={load}>
        {({ companionCalendar: calendar }) => (
          <>
            <Section title={t('companions.along')} id="along">
              <Along calendar={calendar} />
            </Section>
            <Section title={t('companions.busyTitle')} id="busy">
              <Busy calendar={calendar} />
              {worksDaily && <NoteBusy />}
            </Section>
            {worksDaily && (
              <Section title={t('companions.pattern')} id="pattern">
                <CompanionPattern key={String(calendar.weekly)} weekly={calendar.weekly} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Along({ calendar: { companions } }: { readonly calendar: OwnCalendar }) {
  const { t } = useTranslation();
  const rows = companions.flatMap(({ visit, ...one }) => (visit ? [{ ...one, visit }] : []));
  if (rows.length === 0) return <Empty>{t('companions.alongEmpty')}</Empty>;
  return (
    <Table
      caption={t('companions.along')}
      rows={rows}
      keyOf={({ id }) => id}
      cards
      columns={[
        {
          key: 'when',
          title: t('schedule.field.date'),
          heads: true,
          cell: ({ visit }) => (
            <Link to={`/visits/${visit.id}`} className="link">
              {shortDate(tokyo(visit.startsAt).date)} {timeRange(visit.startsAt, visit.endsAt)}
            </Link>
          ),
        },
        { key: 'town', title: t('schedule.field.town'), cell: ({ visit }) => nameOf(visit.municipality) },
        {
          key: 'who',
          title: t('schedule.field.specialist'),
          cell: ({ visit }) => (visit.specialist ? nameOf(visit.specialist) : t('ui.none')),
        },
        {
          key: 'visit',
          title: t('schedule.visit'),
          cell: ({ visit }) => t(`schedule.status.${visit.status}`),
        },
        {
          key: 'status',
          title: t('schedule.field.status'),
          cell: ({ status }) => <CompanionStatusText status={status} />,
        },
      ]}
    />
  );
}

function Busy({ calendar: { busy } }: { readonly calendar: OwnCalendar }) {
  const { t } = useTranslation();
  const done = useDone();
  const worksDaily = useDailyWork();
  const removal = useAction(RemoveBusyDocument, 'CompanionBusy CompanionCalendar');
  const remove = async (id: string) => {
    if (await removal.run({ id })) done(t('companions.done.busyRemoved'));
  };
  if (busy.length === 0) return <p>{t('companions.busyEmpty')}</p>;
  return (
    <>
      <ErrorSummary refusal={removal.refusal} />
      <Table
        caption={t('companions.busyTitle')}
        rows={busy}
        keyOf={({ id }) => id}
        cards
        columns={[
          {
            key: 'what',
            title: t('companions.what'),
            heads: true,
            cell: ({ title }) => <AsWritten>{title}</AsWritten>,
          },
          { key: 'from', title: t('companions.from'), cell: ({ startsAt }) => shortInstant(startsAt) },
          { key: 'to', title: t('companions.to'), cell: ({ endsAt }) => shortInstant(endsAt) },
          {
            key: 'remove',
            title: t('companions.remove'),
            control: true,
            cell: ({ id, title }) =>
              worksDaily && (
                <Button
                  size="small"
                  busy={removal.busy}
                  aria-label={t('companions.removeOne', { name: title })}
                  onClick={() => void remove(id)}
                >
                  {t('companions.remove')}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}

const PARTS = { DAY: ['08:30', '17:15'], AM: ['08:30', '12:00'], PM: ['13:00', '17:15'] } as const;
type Part = keyof typeof PARTS | 'HOURS';
const ORDER = ['DAY', 'AM', 'PM', 'HOURS'] as const satisfies readonly Part[];

/** A half-day, a day or some days, or hours of one day. */
function NoteBusy() {
  const { t } = useTranslation();
  const done = useDone();
  const { today } = useSession();
  const empty = { title: '', from: today, to: '', part: 'DAY' as Part, start: '09:00', end: '12:00' };
  const [note, setNote] = useState(empty);
  const change = (values: Partial<typeof empty>) => setNote({ ...note, ...values });
  const { run, busy, refusal } = useAction(NoteBusyDocument, 'Companion CompanionBusy CompanionCalendar');
  const save = async () => {
    const [start, end] = note.part === 'HOURS' ? [note.start, note.end] : PARTS[note.part];
    const last = note.part === 'DAY' && note.to ? note.to : note.from;
    const at = (date: string, time: string): string =>
      new Date(`${date}T${time || '00:00'}:00+09:00`).toISOString();
    if (!note.from) return;
    const input = { title: note.title, startsAt: at(note.from, start), endsAt: at(last, end) };
    const noted = await run({ input });
    if (!noted) return;
    setNote(empty);
    const hit = noted.noteCompanionBusy.visitsHit;
    done(hit > 0 ? t('companions.done.busyHit', { count: hit }) : t('companions.done.busy'));
  };
  return (
    <Form
      label={t('companions.noteBusy')}
      labels={{
        title: t('companions.what'),
        part: t('companions.howLong'),
        startsAt: t('companions.from'),
        endsAt: t('companions.lastDay'),
        start: t('companions.from'),
        end: t('companions.to'),
      }}
      refusal={refusal}
      onSubmit={() => void save()}
    >
      <TextField
        name="title"
        required
        hint={t('companions.whatHint')}
        value={note.title}
        onChange={(title) => change({ title })}
        maxLength={80}
      />
      <Choice
        name="part"
        layout="row"
        required
        value={note.part}
        onChange={(part) => change({ part: ORDER.find((one) => one === part) ?? 'DAY' })}
        options={ORDER.map((part) => ({ value: part, label: t(`companions.part.${part}`) }))}
      />
      <DateField
        name="startsAt"
        required
        min={today}
        value={note.from}
        onChange={(from) => change({ from })}
      />
      {note.part === 'DAY' && (
        <DateField name="endsAt" min={note.from} value={note.to} onChange={(to) => change({ to })} />
      )}
      {note.part === 'HOURS' && (
        <div className="flex flex-wrap gap-4">
          <TextField
            name="start"
            type="time"
            required
            value={note.start}
            onChange={(start) => change({ start })}
          />
          <TextField name="end" type="time" required value={note.end} onChange={(end) => change({ end })} />
        </div>
      )}
      <div>
        <Button type="submit" busy={busy}>
          {t('companions.noteBusy')}
        </Button>
      </div>
    </Form>
  );
}
