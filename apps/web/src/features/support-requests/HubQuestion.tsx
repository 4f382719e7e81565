import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { WordsDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Section } from '../../ui/Page';
import { RequestFull, type RequestRow } from './requests.documents';
import { Talk } from './triage/Talk';

const AnswerHubDocument = graphql(
  `
    mutation AnswerHub($id: ID!, $agrees: Boolean!, $words: String!) {
      answerHubAboutRequest(id: $id, agrees: $agrees, words: $words) {
        ...RequestFull
      }
    }
  `,
  [RequestFull],
);

/** For the town: what the hub asks before it decides, and the reply. */
export function HubQuestion({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const done = useDone();
  const [agrees, setAgrees] = useState<boolean | null>(null);
  const { run, busy, refusal, clear } = useAction(AnswerHubDocument);
  const isOnline = request.asked === 'ONLINE_FIRST';
  const send = async (words: string) => {
    if (agrees === null || !(await run({ id: request.id, agrees, words }))) return;
    setAgrees(null);
    done(t('triage.replied'));
  };
  return (
    <Section title={t(isOnline ? 'triage.hubProposes' : 'triage.hubAsks')} id="hub-question">
      <Talk request={request} />
      {isOnline && <p>{t('triage.whatOnlineMeans')}</p>}
      <Actions label={t('triage.reply')}>
        <Button look="primary" onClick={() => setAgrees(true)}>
          {t(isOnline ? 'triage.agree' : 'triage.reply')}
        </Button>
        {isOnline && <Button onClick={() => setAgrees(false)}>{t('triage.disagree')}</Button>}
      </Actions>
      <WordsDialog
        open={agrees !== null}
        title={t(agrees === false ? 'triage.disagree' : isOnline ? 'triage.agree' : 'triage.reply')}
        confirm={t('triage.sendReply')}
        busy={busy}
        refusal={refusal}
        name="words"
        label={t('triage.replyWords')}
        suggestions={isOnline ? [t(agrees ? 'triage.agreeSuggestion' : 'triage.disagreeSuggestion')] : []}
        onClose={() => {
          setAgrees(null);
          clear();
        }}
        onConfirm={(words) => void send(words)}
      />
    </Section>
  );
}
