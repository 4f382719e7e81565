import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useViewer } from '../../session';
import { LinkButton } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Page } from '../../ui/Page';
import { EMPTY_DRAFT, inputOf, type RequestDraft } from './request-draft';
import { DraftDocument } from './request-form.documents';
import { RequestForm, type RequestFormProps } from './RequestForm';

/** A new request: four questions that begin with the trouble. */
export function NewRequestPage({ purchase }: Pick<RequestFormProps, 'purchase'>) {
  const { t } = useTranslation();
  const { role } = useViewer();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const done = useDone();
  const forTown = role === 'HUB_STAFF';
  const { run, busy, refusal } = useAction(DraftDocument);

  const save = async (draft: RequestDraft, next: 'STAY' | 'REVIEW') => {
    const result = await run({
      input: inputOf(draft),
      municipalityId: forTown ? draft.municipalityId : null,
      purchase: draft.purchase,
    });
    if (!result) return false;
    const { id } = result.draftSupportRequest;
    if (next === 'REVIEW') await navigate(`/requests/${id}/review`);
    else done(t('requests.done.saved'), `/requests/${id}/edit`);
    return true;
  };

  return (
    <Page title={t('requestForm.titleNew')} narrow lead={<p>{t('requestForm.lead')}</p>}>
      <p className="no-print flex flex-wrap items-center gap-3 rounded-8 bg-solid-gray-50 p-4">
        <span>{t('requestForm.beside')}</span>
        <LinkButton to="/consultations/new" size="small">
          {t('requests.askInstead')}
        </LinkButton>
      </p>
      <RequestForm
        initial={{ ...EMPTY_DRAFT, municipalityId: (forTown && search.get('municipality')) || '' }}
        busy={busy}
        refusal={refusal}
        forTown={forTown}
        onSave={save}
        purchase={purchase}
      />
    </Page>
  );
}
