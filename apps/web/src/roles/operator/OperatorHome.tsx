import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/graphql';
import { useLoad } from '../../gql/use-load';
import { CountLinks } from '../../ui/CountLinks';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';

const OperatorHomeDocument = graphql(`
  query OperatorHome {
    installation {
      pendingChanges
      outbox {
        waiting
        dead
      }
      prefectures {
        id
      }
    }
  }
`);

/** Counts that are links: each number leads to where it is explained. */
export function OperatorHome() {
  const { t } = useTranslation();
  const home = useLoad(OperatorHomeDocument, {}, { about: ['RetriedOutboxRows'] });
  return (
    <Page title={t('roles.operator.home')}>
      <Section title={t('roles.operator.state')} id="state">
        <Loaded of={home}>
          {({ installation: { outbox, pendingChanges, prefectures } }) => (
            <CountLinks
              label={t('roles.operator.state')}
              links={[
                { to: '/operations#dead', label: t('roles.operator.dead'), count: outbox.dead },
                { to: '/operations#state', label: t('roles.operator.waiting'), count: outbox.waiting },
                { to: '/operations', label: t('roles.operator.pending'), count: pendingChanges.length },
                {
                  to: '/operations#prefectures',
                  label: t('roles.operator.prefectures'),
                  count: prefectures.length,
                },
              ]}
            />
          )}
        </Loaded>
      </Section>
    </Page>
  );
}
