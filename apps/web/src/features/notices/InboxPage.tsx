import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Tabs } from '../../ui/Tabs';
import { InboxEntry } from './InboxEntry';
import { InboxDocument, InboxItemDocument, MarkInboxItemsDocument } from './notices.documents';

const VIEWS = {
  action: { state: 'OPEN', asks: 'ACTION' },
  inform: { state: 'OPEN', asks: 'INFORM' },
  done: { state: 'DONE' },
  all: {},
} as const;
type View = keyof typeof VIEWS;
const NAMES: readonly View[] = ['action', 'inform', 'done', 'all'];

const isView = (name: string | null): name is View => name !== null && name in VIEWS;

/** 受信箱: what somebody was told. It stays until it is done or marked. */
export function InboxPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const wanted = search.get('view');
  const view = isView(wanted) ? wanted : 'action';
  const list = useLoad(InboxDocument, { ...usePage(), filter: VIEWS[view] }, { about: ['InboxItem'] });
  return (
    <Page
      title={t('notices.inbox')}
      lead={
        <>
          <p>{t('notices.lead')}</p>
          <p>
            <Link to="/notices/settings" className="link">
              {t('notices.toSettings')}
            </Link>
          </p>
        </>
      }
    >
      <Tabs
        label={t('notices.views.label')}
        tabs={NAMES.map((name) => ({
          to: name === 'action' ? '/notices' : `/notices?view=${name}`,
          label: t(`notices.views.${name}`),
          current: name === view,
        }))}
      />
      <Loaded of={list}>
        {({ inbox: { edges, totalCount, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty>{t(`notices.empty.${view}`)}</Empty>
          ) : (
            <div className="flex flex-col gap-4">
              {view === 'inform' && <MarkAll ids={edges.map(({ node }) => node.id)} />}
              <div>
                {edges.map(({ node }) => (
                  <InboxEntry key={node.id} row={node} heading="h2" />
                ))}
              </div>
              <Pager total={totalCount} pageInfo={pageInfo} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What only informs is read together. */
function MarkAll({ ids }: { readonly ids: string[] }) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(MarkInboxItemsDocument, 'InboxItem InboxCounts');
  const mark = async () => {
    if (await run({ ids, done: true })) done(t('notices.markedAll', { count: ids.length }));
  };
  return (
    <>
      <ErrorSummary refusal={refusal} />
      <div>
        <Button size="small" busy={busy} onClick={() => void mark()}>
          {t('notices.markAll', { count: ids.length })}
        </Button>
      </div>
    </>
  );
}

/** Where a mail leads: one notice, and the way to its record. Opening it changes nothing. */
export function InboxItemPage() {
  const { t } = useTranslation();
  const { item = '' } = useParams();
  const load = useLoad(InboxItemDocument, { id: item }, { about: ['InboxItem'] });
  return (
    <Page title={t('notices.one')} back={{ to: '/notices', label: t('notices.inbox') }} narrow>
      <Loaded of={load}>{({ inboxItem }) => <InboxEntry row={inboxItem} heading="h2" />}</Loaded>
    </Page>
  );
}
