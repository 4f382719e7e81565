import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { saveFile } from '../../ui/save-file';
import { ExportMyDataDocument } from './account.documents';

/** Everything that is held about the person, to be taken away. */
export function OwnData() {
  const { t } = useTranslation();
  const { run, busy, refusal } = useAction(ExportMyDataDocument);
  const take = async () => {
    const file = (await run({}))?.exportMyData;
    if (file) saveFile(file.name, file.content, 'application/json');
  };
  return (
    <div className="flex flex-col gap-3">
      <ErrorSummary refusal={refusal} />
      <p>{t('account.ownDataText')}</p>
      <div>
        <Button busy={busy} onClick={() => void take()}>
          {t('account.ownDataTake')}
        </Button>
      </div>
    </div>
  );
}
