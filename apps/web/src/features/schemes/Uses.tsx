import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { useQuotaWords } from '../../i18n/quota-words';
import { nameOf, useMinutes } from '../../i18n/words';
import { useDailyWork, useSession } from '../../session';
import { WordsDialog } from '../../ui/AskDialog';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Empty, Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { NewUse } from './NewUse';
import { RemoveUseDocument, type SchemeRow, SchemeUsesDocument, type UseRow } from './schemes.documents';

/** The fiscal year begins in April. */
const fiscalYearOf = (today: string): number =>
  Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0);

/** What towns have used of schemes this fiscal year. */
export function Uses({ schemes }: { readonly schemes: readonly SchemeRow[] }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const { yearOf } = useQuotaWords();
  const worksDaily = useDailyWork();
  const fiscalYear = fiscalYearOf(today);
  const load = useLoad(SchemeUsesDocument, { fiscalYear }, { about: ['SchemeUse'] });
  return (
    <Section title={t('schemes.uses', { year: yearOf(fiscalYear) })} id="uses">
      <p>{t('schemes.usesLead')}</p>
      <Loaded of={load}>
        {({ schemeUses }) =>
          schemeUses.length === 0 ? (
            <Empty>{t('schemes.usesEmpty')}</Empty>
          ) : (
            <UseTable rows={schemeUses} schemes={schemes} />
          )
        }
      </Loaded>
      {worksDaily && <NewUse schemes={schemes} fiscalYear={fiscalYear} />}
    </Section>
  );
}

function UseTable({
  rows,
  schemes,
}: {
  readonly rows: readonly UseRow[];
  readonly schemes: readonly SchemeRow[];
}) {
  const { t } = useTranslation();
  const done = useDone();
  const minutesOf = useMinutes();
  const worksDaily = useDailyWork();
  const [removing, setRemoving] = useState<UseRow | null>(null);
  const { run, busy, refusal, clear } = useAction(RemoveUseDocument, 'SchemeUse');
  const nameIn = ({ schemeId }: UseRow): string => {
    const scheme = schemes.find(({ id }) => id === schemeId);
    return scheme ? nameOf(scheme) : schemeId;
  };
  const remove = async (reason: string) => {
    if (!removing || !(await run({ id: removing.id, reason }))) return;
    setRemoving(null);
    done(t('schemes.useRemoved'));
  };
  const columns: Column<UseRow>[] = [
    {
      key: 'scheme',
      title: t('schemes.field.schemeId'),
      heads: true,
      cell: (use) => <AsWritten>{nameIn(use)}</AsWritten>,
    },
    {
      key: 'town',
      title: t('schemes.field.municipalityId'),
      nowrap: true,
      cell: ({ municipality }) => nameOf(municipality),
    },
    {
      key: 'case',
      title: t('schemes.case'),
      cell: ({ supportRequest }) =>
        supportRequest ? (
          <Link to={`/requests/${supportRequest.id}`} className="link">
            <AsWritten>{supportRequest.number ?? supportRequest.title}</AsWritten>
          </Link>
        ) : (
          t('ui.none')
        ),
    },
    {
      key: 'use',
      title: t('schemes.use'),
      cell: ({ onSiteDays, onlineMinutes, visits, note }) => (
        <>
          {t('schemes.useOf', { days: onSiteDays, time: minutesOf(onlineMinutes), visits })}
          {note && <AsWritten block>{note}</AsWritten>}
        </>
      ),
    },
    {
      key: 'by',
      title: t('schemes.by'),
      cell: ({ recordedByName, recordedAt }) => (
        <>
          <AsWritten>{recordedByName}</AsWritten> {shortInstant(recordedAt)}
        </>
      ),
    },
    {
      key: 'remove',
      title: t('schemes.removeUse'),
      nowrap: true,
      cell: (use) =>
        worksDaily && (
          <Button
            size="small"
            aria-label={t('schemes.removeUseOne', { name: nameIn(use) })}
            onClick={() => {
              clear();
              setRemoving(use);
            }}
          >
            {t('schemes.removeUse')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <Table
        caption={t('schemes.usesCaption')}
        rows={rows}
        keyOf={({ id }) => id}
        cards
        columns={columns.filter(({ key }) => worksDaily || key !== 'remove')}
      />
      <WordsDialog
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('schemes.removeUseOne', { name: removing ? nameIn(removing) : '' })}
        name="reason"
        label={t('schemes.removeReason')}
        confirm={t('schemes.removeUse')}
        busy={busy}
        refusal={refusal}
        onConfirm={(reason) => void remove(reason)}
      />
    </>
  );
}
