import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { currentLanguage } from '../../i18n';
import { useDailyWork } from '../../session';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { NumberField, SelectField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { PolicyDocument, type Policy, SetPolicyDocument } from './policy.documents';
import { PolicyWords, SetBy } from './PolicyWords';

/** What comes first in a plan, and what each thing costs: the prefecture's own to set. */
export function PolicyPage() {
  const { t } = useTranslation();
  const load = useLoad(PolicyDocument, {});
  const worksDaily = useDailyWork();
  return (
    <Page title={t('planning.policy.title')} back={{ to: '/plans', label: t('planning.title') }}>
      <p>{t('planning.policy.lead')}</p>
      <Loaded of={load}>
        {({ planningPolicy }) =>
          worksDaily ? (
            <PolicyForm key={planningPolicy.version} policy={planningPolicy} />
          ) : (
            <PolicyWords policy={planningPolicy} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** A rule that does not count. */
const NO_TIER = '';

function PolicyForm({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation();
  const done = useDone();
  const language = currentLanguage();
  const [tierOf, setTierOf] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(policy.tiers.flatMap((rules, tier) => rules.map((rule) => [rule, String(tier)]))),
  );
  const [points, setPoints] = useState<Readonly<Record<string, number | null>>>(() =>
    Object.fromEntries(policy.weights.map((weight) => [weight.id, weight.points])),
  );
  const [frozen, setFrozen] = useState<number | null>(policy.frozenWorkingDays);
  const [reserve, setReserve] = useState<number | null>(policy.reserveHalfDaysPerWeek);
  const [lead, setLead] = useState<number | null>(policy.urgentLeadMinutes);
  const [answerDays, setAnswerDays] = useState<number | null>(policy.answerDays);
  const [hold, setHold] = useState<number | null>(policy.publishHoldMinutes);
  const { run, busy, refusal } = useAction(SetPolicyDocument);
  const tierCount = Math.max(3, policy.tiers.length);

  const save = async () => {
    const tiers = Array.from({ length: tierCount }, (_, tier) =>
      policy.rules.map(({ id }) => id).filter((id) => tierOf[id] === String(tier)),
    ).filter((rules) => rules.length > 0);
    const made = await run({
      input: {
        version: Number(refusal?.newer?.version ?? policy.version),
        frozenWorkingDays: frozen ?? 0,
        reserveHalfDaysPerWeek: reserve ?? 0,
        urgentLeadMinutes: lead,
        answerDays,
        publishHoldMinutes: hold,
        tiers,
        weights: policy.weights.map(({ id, defaultPoints }) => ({
          weight: id,
          points: points[id] ?? defaultPoints,
        })),
      },
    });
    if (made) done(t('planning.policy.saved'));
  };

  return (
    <Form
      label={t('planning.policy.title')}
      labels={{
        frozenWorkingDays: t('planning.policy.frozen'),
        reserveHalfDaysPerWeek: t('planning.policy.reserve'),
        urgentLeadMinutes: t('planning.policy.urgentLead'),
        answerDays: t('planning.policy.answerDays'),
        publishHoldMinutes: t('planning.policy.hold'),
        ...Object.fromEntries(policy.rules.map(({ id, label }) => [`tier-${id}`, label[language]])),
        ...Object.fromEntries(policy.weights.map(({ id, label }) => [`weight-${id}`, label[language]])),
      }}
      refusal={refusal}
      onSubmit={() => void save()}
    >
      <SetBy policy={policy} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <NumberField
          name="frozenWorkingDays"
          needless
          hint={t('planning.policy.frozenHint')}
          min={0}
          max={60}
          value={frozen}
          onChange={setFrozen}
        />
        <NumberField
          name="reserveHalfDaysPerWeek"
          needless
          hint={t('planning.policy.reserveHint')}
          min={0}
          max={200}
          value={reserve}
          onChange={setReserve}
        />
        <NumberField
          name="urgentLeadMinutes"
          needless
          hint={t('planning.policy.urgentLeadHint')}
          min={0}
          max={1440}
          value={lead}
          onChange={setLead}
        />
        <NumberField
          name="answerDays"
          needless
          hint={t('planning.policy.answerDaysHint')}
          min={1}
          max={30}
          value={answerDays}
          onChange={setAnswerDays}
        />
        <NumberField
          name="publishHoldMinutes"
          needless
          hint={t('planning.policy.holdHint')}
          min={0}
          max={120}
          value={hold}
          onChange={setHold}
        />
      </div>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 text-std-18B-160">{t('planning.policy.order')}</legend>
        <p>{t('planning.policy.orderHint')}</p>
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {policy.rules.map(({ id }) => (
            <SelectField
              key={id}
              name={`tier-${id}`}
              needless
              value={tierOf[id] ?? NO_TIER}
              onChange={(tier) => setTierOf({ ...tierOf, [id]: tier })}
              empty={t('planning.policy.notCounted')}
              options={Array.from({ length: tierCount }, (_, tier) => ({
                value: String(tier),
                label: t('planning.tier', { n: tier + 1 }),
              }))}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 text-std-18B-160">{t('planning.policy.weights')}</legend>
        <p>{t('planning.policy.weightsHint')}</p>
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {policy.weights.map(({ id, defaultPoints }) => (
            <NumberField
              key={id}
              name={`weight-${id}`}
              needless
              hint={t('planning.policy.default', { points: defaultPoints })}
              min={0}
              value={points[id] ?? null}
              onChange={(value) => setPoints({ ...points, [id]: value })}
            />
          ))}
        </div>
      </fieldset>
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('planning.policy.save')}
        </Button>
      </div>
    </Form>
  );
}
