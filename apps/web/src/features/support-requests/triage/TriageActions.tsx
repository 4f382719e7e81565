import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../gql/use-action';
import { ConfirmDialog, WordsDialog } from '../../../ui/AskDialog';
import { Actions, Button, LinkButton } from '../../../ui/Button';
import { plain, withWords } from '../request-actions.documents';
import type { RequestRow } from '../requests.documents';
import { AskTownDocument } from './triage.documents';

type Step = 'accept' | 'ask' | 'online' | 'decline';

interface Props {
  readonly request: RequestRow;
  /** It was decided, in these words: whoever works through the line goes on. */
  readonly onDecided: (words: string) => void;
}

/** The four answers. Everything else that may be done with a request stands on its own page. */
export function TriageActions({ request, onDecided }: Props) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step | null>(null);
  const may = (action: RequestRow['viewerActions'][number]) => request.viewerActions.includes(action);
  const close = () => setStep(null);
  const decided = (words: string) => {
    setStep(null);
    onDecided(words);
  };
  return (
    <>
      <Actions label={t('requests.sections.actions')}>
        {may('ACCEPT') && (
          <Button look="primary" size="small" onClick={() => setStep('accept')}>
            {t('requests.action.ACCEPT')}
          </Button>
        )}
        {may('ASK_TOWN') && (
          <>
            <Button size="small" onClick={() => setStep('ask')}>
              {t('triage.ask')}
            </Button>
            <Button size="small" onClick={() => setStep('online')}>
              {t('triage.online')}
            </Button>
          </>
        )}
        {may('NOT_ADOPT') && (
          <Button look="danger" size="small" onClick={() => setStep('decline')}>
            {t('triage.decline')}
          </Button>
        )}
        <LinkButton look="quiet" size="small" to={`/requests/${request.id}`}>
          {t('triage.whole')}
        </LinkButton>
      </Actions>
      {step === 'accept' && <Accept request={request} onClose={close} onDecided={decided} />}
      {(step === 'ask' || step === 'online') && (
        <Ask
          key={step}
          request={request}
          question={step === 'ask' ? 'QUESTION' : 'ONLINE_FIRST'}
          onClose={close}
          onDecided={decided}
        />
      )}
      {step === 'decline' && <Decline request={request} onClose={close} onDecided={decided} />}
    </>
  );
}

interface StepProps extends Props {
  readonly onClose: () => void;
}

function Accept({ request, onClose, onDecided }: StepProps) {
  const { t } = useTranslation();
  const { run, busy, refusal } = useAction(plain.ACCEPT);
  const confirm = async () => {
    if (await run({ id: request.id })) onDecided(t('requests.done.ACCEPT'));
  };
  return (
    <ConfirmDialog
      open
      title={t('requests.action.ACCEPT')}
      confirm={t('requests.action.ACCEPT')}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{t(request.entrustSelection ? 'requests.ask.acceptEntrusted' : 'requests.ask.acceptRanked')}</p>
    </ConfirmDialog>
  );
}

function Ask({
  request,
  question,
  onClose,
  onDecided,
}: StepProps & { readonly question: 'QUESTION' | 'ONLINE_FIRST' }) {
  const { t } = useTranslation();
  const { run, busy, refusal } = useAction(AskTownDocument);
  const isOnline = question === 'ONLINE_FIRST';
  const confirm = async (words: string) => {
    if (await run({ id: request.id, question, words }))
      onDecided(t(isOnline ? 'triage.proposed' : 'triage.questionSent'));
  };
  return (
    <WordsDialog
      open
      title={t(isOnline ? 'triage.onlineTitle' : 'triage.askTitle')}
      confirm={t('triage.send')}
      busy={busy}
      refusal={refusal}
      name="words"
      label={t(isOnline ? 'triage.onlineWords' : 'triage.askWords')}
      hint={t(isOnline ? 'triage.onlineHint' : 'triage.askHint')}
      suggestions={
        isOnline
          ? [t('triage.onlineSuggestion')]
          : [t('triage.askSuggestion.what'), t('triage.askSuggestion.when'), t('triage.askSuggestion.who')]
      }
      onClose={onClose}
      onConfirm={(words) => void confirm(words)}
    />
  );
}

function Decline({ request, onClose, onDecided }: StepProps) {
  const { t } = useTranslation();
  const { run, busy, refusal } = useAction(withWords.NOT_ADOPT);
  const confirm = async (words: string) => {
    if (await run({ id: request.id, words })) onDecided(t('triage.declined'));
  };
  return (
    <WordsDialog
      open
      title={t('triage.declineTitle')}
      confirm={t('triage.decline')}
      busy={busy}
      refusal={refusal}
      name="reason"
      label={t('requests.ask.reason')}
      hint={t('requests.ask.reasonHint')}
      suggestions={[t('triage.declineSuggestion.nobody'), t('triage.declineSuggestion.outside')]}
      onClose={onClose}
      onConfirm={(words) => void confirm(words)}
    />
  );
}
