import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../ui/Page';
import { Identity } from './Identity';
import { Memberships } from './Memberships';
import { OwnData } from './OwnData';
import { PasswordForm } from './PasswordForm';
import { SecondFactor } from './SecondFactor';
import { Sessions } from './Sessions';
import { ViewSettings } from './ViewSettings';

/** What a person can see and change of their own account. */
export function AccountPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('account.title')} narrow>
      <Memberships />
      <Section title={t('account.view')} id="view">
        <ViewSettings />
      </Section>
      <Section title={t('account.sessions')} id="sessions">
        <Sessions />
      </Section>
      <Section title={t('secondFactor.title')} id="second-factor">
        <SecondFactor />
      </Section>
      <Identity />
      <Section title={t('account.password')} id="password">
        <PasswordForm />
      </Section>
      <Section title={t('account.ownData')} id="own-data">
        <OwnData />
      </Section>
    </Page>
  );
}
