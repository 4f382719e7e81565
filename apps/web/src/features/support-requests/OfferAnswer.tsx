import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { WordsDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Section } from '../../ui/Page';
import { AnswerOfferDocument } from './request-actions.documents';
import type { RequestRow } from './requests.documents';

/** A specialist says yes with one press, or no with a reason. */
export function OfferAnswer({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const done = useDone();
  const [declining, setDeclining] = useState(false);
  const accept = useAction(AnswerOfferDocument);
  const decline = useAction(AnswerOfferDocument);
  const take = async () => {
    if (await accept.run({ id: request.id, accept: true, reason: null }))
      done(t('requests.done.ANSWER_OFFER'));
  };
  const leave = async (reason: string) => {
    if (!(await decline.run({ id: request.id, accept: false, reason }))) return;
    setDeclining(false);
    done(t('requests.done.ANSWER_OFFER'), '/');
  };
  return (
    <Section title={t('requests.offers.title')} id="offer">
      <p>{t('requests.offers.lead')}</p>
      <ErrorSummary refusal={accept.refusal} />
      <Actions>
        <Button look="primary" onClick={() => void take()} busy={accept.busy}>
          {t('requests.action.accept')}
        </Button>
        <Button look="danger" onClick={() => setDeclining(true)}>
          {t('requests.action.decline')}
        </Button>
      </Actions>
      <WordsDialog
        title={t('requests.action.decline')}
        open={declining}
        onClose={() => setDeclining(false)}
        confirm={t('requests.action.decline')}
        busy={decline.busy}
        refusal={decline.refusal}
        name="reason"
        label={t('requests.ask.reason')}
        hint={t('requests.offers.answerHint')}
        onConfirm={(reason) => void leave(reason)}
      />
    </Section>
  );
}
