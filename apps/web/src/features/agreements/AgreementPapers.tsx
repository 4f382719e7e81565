import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { calendarDate } from '../../i18n/dates';
import { useSession, useViewer } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { savePaper } from '../../ui/save-file';
import { type AgreementPaper, AgreementPaperDocument, type AgreementRow } from './agreements.documents';

/** Whoever works on it, and the towns that it binds. */
const MAY_TAKE = ['COORDINATOR', 'APPROVER', 'REQUESTER'] as const;

/** 協定書, each 変更協定書, and the 終了通知 once the end is decided. */
export function AgreementPapers({ agreement }: { readonly agreement: AgreementRow }) {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const { today } = useSession();
  const { run, busy, refusal } = useAction(AgreementPaperDocument);
  if (!MAY_TAKE.some((duty) => duties.includes(duty))) return <p>{t('agreements.papers.notYours')}</p>;
  const take = async (paper: AgreementPaper, termNo: number | null = null) => {
    const file = (await run({ id: agreement.id, paper, termNo }))?.makeAgreementPaper;
    if (file) savePaper(file);
  };
  const extensions = agreement.terms.filter(({ kind }) => kind === 'EXTENSION');
  const ends =
    agreement.terms.length > 0 &&
    (agreement.status === 'TERMINATED' ||
      agreement.endsEarly ||
      agreement.notExtendedOn !== null ||
      agreement.endsOn < today);
  return (
    <div className="no-print flex flex-col gap-3">
      <ErrorSummary refusal={refusal} />
      <Actions>
        <Button busy={busy} onClick={() => void take('AGREEMENT')}>
          {t('agreements.papers.AGREEMENT')}
        </Button>
        {extensions.map(({ no, endsOn }) => (
          <Button key={no} busy={busy} onClick={() => void take('EXTENSION', no)}>
            {t('agreements.papers.EXTENSION', { to: calendarDate(endsOn) })}
          </Button>
        ))}
        {ends && (
          <Button busy={busy} onClick={() => void take('END_NOTICE')}>
            {t('agreements.papers.END_NOTICE')}
          </Button>
        )}
      </Actions>
      <p className="text-dns-14N-130">{t('agreements.papers.hint')}</p>
    </div>
  );
}
