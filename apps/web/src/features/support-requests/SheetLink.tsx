import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** To the request as readers outside may have it. */
export function SheetLink({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <p className="no-print">
      <Link to={`/requests/${id}/sheet`} className="link">
        {t('requests.sheet.link')}
      </Link>
    </p>
  );
}
