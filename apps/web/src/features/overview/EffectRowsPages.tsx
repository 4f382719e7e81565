import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { calendarDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Empty, Loaded } from '../../ui/Loaded';
import { Pager } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { EffectsDocument, RepeatRowsDocument, StepRowsDocument } from './overview.documents';
import { AsOf } from './Panel';
import { RowsPage } from './RowsPage';
import { useYear } from './use-year';

const ENDS = ['IN_TIME', 'LATE', 'RUNNING', 'DROPPED'] as const;
const QUESTIONS = ['usefulness', 'clarity', 'progress', 'again'] as const;
const ROWS = 100;

/** The next steps of a year, and what became of them. */
export function StepRowsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { year: fiscalYear } = useYear();
  const end = ENDS.find((one) => one === search.get('end')) ?? null;
  const load = useLoad(
    StepRowsDocument,
    { fiscalYear, end, first: ROWS, after: search.get('after') },
    { about: ['ReportStep'] },
  );
  return (
    <RowsPage
      title={t('overview.effects.stepsTitle')}
      definition={t('overview.effects.definition')}
      choices={[ENDS.map((value) => ({ name: 'end', value, label: t(`overview.effects.ends.${value}`) }))]}
      list="OVERVIEW_STEPS"
      filter={{ fiscalYear, end }}
    >
      <Loaded of={load}>
        {({ stepOutcomes: { edges, pageInfo, totalCount } }) =>
          edges.length === 0 ? (
            <Empty>{t(end ? 'overview.effects.empty' : 'overview.effects.noSteps')}</Empty>
          ) : (
            <>
              <Table
                caption={t('overview.effects.stepRowsCaption')}
                rows={edges.map(({ node }) => node)}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'what',
                    title: t('overview.effects.what'),
                    heads: true,
                    cell: ({ what }) => <AsWritten>{what}</AsWritten>,
                  },
                  {
                    key: 'request',
                    title: t('overview.effects.request'),
                    cell: ({ supportRequestId, number, title }) => (
                      <Link to={`/requests/${supportRequestId}`} className="link">
                        {number} <AsWritten>{title}</AsWritten>
                      </Link>
                    ),
                  },
                  {
                    key: 'town',
                    title: t('overview.effects.town'),
                    nowrap: true,
                    cell: ({ municipality }) => municipality && nameOf(municipality),
                  },
                  {
                    key: 'owner',
                    title: t('overview.effects.owner'),
                    nowrap: true,
                    cell: ({ owner }) => t(`reports.owner.${owner}`),
                  },
                  {
                    key: 'agreed',
                    title: t('overview.effects.agreedOn'),
                    nowrap: true,
                    cell: ({ agreedOn }) => calendarDate(agreedOn),
                  },
                  {
                    key: 'due',
                    title: t('overview.effects.dueOn'),
                    nowrap: true,
                    cell: ({ dueOn }) => calendarDate(dueOn),
                  },
                  {
                    key: 'closed',
                    title: t('overview.effects.closedOn'),
                    nowrap: true,
                    cell: ({ closedOn }) => (closedOn ? calendarDate(closedOn) : t('overview.none')),
                  },
                  {
                    key: 'end',
                    title: t('overview.effects.end'),
                    nowrap: true,
                    cell: (row) => t(`overview.effects.ends.${row.end}`),
                  },
                ]}
              />
              <p className="text-std-16B-170">{t('overview.total', { total: totalCount })}</p>
              <Pager total={totalCount} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </RowsPage>
  );
}

