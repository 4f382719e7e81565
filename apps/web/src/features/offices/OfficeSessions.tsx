import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { shortDate } from '../../i18n/dates';
import { useSession } from '../../session';
import { ConfirmDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { CheckBox, DateField, NumberField, SelectField, TextAreaField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import {
  CancelSessionDocument,
  type Office,
  type OfficeSession,
  PlanSessionDocument,
  RecordSessionDocument,
} from './offices.documents';

interface Props {
  readonly office: Office;
  readonly keeps: boolean;
}

/** Meetings, study sessions, field work: planned, held and recorded. */
export function OfficeSessions({ office, keeps }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const { today } = useSession();
  const [planning, setPlanning] = useState(false);
  const [recording, setRecording] = useState<OfficeSession | null>(null);
  const [cancelling, setCancelling] = useState<OfficeSession | null>(null);
  const { run, busy, refusal, clear } = useAction(CancelSessionDocument);
  const cancel = async () => {
    if (!cancelling || !(await run({ id: cancelling.id }))) return;
    setCancelling(null);
    done(t('offices.cancelled', { title: cancelling.title }));
  };
  const columns: Column<OfficeSession>[] = [
    { key: 'day', title: t('offices.heldOn'), nowrap: true, cell: ({ heldOn }) => shortDate(heldOn) },
    {
      key: 'title',
      title: t('offices.sessionTitle'),
      heads: true,
      cell: ({ title, record }) => (
        <>
          <AsWritten>{title}</AsWritten>
          {record && (
            <span className="block text-solid-gray-700">
              <AsWritten>{record}</AsWritten>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'kind',
      title: t('offices.sessionKind'),
      cell: ({ kind, minutes }) =>
        `${t(`offices.sessionKinds.${kind}`)}・${t('offices.minutes', { minutes })}`,
    },
    {
      key: 'prepared',
      title: t('offices.preparedBy'),
      cell: ({ preparedBy }) => office.members.find(({ id }) => id === preparedBy)?.name ?? t('ui.none'),
    },
    {
      key: 'status',
      title: t('offices.status'),
      nowrap: true,
      cell: ({ status }) => t(`offices.sessionStatuses.${status}`),
    },
    {
      key: 'do',
      title: t('offices.do'),
      cell: (session) =>
        session.status === 'PLANNED' && (
          <Actions short>
            {session.heldOn <= today && (
              <Button
                size="small"
                aria-label={t('offices.recordOf', { title: session.title })}
                onClick={() => setRecording(session)}
              >
                {t('offices.record')}
              </Button>
            )}
            <Button
              size="small"
              aria-label={t('offices.cancelOf', { title: session.title })}
              onClick={() => {
                clear();
                setCancelling(session);
              }}
            >
              {t('offices.cancel')}
            </Button>
          </Actions>
        ),
    },
  ];
  return (
    <Section title={t('offices.sessions')} id="sessions">
      {office.sessions.length === 0 ? (
        <Empty>{t('offices.noSessions')}</Empty>
      ) : (
        <Table
          caption={t('offices.sessions')}
          rows={office.sessions}
          keyOf={({ id }) => id}
          cards
          columns={keeps ? columns : columns.filter(({ key }) => key !== 'do')}
        />
      )}
      {keeps && (
        <div>
          <Button onClick={() => setPlanning(true)}>{t('offices.plan')}</Button>
        </div>
      )}
      <Dialog open={planning} onClose={() => setPlanning(false)} title={t('offices.plan')}>
        <PlanForm office={office} onDone={() => setPlanning(false)} />
      </Dialog>
      <Dialog
        open={recording !== null}
        onClose={() => setRecording(null)}
        title={recording ? t('offices.recordOf', { title: recording.title }) : ''}
      >
        {recording && <RecordForm office={office} session={recording} onDone={() => setRecording(null)} />}
      </Dialog>
      <ConfirmDialog
        open={cancelling !== null}
        onClose={() => setCancelling(null)}
        title={cancelling ? t('offices.cancelOf', { title: cancelling.title }) : ''}
        confirm={t('offices.cancel')}
        busy={busy}
        refusal={refusal}
        onConfirm={() => void cancel()}
      />
    </Section>
  );
}

const KINDS = ['MEETING', 'STUDY', 'FIELD_WORK', 'EXCHANGE'] as const;

const seatedOf = (office: Office) =>
  office.members.filter(({ status }) => status === 'APPOINTED' || status === 'ACTIVE');

function PlanForm({ office, onDone }: { readonly office: Office; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('MEETING');
  const [title, setTitle] = useState('');
  const [heldOn, setHeldOn] = useState('');
  const [minutes, setMinutes] = useState<number | null>(60);
  const [preparedBy, setPreparedBy] = useState('');
  const { run, busy, refusal } = useAction(PlanSessionDocument);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const plan = async () => {
    const empty = [
      ...(title.trim() === '' ? ['title'] : []),
      ...(heldOn === '' ? ['heldOn'] : []),
      ...(minutes === null ? ['minutes'] : []),
    ];
    setMissing(emptyFields(empty));
    if (minutes === null || empty.length > 0) return;
    const input = { kind, title, heldOn, minutes, preparedBy: preparedBy || null };
    if (!(await run({ officeId: office.id, input }))) return;
    done(t('offices.planned', { title }));
    onDone();
  };
  // Whoever has other work is spared the preparation.
  const preparers = seatedOf(office).filter((member) => member.kind !== 'CONCURRENT');
  return (
    <Form
      labels={{
        kind: t('offices.sessionKind'),
        title: t('offices.sessionTitle'),
        heldOn: t('offices.heldOn'),
        minutes: t('offices.length'),
        preparedBy: t('offices.preparedBy'),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void plan()}
    >
      <SelectField
        name="kind"
        required
        value={kind}
        onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? 'MEETING')}
        options={KINDS.map((one) => ({ value: one, label: t(`offices.sessionKinds.${one}`) }))}
      />
      <TextField name="title" required value={title} onChange={setTitle} />
      <DateField name="heldOn" required value={heldOn} onChange={setHeldOn} />
      <NumberField
        name="minutes"
        required
        min={5}
        max={600}
        unit={t('offices.minuteUnit')}
        value={minutes}
        onChange={setMinutes}
      />
      <SelectField
        name="preparedBy"
        hint={t('offices.preparedByHint')}
        value={preparedBy}
        onChange={setPreparedBy}
        empty={t('offices.nobodyYet')}
        options={preparers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('offices.plan')}
        </Button>
      </div>
    </Form>
  );
}

function RecordForm({
  office,
  session,
  onDone,
}: {
  readonly office: Office;
  readonly session: OfficeSession;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const done = useDone();
  const seated = seatedOf(office);
  const [record, setRecord] = useState('');
  const [came, setCame] = useState<readonly string[]>(seated.map(({ id }) => id));
  const { run, busy, refusal } = useAction(RecordSessionDocument, 'OfficeTime');
  const save = async () => {
    if (!(await run({ id: session.id, input: { record, memberIds: [...came] } }))) return;
    done(t('offices.recorded', { title: session.title }));
    onDone();
  };
  return (
    <Form
      labels={{ record: t('offices.whatWasDone'), memberIds: t('offices.came') }}
      refusal={refusal}
      onSubmit={() => void save()}
    >
      <TextAreaField name="record" required rows={4} max={2000} value={record} onChange={setRecord} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-std-16B-170">{t('offices.came')}</legend>
        <p className="text-dns-14N-130 text-solid-gray-700">
          {t('offices.cameHint', { minutes: session.minutes })}
        </p>
        {seated.map(({ id, name, section }) => (
          <CheckBox
            key={id}
            name={`came-${id}`}
            label={t('offices.nameOf', { name, section })}
            checked={came.includes(id)}
            onChange={(checked) => setCame(checked ? [...came, id] : came.filter((one) => one !== id))}
          />
        ))}
      </fieldset>
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('offices.record')}
        </Button>
      </div>
    </Form>
  );
}
