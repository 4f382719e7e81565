import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page, Section } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Tabs } from '../../ui/Tabs';
import { countsOf } from './import-counts';
import { isAct } from './import-kinds';
import { type Brought, ImportDocument, type Outcome } from './imports.documents';
import { ImportActions } from './ImportActions';
import { ImportStatus } from './ImportStatus';
import { MappingForm } from './MappingForm';
import { RowTable } from './RowTable';

const FILTERS = {
  all: [],
  faulty: ['FAULTY'],
  ADDED: ['ADDED'],
  UPDATED: ['UPDATED'],
  UNCHANGED: ['UNCHANGED'],
} as const satisfies Record<string, readonly Outcome[]>;
type Filter = keyof typeof FILTERS;
const NAMES: readonly Filter[] = ['all', 'faulty', 'ADDED', 'UPDATED', 'UNCHANGED'];

const isEncoding = (word: string): word is 'XLSX' | 'UTF8' | 'CP932' | 'UTF16' =>
  ['XLSX', 'UTF8', 'CP932', 'UTF16'].includes(word);

/** One import: what its columns are, what was read, and what to do with it. */
export function ImportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const filter = NAMES.find((name) => name === search.get('rows')) ?? 'all';
  const only = FILTERS[filter];
  const load = useLoad(
    ImportDocument,
    { id, ...usePage(), only: only.length > 0 ? [...only] : null },
    { about: ['TableImport', 'ImportRow'] },
  );
  const kind = load.data?.tableImport.kind;
  return (
    <Page
      title={kind ? t('imports.titleOf', { kind: t(`imports.kinds.${kind}`) }) : t('imports.title')}
      back={{ to: '/imports', label: t('imports.back') }}
    >
      <Loaded of={load}>{({ tableImport }) => <Contents brought={tableImport} filter={filter} />}</Loaded>
    </Page>
  );
}

function Contents({ brought, filter }: { readonly brought: Brought; readonly filter: Filter }) {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const { added, updated, unchanged, faulty, kept, all } = countsOf(brought);
  const isMine = duties.includes(role === 'MUNICIPALITY_STAFF' ? 'REQUESTER' : 'COORDINATOR');
  const mayChange = isMine && (brought.status === 'OPEN' || brought.status === 'APPLIED');
  const { encoding } = brought;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <ImportStatus status={brought.status} />
        <p>
          <AsWritten>
            {t('imports.fileFacts', {
              name: brought.fileName,
              encoding: isEncoding(encoding) ? t(`imports.encodings.${encoding}`) : encoding,
            })}
          </AsWritten>{' '}
          <AsWritten>{brought.requestedByName}</AsWritten> {shortInstant(brought.createdAt)}
        </p>
        <p className="text-std-16B-170">
          {all === 0
            ? t('imports.forgotten')
            : t('imports.resultValue', { added, updated, unchanged, faulty })}{' '}
          {kept > 0 && t('imports.kept', { kept })}
        </p>
        {isMine && <ImportActions brought={brought} />}
      </div>
      {mayChange && all > 0 && <MappingForm key={JSON.stringify(brought.mapping)} brought={brought} />}
      {all > 0 && (
        <Section title={t('imports.preview')} id="preview">
          {brought.status === 'OPEN' && <p>{t('imports.previewLead')}</p>}
          {mayChange && isAct(brought.kind) && <p>{t('imports.noUndo')}</p>}
          <div className="flex flex-col gap-4">
            <Tabs
              label={t('imports.filter')}
              tabs={NAMES.map((name) => ({
                to: name === 'all' ? '?' : `?rows=${name}`,
                label: t(`imports.filters.${name}`),
                current: name === filter,
              }))}
            />
            {brought.rows.edges.length === 0 ? (
              <Empty>{t('imports.noRows')}</Empty>
            ) : (
              <>
                <RowTable brought={brought} mayChange={mayChange} />
                <Pager total={brought.rows.totalCount} pageInfo={brought.rows.pageInfo} />
              </>
            )}
          </div>
        </Section>
      )}
    </div>
  );
}
