import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { shortInstant } from '../../i18n/dates';
import { useSession } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Table } from '../../ui/Table';
import { PasskeySetUp } from './PasskeySetUp';
import { type PasskeyRow, RemovePasskeyDocument } from './second-factor.documents';

interface Props {
  readonly rows: readonly PasskeyRow[];
  /** Recovery codes have come with the first of them. */
  readonly onCodes: (codes: readonly string[]) => void;
}

/** Devices that sign in by themselves. */
export function Passkeys({ rows, onCodes }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const { passkeysHere } = useSession();
  const [open, setOpen] = useState(false);
  const [removed, setRemoved] = useState<PasskeyRow | null>(null);
  const registered = (name: string, codes: readonly string[]) => {
    setOpen(false);
    if (codes.length > 0) onCodes(codes);
    else done(t('secondFactor.passkeyMade', { name }));
  };
  return (
    <>
      <p>{t('secondFactor.passkeysLead')}</p>
      {rows.length > 0 && (
        <Table
          caption={t('secondFactor.passkeys')}
          cards
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            {
              key: 'name',
              title: t('secondFactor.passkeyName'),
              heads: true,
              cell: (row) => row.name,
            },
            {
              key: 'createdAt',
              title: t('secondFactor.createdAt'),
              nowrap: true,
              cell: (row) => shortInstant(row.createdAt),
            },
            {
              key: 'lastUsedAt',
              title: t('secondFactor.lastUsedAt'),
              nowrap: true,
              cell: (row) => (row.lastUsedAt ? shortInstant(row.lastUsedAt) : t('secondFactor.neverUsed')),
            },
            {
              key: 'remove',
              title: t('secondFactor.actions'),
              cell: (row) => (
                <Button
                  size="small"
                  aria-label={t('secondFactor.removePasskeyOf', { name: row.name })}
                  onClick={() => setRemoved(row)}
                >
                  {t('secondFactor.removePasskey')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {!passkeysHere && <p>{t('secondFactor.passkeysElsewhere')}</p>}
      {passkeysHere && open && <PasskeySetUp onDone={registered} onCancel={() => setOpen(false)} />}
      {passkeysHere && !open && (
        <div>
          <Button onClick={() => setOpen(true)}>{t('secondFactor.addPasskey')}</Button>
        </div>
      )}
      {removed && <RemoveDialog row={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}

function RemoveDialog({ row, onClose }: { readonly row: PasskeyRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const [presentPassword, setPresent] = useState('');
  const { run, busy, refusal } = useAction(RemovePasskeyDocument, 'SecondFactorState');
  const submit = async () => {
    if (!(await run({ id: row.id, presentPassword }))) return;
    onClose();
    done(t('secondFactor.passkeyRemoved', { name: row.name }));
  };
  return (
    <Dialog title={t('secondFactor.removePasskeyOf', { name: row.name })} open onClose={onClose}>
      <Form
        labels={{ presentPassword: t('account.presentPassword') }}
        refusal={refusal}
        onSubmit={() => void submit()}
      >
        <p>{t('secondFactor.removePasskeyLead')}</p>
        <TextField
          name="presentPassword"
          type="password"
          autoComplete="current-password"
          required
          value={presentPassword}
          onChange={setPresent}
        />
        <Actions>
          <Button type="submit" look="primary" busy={busy}>
            {t('secondFactor.removePasskey')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
