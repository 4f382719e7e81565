import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { saveFile } from '../../ui/save-file';
import { ExportHistoryDocument, type HistoryRecord } from './history.documents';

interface Props {
  readonly recordType: HistoryRecord;
  readonly id: string;
}

export function ExportButton({ recordType, id }: Props) {
  const { t } = useTranslation();
  const { run, busy, refusal } = useAction(ExportHistoryDocument);
  const take = async () => {
    const file = (await run({ recordType, id }))?.exportHistory;
    if (file) saveFile(file.name, file.content, 'text/csv');
  };
  return (
    <div className="no-print flex flex-col gap-3">
      <ErrorSummary refusal={refusal} />
      <div>
        <Button busy={busy} onClick={() => void take()}>
          {t('history.export')}
        </Button>
      </div>
      <p className="text-dns-14N-130">{t('history.exportHint')}</p>
    </div>
  );
}
