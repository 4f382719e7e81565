import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { useDone } from '../../ui/Done';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { EMPTY_DRAFT, inputOf, NO_THEME, type RequestDraft, UNSURE } from './request-draft';
import { AskedQuestionDocument, TurnIntoRequestDocument } from './request-form.documents';
import { RequestForm } from './RequestForm';

/** Advice was not enough: the question becomes the draft of a request. */
export function RequestFromConsultationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const done = useDone();
  const asked = useLoad(AskedQuestionDocument, { id });
  const { run, busy, refusal } = useAction(TurnIntoRequestDocument);

  const save = async (draft: RequestDraft, next: 'STAY' | 'REVIEW') => {
    const requestId = (await run({ id, input: inputOf(draft) }))?.turnConsultationIntoRequest
      .supportRequestId;
    if (!requestId) return false;
    if (next === 'REVIEW') await navigate(`/requests/${requestId}/review`);
    else done(t('requests.done.saved'), `/requests/${requestId}/edit`);
    return true;
  };

  return (
    <Page
      title={t('requestForm.titleFrom')}
      narrow
      back={{ to: `/consultations/${id}`, label: t('consultations.one') }}
      lead={<p>{t('requestForm.lead')}</p>}
    >
      <Loaded of={asked}>
        {({ consultation }) => (
          <RequestForm
            initial={{
              ...EMPTY_DRAFT,
              group: consultation.theme?.groupId ?? UNSURE,
              theme: consultation.theme?.id ?? NO_THEME,
              trouble: consultation.question,
              contactSection: consultation.contactSection,
            }}
            busy={busy}
            refusal={refusal}
            forTown={false}
            onSave={save}
          />
        )}
      </Loaded>
    </Page>
  );
}
