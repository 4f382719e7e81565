import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { shortDate, shortInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { NumberField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import {
  ErasuresDocument,
  RetentionDocument,
  type RetentionRow,
  SetRetentionDocument,
} from './records.documents';

const said = (sentence: { readonly ja: string; readonly en: string }): string =>
  currentLanguage() === 'en' ? sentence.en : sentence.ja;

/** How long each kind of record is kept, what goes by today, and who was erased. */
export function RetentionPage({ tabs }: { readonly tabs?: ReactNode }) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const load = useLoad(RetentionDocument, {}, { about: ['Retention'] });
  const [changing, setChanging] = useState<RetentionRow | null>(null);
  const mayChange = duties.some((duty) => duty === 'COORDINATOR' || duty === 'APPROVER');
  return (
    <Page title={t('records.title')} lead={<p>{t('records.lead')}</p>}>
      {tabs}
      <Loaded of={load}>
        {({ retention }) => <Kinds rows={retention} onChange={mayChange ? setChanging : null} />}
      </Loaded>
      <Section title={t('records.erased')} id="erased">
        <Erased />
      </Section>
      {changing && <DaysDialog row={changing} onClose={() => setChanging(null)} />}
    </Page>
  );
}

interface KindsProps {
  readonly rows: readonly RetentionRow[];
  readonly onChange: ((row: RetentionRow) => void) | null;
}

function Kinds({ rows, onChange }: KindsProps) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('records.caption')}
      cards
      rows={rows}
      keyOf={({ kind }) => kind}
      columns={[
        {
          key: 'kind',
          title: t('records.kind'),
          heads: true,
          cell: ({ label, why }) => (
            <>
              {said(label)}
              <span className="block text-dns-14N-130 text-solid-gray-700">{said(why)}</span>
            </>
          ),
        },
        {
          key: 'days',
          title: t('records.days'),
          nowrap: true,
          cell: ({ days, setByName }) => (
            <>
              {t('records.daysValue', { days })}
              {setByName === null && (
                <span className="block text-dns-14N-130 text-solid-gray-700">{t('records.default')}</span>
              )}
            </>
          ),
        },
        { key: 'from', title: t('records.from'), cell: ({ from }) => said(from) },
        {
          key: 'action',
          title: t('records.afterwards'),
          cell: ({ action }) => t(`records.actions.${action}`),
        },
        {
          key: 'due',
          title: t('records.due'),
          numeric: true,
          nowrap: true,
          cell: ({ due }) => t('records.dueValue', { count: due }),
        },
        {
          key: 'lastRun',
          title: t('records.lastRun'),
          nowrap: true,
          cell: ({ lastRun }) =>
            lastRun
              ? t('records.lastRunValue', { on: shortDate(lastRun.ranOn), count: lastRun.rows })
              : t('ui.none'),
        },
        {
          key: 'change',
          title: t('records.act'),
          cell: (row) =>
            onChange && (
              <Button
                size="small"
                aria-label={t('records.changeOne', { kind: said(row.label) })}
                onClick={() => onChange(row)}
              >
                {t('records.change')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function DaysDialog({ row, onClose }: { readonly row: RetentionRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [days, setDays] = useState<number | null>(row.days);
  const { run, busy, refusal } = useAction(SetRetentionDocument, 'Retention');
  const kind = said(row.label);
  const save = async () => {
    const seen = refusal?.newer?.version ?? row.version;
    if (!(await run({ input: { kind: row.kind, days: days ?? 0, seen } }))) return;
    onClose();
    done(t('records.saved', { kind, days: days ?? 0 }));
  };
  return (
    <Dialog title={t('records.changeOne', { kind })} open onClose={onClose}>
      <p>{t('records.changeLead', { days: row.defaultDays })}</p>
      <Form labels={{ days: t('records.days') }} refusal={refusal} onSubmit={() => void save()}>
        <NumberField
          name="days"
          required
          hint={t('records.daysHint', { least: row.leastDays, most: row.mostDays })}
          min={row.leastDays}
          max={row.mostDays}
          unit={t('records.unit')}
          value={days}
          onChange={setDays}
        />
        <Actions>
          <Button type="submit" look="primary" busy={busy}>
            {t('records.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}

function Erased() {
  const { t } = useTranslation();
  const load = useLoad(ErasuresDocument, {}, { about: ['PersonErasure'] });
  return (
    <Loaded of={load}>
      {({ erasures }) =>
        erasures.length === 0 ? (
          <Empty>{t('records.noneErased')}</Empty>
        ) : (
          <Table
            caption={t('records.erased')}
            cards
            rows={erasures}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'label',
                title: t('records.label'),
                heads: true,
                cell: ({ label, labelEn }) => nameOf({ name: label, nameEn: labelEn }),
              },
              {
                key: 'why',
                title: t('records.reason'),
                cell: ({ reason, basis }) => (
                  <AsWritten block>
                    {reason}（{basis}）
                  </AsWritten>
                ),
              },
              { key: 'by', title: t('records.by'), cell: ({ erasedByName }) => erasedByName },
              {
                key: 'at',
                title: t('records.at'),
                nowrap: true,
                cell: ({ erasedAt }) => shortInstant(erasedAt),
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}
