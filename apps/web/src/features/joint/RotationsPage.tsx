import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { longDate } from '../../i18n/dates';
import { useDailyWork } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { LinkButton } from '../../ui/Button';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { RotationsDocument } from './rotation.documents';
import { useBack } from './use-back';

/** For the hub: who moves on, on one day, as a whole. */
export function RotationsPage() {
  const { t } = useTranslation();
  const worksDaily = useDailyWork();
  const load = useLoad(RotationsDocument, {}, { about: ['Rotation'] });
  return (
    <Page title={t('joint.rotation.title')} back={useBack()} lead={<p>{t('joint.rotation.lead')}</p>}>
      {worksDaily && (
        <div>
          <LinkButton to="/engagements/rotation/new" look="primary">
            {t('joint.rotation.new')}
          </LinkButton>
        </div>
      )}
      <Loaded of={load}>
        {({ rotations }) =>
          rotations.length === 0 ? (
            <Empty>{t('joint.rotation.empty')}</Empty>
          ) : (
            <Table
              caption={t('joint.rotation.title')}
              rows={rotations}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  title: t('joint.rotation.name'),
                  heads: true,
                  cell: ({ id, title }) => (
                    <Link to={`/engagements/rotation/${id}`} className="link">
                      <AsWritten>{title}</AsWritten>
                    </Link>
                  ),
                },
                { key: 'on', title: t('joint.rotation.on'), cell: ({ on }) => longDate(on) },
                {
                  key: 'state',
                  title: t('joint.state'),
                  nowrap: true,
                  cell: ({ status }) => t(`joint.rotation.status.${status}`),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
