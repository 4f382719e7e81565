import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { Notice } from '../../ui/Notice';
import type { RunLineRow } from './plans.documents';

/** What is odd with the data behind a plan; the plan is made of the rest. */
export function Findings({ findings }: { readonly findings: RunLineRow['findings'] }) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <Notice tone="warning" title={t('planning.findings')}>
      <ul className="list-disc pl-5">
        {findings.map(({ ruleId, sentence }) => (
          <li key={`${ruleId} ${sentence.ja}`}>{sentence[currentLanguage()]}</li>
        ))}
      </ul>
    </Notice>
  );
}
