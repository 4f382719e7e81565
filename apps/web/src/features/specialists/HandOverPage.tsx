import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { longInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useDailyWork } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { SelectField, TextAreaField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import {
  HandOverPeopleDocument,
  HandOverSpecialistDocument,
  SpecialistWorkDocument,
  type WorkRow,
} from './hand-over.documents';

/** For whoever works with the pool every day. */
export function HandOverLink({ specialistId }: { readonly specialistId: string }) {
  const { t } = useTranslation();
  if (!useDailyWork()) return null;
  return (
    <p className="no-print">
      <LinkButton to={`/specialists/${specialistId}/hand-over`}>{t('handOver.open')}</LinkButton>
    </p>
  );
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Somebody leaves, or is away for long: what lies with them, who goes on, and what stays and why. */
export function SpecialistHandOverPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const people = useLoad(HandOverPeopleDocument, { id });
  const person = people.data?.specialist;
  return (
    <Page
      title={person ? t('handOver.title', { name: nameOf(person) }) : t('handOver.open')}
      back={{ to: `/specialists/${id}`, label: t('specialists.one') }}
      lead={<p>{t('handOver.lead')}</p>}
    >
      <Loaded of={people}>
        {({ specialists }) => (
          <Work
            specialistId={id}
            people={specialists.edges.map(({ node }) => node).filter((one) => one.active && one.id !== id)}
          />
        )}
      </Loaded>
    </Page>
  );
}

/** Back to where candidates are looked for. */
const MATCHING = '';

function Work({
  specialistId,
  people,
}: {
  readonly specialistId: string;
  readonly people: readonly Person[];
}) {
  const { t } = useTranslation();
  const done = useDone();
  const [successor, setSuccessor] = useState(MATCHING);
  const [reason, setReason] = useState('');
  const aim = { specialistId, successorId: successor || null };
  const load = useLoad(SpecialistWorkDocument, aim);
  const { run, busy, refusal } = useAction(
    HandOverSpecialistDocument,
    'SpecialistWork SupportRequest Consultation',
  );
  const move = async (ids: readonly string[]) => {
    const work = (await run({ input: { ...aim, ids: [...ids], reason } }))?.handOverSpecialistWork;
    if (!work) return;
    load.reload();
    done(t('handOver.done', { count: work.filter(({ stays }) => stays === null).length }));
  };
  const moving = (load.data?.specialistWork ?? []).filter(({ stays }) => stays === null);
  return (
    <Form
      labels={{ successorId: t('handOver.successor'), reason: t('handOver.reason') }}
      refusal={refusal}
      onSubmit={() => void move(moving.map(({ id }) => id))}
    >
      <SelectField
        name="successorId"
        needless
        hint={t('handOver.successorHint')}
        value={successor}
        onChange={setSuccessor}
        empty={t('handOver.matching')}
        options={people.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <Loaded of={load}>
        {({ specialistWork }) => {
          if (specialistWork.length === 0) return <Empty>{t('handOver.none')}</Empty>;
          const staying = specialistWork.filter(({ stays }) => stays !== null);
          return (
            <>
              {staying.length > 0 && (
                <Section title={t('handOver.stays')} id="stays">
                  <WorkTable rows={staying} caption={t('handOver.stays')} specialistId={specialistId} />
                </Section>
              )}
              {moving.length > 0 && (
                <Section title={t('handOver.moves')} id="moves">
                  <WorkTable rows={moving} caption={t('handOver.moves')} specialistId={specialistId} />
                  <TextAreaField
                    name="reason"
                    required
                    rows={3}
                    hint={t('handOver.reasonHint')}
                    value={reason}
                    onChange={setReason}
                  />
                  <Actions>
                    <Button type="submit" look="primary" busy={busy}>
                      {t('handOver.confirm', { count: moving.length })}
                    </Button>
                  </Actions>
                </Section>
              )}
            </>
          );
        }}
      </Loaded>
    </Form>
  );
}

interface TableProps {
  readonly rows: readonly WorkRow[];
  readonly caption: string;
  readonly specialistId: string;
}

function WorkTable({ rows, caption, specialistId }: TableProps) {
  const { t } = useTranslation();
  const placeOf = ({ kind, id }: WorkRow): string =>
    ({
      CASE: `/requests/${id}`,
      PLACE: `/requests/${id}`,
      CONSULTATION: `/consultations/${id}`,
      PLAN: `/plans/${id}`,
      VISIT: `/visits/${id}`,
    })[kind];
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ kind, id }) => `${kind} ${id}`}
      cards
      columns={[
        {
          key: 'kind',
          title: t('handOver.kind'),
          nowrap: true,
          cell: ({ kind }) => t(`handOver.kinds.${kind}`),
        },
        {
          key: 'what',
          title: t('handOver.what'),
          heads: true,
          cell: (row) => (
            <Link to={placeOf(row)} className="link">
              {row.number} {row.title !== null && <AsWritten>{row.title}</AsWritten>}
              {row.startsAt !== null && <span className="block">{longInstant(row.startsAt)}</span>}
            </Link>
          ),
        },
        {
          key: 'stays',
          title: t('handOver.why'),
          cell: ({ kind, stays }) => (
            <>
              {stays ? stays[currentLanguage()] : t('handOver.goes')}
              {kind === 'VISIT' && (
                <Link to={`/plans/repair?specialist=${specialistId}`} className="link block">
                  {t('handOver.repair')}
                </Link>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
