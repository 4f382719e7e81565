import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { DateField, NumberField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { NoteTimeDocument, type Office } from './offices.documents';

/** What the office takes of each person, month by month: the main work comes first. */
export function Hours({ office, keeps }: { readonly office: Office; readonly keeps: boolean }) {
  const { t } = useTranslation();
  const [noting, setNoting] = useState(false);
  const nameOf = (memberId: string) => office.members.find(({ id }) => id === memberId)?.name ?? '';
  return (
    <Section title={t('offices.hoursTitle')} id="hours">
      <p>{t('offices.hoursLead')}</p>
      {office.months.length === 0 ? (
        <Empty>{t('offices.noHours')}</Empty>
      ) : (
        <Table
          caption={t('offices.hoursTitle')}
          rows={[...office.months].reverse()}
          keyOf={({ memberId, month }) => `${month} ${memberId}`}
          cards
          columns={[
            { key: 'month', title: t('offices.month'), nowrap: true, cell: ({ month }) => month },
            {
              key: 'name',
              title: t('offices.person'),
              heads: true,
              cell: ({ memberId }) => <AsWritten>{nameOf(memberId)}</AsWritten>,
            },
            {
              key: 'hours',
              title: t('offices.time'),
              numeric: true,
              cell: ({ minutes }) =>
                t('offices.hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }),
            },
            {
              key: 'beyond',
              title: t('offices.guide'),
              cell: ({ isBeyond }) =>
                isBeyond ? <strong>{t('offices.beyond')}</strong> : t('offices.within'),
            },
          ]}
        />
      )}
      {keeps && (
        <div>
          <Button onClick={() => setNoting(true)}>{t('offices.note')}</Button>
        </div>
      )}
      <Dialog open={noting} onClose={() => setNoting(false)} title={t('offices.note')}>
        <NoteForm office={office} onDone={() => setNoting(false)} />
      </Dialog>
    </Section>
  );
}

function NoteForm({ office, onDone }: { readonly office: Office; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const { today } = useSession();
  const people = office.members.filter(({ status }) => status !== 'RELEASED');
  const [memberId, setMemberId] = useState('');
  const [workedOn, setWorkedOn] = useState(today);
  const [minutes, setMinutes] = useState<number | null>(null);
  const [what, setWhat] = useState('');
  const { run, busy, refusal } = useAction(NoteTimeDocument);
  const [missing, setMissing] = useState<Refusal | null>(null);
  const note = async () => {
    const empty = [
      ...(memberId === '' ? ['memberId'] : []),
      ...(minutes === null ? ['minutes'] : []),
      ...(what.trim() === '' ? ['what'] : []),
    ];
    setMissing(emptyFields(empty));
    if (minutes === null || empty.length > 0) return;
    if (!(await run({ memberId, input: { workedOn, minutes, what } }))) return;
    done(t('offices.noted'));
    onDone();
  };
  return (
    <Form
      labels={{
        memberId: t('offices.person'),
        workedOn: t('offices.workedOn'),
        minutes: t('offices.length'),
        what: t('offices.what'),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void note()}
    >
      <SelectField
        name="memberId"
        required
        value={memberId}
        onChange={setMemberId}
        empty={t('offices.choose')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="workedOn" required max={today} value={workedOn} onChange={setWorkedOn} />
      <NumberField
        name="minutes"
        required
        min={5}
        max={600}
        unit={t('offices.minuteUnit')}
        value={minutes}
        onChange={setMinutes}
      />
      <TextField name="what" required hint={t('offices.whatHint')} value={what} onChange={setWhat} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('offices.note')}
        </Button>
      </div>
    </Form>
  );
}
