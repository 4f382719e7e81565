import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordWord } from './records';

/** To everything that was ever done to a record. */
export function HistoryLink({ of, id }: { readonly of: RecordWord; readonly id: string }) {
  const { t } = useTranslation();
  return (
    <p className="no-print">
      <Link to={`/history/${of}/${id}`} className="link">
        {t('history.link')}
      </Link>
    </p>
  );
}

/** For the pages of several roles, some of which may not read it. */
export const historyOf =
  (of: RecordWord) =>
  (id: string): ReactNode => <HistoryLink of={of} id={id} />;
