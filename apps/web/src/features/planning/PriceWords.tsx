import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';

interface Price {
  readonly tiers: readonly number[];
  readonly parts: readonly {
    readonly ruleId: string;
    readonly points: number;
    readonly label: { readonly ja: string; readonly en: string };
  }[];
}

const signed = (points: number): string =>
  `${points > 0 ? '+' : points < 0 ? '−' : '±'}${Math.abs(points).toLocaleString()}`;

/** What something costs, rule by rule; a plus is dearer, a minus cheaper. */
export function PriceWords({ price }: { readonly price: Price }) {
  const { t } = useTranslation();
  if (price.parts.length === 0) return <p>{t('planning.samePrice')}</p>;
  return (
    <ul className="list-disc pl-5">
      {price.parts.map(({ ruleId, points, label }) => (
        <li key={ruleId}>
          {label[currentLanguage()]} {t('planning.points', { points: signed(points) })}
        </li>
      ))}
    </ul>
  );
}
