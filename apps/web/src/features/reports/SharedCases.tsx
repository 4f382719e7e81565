import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { fiscalYearName } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useChangeSearch } from '../../navigation/use-change-search';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import { SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { Table } from '../../ui/Table';
import {
  SharedCaseDocument,
  SharedCasesDocument,
  ThemesDocument,
  type TownSize,
} from './case-reports.documents';

const SIZES = ['SMALL', 'MIDDLE', 'LARGE'] as const satisfies readonly TownSize[];

/** 事例集: what other towns may read, by theme and size of town. */
export function SharedCasesPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const changeSearch = useChangeSearch();
  const page = usePage();
  const themeId = search.get('theme');
  const townSize = SIZES.find((size) => size === search.get('size')) ?? null;
  const load = useLoad(
    SharedCasesDocument,
    { ...page, filter: { themeId, townSize } },
    { about: ['SharedCase'] },
  );
  const themes = useLoad(ThemesDocument, {});
  const choose = (name: string, value: string) => changeSearch({ after: null, [name]: value });
  return (
    <Page title={t('reports.shared.title')} lead={<p>{t('reports.shared.lead')}</p>}>
      <Form
        labels={{ theme: t('reports.shared.theme'), size: t('reports.shared.size') }}
        refusal={null}
        onSubmit={() => undefined}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="theme"
            needless
            value={themeId ?? ''}
            onChange={(value) => choose('theme', value)}
            empty={t('reports.shared.all')}
            options={(themes.data?.supportThemes ?? []).map((theme) => ({
              value: theme.id,
              label: nameOf(theme),
            }))}
          />
          <SelectField
            name="size"
            needless
            value={townSize ?? ''}
            onChange={(value) => choose('size', value)}
            empty={t('reports.shared.all')}
            options={SIZES.map((value) => ({ value, label: t(`reports.shared.sizes.${value}`) }))}
          />
        </div>
      </Form>
      <Loaded of={load}>
        {({ sharedCases: { edges, totalCount, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty>{t('reports.shared.empty')}</Empty>
          ) : (
            <>
              <Table
                caption={t('reports.shared.title')}
                cards
                rows={edges.map(({ node }) => node)}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'title',
                    title: t('reports.shared.about'),
                    heads: true,
                    cell: ({ id, title }) => (
                      <Link to={`/cases/${id}`} className="link">
                        <AsWritten>{title}</AsWritten>
                      </Link>
                    ),
                  },
                  {
                    key: 'theme',
                    title: t('reports.shared.theme'),
                    cell: ({ theme }) => (theme ? nameOf(theme) : t('ui.none')),
                  },
                  {
                    key: 'size',
                    title: t('reports.shared.size'),
                    cell: ({ townSize: size }) => t(`reports.shared.sizes.${size}`),
                  },
                  {
                    key: 'year',
                    title: t('reports.shared.year'),
                    nowrap: true,
                    cell: ({ fiscalYear }) => fiscalYearName(fiscalYear),
                  },
                ]}
              />
              <Pager total={totalCount} pageInfo={pageInfo} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** One of them, as its town agreed that it is read. */
export function SharedCasePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const load = useLoad(SharedCaseDocument, { id });
  const shared = load.data?.sharedCase;
  return (
    <Page
      title={shared?.title ?? t('reports.shared.case')}
      titleAsWritten={shared !== undefined}
      back={{ to: '/cases', label: t('reports.shared.title') }}
      narrow
    >
      <Loaded of={load}>
        {({ sharedCase }) => (
          <Facts
            items={sharedCase.lines.map(({ field, value }) => ({
              term: t(`reports.case.field.${field}`),
              value: <AsWritten block>{value}</AsWritten>,
            }))}
          />
        )}
      </Loaded>
    </Page>
  );
}