/** Requests for what the same town had asked for within the year before. */
export function RepeatRowsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { year: fiscalYear } = useYear();
  const load = useLoad(
    RepeatRowsDocument,
    { fiscalYear, first: ROWS, after: search.get('after') },
    { about: ['SupportRequest'] },
  );
  const dated = (number: string | null, on: string): string =>
    t('overview.effects.dated', { number: number ?? '', date: calendarDate(on) });
  return (
    <RowsPage
      title={t('overview.effects.repeatsTitle')}
      definition={t('overview.effects.definition')}
      list="OVERVIEW_REPEATS"
      filter={{ fiscalYear }}
    >
      <Loaded of={load}>
        {({ repeatedNeeds: { edges, pageInfo, totalCount } }) =>
          edges.length === 0 ? (
            <Empty>{t('overview.effects.noRepeats')}</Empty>
          ) : (
            <>
              <Table
                caption={t('overview.effects.repeatsCaption')}
                rows={edges.map(({ node }) => node)}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'request',
                    title: t('overview.effects.request'),
                    heads: true,
                    cell: ({ id, number, title }) => (
                      <Link to={`/requests/${id}`} className="link">
                        {number} <AsWritten>{title}</AsWritten>
                      </Link>
                    ),
                  },
                  {
                    key: 'town',
                    title: t('overview.effects.town'),
                    nowrap: true,
                    cell: ({ municipality }) => municipality && nameOf(municipality),
                  },
                  {
                    key: 'theme',
                    title: t('overview.effects.theme'),
                    cell: ({ theme }) => theme && nameOf(theme),
                  },
                  {
                    key: 'received',
                    title: t('overview.effects.receivedOn'),
                    nowrap: true,
                    cell: ({ receivedOn }) => calendarDate(receivedOn),
                  },
                  {
                    key: 'earlier',
                    title: t('overview.effects.earlier'),
                    nowrap: true,
                    cell: ({ earlierId, earlierNumber, earlierOn }) => (
                      <Link to={`/requests/${earlierId}`} className="link">
                        {dated(earlierNumber, earlierOn)}
                      </Link>
                    ),
                  },
                ]}
              />
              <p className="text-std-16B-170">{t('overview.total', { total: totalCount })}</p>
              <Pager total={totalCount} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </RowsPage>
  );
}

/** Ratings by theme; small groups have their count alone. */
export function RatingRowsPage() {
  const { t } = useTranslation();
  const { year: fiscalYear } = useYear();
  const load = useLoad(EffectsDocument, { fiscalYear }, { about: ['SupportEvaluation'] });
  return (
    <RowsPage
      title={t('overview.effects.ratingsTitle')}
      definition={t('overview.effects.definition')}
      list="OVERVIEW_RATINGS"
      filter={{ fiscalYear }}
    >
      <Loaded of={load}>
        {({ effectOverview: { themes, year } }) =>
          themes.length === 0 ? (
            <Empty>{t('overview.effects.noRatings')}</Empty>
          ) : (
            <>
              <AsOf year={year} />
              <Table
                caption={t('overview.effects.ratingsTableCaption')}
                rows={themes}
                keyOf={({ theme }) => theme?.id ?? ''}
                columns={[
                  {
                    key: 'theme',
                    title: t('overview.effects.theme'),
                    heads: true,
                    cell: ({ theme }) => (theme ? nameOf(theme) : t('overview.effects.noTheme')),
                  },
                  {
                    key: 'answers',
                    title: t('overview.effects.answers'),
                    numeric: true,
                    cell: ({ answers }) => t('overview.cases', { value: answers }),
                  },
                  {
                    key: 'towns',
                    title: t('overview.effects.towns'),
                    numeric: true,
                    cell: ({ towns }) => towns,
                  },
                  ...QUESTIONS.map((question) => ({
                    key: question,
                    title: t(`overview.effects.questions.${question}`),
                    numeric: true,
                    cell: (row: (typeof themes)[number]) => {
                      const value = row[question];
                      if (value !== null) return t('overview.effects.point', { value: value.toFixed(1) });
                      return row.hidden ? t('overview.effects.hidden') : t('overview.none');
                    },
                  })),
                ]}
              />
              <p className="text-std-16B-170">{t('overview.total', { total: themes.length })}</p>
            </>
          )
        }
      </Loaded>
    </RowsPage>
  );
}
