import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { addDays, monthName } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { useSession } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button } from '../../ui/Button';
import { Empty, Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { type AgreementRow, StatementDocument, type StatementRow } from './costs.documents';

const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;

/** What one month comes to and who bears it, as things stand now. */
export function Statement({ agreement }: { readonly agreement: AgreementRow }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const [month, setMonth] = useState(firstOfMonth(addDays(firstOfMonth(today), -1)));
  const next = firstOfMonth(addDays(month, 31));
  const load = useLoad(
    StatementDocument,
    { agreementId: agreement.id, from: month, to: addDays(next, -1) },
    { about: ['CostActual', 'CostMatrix', 'AttendanceDay'] },
  );
  return (
    <Section title={t('costs.statement')} id="statement">
      <p>{t('costs.statementLead')}</p>
      <Actions short>
        <Button size="small" onClick={() => setMonth(firstOfMonth(addDays(month, -1)))}>
          {t('attendance.previous')}
        </Button>
        <strong>{monthName(month)}</strong>
        <Button size="small" onClick={() => setMonth(next)}>
          {t('attendance.next')}
        </Button>
      </Actions>
      <Loaded of={load}>
        {({ costStatement }) =>
          costStatement.length === 0 ? (
            <Empty>{t('costs.statementNone')}</Empty>
          ) : (
            <StatementTable rows={costStatement} agreement={agreement} month={month} />
          )
        }
      </Loaded>
    </Section>
  );
}

interface TableProps {
  readonly rows: readonly StatementRow[];
  readonly agreement: AgreementRow;
  readonly month: string;
}

function StatementTable({ rows, agreement, month }: TableProps) {
  const { t } = useTranslation();
  const payers = agreement.parties.map((party): Column<StatementRow> => ({
    key: party.id,
    title: nameOf(party),
    numeric: true,
    nowrap: true,
    cell: ({ borne }) => {
      const share = borne.find(({ partyId }) => partyId === party.id);
      return share ? yenOf(share.yen) : t('ui.none');
    },
  }));
  return (
    <Table
      caption={t('costs.statementCaption', { month: monthName(month) })}
      rows={rows}
      keyOf={({ item, label, from }) => `${item} ${label} ${from}`}
      columns={[
        {
          key: 'item',
          title: t('costs.item'),
          heads: true,
          cell: ({ item, label }) => (
            <>
              {t(`costs.items.${item}`)} <AsWritten>{label}</AsWritten>
            </>
          ),
        },
        {
          key: 'clause',
          title: t('costs.clause'),
          nowrap: true,
          cell: ({ clauseNo }) => t('costs.clauseValue', { no: clauseNo }),
        },
        {
          key: 'formula',
          title: t('costs.formula'),
          cell: ({ formulaJa, formulaEn }) => (currentLanguage() === 'en' ? formulaEn : formulaJa),
        },
        {
          key: 'total',
          title: t('costs.total'),
          numeric: true,
          nowrap: true,
          cell: ({ totalYen }) => yenOf(totalYen),
        },
        ...payers,
      ]}
    />
  );
}
