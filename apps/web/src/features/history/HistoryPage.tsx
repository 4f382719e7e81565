import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { AsWritten } from '../../ui/AsWritten';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import { ExportButton } from './ExportButton';
import { HistoryDocument, type HistoryLine } from './history.documents';
import { useHistoryWords } from './history-words';
import { isRecordWord, RECORDS, type RecordWord } from './records';

interface Props {
  /** Whether it may be taken away as a file. */
  readonly withFile?: boolean;
  /** Shown where the address names no kind of record. */
  readonly otherwise: ReactNode;
}

/** Who did what to one record, value by value, and who looked at it; as far as the reader may know. */
export function HistoryPage({ withFile = false, otherwise }: Props) {
  const { of = '', id = '' } = useParams();
  return isRecordWord(of) ? <Record key={id} of={of} id={id} withFile={withFile} /> : otherwise;
}

function Record({
  of,
  id,
  withFile,
}: {
  readonly of: RecordWord;
  readonly id: string;
  readonly withFile: boolean;
}) {
  const { t } = useTranslation();
  const { type: recordType, page } = RECORDS[of];
  const history = useLoad(HistoryDocument, { recordType, id, ...usePage() });
  return (
    <Page
      title={t(`history.title.${of}`)}
      back={{ to: page(id), label: t('history.back') }}
      lead={<p>{t(withFile ? 'history.leadHub' : 'history.lead')}</p>}
    >
      <Loaded of={history}>
        {({ history: { edges, pageInfo, totalCount } }) => (
          <div className="flex flex-col gap-6">
            {edges.length === 0 ? (
              <Empty>{t('history.empty')}</Empty>
            ) : (
              <Lines lines={edges.map(({ node }) => node)} />
            )}
            <Pager total={totalCount} pageInfo={pageInfo} />
            {withFile && <ExportButton recordType={recordType} id={id} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Lines({ lines }: { readonly lines: readonly HistoryLine[] }) {
  const { t } = useTranslation();
  const words = useHistoryWords();
  return (
    <Table
      caption={t('history.caption')}
      rows={lines}
      keyOf={({ id }) => id}
      cards
      columns={[
        { key: 'at', title: t('history.when'), nowrap: true, cell: ({ at }) => shortInstant(at) },
        { key: 'who', title: t('history.who'), cell: (line) => <Who line={line} /> },
        { key: 'what', title: t('history.what'), heads: true, cell: words.whatOf },
        {
          key: 'values',
          title: t('history.values'),
          cell: (line) => <Values line={line} />,
        },
      ]}
    />
  );
}

function Who({ line: { actorName, actorRole } }: { readonly line: HistoryLine }) {
  const { t } = useTranslation();
  const words = useHistoryWords();
  const role = words.roleOf(actorRole);
  return actorName === null ? (
    role
  ) : (
    <>
      <AsWritten>{actorName}</AsWritten>
      {t('ui.inBrackets', { text: role })}
    </>
  );
}

function Values({ line }: { readonly line: HistoryLine }) {
  const { t } = useTranslation();
  const { fieldOf, valueOf } = useHistoryWords();
  if (line.changes.length === 0) return t('ui.none');
  return (
    <ul className="flex flex-col gap-1">
      {line.changes.map(({ field, before, after }) => (
        <li key={field}>
          {fieldOf(field)}
          {t('history.colon')}
          {before !== null && (
            <>
              <del className="no-underline">
                <AsWritten className="whitespace-pre-wrap">{valueOf(line.table, field, before)}</AsWritten>
              </del>
              <span aria-label={t('history.becomes')} role="img">
                {' → '}
              </span>
            </>
          )}
          <ins className="no-underline">
            <AsWritten className="whitespace-pre-wrap">{valueOf(line.table, field, after)}</AsWritten>
          </ins>
        </li>
      ))}
    </ul>
  );
}
