import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { longDate } from '../../i18n/dates';
import { useQuotaWords } from '../../i18n/quota-words';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { Facts } from '../../ui/Facts';
import { ReviseOwnScheme } from './OwnScheme';
import type { SchemeRow } from './schemes.documents';
import { WindowList } from './Windows';

interface Props {
  readonly scheme: SchemeRow;
  /** Whether the reader keeps dates and own schemes. */
  readonly keeps: boolean;
  readonly below?: ReactNode;
}

/** What is known of a scheme, and what has to be confirmed. */
export function SchemeCard({ scheme, keeps, below }: Props) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const terms = useTermsOf(scheme);
  const list = (words: readonly { readonly ja: string; readonly en: string }[]) => (
    <ul className="list-disc pl-5">
      {words.map((one) => (
        <li key={one.ja}>{one[language]}</li>
      ))}
    </ul>
  );
  return (
    <details className="border-b border-solid-gray-300">
      <summary className="cursor-pointer py-3">
        <h3 className="inline text-std-17B-170">
          <AsWritten>{nameOf(scheme)}</AsWritten>
        </h3>{' '}
        {terms.caps}
      </summary>
      <div className="flex flex-col gap-2 pb-4">
        {scheme.summary && <p>{scheme.summary[language]}</p>}
        <Facts
          items={[
            scheme.organ !== null && { term: t('schemes.organ'), value: scheme.organ[language] },
            { term: t('schemes.caps'), value: terms.caps },
            { term: t('schemes.cost'), value: scheme.costWords[language] },
            scheme.rules.length > 0 && { term: t('schemes.rules'), value: list(scheme.rules) },
            scheme.toConfirm.length > 0 && { term: t('schemes.confirm'), value: list(scheme.toConfirm) },
            {
              term: t('schemes.windows'),
              value: <WindowList scheme={scheme} keeps={keeps} />,
            },
            terms.year !== null && { term: t('schemes.terms'), value: terms.year },
            terms.valid !== null && { term: t('schemes.valid'), value: terms.valid },
            { term: t('schemes.source'), value: <AsWritten>{scheme.source}</AsWritten> },
          ]}
        />
        {keeps && scheme.origin === 'PREFECTURE' && <ReviseOwnScheme scheme={scheme} />}
        {below}
      </div>
    </details>
  );
}

function useTermsOf({ caps, fiscalYear, yearStated, validFrom, validTo }: SchemeRow) {
  const { t } = useTranslation();
  const { yearOf } = useQuotaWords();
  const limits = [
    caps.onSiteDays !== null && t('schemes.capDays', { n: caps.onSiteDays }),
    caps.onlineHours !== null && t('schemes.capHours', { n: caps.onlineHours }),
    caps.visits !== null && t('schemes.capVisits', { n: caps.visits }),
  ].filter((words) => words !== false);
  const basis = caps.per === null ? t('schemes.capPerUnknown') : t(`schemes.capPer.${caps.per}`);
  return {
    caps:
      limits.length === 0
        ? t('schemes.capNone')
        : t('schemes.capsOf', { caps: limits.join(t('ui.listMark')), basis }),
    year:
      fiscalYear === null
        ? null
        : t(yearStated ? 'schemes.termsOf' : 'schemes.termsRead', { year: yearOf(fiscalYear) }),
    valid:
      validFrom === null
        ? null
        : validTo === null
          ? t('schemes.validOpen', { from: longDate(validFrom) })
          : t('schemes.validUntil', { from: longDate(validFrom), to: longDate(validTo) }),
  };
}
