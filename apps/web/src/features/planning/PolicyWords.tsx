import { useTranslation } from 'react-i18next';
import { longInstant } from '../../i18n/dates';
import { currentLanguage } from '../../i18n';
import { Facts } from '../../ui/Facts';
import type { Policy } from './policy.documents';

interface Props {
  readonly policy: Policy;
}

/** Who set the policy last, once somebody has. */
export function SetBy({ policy: { setAt, setByName } }: Props) {
  const { t } = useTranslation();
  if (!setAt || !setByName) return null;
  return <p>{t('planning.policy.setBy', { at: longInstant(setAt), by: setByName })}</p>;
}

/** The policy for those who read it only. */
export function PolicyWords({ policy }: Props) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const tierOf = (id: string): string => {
    const tier = policy.tiers.findIndex((rules) => rules.some((rule) => rule === id));
    return tier < 0 ? t('planning.policy.notCounted') : t('planning.tier', { n: tier + 1 });
  };
  return (
    <div className="flex flex-col gap-6">
      <p>{t('ui.changedBy', { duty: t('people.duty.COORDINATOR') })}</p>
      <SetBy policy={policy} />
      <Facts
        items={[
          { term: t('planning.policy.frozen'), value: policy.frozenWorkingDays },
          { term: t('planning.policy.reserve'), value: policy.reserveHalfDaysPerWeek },
          { term: t('planning.policy.urgentLead'), value: policy.urgentLeadMinutes },
          { term: t('planning.policy.answerDays'), value: policy.answerDays },
        ]}
      />
      <section className="flex flex-col gap-2">
        <h2 className="text-std-18B-160">{t('planning.policy.order')}</h2>
        <p>{t('planning.policy.orderHint')}</p>
        <Facts items={policy.rules.map(({ id, label }) => ({ term: label[language], value: tierOf(id) }))} />
      </section>
      <section className="flex flex-col gap-2">
        <h2 className="text-std-18B-160">{t('planning.policy.weights')}</h2>
        <p>{t('planning.policy.weightsHint')}</p>
        <Facts
          items={policy.weights.map(({ label, points, defaultPoints }) => ({
            term: label[language],
            value: `${points}${t('ui.inBrackets', { text: t('planning.policy.default', { points: defaultPoints }) })}`,
          }))}
        />
      </section>
    </div>
  );
}
