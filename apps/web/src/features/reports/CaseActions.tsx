import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { WordsDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import {
  AgreeDocument,
  ApproveCaseDocument,
  AskTownDocument,
  type CaseReportFull,
  DeclineSharingDocument,
  PublishCaseDocument,
  ReturnCaseDocument,
  SendCaseDocument,
  TakeBackCaseDocument,
} from './case-reports.documents';

const CONCERNS = 'CaseReport SharedCase';

/** What this person may do with the report of a case now, as the server says. */
export function CaseActions({ report }: { readonly report: CaseReportFull }) {
  const { t } = useTranslation();
  const done = useDone();
  const [asking, setAsking] = useState<'RETURN' | 'DECLINE' | 'TAKE_BACK' | null>(null);
  const plain = {
    SEND_FOR_APPROVAL: useAction(SendCaseDocument, CONCERNS),
    APPROVE: useAction(ApproveCaseDocument, CONCERNS),
    ASK_TOWN: useAction(AskTownDocument, CONCERNS),
    AGREE: useAction(AgreeDocument, CONCERNS),
    PUBLISH: useAction(PublishCaseDocument, CONCERNS),
  };
  const reasoned = {
    RETURN: useAction(ReturnCaseDocument, CONCERNS),
    DECLINE: useAction(DeclineSharingDocument, CONCERNS),
    TAKE_BACK: useAction(TakeBackCaseDocument, CONCERNS),
  };
  const may = report.viewerActions;
  const one = PLAIN.filter((action) => may.includes(action));
  const other = REASONED.filter((action) => may.includes(action));
  if (one.length + other.length === 0) return null;

  const act = async (action: (typeof PLAIN)[number]) => {
    if (await plain[action].run({ id: report.id })) done(t(`reports.case.done.${action}`));
  };
  const actWith = async (reason: string) => {
    if (!asking || !(await reasoned[asking].run({ id: report.id, reason }))) return;
    setAsking(null);
    done(t(`reports.case.done.${asking}`));
  };
  const refused = PLAIN.map((action) => plain[action].refusal).find((refusal) => refusal !== null) ?? null;
  return (
    <div className="flex flex-col gap-3">
      <ErrorSummary refusal={refused} />
      <Actions label={t('requests.sections.actions')}>
        {one.map((action) => (
          <Button key={action} look="primary" busy={plain[action].busy} onClick={() => void act(action)}>
            {t(`reports.case.action.${action}`)}
          </Button>
        ))}
        {other.map((action) => (
          <Button key={action} onClick={() => setAsking(action)}>
            {t(`reports.case.action.${action}`)}
          </Button>
        ))}
      </Actions>
      {asking && (
        <WordsDialog
          title={t(`reports.case.action.${asking}`)}
          open
          onClose={() => {
            reasoned[asking].clear();
            setAsking(null);
          }}
          confirm={t(`reports.case.action.${asking}`)}
          busy={reasoned[asking].busy}
          refusal={reasoned[asking].refusal}
          name="reason"
          label={t('requests.ask.reason')}
          onConfirm={(reason) => void actWith(reason)}
        />
      )}
    </div>
  );
}

const PLAIN = ['SEND_FOR_APPROVAL', 'APPROVE', 'ASK_TOWN', 'AGREE', 'PUBLISH'] as const;
const REASONED = ['RETURN', 'DECLINE', 'TAKE_BACK'] as const;
