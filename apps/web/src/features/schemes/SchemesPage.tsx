import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../../gql/use-load';
import { useViewer } from '../../session';
import { Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { NewOwnScheme } from './OwnScheme';
import { SchemeCard } from './SchemeCard';
import { SchemeFinder } from './SchemeFinder';
import { SchemesDocument } from './schemes.documents';
import { Uses } from './Uses';
import { NewWindow } from './Windows';

/** Which schemes there are, and which of them fits a trouble; the hub keeps dates and own schemes here. */
export function SchemesPage({ historyOf }: { readonly historyOf?: (id: string) => ReactNode }) {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const keeps = role === 'HUB_STAFF' && duties.includes('COORDINATOR');
  const load = useLoad(SchemesDocument, {}, { about: ['Scheme', 'IntakeWindow'] });
  return (
    <Page
      title={t('schemes.title')}
      back={{ to: '/engagements', label: t('roles.nav.engagements') }}
      lead={<p>{t('schemes.lead')}</p>}
    >
      <Section title={t('schemes.route')} id="route">
        <p>{t('schemes.routeLead')}</p>
        <SchemeFinder />
      </Section>
      <Loaded of={load}>
        {({ schemes }) => {
          const shown = schemes.filter(({ origin }) => origin !== 'POOL');
          return (
            <>
              <Section title={t('schemes.list')} id="list">
                <ul className="flex flex-col">
                  {shown.map((scheme) => (
                    <li key={scheme.id}>
                      <SchemeCard
                        scheme={scheme}
                        keeps={keeps}
                        below={scheme.origin === 'PREFECTURE' && historyOf?.(scheme.id)}
                      />
                    </li>
                  ))}
                </ul>
                {keeps && (
                  <div className="no-print flex flex-wrap gap-3">
                    <NewWindow schemes={shown} />
                    <NewOwnScheme />
                  </div>
                )}
              </Section>
              <Uses schemes={shown} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
