import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../ui/Page';
import { PasswordForm } from './PasswordForm';

/** What a person can see and change of their own account. */
export function AccountPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('account.title')} narrow>
      <Section title={t('account.password')} id="password">
        <PasswordForm />
      </Section>
    </Page>
  );
}
