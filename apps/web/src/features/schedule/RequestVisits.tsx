import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { useSession, useViewer } from '../../session';
import { Empty, Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Page';
import { VisitListDocument } from './visits.documents';
import { VisitTable } from './VisitTable';

/** The visits of one request, cancelled ones too. */
export function RequestVisits({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  // The hub has the page of each visit for that.
  const answers = useViewer().role !== 'HUB_STAFF';
  const visits = useLoad(
    VisitListDocument,
    { first: 50, after: null, filter: { supportRequestId: requestId } },
    { about: ['Visit'] },
  );
  return (
    <Section title={t('requests.sections.visits')} id="visits">
      <Loaded of={visits}>
        {({ visits: { edges } }) =>
          edges.length === 0 ? (
            <Empty>{t('requests.empty.visits')}</Empty>
          ) : (
            <VisitTable
              rows={edges.map(({ node }) => node)}
              parts={answers ? ['specialist', 'answer'] : ['specialist']}
            />
          )
        }
      </Loaded>
    </Section>
  );
}

/** The next few, for a home page. */
export function NextVisits() {
  const { t } = useTranslation();
  const { today } = useSession();
  const visits = useLoad(
    VisitListDocument,
    { first: 5, after: null, filter: { from: today, statuses: ['PUBLISHED', 'CONFIRMED'] } },
    { about: ['Visit'] },
  );
  return (
    <Section title={t('schedule.next')} id="next-visits">
      <Loaded of={visits}>
        {({ visits: { edges } }) =>
          edges.length === 0 ? (
            <Empty>{t('schedule.emptyTown')}</Empty>
          ) : (
            <VisitTable rows={edges.map(({ node }) => node)} parts={['specialist', 'request']} />
          )
        }
      </Loaded>
    </Section>
  );
}
