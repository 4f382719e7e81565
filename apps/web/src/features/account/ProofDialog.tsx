import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../gql/refusal';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { CodeField } from './TotpSetUp';

export interface Proof {
  readonly presentPassword: string;
  readonly code: string;
}

interface Props {
  readonly title: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly onProof: (proof: Proof) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Password and code again, so that nobody does it at somebody else's screen. */
export function ProofDialog({ title, confirm, busy, refusal, onProof, onClose, children }: Props) {
  const { t } = useTranslation();
  const [presentPassword, setPresent] = useState('');
  const [code, setCode] = useState('');
  return (
    <Dialog title={title} open onClose={onClose}>
      <Form
        labels={{ presentPassword: t('account.presentPassword'), code: t('secondFactor.code') }}
        refusal={refusal}
        onSubmit={() => onProof({ presentPassword, code })}
      >
        {children}
        <TextField
          name="presentPassword"
          type="password"
          autoComplete="current-password"
          required
          value={presentPassword}
          onChange={setPresent}
        />
        <CodeField value={code} onChange={setCode} hint={t('secondFactor.codeHint')} />
        <Actions>
          <Button type="submit" look="primary" busy={busy}>
            {confirm}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
