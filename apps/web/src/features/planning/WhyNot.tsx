import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyFields, type Refusal } from '../../gql/refusal';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { nameOf } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { DateField, SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { PeopleDocument, WhyNotDocument } from './answers.documents';
import type { RunRow } from './plans.documents';

/** Most people that a pool has on one page of the API. */
const MOST_PEOPLE = 100;

interface Question {
  readonly supportRequestId: string;
  readonly specialistId: string;
  readonly date: string | null;
}

/** «Why not that person?» — answered from what the planner knew when it made this plan. */
export function WhyNot({ run }: { readonly run: RunRow }) {
  const { t } = useTranslation();
  const people = useLoad(PeopleDocument, { first: MOST_PEOPLE });
  const requests = new Map(
    [...run.proposedVisits, ...run.unplacedVisits].map(({ supportRequest }) => [
      supportRequest.id,
      supportRequest.title,
    ]),
  );
  const [request, setRequest] = useState('');
  const [specialist, setSpecialist] = useState('');
  const [date, setDate] = useState('');
  const [asked, setAsked] = useState<Question | null>(null);
  const [missing, setMissing] = useState<Refusal | null>(null);
  return (
    <div className="flex flex-col gap-4">
      <p>{t('planning.whyNot.lead')}</p>
      <Loaded of={people}>
        {({ specialists }) => (
          <Form
            label={t('planning.whyNot.title')}
            labels={{
              whyNotRequest: t('planning.request'),
              whyNotSpecialist: t('planning.specialist'),
              whyNotDate: t('planning.whyNot.date'),
            }}
            refusal={missing}
            onSubmit={() => {
              const empty = [request === '' && 'whyNotRequest', specialist === '' && 'whyNotSpecialist'];
              const fields = empty.filter((field) => field !== false);
              setMissing(emptyFields(fields));
              setAsked(
                fields.length > 0
                  ? null
                  : { supportRequestId: request, specialistId: specialist, date: date === '' ? null : date },
              );
            }}
          >
            <div className="grid items-start gap-4 lg:grid-cols-3">
              <SelectField
                name="whyNotRequest"
                required
                value={request}
                onChange={setRequest}
                empty={t('planning.whyNot.choose')}
                options={[...requests].map(([value, label]) => ({ value, label }))}
              />
              <SelectField
                name="whyNotSpecialist"
                required
                value={specialist}
                onChange={setSpecialist}
                empty={t('planning.whyNot.choose')}
                options={specialists.edges.map(({ node }) => ({ value: node.id, label: nameOf(node) }))}
              />
              <DateField name="whyNotDate" min={run.fromOn} max={run.toOn} value={date} onChange={setDate} />
            </div>
            <div>
              <Button type="submit">{t('planning.whyNot.ask')}</Button>
            </div>
          </Form>
        )}
      </Loaded>
      {asked && <Answer runId={run.id} question={asked} />}
    </div>
  );
}

function Answer({ runId, question }: { readonly runId: string; readonly question: Question }) {
  const { t } = useTranslation();
  const load = useLoad(WhyNotDocument, { runId, ...question });
  return (
    <Loaded of={load}>
      {({ whyNotSpecialist: { possible, sentence } }) => (
        <p role="status">{possible ? t('planning.whyNot.possible') : sentence?.[currentLanguage()]}</p>
      )}
    </Loaded>
  );
}
