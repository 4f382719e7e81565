import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { DateField, SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { Pager, usePage } from '../../ui/Pager';
import { ClaimTable } from './ClaimTable';
import { TravelTabs } from './TravelTabs';
import { ClaimantsDocument, type ClaimFilter, ClaimsDocument } from './travel-claims.documents';

const STATUSES = ['SUBMITTED', 'RETURNED', 'APPROVED', 'PAID'] as const;

function useFilter(): ClaimFilter {
  const [search] = useSearchParams();
  const status = STATUSES.find((one) => one === search.get('status'));
  const month = search.get('month') ?? '';
  return {
    statuses: status ? [status] : null,
    specialistId: search.get('specialist') || null,
    month: /^\d{4}-\d{2}-\d{2}$/.test(month) ? month : null,
  };
}

/** What was handed in, for the hub to examine. */
export function ClaimListPage() {
  const { t } = useTranslation();
  const page = usePage();
  const filter = useFilter();
  const load = useLoad(ClaimsDocument, { ...page, filter }, { about: ['TravelClaim'] });
  return (
    <Page
      title={t('travelClaims.title')}
      lead={<p>{t('travelClaims.lead')}</p>}
      back={{ to: '/engagements', label: t('travelClaims.back') }}
    >
      <TravelTabs />
      <FilterForm key={JSON.stringify(filter)} filter={filter} />
      <Loaded of={load}>
        {({ travelClaims: { edges, totalCount, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty>{t('travelClaims.noneFound')}</Empty>
          ) : (
            <div className="flex flex-col gap-4">
              <ClaimTable rows={edges.map(({ node }) => node)} withPerson />
              <Pager total={totalCount} pageInfo={pageInfo} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function FilterForm({ filter }: { readonly filter: ClaimFilter }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const people = useLoad(ClaimantsDocument, {}).data?.specialists.edges ?? [];
  const [status, setStatus] = useState<string>(filter.statuses?.[0] ?? '');
  const [specialist, setSpecialist] = useState(filter.specialistId ?? '');
  const [month, setMonth] = useState(filter.month ?? '');
  return (
    <search className="no-print">
      <Form
        labels={{
          status: t('travelClaims.status'),
          specialist: t('travelClaims.specialist'),
          month: t('travelClaims.month'),
        }}
        refusal={null}
        onSubmit={() =>
          setSearch({ ...(status && { status }), ...(specialist && { specialist }), ...(month && { month }) })
        }
      >
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <SelectField
            name="status"
            needless
            empty={t('travelClaims.allStatuses')}
            value={status}
            onChange={setStatus}
            options={STATUSES.map((one) => ({ value: one, label: t(`travelClaims.statuses.${one}`) }))}
          />
          <SelectField
            name="specialist"
            needless
            empty={t('travelClaims.allPeople')}
            value={specialist}
            onChange={setSpecialist}
            options={people.map(({ node }) => ({ value: node.id, label: nameOf(node) }))}
          />
          <DateField
            name="month"
            needless
            hint={t('travelClaims.monthHint')}
            value={month}
            onChange={setMonth}
          />
        </div>
        <div>
          <Button type="submit">{t('travelClaims.show')}</Button>
        </div>
      </Form>
    </search>
  );
}
