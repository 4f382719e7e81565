import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { monthName } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { useSession, useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { DateField, NumberField, SelectField, TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import {
  type ActualRow,
  ActualsDocument,
  type AgreementRow,
  EnterActualDocument,
  type MatrixRow,
  RemoveActualDocument,
} from './costs.documents';

interface Props {
  readonly agreement: AgreementRow;
  readonly versions: readonly MatrixRow[];
}

/** What rows really cost, and corrections of months that were billed. */
export function Actuals({ agreement, versions }: Props) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const mayChange = duties.includes('COORDINATOR');
  const load = useLoad(ActualsDocument, { agreementId: agreement.id }, { about: ['CostActual'] });
  return (
    <Section title={t('costs.actuals')} id="actuals">
      <p>{t('costs.actualsLead')}</p>
      <Loaded of={load}>
        {({ costActuals }) =>
          costActuals.length === 0 ? (
            <Empty>{t('costs.actualsNone')}</Empty>
          ) : (
            <ActualTable rows={costActuals} mayChange={mayChange} />
          )
        }
      </Loaded>
      {mayChange && (
        <>
          <h3 className="text-std-17B-170">{t('costs.enter')}</h3>
          <EnterActual agreement={agreement} versions={versions} />
        </>
      )}
    </Section>
  );
}

function ActualTable({
  rows,
  mayChange,
}: {
  readonly rows: readonly ActualRow[];
  readonly mayChange: boolean;
}) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(RemoveActualDocument, 'CostActual');
  const remove = async ({ id, yen }: ActualRow) => {
    if (await run({ id })) done(t('costs.removed', { yen: yenOf(yen) }));
  };
  return (
    <>
      <ErrorSummary refusal={refusal} />
      <Table
        caption={t('costs.actualsCaption')}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'month',
            title: t('costs.month'),
            heads: true,
            nowrap: true,
            cell: ({ month }) => monthName(month),
          },
          {
            key: 'row',
            title: t('costs.row'),
            cell: ({ item, label }) => (
              <>
                {t(`costs.items.${item}`)} <AsWritten>{label}</AsWritten>
              </>
            ),
          },
          {
            key: 'yen',
            title: t('costs.actualYen'),
            numeric: true,
            nowrap: true,
            cell: ({ yen }) => yenOf(yen),
          },
          {
            key: 'evidence',
            title: t('costs.evidence'),
            cell: ({ evidence }) => <AsWritten>{evidence}</AsWritten>,
          },
          {
            key: 'by',
            title: t('costs.by'),
            cell: ({ recordedByName }) => <AsWritten>{recordedByName}</AsWritten>,
          },
          ...(mayChange
            ? [
                {
                  key: 'remove',
                  title: t('costs.remove'),
                  control: true,
                  nowrap: true,
                  cell: (row: ActualRow) => (
                    <Button
                      size="small"
                      busy={busy}
                      aria-label={t('costs.removeOne', { label: row.label, yen: yenOf(row.yen) })}
                      onClick={() => void remove(row)}
                    >
                      {t('costs.remove')}
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

function EnterActual({ agreement, versions }: Props) {
  const { t } = useTranslation();
  const { today } = useSession();
  const done = useDone();
  const rows = [
    ...new Map(
      versions.flatMap(({ lines }) => lines).map((line) => [`${line.item} ${line.label}`, line]),
    ).entries(),
  ];
  const [row, setRow] = useState(rows[0]?.[0] ?? '');
  const [month, setMonth] = useState('');
  const [yen, setYen] = useState<number | null>(null);
  const [evidence, setEvidence] = useState('');
  const { run, busy, refusal } = useAction(EnterActualDocument, 'CostActual');
  const [missing, setMissing] = useState<Refusal | null>(null);
  const enter = async () => {
    const line = rows.find(([key]) => key === row)?.[1];
    const empty = [
      ...(month === '' ? ['month'] : []),
      ...(yen === null ? ['yen'] : []),
      ...(evidence.trim() === '' ? ['evidence'] : []),
    ];
    setMissing(emptyFields(empty));
    if (!line || empty.length > 0) return;
    const { item, label } = line;
    const input = { agreementId: agreement.id, item, label, month, yen: yen ?? 0, evidence };
    const entered = (await run({ input }))?.enterCostActual;
    if (!entered) return;
    setYen(null);
    setEvidence('');
    done(t('costs.entered', { month: monthName(entered.month), yen: yenOf(entered.yen) }));
  };
  return (
    <Form
      labels={{
        label: t('costs.row'),
        month: t('costs.month'),
        yen: t('costs.actualYen'),
        evidence: t('costs.evidence'),
      }}
      refusal={missing ?? refusal}
      onSubmit={() => void enter()}
      label={t('costs.enter')}
    >
      <SelectField
        name="label"
        required
        value={row}
        onChange={setRow}
        options={rows.map(([key, { item, label }]) => ({
          value: key,
          label: `${t(`costs.items.${item}`)} ${label}`,
        }))}
      />
      <DateField
        name="month"
        required
        min={agreement.startsOn}
        max={today}
        hint={t('invoices.monthHint')}
        value={month}
        onChange={setMonth}
      />
      <NumberField name="yen" required hint={t('costs.actualHint')} value={yen} onChange={setYen} />
      <TextField
        name="evidence"
        required
        hint={t('costs.evidenceHint')}
        value={evidence}
        onChange={setEvidence}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('costs.enter')}
        </Button>
      </div>
    </Form>
  );
}
