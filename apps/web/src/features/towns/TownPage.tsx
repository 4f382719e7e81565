import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ResultOf } from '../../gql/graphql';
import { type Load, useLoad } from '../../gql/use-load';
import { longInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useViewer } from '../../session';
import { Loaded } from '../../ui/Loaded';
import { Mixed } from '../../ui/Mixed';
import { Page, Section } from '../../ui/Page';
import { BusyPeriods } from './BusyPeriods';
import { ItStaff } from './ItStaffForm';
import { InPlanning } from './InPlanning';
import { TownDocument } from './towns.documents';

/** For the hub: one town of the prefecture. */
export function HubTownPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const town = useLoad(TownDocument, { id }, { about: ['TownProfile'] });
  const name = town.data ? nameOf(town.data.municipality) : null;
  return (
    <Page
      title={name === null ? t('towns.title') : t('towns.titleOf', { town: name })}
      back={{ to: '/plans/towns', label: t('towns.title') }}
      narrow
    >
      <Known of={town} forHub />
    </Page>
  );
}

/** For a town: what it says of itself. */
export function OwnTownPage() {
  const { t } = useTranslation();
  const { municipality } = useViewer();
  const town = useLoad(TownDocument, { id: municipality?.id ?? '' }, { about: ['TownProfile'] });
  return (
    <Page
      title={t('towns.ownTitle')}
      back={{ to: '/', label: t('roles.nav.home') }}
      narrow
      lead={<p>{t('towns.ownLead')}</p>}
    >
      <Known of={town} forHub={false} />
    </Page>
  );
}

interface KnownProps {
  readonly of: Load<ResultOf<typeof TownDocument>>;
  readonly forHub: boolean;
}

function Known({ of, forHub }: KnownProps) {
  const { t } = useTranslation();
  return (
    <Loaded of={of}>
      {({ municipality }) => (
        <>
          {municipality.townProfile && (
            <p>
              <Mixed>
                {t('towns.setLine', {
                  at: longInstant(municipality.townProfile.setAt),
                  by: municipality.townProfile.setByName,
                })}
              </Mixed>
            </p>
          )}
          <Section title={t('towns.itStaff')} id="it-staff">
            <ItStaff key={municipality.townProfile?.setAt ?? ''} town={municipality} />
          </Section>
          <Section title={t('towns.busy')} id="busy">
            <BusyPeriods town={municipality} />
          </Section>
          <Section title={t('towns.inPlanning')} id="in-planning">
            <InPlanning town={municipality} forHub={forHub} />
          </Section>
        </>
      )}
    </Loaded>
  );
}
