import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql/graphql';
import { useLoad } from '../../../gql/use-load';
import { useSession } from '../../../session';
import { CountLinks } from '../../../ui/CountLinks';
import { Loaded } from '../../../ui/Loaded';
import { Section } from '../../../ui/Page';

const VisitsToAnswerDocument = graphql(`
  query VisitsToAnswer($today: LocalDate!) {
    openVisitProposals(first: 1) {
      totalCount
    }
    late: visits(first: 1, filter: { from: $today, unansweredOn: $today }) {
      totalCount
    }
    gaps: visits(first: 1, filter: { gapFrom: $today }) {
      totalCount
    }
  }
`);

/** For the hub's home: published visits about which something has to be done. */
export function VisitsToAnswer() {
  const { t } = useTranslation();
  const { today } = useSession();
  const load = useLoad(VisitsToAnswerDocument, { today }, { about: ['Visit', 'VisitProposal'] });
  return (
    <Section title={t('answers.todo.title')} id="visits-to-answer">
      <Loaded of={load}>
        {({ openVisitProposals, late, gaps }) => (
          <CountLinks
            label={t('answers.todo.title')}
            links={[
              {
                to: '/visits?view=gaps',
                label: t('answers.list.gaps'),
                note: t('answers.todo.gapsNote'),
                count: gaps.totalCount,
              },
              {
                to: '/visits/proposals',
                label: t('answers.title'),
                note: t('answers.todo.proposalsNote'),
                count: openVisitProposals.totalCount,
              },
              {
                to: '/visits?view=late',
                label: t('answers.list.late'),
                note: t('answers.todo.lateNote'),
                count: late.totalCount,
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
