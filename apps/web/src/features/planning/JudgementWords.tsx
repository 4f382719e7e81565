import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { Notice } from '../../ui/Notice';
import type { Judgement } from './moves.documents';
import { PriceWords } from './PriceWords';

/** Whether every rule that must hold still does. */
export const isAllowed = ({ violations }: Judgement): boolean => violations.every(({ hard }) => !hard);

/** What the rules say of a change: whether it may be, what it breaks, and what it costs. */
export function JudgementWords({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useTranslation();
  const broken = judgement.violations.filter(({ hard }) => hard);
  if (broken.length > 0)
    return (
      <Notice tone="error" title={t('moving.refused')}>
        <Sentences of={broken} />
      </Notice>
    );
  const dearer = new Set(judgement.price.parts.flatMap(({ ruleId, points }) => (points > 0 ? [ruleId] : [])));
  // A wish that was missed before and is missed still is no news.
  const soft = judgement.violations.filter(({ hard, ruleId }) => !hard && dearer.has(ruleId));
  return (
    <Notice tone="done" title={t('moving.allowed')}>
      <div className="flex flex-col gap-3">
        <p>
          <Balance tiers={judgement.price.tiers} />
        </p>
        {soft.length > 0 && (
          <div>
            <p className="text-std-16B-170">{t('moving.mind')}</p>
            <Sentences of={soft} />
          </div>
        )}
        {judgement.price.parts.length > 0 && (
          <div>
            <p className="text-std-16B-170">{t('moving.price')}</p>
            <PriceWords price={judgement.price} />
          </div>
        )}
      </div>
    </Notice>
  );
}

function Sentences({ of: violations }: { readonly of: Judgement['violations'] }) {
  const language = currentLanguage();
  // One rule can be broken at several visits in the same words.
  const sentences = [...new Set(violations.map(({ sentence }) => sentence[language]))];
  return (
    <ul className="list-disc pl-5">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** The first tier that differs decides. */
export function Balance({ tiers }: { readonly tiers: readonly number[] }) {
  const { t } = useTranslation();
  const tier = tiers.findIndex((points) => points !== 0);
  const points = tiers[tier] ?? 0;
  if (points === 0) return t('moving.same');
  return t(points > 0 ? 'moving.worse' : 'moving.better', {
    n: tier + 1,
    points: Math.abs(points).toLocaleString(),
  });
}
