import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { type StandingData, StandingDocument } from './overview.documents';
import { AsOf, Definition } from './Panel';
import { useYear } from './use-year';
import { YearLinks } from './YearLinks';

/** For a town: its own year beside the middle of the others, which have no names here. */
export function StandingPage() {
  const { t } = useTranslation();
  const { year: fiscalYear } = useYear();
  const load = useLoad(StandingDocument, { fiscalYear }, { about: ['Visit', 'SupportRequest'] });
  return (
    <Page title={t('overview.standing.title')} lead={<p>{t('overview.standing.lead')}</p>}>
      <YearLinks />
      <Loaded of={load}>{({ townStanding }) => <Standing data={townStanding} />}</Loaded>
    </Page>
  );
}

interface Line {
  readonly key: string;
  readonly what: string;
  readonly own: string;
  readonly all: string;
  readonly same: string;
}

function Standing({ data }: { readonly data: StandingData }) {
  const { t } = useTranslation();
  const { all, sameSize } = data;
  const few = t('overview.standing.few');
  const times = (value: number | null): string => (value === null ? few : t('overview.times', { value }));
  const days = (value: number | null): string => (value === null ? few : t('overview.days', { value }));
  const own = (value: number | null): string =>
    value === null ? t('overview.none') : t('overview.days', { value });
  const visited = (towns: StandingData['all']): string =>
    towns.visitedTowns === null
      ? few
      : t('overview.standing.visitedValue', { visited: towns.visitedTowns, towns: towns.towns });
  const lines: Line[] = [
    {
      key: 'onSite',
      what: t('overview.standing.rows.onSite'),
      own: t('overview.times', { value: data.onSite }),
      all: times(all.medianOnSite),
      same: times(sameSize.medianOnSite),
    },
    {
      key: 'online',
      what: t('overview.standing.rows.online'),
      own: t('overview.times', { value: data.online }),
      all: times(all.medianOnline),
      same: times(sameSize.medianOnline),
    },
    {
      key: 'contact',
      what: t('overview.standing.rows.contact'),
      own: own(data.contactDays),
      all: days(all.medianContactDays),
      same: days(sameSize.medianContactDays),
    },
    {
      key: 'visit',
      what: t('overview.standing.rows.visit'),
      own: own(data.visitDays),
      all: days(all.medianVisitDays),
      same: days(sameSize.medianVisitDays),
    },
    {
      key: 'visited',
      what: t('overview.standing.rows.visited'),
      own: t(`overview.coverage.reaches.${data.reach}`),
      all: visited(all),
      same: visited(sameSize),
    },
  ];
  return (
    <Section
      id="standing"
      title={
        <span className="inline-flex items-center gap-2">
          {t('overview.standing.caption')}{' '}
          <Definition title={t('overview.standing.title')} text={t('overview.standing.definition')} />
        </span>
      }
    >
      <AsOf year={data.year} />
      <p>
        {t('overview.standing.received', { count: data.received })}
        <span className="block">
          {data.lastOn
            ? t('overview.standing.lastOn', { date: longDate(data.lastOn) })
            : t('overview.standing.noVisit')}
        </span>
      </p>
      <Table
        caption={t('overview.standing.caption')}
        cards
        rows={lines}
        keyOf={({ key }) => key}
        columns={[
          { key: 'what', title: t('overview.standing.what'), heads: true, cell: ({ what }) => what },
          { key: 'own', title: t('overview.standing.own'), cell: (line) => <strong>{line.own}</strong> },
          { key: 'all', title: t('overview.standing.all', { towns: all.towns }), cell: (line) => line.all },
          {
            key: 'same',
            title: t('overview.standing.same', { towns: sameSize.towns }),
            cell: ({ same }) => same,
          },
        ]}
      />
      <p>
        <Link to="/schedule" className="link">
          {t('overview.standing.yourVisits')}
        </Link>
      </p>
    </Section>
  );
}
