import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { useDailyWork, useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { OfficeForm } from './OfficeForm';
import { OfficesDocument } from './offices.documents';

/** Digital offices: a town's own, or those of every town for its hub. */
export function OfficeListPage() {
  const { t } = useTranslation();
  const { role } = useViewer();
  const keeps = useDailyWork() && role === 'MUNICIPALITY_STAFF';
  const [opening, setOpening] = useState(false);
  const load = useLoad(OfficesDocument, {}, { about: ['Office', 'OfficeMember'] });
  return (
    <Page
      title={t('offices.title')}
      back={{ to: '/engagements', label: t('roles.nav.engagements') }}
      lead={<p>{t('offices.lead')}</p>}
    >
      {keeps && (
        <div>
          <Button look="primary" onClick={() => setOpening(true)}>
            {t('offices.open')}
          </Button>
        </div>
      )}
      <Loaded of={load}>
        {({ offices }) =>
          offices.length === 0 ? (
            <Empty>{t('offices.none')}</Empty>
          ) : (
            <Table
              caption={t('offices.title')}
              rows={offices}
              keyOf={({ id }) => id}
              cards
              columns={[
                {
                  key: 'name',
                  title: t('offices.name'),
                  heads: true,
                  cell: ({ id, name }) => (
                    <Link to={`/engagements/offices/${id}`} className="link">
                      <AsWritten>{name}</AsWritten>
                    </Link>
                  ),
                },
                {
                  key: 'town',
                  title: t('offices.town'),
                  cell: ({ municipality }) => municipality && nameOf(municipality),
                },
                {
                  key: 'seats',
                  title: t('offices.seatsTaken'),
                  cell: ({ seats, roster }) => (
                    <>
                      {t('offices.seatsOf', { seated: roster.seated, seats })}
                      {roster.isOver && <strong className="block">{t('offices.overShort')}</strong>}
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      <Dialog open={opening} onClose={() => setOpening(false)} title={t('offices.open')}>
        <OfficeForm office={null} onDone={() => setOpening(false)} />
      </Dialog>
    </Page>
  );
}
