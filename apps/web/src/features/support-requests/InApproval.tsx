import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { RemindDocument } from './request-actions.documents';
import type { RequestRow } from './requests.documents';

/** While the superior has it: a link to hand on, and one more word a day. */
export function InApproval({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const done = useDone();
  const [copied, setCopied] = useState(false);
  const { run, busy, refusal } = useAction(RemindDocument);
  const link = `${window.location.origin}/requests/${request.id}/review`;
  const remind = async () => {
    if (await run({ id: request.id })) done(t('requests.done.REMIND'));
  };
  // On a page that is not secure there is no clipboard: the link stands there to be marked.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <ErrorSummary refusal={refusal} />
      <p>
        <span className="block text-std-16B-170">{t('requests.now.link')}</span>
        <span className="block select-all break-all">{link}</span>
        <span className="block text-dns-14N-130 text-solid-gray-700">{t('requests.now.linkHint')}</span>
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void copy()}>{t('requests.now.copy')}</Button>
        <Button busy={busy} onClick={() => void remind()}>
          {t('requests.action.REMIND')}
        </Button>
        <span role="status">{copied && t('requests.now.copied')}</span>
      </div>
    </div>
  );
}
