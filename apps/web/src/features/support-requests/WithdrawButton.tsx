import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { WordsDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { withWords } from './request-actions.documents';
import type { RequestRow } from './requests.documents';

const REASONS = ['solved', 'later', 'duplicate'] as const;

/** Ending it is possible and never in the way. */
export function WithdrawButton({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const done = useDone();
  const [open, setOpen] = useState(false);
  const { run, busy, refusal, clear } = useAction(withWords.WITHDRAW);
  if (!request.viewerActions.includes('WITHDRAW')) return null;
  const withdraw = async (words: string) => {
    if (!(await run({ id: request.id, words }))) return;
    setOpen(false);
    done(t('requests.done.WITHDRAW'));
  };
  return (
    <div className="no-print">
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        {t('requests.action.WITHDRAW')}
      </Button>
      <WordsDialog
        title={t('requests.action.WITHDRAW')}
        open={open}
        onClose={() => {
          setOpen(false);
          clear();
        }}
        confirm={t('requests.action.WITHDRAW')}
        busy={busy}
        refusal={refusal}
        name="reason"
        label={t('requests.ask.reason')}
        hint={t('requests.ask.reasonHint')}
        suggestions={REASONS.map((reason) => t(`requests.withdrawReasons.${reason}`))}
        onConfirm={(words) => void withdraw(words)}
      />
    </div>
  );
}
