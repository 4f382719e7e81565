import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/Button';
import { Page } from '../../ui/Page';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('session.notFound.title')} lead={t('session.notFound.lead')}>
      <div>
        <LinkButton to="/" look="primary">
          {t('session.notFound.home')}
        </LinkButton>
      </div>
    </Page>
  );
}
