import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { shortDate } from '../../i18n/dates';
import { useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { DateField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { type Member, MoveMemberDocument, type Office, ProposeMemberDocument } from './offices.documents';

/** What may come next for somebody. */
const NEXT = {
  CANDIDATE: ['APPOINTED', 'RELEASED'],
  APPOINTED: ['ACTIVE', 'RELEASED'],
  ACTIVE: ['RELEASED'],
  RELEASED: [],
} as const;

interface Step {
  readonly member: Member;
  readonly to: Exclude<Member['status'], 'CANDIDATE'>;
}

/** Who sits in the office, of which section, since when. */
export function Members({ office, keeps }: { readonly office: Office; readonly keeps: boolean }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [step, setStep] = useState<Step | null>(null);
  const columns: Column<Member>[] = [
    {
      key: 'name',
      title: t('offices.person'),
      heads: true,
      cell: ({ name }) => <AsWritten>{name}</AsWritten>,
    },
    { key: 'section', title: t('offices.section'), cell: ({ section }) => <AsWritten>{section}</AsWritten> },
    { key: 'kind', title: t('offices.kind'), nowrap: true, cell: ({ kind }) => t(`offices.kinds.${kind}`) },
    {
      key: 'status',
      title: t('offices.status'),
      cell: ({ status, since, reason }) => (
        <>
          {t('offices.statusSince', { status: t(`offices.statuses.${status}`), since: shortDate(since) })}
          {reason && <AsWritten>{reason}</AsWritten>}
        </>
      ),
    },
    {
      key: 'do',
      title: t('offices.do'),
      cell: (member) =>
        NEXT[member.status].length > 0 && (
          <Actions short>
            {NEXT[member.status].map((to) => (
              <Button
                key={to}
                size="small"
                aria-label={t('offices.stepOf', { step: t(`offices.steps.${to}`), name: member.name })}
                onClick={() => setStep({ member, to })}
              >
                {t(`offices.steps.${to}`)}
              </Button>
            ))}
          </Actions>
        ),
    },
  ];
  return (
    <Section title={t('offices.members')} id="members">
      {office.members.length === 0 ? (
        <Empty>{t('offices.noMembers')}</Empty>
      ) : (
        <Table
          caption={t('offices.members')}
          rows={office.members}
          keyOf={({ id }) => id}
          cards
          columns={keeps ? columns : columns.filter(({ key }) => key !== 'do')}
        />
      )}
      {keeps && (
        <div>
          <Button onClick={() => setAdding(true)}>{t('offices.propose')}</Button>
        </div>
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('offices.propose')}>
        <ProposeForm officeId={office.id} onDone={() => setAdding(false)} />
      </Dialog>
      <Dialog
        open={step !== null}
        onClose={() => setStep(null)}
        title={
          step ? t('offices.stepOf', { step: t(`offices.steps.${step.to}`), name: step.member.name }) : ''
        }
      >
        {step && <StepForm {...step} onDone={() => setStep(null)} />}
      </Dialog>
    </Section>
  );
}

const KINDS = ['CONCURRENT', 'DEDICATED', 'HEAD'] as const;

function ProposeForm({ officeId, onDone }: { readonly officeId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [name, setName] = useState('');
  const [section, setSection] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('CONCURRENT');
  const { run, busy, refusal } = useAction(ProposeMemberDocument, 'Office');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const add = async () => {
    const empty = Object.entries({ name, section }).flatMap(([field, value]) =>
      value.trim() === '' ? [field] : [],
    );
    setMissing(emptyFields(empty));
    if (empty.length > 0 || !(await run({ officeId, input: { name, section, kind } }))) return;
    done(t('offices.proposed', { name }));
    onDone();
  };
  return (
    <Form
      labels={{ name: t('offices.person'), section: t('offices.section'), kind: t('offices.kind') }}
      refusal={missing ?? refusal}
      onSubmit={() => void add()}
    >
      <TextField name="name" required value={name} onChange={setName} />
      <TextField
        name="section"
        required
        hint={t('offices.sectionHint')}
        value={section}
        onChange={setSection}
      />
      <SelectField
        name="kind"
        required
        value={kind}
        onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? 'CONCURRENT')}
        options={KINDS.map((one) => ({ value: one, label: t(`offices.kinds.${one}`) }))}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('offices.propose')}
        </Button>
      </div>
    </Form>
  );
}

function StepForm({ member, to, onDone }: Step & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const { today } = useSession();
  const [since, setSince] = useState(today);
  const [reason, setReason] = useState('');
  const { run, busy, refusal } = useAction(MoveMemberDocument, 'Office');
  const move = async () => {
    if (!(await run({ id: member.id, input: { status: to, since, reason: reason || null } }))) return;
    done(t('offices.moved', { name: member.name, status: t(`offices.statuses.${to}`) }));
    onDone();
  };
  return (
    <Form
      labels={{ since: t('offices.since'), reason: t('offices.reason') }}
      refusal={refusal}
      onSubmit={() => void move()}
    >
      <DateField name="since" required value={since} onChange={setSince} />
      <TextField name="reason" required={to === 'RELEASED'} value={reason} onChange={setReason} />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t(`offices.steps.${to}`)}
        </Button>
      </div>
    </Form>
  );
}
