import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { fiscalYearOf, monthName } from '../../i18n/dates';
import { yenOf } from '../../i18n/money';
import { nameOf } from '../../i18n/words';
import { SAME_SCREEN } from '../../navigation/use-change-search';
import { useSession } from '../../session';
import { DateField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { TravelTabs } from './TravelTabs';
import { type TotalRow, TotalsDocument } from './travel-claims.documents';

interface Sum {
  readonly key: string;
  readonly name: string;
  readonly visits: number;
  readonly yen: number;
  readonly feeYen: number;
}

/** Rows that belong together, summed; the most expensive first, months in their order. */
function sumsBy(rows: readonly TotalRow[], keyOf: (row: TotalRow) => readonly [string, string]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const [key, name] = keyOf(row);
    const { visits = 0, yen = 0, feeYen = 0 } = sums.get(key) ?? {};
    sums.set(key, {
      key,
      name,
      visits: visits + row.visits,
      yen: yen + row.yen,
      feeYen: feeYen + row.feeYen,
    });
  }
  return [...sums.values()];
}

/** Granted travel by person, town and month of a period. */
export function TotalsPage() {
  const { t } = useTranslation();
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const [from, to] = [search.get('from') ?? `${fiscalYearOf(today)}-04-01`, search.get('to') ?? today];
  const show = (period: { from: string; to: string }) => setSearch(period, SAME_SCREEN);
  const load = useLoad(
    TotalsDocument,
    { from, to },
    { pause: from === '' || to === '', about: ['TravelClaim'] },
  );
  return (
    <Page
      title={t('travelClaims.totals')}
      lead={<p>{t('travelClaims.totalsLead')}</p>}
      back={{ to: '/engagements', label: t('travelClaims.back') }}
    >
      <TravelTabs />
      <Form
        labels={{ from: t('travelClaims.fromDay'), to: t('travelClaims.toDay') }}
        refusal={null}
        onSubmit={load.reload}
        label={t('travelClaims.totals')}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField name="from" required value={from} onChange={(day) => show({ from: day, to })} />
          <DateField name="to" required value={to} onChange={(day) => show({ from, to: day })} />
        </div>
      </Form>
      <Loaded of={load}>
        {({ travelTotals: rows }) =>
          rows.length === 0 ? (
            <Empty>{t('travelClaims.totalsNone')}</Empty>
          ) : (
            <>
              <Sums
                title={t('travelClaims.byMonth')}
                sums={sumsBy(rows, ({ month }) => [month, monthName(month)])}
              />
              <Sums
                title={t('travelClaims.byPerson')}
                sums={sumsBy(rows, ({ specialistId, specialist }) => [
                  specialistId,
                  specialist ? nameOf(specialist) : t('ui.none'),
                ])}
              />
              <Sums
                title={t('travelClaims.byTown')}
                sums={sumsBy(rows, ({ municipalityId, municipality }) => [
                  municipalityId,
                  municipality ? nameOf(municipality) : municipalityId,
                ])}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Sums({ title, sums }: { readonly title: string; readonly sums: readonly Sum[] }) {
  const { t } = useTranslation();
  const total = sums.reduce(
    (all, { visits, yen, feeYen }) => ({
      visits: all.visits + visits,
      yen: all.yen + yen,
      feeYen: all.feeYen + feeYen,
    }),
    { visits: 0, yen: 0, feeYen: 0 },
  );
  return (
    <Section title={title} id={title}>
      <Table
        caption={title}
        rows={[...sums, { key: 'sum', name: t('travelClaims.sum'), ...total }]}
        keyOf={({ key }) => key}
        columns={[
          { key: 'name', title, heads: true, cell: ({ name }) => name },
          { key: 'visits', title: t('travelClaims.visits'), numeric: true, cell: ({ visits }) => visits },
          {
            key: 'yen',
            title: t('travelClaims.travelYen'),
            numeric: true,
            nowrap: true,
            cell: ({ yen }) => yenOf(yen),
          },
          {
            key: 'fee',
            title: t('travelClaims.fees'),
            numeric: true,
            nowrap: true,
            cell: ({ feeYen }) => yenOf(feeYen),
          },
        ]}
      />
    </Section>
  );
}
