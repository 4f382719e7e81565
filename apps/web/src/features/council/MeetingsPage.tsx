import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { fiscalYearName, fiscalYearOf, shortDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useSession, useViewer } from '../../session';
import { ConfirmDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { DateField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import {
  CancelMeetingDocument,
  type Meeting,
  MeetingsDocument,
  PlanMeetingDocument,
} from './council.documents';
import { RecordForm } from './RecordForm';
import { useYear } from './use-year';
import { YearChoice } from './YearChoice';

/** Meetings and joint trainings of a fiscal year. */
export function MeetingsPage() {
  const { t } = useTranslation();
  const { role } = useViewer();
  const { today } = useSession();
  const keeps = useDailyWork() && role === 'HUB_STAFF';
  const current = fiscalYearOf(today);
  const [fiscalYear, setFiscalYear] = useYear(current);
  const [planning, setPlanning] = useState(false);
  const load = useLoad(MeetingsDocument, { fiscalYear }, { about: ['CouncilMeeting'] });
  return (
    <Page
      title={t('council.meetings')}
      back={{ to: '/engagements', label: t('roles.nav.engagements') }}
      lead={<p>{t('council.meetingsLead')}</p>}
    >
      <YearChoice year={fiscalYear} current={current} onChange={setFiscalYear} />
      {keeps && (
        <div>
          <Button look="primary" onClick={() => setPlanning(true)}>
            {t('council.plan')}
          </Button>
        </div>
      )}
      <Loaded of={load}>
        {({ councilMeetings, trainingYear }) => (
          <>
            <Notice
              tone={trainingYear.isGap ? 'warning' : 'info'}
              title={t(trainingYear.isGap ? 'council.gap' : 'council.trainings', {
                year: fiscalYearName(fiscalYear),
                held: trainingYear.held,
                needed: trainingYear.needed,
              })}
            >
              <p>{t('council.trainingsText', { planned: trainingYear.planned })}</p>
            </Notice>
            <MeetingTable meetings={councilMeetings} keeps={keeps} />
          </>
        )}
      </Loaded>
      <Dialog open={planning} onClose={() => setPlanning(false)} title={t('council.plan')}>
        <PlanForm onDone={() => setPlanning(false)} />
      </Dialog>
    </Page>
  );
}

function MeetingTable({
  meetings,
  keeps,
}: {
  readonly meetings: readonly Meeting[];
  readonly keeps: boolean;
}) {
  const { t } = useTranslation();
  const done = useDone();
  const { today } = useSession();
  const [recording, setRecording] = useState<Meeting | null>(null);
  const [cancelling, setCancelling] = useState<Meeting | null>(null);
  const { run, busy, refusal, clear } = useAction(CancelMeetingDocument);
  const cancel = async () => {
    if (!cancelling || !(await run({ id: cancelling.id }))) return;
    setCancelling(null);
    done(t('council.cancelled', { title: cancelling.title }));
  };
  if (meetings.length === 0) return <Empty>{t('council.noMeetings')}</Empty>;
  const columns: Column<Meeting>[] = [
    { key: 'day', title: t('council.heldOn'), nowrap: true, cell: ({ heldOn }) => shortDate(heldOn) },
    { key: 'kind', title: t('council.kind'), nowrap: true, cell: ({ kind }) => t(`council.kinds.${kind}`) },
    {
      key: 'title',
      title: t('council.titleOf'),
      heads: true,
      cell: (meeting) => <WhatWasSaid meeting={meeting} />,
    },
    {
      key: 'came',
      title: t('council.came'),
      cell: ({ came }) =>
        came.length > 0 &&
        t('council.cameOf', {
          towns: came.length,
          people: came.reduce((sum, { people }) => sum + people, 0),
        }),
    },
    {
      key: 'status',
      title: t('council.status'),
      nowrap: true,
      cell: ({ status }) => t(`council.statuses.${status}`),
    },
    {
      key: 'do',
      title: t('council.do'),
      cell: (meeting) =>
        meeting.status === 'PLANNED' && (
          <Actions short>
            {meeting.heldOn <= today && (
              <Button
                size="small"
                aria-label={t('council.recordOf', { title: meeting.title })}
                onClick={() => setRecording(meeting)}
              >
                {t('council.record')}
              </Button>
            )}
            <Button
              size="small"
              aria-label={t('council.cancelOf', { title: meeting.title })}
              onClick={() => {
                clear();
                setCancelling(meeting);
              }}
            >
              {t('council.cancel')}
            </Button>
          </Actions>
        ),
    },
  ];
  return (
    <>
      <Table
        caption={t('council.meetings')}
        rows={meetings}
        keyOf={({ id }) => id}
        cards
        columns={keeps ? columns : columns.filter(({ key }) => key !== 'do')}
      />
      <Dialog
        open={recording !== null}
        onClose={() => setRecording(null)}
        title={recording ? t('council.recordOf', { title: recording.title }) : ''}
      >
        {recording && <RecordForm meeting={recording} onDone={() => setRecording(null)} />}
      </Dialog>
      <ConfirmDialog
        open={cancelling !== null}
        onClose={() => setCancelling(null)}
        title={cancelling ? t('council.cancelOf', { title: cancelling.title }) : ''}
        confirm={t('council.cancel')}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void cancel()}
      />
    </>
  );
}

/** The title, what was said, who came, and the cases that were shared. */
function WhatWasSaid({ meeting: { title, record, came, cases } }: { readonly meeting: Meeting }) {
  const { t } = useTranslation();
  return (
    <>
      <AsWritten>{title}</AsWritten>
      {(record || cases.length > 0) && (
        <details className="mt-1">
          <summary>{t('council.more')}</summary>
          {record && <AsWritten block>{record}</AsWritten>}
          <p>
            {came
              .map(({ municipality, people }) =>
                t('council.peopleOf', { town: municipality ? nameOf(municipality) : '', people }),
              )
              .join(t('ui.listMark'))}
          </p>
          {cases.map((one) => (
            <div key={one.id} className="mt-2 border-l-4 border-solid-gray-300 pl-3">
              <p className="font-700">
                {t('council.caseOf', {
                  town: one.municipality ? nameOf(one.municipality) : '',
                  title: one.title,
                })}
              </p>
              <AsWritten block>{one.body}</AsWritten>
            </div>
          ))}
        </details>
      )}
    </>
  );
}

const KINDS = ['COUNCIL', 'STEERING', 'WORKING_GROUP', 'JOINT_TRAINING'] as const;

function PlanForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('COUNCIL');
  const [title, setTitle] = useState('');
  const [heldOn, setHeldOn] = useState('');
  const { run, busy, refusal } = useAction(PlanMeetingDocument);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const plan = async () => {
    const empty = [...(title.trim() === '' ? ['title'] : []), ...(heldOn === '' ? ['heldOn'] : [])];
    setMissing(emptyFields(empty));
    if (empty.length > 0 || !(await run({ input: { kind, title, heldOn } }))) return;
    done(t('council.planned', { title }));
    onDone();
  };
  return (
    <Form
      labels={{ kind: t('council.kind'), title: t('council.titleOf'), heldOn: t('council.heldOn') }}
      refusal={missing ?? refusal}
      onSubmit={() => void plan()}
    >
      <SelectField
        name="kind"
        required
        value={kind}
        onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? 'COUNCIL')}
        options={KINDS.map((one) => ({ value: one, label: t(`council.kinds.${one}`) }))}
      />
      <TextField name="title" required value={title} onChange={setTitle} />
      <DateField name="heldOn" required value={heldOn} onChange={setHeldOn} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('council.plan')}
        </Button>
      </div>
    </Form>
  );
}
