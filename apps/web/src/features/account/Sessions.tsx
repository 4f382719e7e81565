import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { useSession } from '../../session';
import { Actions, Button } from '../../ui/Button';
import { useDone } from '../../ui/Done';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Loaded } from '../../ui/Loaded';
import { Table } from '../../ui/Table';
import {
  EndSessionDocument,
  MySessionsDocument,
  type SessionRow,
  SignOutEverywhereDocument,
} from './account.documents';

/** Where one is signed in: a browser that is not one's own is seen, and ended. */
export function Sessions() {
  const { t } = useTranslation();
  const done = useDone();
  const navigate = useNavigate();
  const { begin } = useSession();
  const load = useLoad(MySessionsDocument, {}, { about: ['BrowserSession'] });
  const end = useAction(EndSessionDocument, 'BrowserSession');
  const everywhere = useAction(SignOutEverywhereDocument, 'BrowserSession');
  const nameOf = ({ browser, system }: SessionRow) =>
    t('account.browserOn', {
      browser: t(`account.browser.${browser}`),
      system: t(`account.system.${system}`),
    });
  const endOne = async (row: SessionRow) => {
    if (await end.run({ id: row.id })) done(t('account.sessionEnded', { browser: nameOf(row) }));
  };
  const endOthers = async () => {
    if (await everywhere.run({ keepThis: true })) done(t('account.othersEnded'));
  };
  const endAll = async () => {
    if (!(await everywhere.run({ keepThis: false }))) return;
    await navigate('/sign-in');
    begin();
  };
  return (
    <>
      <p>{t('account.sessionsLead')}</p>
      <ErrorSummary refusal={end.refusal ?? everywhere.refusal} />
      <Loaded of={load}>
        {({ mySessions }) => (
          <Table
            caption={t('account.sessions')}
            cards
            rows={mySessions}
            keyOf={(row) => row.id}
            columns={[
              { key: 'browser', title: t('account.browserTitle'), heads: true, cell: nameOf },
              {
                key: 'createdAt',
                title: t('account.signedInAt'),
                nowrap: true,
                cell: (row) => shortInstant(row.createdAt),
              },
              {
                key: 'lastSeenAt',
                title: t('account.lastSeenAt'),
                nowrap: true,
                cell: (row) => shortInstant(row.lastSeenAt),
              },
              {
                key: 'end',
                title: t('account.state'),
                cell: (row) =>
                  row.current ? (
                    t('account.thisBrowser')
                  ) : (
                    <Button
                      size="small"
                      busy={end.busy}
                      aria-label={t('account.endOne', { browser: nameOf(row) })}
                      onClick={() => void endOne(row)}
                    >
                      {t('account.end')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      <Actions>
        <Button onClick={() => void endOthers()} busy={everywhere.busy}>
          {t('account.endOthers')}
        </Button>
        <Button look="danger" onClick={() => void endAll()} busy={everywhere.busy}>
          {t('account.endAll')}
        </Button>
      </Actions>
    </>
  );
}
