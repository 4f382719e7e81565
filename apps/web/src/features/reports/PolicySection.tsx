import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { useViewer } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Facts } from '../../ui/Facts';
import { NumberField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { PolicyDocument, SetPolicyDocument } from './case-reports.documents';

type Policy = ResultOf<typeof PolicyDocument>['reportPolicy'];
const DAYS = [
  'reportDays',
  'firstNudgeDays',
  'secondNudgeDays',
  'confirmationDays',
  'evaluationDays',
  'followUpMonth',
] as const;

/** In how many days what is owed: the prefecture decides. */
export function PolicySection() {
  const { t } = useTranslation();
  const { duties } = useViewer();
  const load = useLoad(PolicyDocument, {}, { about: ['ReportPolicy'] });
  return (
    <Loaded of={load}>
      {({ reportPolicy }) =>
        duties.includes('COORDINATOR') ? (
          <PolicyForm policy={reportPolicy} />
        ) : (
          <Facts
            items={DAYS.map((name) => ({ term: t(`reports.policy.${name}`), value: reportPolicy[name] }))}
          />
        )
      }
    </Loaded>
  );
}

function PolicyForm({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation();
  const done = useDone();
  const [days, setDays] = useState<Readonly<Record<(typeof DAYS)[number], number | null>>>(policy);
  const { run, busy, refusal } = useAction(SetPolicyDocument, 'ReportPolicy ReportTask');
  const save = async () => {
    const seen = refusal?.newer?.version ?? policy.version;
    const input = {
      seen,
      reportDays: days.reportDays ?? 0,
      firstNudgeDays: days.firstNudgeDays ?? 0,
      secondNudgeDays: days.secondNudgeDays ?? 0,
      confirmationDays: days.confirmationDays ?? 0,
      evaluationDays: days.evaluationDays ?? 0,
      followUpMonth: days.followUpMonth ?? 0,
    };
    if (await run({ input })) done(t('reports.done.policy'));
  };
  return (
    <Form
      label={t('reports.views.settings')}
      labels={Object.fromEntries(DAYS.map((name) => [name, t(`reports.policy.${name}`)]))}
      refusal={refusal}
      onSubmit={() => void save()}
    >
      {DAYS.map((name) => (
        <NumberField
          key={name}
          name={name}
          required
          min={name.endsWith('NudgeDays') ? 0 : 1}
          max={name === 'followUpMonth' ? 12 : 90}
          unit={t(name === 'followUpMonth' ? 'reports.policy.month' : 'reports.policy.unit')}
          value={days[name]}
          onChange={(value) => setDays({ ...days, [name]: value })}
        />
      ))}
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t('reports.policy.save')}
        </Button>
      </Actions>
    </Form>
  );
}
