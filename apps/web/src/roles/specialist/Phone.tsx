import { type ReactNode, useEffect } from 'react';
import { useClient } from 'urql';
import { SubmitReportDocument } from '../../features/reports/reports.documents';
import { AcceptDocument } from '../../features/schedule/visits.documents';
import { useConnection } from '../../offline/connection';
import { DAYS_KEPT } from '../../offline/keeper';
import { Outgoing, type WishDocuments } from '../../offline/Outgoing';
import { keepShell } from '../../offline/shell';
import { addDays } from '../../i18n/dates';
import { useSession } from '../../session';
import { keepAhead } from './keep-ahead';

const DOCUMENTS: WishDocuments = {
  ACCEPT: { document: AcceptDocument, concerns: 'Visit VisitProposal' },
  REPORT: {
    document: SubmitReportDocument,
    concerns: 'Visit SupportRequest ReportTask VisitReport',
  },
};

/** What makes the screens of a specialist work without a line. */
export function Phone({ children }: { readonly children: ReactNode }) {
  const client = useClient();
  const { today } = useSession();
  const { offline } = useConnection();
  useEffect(() => void keepShell(), []);
  useEffect(() => {
    if (!offline) void keepAhead(client, { from: addDays(today, -DAYS_KEPT), to: addDays(today, DAYS_KEPT) });
  }, [client, today, offline]);
  return <Outgoing documents={DOCUMENTS}>{children}</Outgoing>;
}
