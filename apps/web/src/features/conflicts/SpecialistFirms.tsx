import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { useDailyWork, useViewer } from '../../session';
import { WordsDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { type FirmRow, RemoveFirmDocument, SpecialistFirmsDocument } from './conflicts.documents';
import { NewFirm } from './NewFirm';
import { OnWish } from './OnWish';

/** For the hub: whom a specialist works for or has a stake in, and how the hub knows. */
export function SpecialistFirms({ specialistId }: { readonly specialistId: string }) {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  return (
    <Section title={t('conflicts.firms.title')} id="firms">
      <p>{t('conflicts.firms.lead')}</p>
      <Firms specialistId={specialistId} />
      {worksDaily && (
        <OnWish label={t('conflicts.firms.add')}>
          {(close) => <NewFirm specialistId={specialistId} onAdded={close} />}
        </OnWish>
      )}
    </Section>
  );
}

/** For a specialist: the own firms, which only the hub takes back. */
export function MyFirmsPage() {
  const { t } = useTranslation();
  const { specialistId } = useViewer();
  return (
    <Page title={t('conflicts.firms.mine')} narrow lead={<p>{t('conflicts.firms.mineLead')}</p>}>
      {specialistId && (
        <>
          <NewFirm specialistId={specialistId} own />
          <Section title={t('conflicts.firms.caption')} id="firms">
            <Firms specialistId={specialistId} own />
          </Section>
        </>
      )}
    </Page>
  );
}

interface Props {
  readonly specialistId: string;
  /** Whether the person looks at the own. */
  readonly own?: boolean;
}

function Firms({ specialistId, own = false }: Props) {
  const { t } = useTranslation();
  const load = useLoad(SpecialistFirmsDocument, { specialistId }, { about: ['SpecialistFirm'] });
  return (
    <Loaded of={load}>
      {({ specialistFirms }) =>
        specialistFirms.length === 0 ? (
          <Empty>{t('conflicts.firms.none')}</Empty>
        ) : (
          <FirmTable rows={specialistFirms} own={own} />
        )
      }
    </Loaded>
  );
}

function FirmTable({ rows, own }: { readonly rows: readonly FirmRow[]; readonly own: boolean }) {
  const { t } = useTranslation();
  const done = useDone();
  const worksDaily = useDailyWork();
  const [removing, setRemoving] = useState<FirmRow | null>(null);
  const { run, busy, refusal, clear } = useAction(RemoveFirmDocument);
  const remove = async (reason: string) => {
    if (!removing || !(await run({ id: removing.id, reason }))) return;
    setRemoving(null);
    done(t('conflicts.firms.removed', { name: removing.name }));
  };
  const columns: Column<FirmRow>[] = [
    {
      key: 'name',
      title: t('conflicts.firms.name'),
      heads: true,
      cell: ({ name, corporateNumber }) => (
        <>
          <AsWritten>{name}</AsWritten>
          {corporateNumber && (
            <span className="block text-dns-14N-130 text-solid-gray-700">{corporateNumber}</span>
          )}
        </>
      ),
    },
    {
      key: 'relation',
      title: t('conflicts.firms.relation'),
      cell: ({ relation }) => t(`conflicts.firms.relationNames.${relation}`),
    },
    {
      key: 'period',
      title: t('conflicts.firms.period'),
      cell: ({ from, to, countsUntil }) => (
        <>
          {from || to ? `${from ? longDate(from) : ''}〜${to ? longDate(to) : ''}` : t('ui.none')}
          {countsUntil && (
            <span className="block text-dns-14N-130 text-solid-gray-700">
              {t('conflicts.firms.countsUntil', { date: longDate(countsUntil) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'source',
      title: t('conflicts.firms.source'),
      cell: ({ source, removedReason }) => (
        <>
          {source === null ? t('conflicts.firms.ownWord') : <AsWritten>{source}</AsWritten>}
          {removedReason !== null && (
            <span className="block">{t('conflicts.firms.removedSince', { reason: removedReason })}</span>
          )}
        </>
      ),
    },
    {
      key: 'remove',
      title: t('conflicts.firms.remove'),
      nowrap: true,
      cell: (row) =>
        row.removedAt === null &&
        worksDaily && (
          <Button
            size="small"
            aria-label={t('conflicts.firms.removeOne', { name: row.name })}
            onClick={() => {
              clear();
              setRemoving(row);
            }}
          >
            {t('conflicts.firms.remove')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <Table
        caption={t('conflicts.firms.caption')}
        rows={rows}
        keyOf={({ id }) => id}
        cards
        columns={own ? columns.filter(({ key }) => key !== 'remove') : columns}
      />
      <WordsDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('conflicts.firms.removeOne', { name: removing?.name ?? '' })}
        name="reason"
        label={t('conflicts.firms.reason')}
        confirm={t('conflicts.firms.remove')}
        busy={busy}
        refusal={refusal}
        onConfirm={(reason) => void remove(reason)}
      />
    </>
  );
}
