import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLoad } from '../../gql/use-load';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { DateField, SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { PeopleDocument, type VisitFilter } from './visits.documents';

const STATUSES = ['PUBLISHED', 'CONFIRMED', 'DONE', 'REPORTED', 'RECEIVED', 'SETTLED', 'CANCELLED'] as const;

export function VisitFilterForm({ filter }: { readonly filter: VisitFilter }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const people = useLoad(PeopleDocument, {}).data?.specialists.edges ?? [];
  const [from, setFrom] = useState(filter.from ?? '');
  const [to, setTo] = useState(filter.to ?? '');
  const [status, setStatus] = useState<string>(filter.statuses?.[0] ?? '');
  const [specialist, setSpecialist] = useState(filter.specialistId ?? '');
  const labels = {
    from: t('schedule.field.from'),
    to: t('schedule.field.to'),
    status: t('schedule.field.status'),
    specialist: t('schedule.field.specialist'),
  };
  return (
    <search className="no-print">
      <Form
        labels={labels}
        refusal={null}
        onSubmit={() =>
          setSearch({ from, ...(to && { to }), ...(status && { status }), ...(specialist && { specialist }) })
        }
      >
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <DateField name="from" needless value={from} onChange={setFrom} />
          <DateField name="to" needless value={to} onChange={setTo} />
          <SelectField
            name="status"
            needless
            empty={t('schedule.allStatuses')}
            value={status}
            onChange={setStatus}
            options={STATUSES.map((one) => ({ value: one, label: t(`schedule.status.${one}`) }))}
          />
          <SelectField
            name="specialist"
            needless
            empty={t('schedule.allPeople')}
            value={specialist}
            onChange={setSpecialist}
            options={people.map(({ node }) => ({ value: node.id, label: nameOf(node) }))}
          />
        </div>
        <div>
          <Button type="submit">{t('schedule.show')}</Button>
        </div>
      </Form>
    </search>
  );
}
