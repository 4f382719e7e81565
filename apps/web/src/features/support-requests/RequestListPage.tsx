import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { useChangeSearch } from '../../navigation/use-change-search';
import { Button } from '../../ui/Button';
import { SelectField, TextField } from '../../ui/fields';
import { ExportMenu } from '../../ui/ExportMenu';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Tabs } from '../../ui/Tabs';
import { type Sorting, useSorting } from '../../ui/sorting';
import { RequestTable } from './RequestTable';
import { RequestListDocument, type RequestSort, type RequestStatus } from './requests.documents';

const STATES = {
  intake: ['AWAITING_INTAKE', 'IN_TRIAGE'],
  drafts: ['DRAFT', 'IN_APPROVAL'],
  open: [
    'AWAITING_INTAKE',
    'IN_TRIAGE',
    'SELECTING',
    'TOWN_REVIEW',
    'OFFERING',
    'PREFECTURE_APPROVAL',
    'DISPATCH_DECIDED',
    'SCHEDULING',
    'IN_SUPPORT',
    'AWAITING_REPORT',
    'AWAITING_CONFIRMATION',
    'AWAITING_EVALUATION',
    'SUSPENDED',
  ],
  selection: ['SELECTING', 'TOWN_REVIEW', 'OFFERING', 'PREFECTURE_APPROVAL'],
  scheduling: ['DISPATCH_DECIDED', 'SCHEDULING'],
  support: ['IN_SUPPORT', 'AWAITING_REPORT', 'AWAITING_CONFIRMATION', 'AWAITING_EVALUATION', 'SUSPENDED'],
  ended: ['COMPLETED', 'FOLLOWED_UP', 'ADVISED', 'REFERRED', 'TERMINATED', 'WITHDRAWN', 'NOT_ADOPTED'],
  all: [],
} as const satisfies Record<string, readonly RequestStatus[]>;

const SORTS = ['TOWN', 'STATUS', 'THEME', 'URGENCY', 'DEADLINE', 'FILED'] as const satisfies RequestSort[];
/** Whoever waits for an answer is answered in turn; else the newest stand first. */
const usual = (view: RequestView): Sorting<RequestSort> => ({
  sortBy: 'FILED',
  descending: view !== 'intake',
});

export type RequestView = keyof typeof STATES;

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Named sets of states, the first one shown first. */
  readonly views: readonly [RequestView, ...RequestView[]];
  readonly withTown: boolean;
  /** What to do while there is nothing. */
  readonly start?: ReactNode;
  readonly above?: ReactNode;
}

/** Requests by where they stand. View, words and page are in the address: a list can be passed on. */
export function RequestListPage({ title, lead, views, withTown, start, above }: Props) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const view = views.find((name) => name === search.get('view')) ?? views[0];
  const words = search.get('q') ?? '';
  const page = usePage();
  const choices: readonly RequestStatus[] = STATES[view];
  const status = choices.find((one) => one === search.get('status'));
  const statuses = status ? [status] : [...choices];
  const sorting = useSorting<RequestSort>(SORTS, usual(view));
  const filter = { ...sorting, ...(statuses.length > 0 && { statuses }), ...(words && { search: words }) };
  const list = useLoad(RequestListDocument, { ...page, filter }, { about: ['SupportRequest'], steady: true });
  return (
    <Page title={title} lead={lead}>
      {above}
      <div className="flex flex-col gap-6">
        <Tabs
          label={t('requests.filter.label')}
          tabs={views.map((name) => ({
            to: `?view=${name}`,
            label: t(`requests.views.${name}`),
            current: name === view,
          }))}
        />
        <SearchBox key={`${view} ${words} ${status}`} words={words} status={status} choices={choices} />
        <Loaded of={list}>
          {({ supportRequests: { edges, pageInfo, totalCount } }) =>
            edges.length === 0 ? (
              <Empty action={!words && start}>
                {words || status ? t('requests.empty.filtered') : emptyWords(view)}
              </Empty>
            ) : (
              <>
                <RequestTable
                  rows={edges.map(({ node }) => node)}
                  withTown={withTown}
                  sorting={sorting}
                  caption={t('requests.caption')}
                />
                <Pager total={totalCount} pageInfo={pageInfo} />
                <ExportMenu list="SUPPORT_REQUESTS" filter={filter} />
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );

  function emptyWords(name: RequestView): string {
    if (name === 'intake') return t('requests.empty.inbox');
    return t(name === 'all' ? 'requests.empty.all' : 'requests.empty.filtered');
  }
}

interface SearchProps {
  readonly words: string;
  readonly status: RequestStatus | undefined;
  /** The states of this view; a single one leaves nothing to choose. */
  readonly choices: readonly RequestStatus[];
}

function SearchBox({ words, status, choices }: SearchProps) {
  const { t } = useTranslation();
  const changeSearch = useChangeSearch();
  const [typed, setTyped] = useState(words);
  const [chosen, setChosen] = useState<string>(status ?? '');
  const look = () => changeSearch({ after: null, q: typed.trim(), status: chosen });
  return (
    <search className="no-print max-w-3xl">
      <Form
        labels={{ q: t('requests.filter.search'), status: t('requests.filter.status') }}
        refusal={null}
        onSubmit={look}
      >
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-56 flex-1">
            <TextField name="q" value={typed} onChange={setTyped} type="search" needless />
          </div>
          {choices.length > 1 && (
            <div className="min-w-48">
              <SelectField
                name="status"
                needless
                empty={t('requests.filter.allStatuses')}
                value={chosen}
                onChange={setChosen}
                options={choices.map((one) => ({ value: one, label: t(`requests.status.${one}`) }))}
              />
            </div>
          )}
          <Button type="submit">{t('requests.filter.apply')}</Button>
        </div>
      </Form>
    </search>
  );
}
