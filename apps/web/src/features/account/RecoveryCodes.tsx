import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions, Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

interface Props {
  readonly codes: readonly string[];
  /** They take the place of earlier ones. */
  readonly anew?: boolean;
  readonly onKept: () => void;
}

/** Shown once: focus comes here, and nothing else is offered until they are kept. */
export function RecoveryCodes({ codes, anew = false, onKept }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="flex flex-col gap-4">
      <Notice tone="done" title={anew ? t('secondFactor.newCodesTitle') : t('secondFactor.codesTitle')}>
        <p>{anew ? t('secondFactor.newCodesLead') : t('secondFactor.codesLead')}</p>
      </Notice>
      <ul
        translate="no"
        aria-label={t('secondFactor.recoveryCodes')}
        className="grid gap-x-8 gap-y-2 font-mono text-std-17B-170 sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <Actions>
        <Button look="primary" onClick={onKept}>
          {t('secondFactor.codesKept')}
        </Button>
        <Button onClick={() => window.print()}>{t('secondFactor.print')}</Button>
      </Actions>
    </div>
  );
}
