import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useViewer } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { savePaper } from '../../ui/save-file';
import { DecisionNoticeDocument, RequestFormDocument } from './papers.documents';
import type { RequestRow } from './requests.documents';

/** Whoever works on requests, in the hub or the town. */
const EXPORTS = ['COORDINATOR', 'APPROVER', 'REQUESTER'] as const;

/** 派遣申請書, and 派遣決定通知書 once it is decided: for approval on paper, and for the file. */
export function RequestPapers({ request }: { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const form = useAction(RequestFormDocument);
  const notice = useAction(DecisionNoticeDocument);
  const exports = EXPORTS.some((duty) => duties.includes(duty));
  const decided = request.history.some(({ toStatus }) => toStatus === 'SCHEDULING');
  if (!exports && !(role === 'SPECIALIST' && decided)) return null;
  const takeForm = async () => {
    const file = (await form.run({ id: request.id }))?.makeRequestForm;
    if (file) savePaper(file);
  };
  const takeNotice = async () => {
    const file = (await notice.run({ id: request.id }))?.makeDecisionNotice;
    if (file) savePaper(file);
  };
  return (
    <div className="no-print flex flex-col gap-3">
      <ErrorSummary refusal={form.refusal ?? notice.refusal} />
      <Actions>
        {exports && (
          <Button busy={form.busy} onClick={() => void takeForm()}>
            {t(request.number === null ? 'requests.papers.draft' : 'requests.papers.form')}
          </Button>
        )}
        {decided && (
          <Button busy={notice.busy} onClick={() => void takeNotice()}>
            {t('requests.papers.decision')}
          </Button>
        )}
      </Actions>
    </div>
  );
}
