import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ResultOf } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { SAME_SCREEN } from '../../navigation/use-change-search';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Loading } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { OpenDraft } from './EditRequestPage';
import { EMPTY_DRAFT, inputOf, type RequestDraft } from './request-draft';
import { DraftDocument, FormThemesDocument, OwnDraftsDocument } from './request-form.documents';
import { RequestForm, type RequestFormProps } from './RequestForm';
import type { Kept } from './use-draft';

type Parts = Pick<RequestFormProps, 'purchase' | 'keptPurchase' | 'files' | 'beside'>;

/** A new request: four questions that begin with the trouble. Its draft is on the server from the first words on. */
export function NewRequestPage(parts: Parts) {
  const { t } = useTranslation();
  const { role } = useViewer();
  const [search] = useSearchParams();
  // Read once: the draft gets its address while somebody writes, and the form stays as it is.
  const [draftId] = useState(() => search.get('draft'));
  return (
    <Page
      title={t('requestForm.titleNew')}
      lead={
        <p>
          {t('requestForm.lead')}{' '}
          {role === 'MUNICIPALITY_STAFF' && (
            <Link to="/consultations/new" className="link">
              {t('requestForm.beside')}
            </Link>
          )}
        </p>
      }
    >
      {draftId ? <OpenDraft id={draftId} {...parts} /> : <FreshDraft {...parts} />}
    </Page>
  );
}

function FreshDraft(parts: Parts) {
  const { role } = useViewer();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const forTown = role === 'HUB_STAFF';
  const themes = useLoad(FormThemesDocument, {});
  const own = useLoad(OwnDraftsDocument, {}, { pause: forTown });
  const { run, refusal } = useAction(DraftDocument);
  const known = themes.data?.supportThemes;

  const create = useCallback(
    async (draft: RequestDraft): Promise<Kept | null> => {
      const theme = known?.find(({ id }) => id === draft.theme) ?? null;
      const result = await run({
        input: inputOf(draft, theme),
        municipalityId: forTown ? draft.municipalityId : null,
        purchase: draft.purchase,
      });
      return result?.draftSupportRequest ?? null;
    },
    [run, known, forTown],
  );
  const onKept = useCallback(
    ({ id }: Kept) => {
      setSearch({ draft: id }, SAME_SCREEN);
    },
    [setSearch],
  );

  // What was begun stands above the questions: they come together, and nothing moves under a finger.
  if (!forTown && !own.data && !own.refusal) return <Loading />;
  return (
    <>
      {!forTown && !search.has('draft') && own.data && <Begun rows={own.data} />}
      <RequestForm
        {...parts}
        initial={{ ...EMPTY_DRAFT, municipalityId: (forTown && search.get('municipality')) || '' }}
        forTown={forTown}
        create={create}
        createRefusal={refusal}
        onKept={onKept}
        onReview={({ id }) => void navigate(`/requests/${id}/review`)}
      />
    </>
  );
}

/** 書きかけ: what was left is not written a second time. */
function Begun({ rows }: { readonly rows: ResultOf<typeof OwnDraftsDocument> }) {
  const { t } = useTranslation();
  // What is written here becomes a draft too: only those from before are shown.
  const [before] = useState(() => Date.now());
  const drafts = rows.supportRequests.edges
    .map(({ node }) => node)
    .filter(({ createdAt }) => new Date(createdAt).getTime() < before);
  if (drafts.length === 0) return null;
  return (
    <div className="-mt-4 rounded-8 bg-solid-gray-50 px-5 py-3">
      <p className="text-std-16B-170">{t('requestForm.begun')}</p>
      <ul className="flex flex-wrap gap-x-6">
        {drafts.map(({ id, title, createdAt }) => (
          <li key={id}>
            <Link to={`/requests/${id}/edit`} className="link">
              <AsWritten>{title || t('requests.untitled')}</AsWritten>
            </Link>{' '}
            <span className="text-dns-14N-130 text-solid-gray-700">{shortInstant(createdAt)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
