import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { draftOf, inputOf } from './request-draft';
import { ReviseDocument } from './request-form.documents';
import type { RequestRow } from './requests.documents';

/** One press: the same request, online. */
export function ToOnline({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(ReviseDocument, 'Quota');
  if (!request.viewerActions.includes('REVISE')) return null;
  const change = async () => {
    const input = { ...inputOf(draftOf(request), null), title: request.title, mode: 'ONLINE' as const };
    if (await run({ id: request.id, input, seen: request.version })) done(t('requestForm.way.toOnlineDone'));
  };
  return (
    <>
      <ErrorSummary refusal={refusal} />
      <Button busy={busy} onClick={() => void change()}>
        {t('requestForm.way.toOnline')}
      </Button>
    </>
  );
}
