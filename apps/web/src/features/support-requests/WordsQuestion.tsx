import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextAreaField } from '../../ui/fields';
import { Question } from './Question';
import type { QuestionProps } from './request-draft';

interface Props extends QuestionProps {
  /** One sentence is enough. */
  readonly unsure: boolean;
  /** Files that go with it. */
  readonly children?: ReactNode;
}

export function WordsQuestion({ draft, change, unsure, children }: Props) {
  const { t } = useTranslation();
  return (
    <Question number={2} title={t('requestForm.q2')}>
      <TextAreaField
        name="trouble"
        bare
        required
        rows={unsure ? 3 : 7}
        max={4000}
        hint={t(unsure ? 'requestForm.troubleHintUnsure' : 'requestForm.troubleHint')}
        value={draft.trouble}
        onChange={(trouble) => change({ trouble })}
      />
      {children && (
        // Closed it is one line before and after the draft is kept: the questions below stay where they are.
        <details className="rounded-8 border border-solid-gray-300 px-5 py-3 open:pb-5">
          <summary className="min-h-6">{t('requestForm.filesFold')}</summary>
          <div className="mt-4">{children}</div>
        </details>
      )}
    </Question>
  );
}
