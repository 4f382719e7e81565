import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { yenOf } from '../../i18n/money';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Empty } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { MeasureForm } from './MeasureForm';
import { type MeasureRow, RemoveMeasureDocument } from './tax-evidence.documents';

/** What the prefecture has entered about the tax, each with its source. */
export function Measures({ measures }: { readonly measures: readonly MeasureRow[] }) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const mayChange = duties.includes('COORDINATOR');
  return (
    <Section title={t('taxEvidence.measures')} id="measures">
      <p>{t('taxEvidence.measuresLead')}</p>
      {measures.length === 0 ? (
        <Empty>{t('taxEvidence.measuresNone')}</Empty>
      ) : (
        <MeasureTable measures={measures} mayChange={mayChange} />
      )}
      {mayChange && (
        <>
          <h3 className="text-std-17B-170">{t('taxEvidence.add')}</h3>
          <MeasureForm />
        </>
      )}
    </Section>
  );
}

interface TableProps {
  readonly measures: readonly MeasureRow[];
  readonly mayChange: boolean;
}

function MeasureTable({ measures, mayChange }: TableProps) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(RemoveMeasureDocument, 'TaxMeasure');
  const remove = async ({ id, measure: name }: MeasureRow) => {
    if (await run({ id })) done(t('taxEvidence.removed', { name }));
  };
  return (
    <>
      <ErrorSummary refusal={refusal} />
      <Table
        caption={t('taxEvidence.measuresCaption')}
        rows={measures}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('taxEvidence.measure'),
            heads: true,
            cell: ({ measure }) => <AsWritten>{measure}</AsWritten>,
          },
          {
            key: 'bearer',
            title: t('taxEvidence.bearer'),
            nowrap: true,
            cell: ({ bearer }) => t(`taxEvidence.bearers.${bearer}`),
          },
          {
            key: 'years',
            title: t('taxEvidence.years'),
            nowrap: true,
            cell: ({ firstYear: first, lastYear: last }) => t('taxEvidence.yearsValue', { first, last }),
          },
          {
            key: 'rate',
            title: t('taxEvidence.rate'),
            numeric: true,
            nowrap: true,
            cell: ({ ratePerMille: perMille }) => t('taxEvidence.rateValue', { perMille }),
          },
          {
            key: 'ceiling',
            title: t('taxEvidence.ceiling'),
            numeric: true,
            cell: ({ ceilingYen }) => (ceilingYen === null ? t('taxEvidence.noCeiling') : yenOf(ceilingYen)),
          },
          {
            key: 'items',
            title: t('taxEvidence.items'),
            cell: ({ items }) => items.map((item) => t(`costs.items.${item}`)).join(' / '),
          },
          {
            key: 'forms',
            title: t('taxEvidence.forms'),
            cell: ({ appointmentForms: forms }) =>
              forms.length === 0 ? t('taxEvidence.formsAny') : <AsWritten>{forms.join(' / ')}</AsWritten>,
          },
          {
            key: 'source',
            title: t('taxEvidence.source'),
            cell: ({ source }) => <AsWritten>{source}</AsWritten>,
          },
          {
            key: 'by',
            title: t('taxEvidence.by'),
            cell: ({ recordedByName }) => <AsWritten>{recordedByName}</AsWritten>,
          },
          ...(mayChange
            ? [
                {
                  key: 'remove',
                  title: t('taxEvidence.remove'),
                  control: true,
                  nowrap: true,
                  cell: (row: MeasureRow) => (
                    <Button
                      size="small"
                      busy={busy}
                      aria-label={t('taxEvidence.removeOne', { name: row.measure })}
                      onClick={() => void remove(row)}
                    >
                      {t('taxEvidence.remove')}
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
