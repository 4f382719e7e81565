import { useTranslation } from 'react-i18next';
import { newKey } from '../../gql/wish-key';
import { useLoad } from '../../gql/use-load';
import { useFlush } from '../../offline/Outgoing';
import { sendAnew } from '../../offline/outbox';
import { UnsentCard } from '../../offline/UnsentCard';
import type { Wish } from '../../offline/wish';
import { AsWritten } from '../../ui/AsWritten';
import { Button, LinkButton } from '../../ui/Button';
import { isInput } from './report-draft';
import { type ReportVisit, VisitReportDocument } from './reports.documents';
import { ReportStatusText } from './ReportView';

/** A report that could not be handed in: what was written here, and what the platform has. */
export function UnsentReport({ wish }: { readonly wish: Wish }) {
  const { t } = useTranslation();
  const flush = useFlush();
  const { data } = useLoad(VisitReportDocument, { id: wish.visitId }, { pause: wish.trouble === null });
  const visit = data?.visit;
  const input = wish.variables['input'];
  if (!isInput(input)) return <UnsentCard wish={wish} />;
  const sendMine = async () => {
    const seen = visit?.report?.version ?? null;
    await sendAnew(wish, {
      key: newKey(),
      variables: { visitId: wish.visitId, input: { ...input, seen } },
    });
    await flush();
  };
  return (
    <UnsentCard
      wish={wish}
      why={wish.trouble ? t(`offline.report.${whyNot(wish, visit)}`) : undefined}
      mine={
        <Words result={input.result ?? null} topics={input.topics} done={input.done} steps={input.steps} />
      }
      now={
        visit &&
        (visit.report ? (
          <>
            <ReportStatusText status={visit.report.status} />
            <Words {...visit.report} />
          </>
        ) : (
          t('offline.report.none')
        ))
      }
      actions={
        <>
          {wish.trouble && visit?.reportActions.includes('WRITE') && (
            <Button look="primary" onClick={() => void sendMine()}>
              {t('offline.report.sendMine')}
            </Button>
          )}
          <LinkButton to={`/visits/${wish.visitId}/report`}>{t('offline.report.openNow')}</LinkButton>
        </>
      }
    />
  );
}

function whyNot({ trouble }: Wish, visit: ReportVisit | undefined) {
  if (visit?.status === 'CANCELLED') return 'cancelled';
  if (visit && ['REPORTED', 'RECEIVED', 'SETTLED'].includes(visit.status)) return 'handedIn';
  return trouble?.newer ? 'newer' : 'other';
}

type WrittenWords = Pick<NonNullable<ReportVisit['report']>, 'result' | 'done'> & {
  readonly topics: readonly string[];
  readonly steps: readonly { readonly what: string }[];
};

/** What was written, short: enough to know one from the other. */
function Words({ result, topics, done, steps }: WrittenWords) {
  const { t } = useTranslation();
  const lines = [topics.join('、'), done, ...steps.map(({ what }) => what)].filter((line) => line !== '');
  return (
    <>
      {result && <p>{t(`reports.result.${result}`)}</p>}
      {lines.map((line, i) => (
        <AsWritten key={i} block>
          {line}
        </AsWritten>
      ))}
    </>
  );
}
