import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../gql/refusal';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { shortInstant } from '../../i18n/dates';
import { useViewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { ConfirmDialog } from '../../ui/AskDialog';
import { Actions, Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useDone } from '../../ui/Done';
import { TextField } from '../../ui/fields';
import { Form } from '../../ui/Form';
import { Empty, Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { Table } from '../../ui/Table';
import {
  type FeedRow,
  FeedsDocument,
  IssueFeedDocument,
  RenewFeedDocument,
  RevokeFeedDocument,
} from './calendar-feeds.documents';

interface Props {
  readonly back: { readonly to: string; readonly label: string };
}

/** An address that was just made; it is shown this once. */
interface Shown {
  readonly name: string;
  readonly path: string;
}

/** 予定表の購読: visits in the calendar that somebody uses anyway. */
export function CalendarFeedsPage({ back }: Props) {
  const { t } = useTranslation();
  const { role, duties } = useViewer();
  const load = useLoad(FeedsDocument, {}, { about: ['CalendarFeed'] });
  const [shown, setShown] = useState<Shown | null>(null);
  const mayChange = role === 'SPECIALIST' || duties.length > 0;
  return (
    <Page title={t('calendarFeeds.title')} back={back} narrow lead={<p>{t('calendarFeeds.lead')}</p>}>
      <Notice title={t('calendarFeeds.slow')}>{t('calendarFeeds.slowText')}</Notice>
      <Loaded of={load}>
        {({ serverInfo, calendarFeeds }) =>
          serverInfo.calendarFeeds ? (
            <>
              {mayChange && <NewFeed onIssued={setShown} />}
              <Section title={t('calendarFeeds.list')} id="feeds">
                {calendarFeeds.length === 0 ? (
                  <Empty>{t('calendarFeeds.empty')}</Empty>
                ) : (
                  <FeedTable rows={calendarFeeds} mayChange={mayChange} onIssued={setShown} />
                )}
              </Section>
            </>
          ) : (
            <Empty>{t('calendarFeeds.off')}</Empty>
          )
        }
      </Loaded>
      <Dialog title={t('calendarFeeds.address')} open={shown !== null} onClose={() => setShown(null)}>
        {shown && <Address shown={shown} onClose={() => setShown(null)} />}
      </Dialog>
    </Page>
  );
}

function NewFeed({ onIssued }: { readonly onIssued: (shown: Shown) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const { run, busy, refusal } = useAction(IssueFeedDocument, 'CalendarFeed');
  const issue = async () => {
    const answer = await run({ name });
    if (!answer) return;
    setName('');
    onIssued({ name: answer.issueCalendarFeed.feed.name, path: answer.issueCalendarFeed.path });
  };
  return (
    <Form
      labels={{ name: t('calendarFeeds.name') }}
      refusal={refusal}
      onSubmit={() => void issue()}
      label={t('calendarFeeds.issue')}
    >
      <TextField
        name="name"
        required
        maxLength={40}
        hint={t('calendarFeeds.nameHint')}
        value={name}
        onChange={setName}
      />
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {t('calendarFeeds.issue')}
        </Button>
      </div>
    </Form>
  );
}

/** The secret: to be copied now, and nowhere to be found again. */
function Address({ shown, onClose }: { readonly shown: Shown; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const address = `${window.location.origin}${shown.path}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <p>{t('calendarFeeds.once')}</p>
      <p className="rounded-8 bg-solid-gray-50 p-3 text-dns-14N-130 break-all" data-testid="feed-address">
        {address}
      </p>
      <p role="status">{copied && t('calendarFeeds.copied')}</p>
      <Actions>
        {'clipboard' in navigator && (
          <Button look="primary" onClick={() => void copy()}>
            {t('calendarFeeds.copy')}
          </Button>
        )}
        <a href={address.replace(/^https?:/, 'webcal:')} className="link inline-flex min-h-11 items-center">
          {t('calendarFeeds.open')}
        </a>
        <Button look="quiet" onClick={onClose}>
          {t('ui.close')}
        </Button>
      </Actions>
    </>
  );
}

interface TableProps {
  readonly rows: readonly FeedRow[];
  readonly mayChange: boolean;
  readonly onIssued: (shown: Shown) => void;
}

type Asked = { readonly what: 'renew' | 'revoke'; readonly feed: FeedRow } | null;

function FeedTable({ rows, mayChange, onIssued }: TableProps) {
  const { t } = useTranslation();
  const done = useDone();
  const [asked, setAsked] = useState<Asked>(null);
  const renew = useAction(RenewFeedDocument, 'CalendarFeed');
  const revoke = useAction(RevokeFeedDocument, 'CalendarFeed');
  const close = () => {
    setAsked(null);
    renew.clear();
    revoke.clear();
  };
  const confirm = async () => {
    if (asked?.what === 'renew') {
      const answer = await renew.run({ id: asked.feed.id });
      if (!answer) return;
      close();
      onIssued({ name: asked.feed.name, path: answer.renewCalendarFeed.path });
    } else if (asked) {
      if (!(await revoke.run({ id: asked.feed.id }))) return;
      close();
      done(t('calendarFeeds.revoked', { name: asked.feed.name }));
    }
  };
  const refusal: Refusal | null = renew.refusal ?? revoke.refusal;
  return (
    <>
      <Table
        caption={t('calendarFeeds.list')}
        captionHidden
        rows={rows}
        keyOf={({ id }) => id}
        cards
        columns={[
          {
            key: 'name',
            title: t('calendarFeeds.name'),
            heads: true,
            cell: ({ name }) => <AsWritten>{name}</AsWritten>,
          },
          {
            key: 'by',
            title: t('calendarFeeds.by'),
            cell: ({ issuedByName }) => <AsWritten>{issuedByName}</AsWritten>,
          },
          {
            key: 'used',
            title: t('calendarFeeds.used'),
            nowrap: true,
            cell: ({ lastUsedAt }) =>
              lastUsedAt === null ? t('calendarFeeds.never') : shortInstant(lastUsedAt),
          },
          ...(mayChange
            ? [
                {
                  key: 'do',
                  title: t('calendarFeeds.do'),
                  control: true,
                  cell: (feed: FeedRow) => (
                    <Actions short label={feed.name}>
                      {(['renew', 'revoke'] as const).map((what) => (
                        <Button
                          key={what}
                          size="small"
                          className="whitespace-nowrap"
                          look={what === 'revoke' ? 'danger' : 'secondary'}
                          onClick={() => setAsked({ what, feed })}
                        >
                          {t(`calendarFeeds.${what}.do`)}
                        </Button>
                      ))}
                    </Actions>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ConfirmDialog
        title={asked ? t(`calendarFeeds.${asked.what}.title`) : ''}
        open={asked !== null}
        onClose={close}
        confirm={asked ? t(`calendarFeeds.${asked.what}.do`) : ''}
        busy={renew.busy || revoke.busy}
        refusal={refusal}
        onConfirm={() => void confirm()}
      >
        <p>{asked && t(`calendarFeeds.${asked.what}.text`, { name: asked.feed.name })}</p>
      </ConfirmDialog>
    </>
  );
}
