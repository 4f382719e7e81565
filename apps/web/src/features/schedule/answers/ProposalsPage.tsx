import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../../gql/use-load';
import { shortInstant } from '../../../i18n/dates';
import { nameOf } from '../../../i18n/words';
import { Empty, Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Pager, usePage } from '../../../ui/Pager';
import { Table } from '../../../ui/Table';
import { VisitTime } from '../VisitWords';
import { OpenProposalsDocument } from './answers.documents';
import { useSpanWords } from './ProposalWords';

/** For the hub: other days that were asked for and wait for a word, the longest first. */
export function ProposalsPage({ tabs }: { readonly tabs?: ReactNode }) {
  const { t } = useTranslation();
  const say = { TOWN: useSpanWords('TOWN'), SPECIALIST: useSpanWords('SPECIALIST') };
  const list = useLoad(OpenProposalsDocument, usePage(), { about: ['VisitProposal', 'Visit'] });
  return (
    <Page title={t('answers.listTitle')} lead={t('answers.listLead')}>
      <div className="flex flex-col gap-6">
        {tabs}
        <Loaded of={list}>
          {({ openVisitProposals: { edges, pageInfo, totalCount } }) =>
            edges.length === 0 ? (
              <Empty>{t('answers.listEmpty')}</Empty>
            ) : (
              <>
                <Table
                  caption={t('answers.listTitle')}
                  rows={edges.map(({ node }) => node)}
                  keyOf={({ id }) => id}
                  cards
                  columns={[
                    {
                      key: 'visit',
                      title: t('schedule.visit'),
                      heads: true,
                      cell: ({ visit }) => (
                        <Link to={`/visits/${visit.id}`} className="link">
                          {nameOf(visit.municipality)} <VisitTime visit={visit} />
                        </Link>
                      ),
                    },
                    {
                      key: 'by',
                      title: t('answers.askedBy'),
                      cell: ({ side, visit }) =>
                        side === 'TOWN'
                          ? nameOf(visit.municipality)
                          : visit.specialist
                            ? nameOf(visit.specialist)
                            : t('ui.none'),
                    },
                    {
                      key: 'slots',
                      title: t('answers.slots'),
                      cell: ({ slots, side }) => slots.map(say[side]).join(t('ui.listMark')),
                    },
                    {
                      key: 'since',
                      title: t('answers.since'),
                      nowrap: true,
                      cell: ({ madeAt }) => shortInstant(madeAt),
                    },
                  ]}
                />
                <Pager total={totalCount} pageInfo={pageInfo} />
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}
