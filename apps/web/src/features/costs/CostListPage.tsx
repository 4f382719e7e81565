import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { CostAgreementsDocument } from './costs.documents';

/** Agreements, each with its cost matrix. */
export function CostListPage() {
  const { t } = useTranslation();
  const load = useLoad(CostAgreementsDocument, {}, { about: ['CostAgreement'] });
  return (
    <Page
      title={t('costs.title')}
      lead={<p>{t('costs.lead')}</p>}
      back={{ to: '/engagements', label: t('costs.toAll') }}
    >
      <Loaded of={load}>
        {({ costAgreements }) =>
          costAgreements.length === 0 ? (
            <Empty>{t('costs.none')}</Empty>
          ) : (
            <Table
              caption={t('costs.title')}
              rows={costAgreements}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  title: t('costs.agreement'),
                  heads: true,
                  cell: ({ id, title }) => (
                    <Link to={`/engagements/costs/${id}`} className="link">
                      <AsWritten>{title}</AsWritten>
                    </Link>
                  ),
                },
                { key: 'number', title: t('costs.number'), nowrap: true, cell: ({ number }) => number },
                {
                  key: 'term',
                  title: t('costs.term'),
                  cell: ({ startsOn, endsOn }) =>
                    t('costs.termValue', { from: longDate(startsOn), to: longDate(endsOn) }),
                },
                {
                  key: 'parties',
                  title: t('costs.parties'),
                  cell: ({ parties }) => parties.map(nameOf).join(' / '),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
