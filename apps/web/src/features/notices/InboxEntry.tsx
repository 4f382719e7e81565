import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { shortInstant } from '../../i18n/dates';
import { useViewer } from '../../session';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Mixed } from '../../ui/Mixed';
import { StatusText } from '../../ui/StatusText';
import { recordOf, said, useFacts, useLine } from './notice-words';
import { type InboxRow, MarkInboxItemsDocument } from './notices.documents';

/** One notice with all that it says. Reading it marks nothing. */
export function InboxEntry({
  row,
  heading: Heading,
}: {
  readonly row: InboxRow;
  readonly heading: 'h2' | 'h3';
}) {
  const { t } = useTranslation();
  const { role } = useViewer();
  const facts = useFacts();
  const lineOf = useLine();
  const mark = useAction(MarkInboxItemsDocument, 'InboxItem InboxCounts');
  const record = recordOf(row, role);
  const title = said(row.title);
  const open = row.doneAt === null;
  const lines = row.facts.lines ?? [];
  return (
    <article aria-label={title} className="flex flex-col gap-3 border-b border-solid-gray-300 py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Heading className="text-std-18B-160">{title}</Heading>
        <span className="text-dns-14N-130 text-solid-gray-700">{shortInstant(row.at)}</span>
      </div>
      <p className="flex flex-wrap items-center gap-x-4">
        <Standing row={row} />
        {open && <span>{said(row.toDo)}</span>}
      </p>
      <dl className="grid grid-cols-[5rem_1fr] gap-x-3 gap-y-1 text-dns-16N-130">
        {facts(row.facts).map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-solid-gray-700">{label}</dt>
            <dd className="min-w-0 break-words">
              <Mixed>{value}</Mixed>
            </dd>
          </div>
        ))}
      </dl>
      {lines.length > 0 && (
        <ul className="list-disc pl-6 text-dns-16N-130">
          {lines.map((line) => {
            const words = lineOf(line);
            return (
              <li key={words}>
                <Mixed>{words}</Mixed>
              </li>
            );
          })}
        </ul>
      )}
      <ErrorSummary refusal={mark.refusal} />
      <Actions short>
        {record && (
          <LinkButton
            size="small"
            look={open ? 'primary' : 'secondary'}
            to={record}
            aria-label={t('notices.openOne', { title })}
          >
            {t('notices.open')}
          </LinkButton>
        )}
        <Button
          size="small"
          busy={mark.busy}
          aria-label={t(open ? 'notices.markOne' : 'notices.unmarkOne', { title })}
          onClick={() => void mark.run({ ids: [row.id], done: open })}
        >
          {t(open ? 'notices.mark' : 'notices.unmark')}
        </Button>
      </Actions>
    </article>
  );
}

/** 未対応 in words and shape; of what only informs, that it does. */
function Standing({ row: { doneAt, doneHow, asks } }: { readonly row: InboxRow }) {
  const { t } = useTranslation();
  if (doneAt !== null && doneHow !== null)
    return (
      <StatusText tone="finished">{t(`notices.done.${doneHow}`, { at: shortInstant(doneAt) })}</StatusText>
    );
  return (
    <StatusText tone={asks === 'ACTION' ? 'waiting' : 'resting'}>{t(`notices.asks.${asks}`)}</StatusText>
  );
}
