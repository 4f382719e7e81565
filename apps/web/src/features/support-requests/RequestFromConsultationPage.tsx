import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { useDone } from '../../ui/Done';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { EMPTY_DRAFT, inputOf, NO_THEME, type RequestDraft, UNSURE } from './request-draft';
import { AskedQuestionDocument, FormThemesDocument, TurnIntoRequestDocument } from './request-form.documents';
import { RequestForm, type RequestFormProps } from './RequestForm';
import type { Kept } from './use-draft';

/** Advice was not enough: the question becomes the draft of a request, once somebody says so. */
export function RequestFromConsultationPage({ beside }: Pick<RequestFormProps, 'beside'>) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const done = useDone();
  const asked = useLoad(AskedQuestionDocument, { id });
  const themes = useLoad(FormThemesDocument, {});
  const { run, refusal } = useAction(TurnIntoRequestDocument);
  const known = themes.data?.supportThemes;

  const create = useCallback(
    async (draft: RequestDraft): Promise<Kept | null> => {
      const theme = known?.find((one) => one.id === draft.theme) ?? null;
      const made = (await run({ id, input: inputOf(draft, theme) }))?.turnConsultationIntoRequest;
      // It has just been made: nobody else has seen it.
      return made?.supportRequestId ? { id: made.supportRequestId, version: '0' } : null;
    },
    [run, id, known],
  );

  return (
    <Page
      title={t('requestForm.titleFrom')}
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
            forTown={false}
            create={create}
            createRefusal={refusal}
            byItself={false}
            beside={beside}
            onKept={(kept) => done(t('requests.done.saved'), `/requests/${kept.id}/edit`)}
            onReview={(kept) => void navigate(`/requests/${kept.id}/review`)}
          />
        )}
      </Loaded>
    </Page>
  );
}
