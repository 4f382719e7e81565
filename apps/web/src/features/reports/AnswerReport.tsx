import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { WordsDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Form } from '../../ui/Form';
import { TextField } from '../../ui/fields';
import { useViewer } from '../../session';
import { ConfirmReportDocument, type ReportVisit, ReturnReportDocument } from './reports.documents';

const CONCERNS = 'Visit SupportRequest ReportTask VisitReport';

/** 従事確認: one press, with a word of thanks if one likes; or back to its writer with a reason. */
export function AnswerReport({ visit }: { readonly visit: ReportVisit }) {
  const { t } = useTranslation();
  const done = useDone();
  const { role } = useViewer();
  const [thanks, setThanks] = useState('');
  const [asking, setAsking] = useState<'return' | 'standIn' | null>(null);
  const confirm = useAction(ConfirmReportDocument, CONCERNS);
  const back = useAction(ReturnReportDocument, CONCERNS);
  const may = visit.reportActions;
  if (!may.includes('CONFIRM')) return null;

  const close = () => {
    setAsking(null);
    confirm.clear();
    back.clear();
  };
  const received = async () => {
    const words = thanks === '' ? null : thanks;
    if (await confirm.run({ visitId: visit.id, thanks: words, reason: null }))
      done(t('reports.done.confirmed'));
  };
  const standIn = async (reason: string) => {
    if (!(await confirm.run({ visitId: visit.id, thanks: null, reason }))) return;
    close();
    done(t('reports.done.confirmed'));
  };
  const sendBack = async (reason: string) => {
    if (!(await back.run({ visitId: visit.id, reason }))) return;
    close();
    done(t('reports.done.returned'));
  };
  if (role === 'HUB_STAFF')
    return (
      <>
        <Actions label={t('reports.answer')}>
          <Button onClick={() => setAsking('standIn')}>{t('reports.confirmFor')}</Button>
        </Actions>
        <WordsDialog
          title={t('reports.confirmFor')}
          open={asking === 'standIn'}
          onClose={close}
          confirm={t('reports.confirmFor')}
          busy={confirm.busy}
          refusal={confirm.refusal}
          name="reason"
          label={t('requests.ask.reason')}
          hint={t('reports.hint.standIn')}
          suggestions={[t('reports.suggest.unreachable'), t('reports.suggest.byPhone')]}
          onConfirm={(reason) => void standIn(reason)}
        />
      </>
    );
  return (
    <>
      <Form
        label={t('reports.answer')}
        labels={{ thanks: t('reports.field.thanks') }}
        refusal={asking === null ? confirm.refusal : null}
        onSubmit={() => void received()}
      >
        <TextField name="thanks" hint={t('reports.hint.thanks')} value={thanks} onChange={setThanks} />
        <Actions>
          <Button type="submit" look="primary" busy={confirm.busy}>
            {t('reports.confirm')}
          </Button>
          {may.includes('RETURN') && (
            <Button onClick={() => setAsking('return')}>{t('reports.return')}</Button>
          )}
        </Actions>
      </Form>
      <WordsDialog
        title={t('reports.return')}
        open={asking === 'return'}
        onClose={close}
        confirm={t('reports.return')}
        busy={back.busy}
        refusal={back.refusal}
        name="reason"
        label={t('requests.ask.reason')}
        hint={t('reports.hint.return')}
        suggestions={[
          t('reports.suggest.attendance'),
          t('reports.suggest.content'),
          t('reports.suggest.time'),
        ]}
        onConfirm={(reason) => void sendBack(reason)}
      />
    </>
  );
}
