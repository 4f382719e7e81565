import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { AsWritten } from '../../ui/AsWritten';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { Empty, Loaded } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import { useDutyWords } from './duties';
import { type InvitationRow, OpenInvitationsDocument, WithdrawInvitationDocument } from './people.documents';

/** Links that somebody could still use; each can be made useless. */
export function OpenInvitations({ mayWithdraw }: { readonly mayWithdraw: boolean }) {
  const { t } = useTranslation();
  const dutyWords = useDutyWords();
  const list = useLoad(OpenInvitationsDocument, {}, { about: ['Invitation'] });
  const [chosen, setChosen] = useState<InvitationRow | null>(null);
  return (
    <Loaded of={list}>
      {({ openInvitations }) =>
        openInvitations.length === 0 ? (
          <Empty>{t('people.noInvitations')}</Empty>
        ) : (
          <>
            <Table
              caption={t('people.openInvitations')}
              cards
              rows={openInvitations}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'forName',
                  title: t('people.forName'),
                  heads: true,
                  cell: ({ forName }) => <AsWritten>{forName}</AsWritten>,
                },
                {
                  key: 'place',
                  title: t('people.place'),
                  cell: ({ role, placeName, placeNameEn }) =>
                    role === 'OPERATOR'
                      ? t('people.roles.OPERATOR')
                      : nameOf({ name: placeName, nameEn: placeNameEn }),
                },
                { key: 'duties', title: t('people.duties'), cell: ({ duties }) => dutyWords(duties) },
                {
                  key: 'by',
                  title: t('people.issuedBy'),
                  cell: ({ issuedByName }) => <AsWritten>{issuedByName}</AsWritten>,
                },
                {
                  key: 'until',
                  title: t('people.until'),
                  nowrap: true,
                  cell: ({ expiresAt }) => shortInstant(expiresAt),
                },
                {
                  key: 'withdraw',
                  title: t('people.act'),
                  cell: (row) =>
                    mayWithdraw && (
                      <Button
                        size="small"
                        aria-label={t('people.withdrawOne', { name: row.forName })}
                        onClick={() => setChosen(row)}
                      >
                        {t('people.withdraw')}
                      </Button>
                    ),
                },
              ]}
            />
            {chosen && <WithdrawDialog row={chosen} onClose={() => setChosen(null)} />}
          </>
        )
      }
    </Loaded>
  );
}

function WithdrawDialog({ row, onClose }: { readonly row: InvitationRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone();
  const { run, busy, refusal } = useAction(WithdrawInvitationDocument, 'Invitation');
  const name = row.forName;
  const withdraw = async () => {
    if (!(await run({ id: row.id }))) return;
    onClose();
    done(t('people.withdrawn', { name }));
  };
  return (
    <ConfirmDialog
      title={t('people.withdrawTitle')}
      open
      onClose={onClose}
      confirm={t('people.withdraw')}
      busy={busy}
      refusal={refusal}
      onConfirm={() => void withdraw()}
    >
      <p>{t('people.withdrawText', { name })}</p>
    </ConfirmDialog>
  );
}
