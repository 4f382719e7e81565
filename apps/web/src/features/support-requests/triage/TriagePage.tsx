import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoad } from '../../../gql/use-load';
import { nameOf } from '../../../i18n/words';
import { AsWritten } from '../../../ui/AsWritten';
import { LinkButton } from '../../../ui/Button';
import { classes } from '../../../ui/classes';
import { useDone } from '../../../ui/Done';
import { Empty, Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { Panes } from '../../../ui/Panes';
import { ClassifyButton } from '../ClassifyButton';
import { RequestDocument, type RequestRow, type RequestStatus } from '../requests.documents';
import { Need } from './Need';
import { Talk } from './Talk';
import { TopCandidates } from './TopCandidates';
import { TownBefore } from './TownBefore';
import { TriageActions } from './TriageActions';
import { TriageListDocument } from './triage.documents';
import { TriageList } from './TriageList';
import { useLine } from './use-line';

/** What other parts of the app show beside a request. */
interface Parts {
  readonly files: (requestId: string) => ReactNode;
  readonly quotas: (requestId: string) => ReactNode;
}

interface Props {
  readonly tabs: ReactNode;
  readonly parts: Parts;
}

const WAITING: readonly RequestStatus[] = ['AWAITING_INTAKE', 'IN_TRIAGE'];

/** The line of what waits and the one that is open, beside each other: read, decide, and the next one opens. */
export function TriagePage({ tabs, parts }: Props) {
  const { t } = useTranslation();
  const done = useDone();
  const list = useLoad(TriageListDocument, {}, { about: ['SupportRequest'] });
  const lines = list.data?.supportRequests.edges.map(({ node }) => node) ?? [];
  const { open, isChosen, goTo, nextAfter } = useLine(lines);
  const shown = useShownPane(isChosen);
  const decided = (id: string, words: string): void => {
    const next = nextAfter(id);
    goTo(next?.id);
    done(next ? t('triage.next', { words, town: nameOf(next.municipality) }) : t('triage.last', { words }));
    list.reload();
  };
  return (
    <Page title={t('triage.title')}>
      {tabs}
      <Loaded of={list}>
        {() =>
          lines.length === 0 ? (
            <Empty action={<LinkButton to="/inbox?view=all">{t('roles.nav.allRequests')}</LinkButton>}>
              {t('triage.empty')}
            </Empty>
          ) : (
            <Panes
              wide="second"
              first={
                <div
                  ref={isChosen ? undefined : shown}
                  tabIndex={-1}
                  className={classes('scroll-mt-20 outline-none', isChosen && 'max-lg:hidden')}
                >
                  <TriageList lines={lines} openId={open?.id} />
                </div>
              }
              second={
                <div
                  ref={isChosen ? shown : undefined}
                  tabIndex={-1}
                  className={classes('scroll-mt-20 outline-none', !isChosen && 'max-lg:hidden')}
                >
                  <p className="no-print mb-3 lg:hidden">
                    <Link to="?" replace className="link">
                      <span aria-hidden="true">← </span>
                      {t('triage.backToList')}
                    </Link>
                  </p>
                  {open ? (
                    <OpenRequest
                      key={open.id}
                      id={open.id}
                      parts={parts}
                      onDecided={(words) => decided(open.id, words)}
                    />
                  ) : (
                    <Notice title={t('triage.gone')}>
                      <p>{t('triage.goneWhat')}</p>
                    </Notice>
                  )}
                </div>
              }
            />
          )
        }
      </Loaded>
    </Page>
  );
}

/** On a phone the pane that is left takes the pressed link with it: focus goes to the pane that has come, at its beginning. */
function useShownPane(isChosen: boolean) {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const active = document.activeElement;
    if (!active || active === document.body || active.checkVisibility()) return;
    pane.current?.focus({ preventScroll: true });
    pane.current?.scrollIntoView();
  }, [isChosen]);
  return pane;
}

interface OpenProps {
  readonly id: string;
  readonly parts: Parts;
  readonly onDecided: (words: string) => void;
}

function OpenRequest({ id, parts, onDecided }: OpenProps) {
  const load = useLoad(RequestDocument, { id });
  return (
    <Loaded of={load}>
      {({ supportRequest: request }) => (
        <OpenedRequest request={request} parts={parts} onDecided={onDecided} />
      )}
    </Loaded>
  );
}

function OpenedRequest({
  request,
  parts,
  onDecided,
}: Omit<OpenProps, 'id'> & { readonly request: RequestRow }) {
  const { t } = useTranslation();
  const isWaiting = WAITING.includes(request.status);
  return (
    <article aria-labelledby="open-request" className="flex flex-col gap-6">
      <header className="flex flex-col gap-1">
        <p>
          <span className="font-700">{nameOf(request.municipality)}</span>
          {request.number && <span className="ml-4">{request.number}</span>}
        </p>
        <h2 id="open-request" className="text-std-20B-150 sm:text-std-24B-150">
          {request.title ? <AsWritten>{request.title}</AsWritten> : t('requests.untitled')}
        </h2>
      </header>
      {request.asked && (
        <Notice title={t(`triage.asked.${request.asked}`)}>
          <p>{t('triage.stillDecide')}</p>
        </Notice>
      )}
      <Talk request={request} />
      <Need request={request} />
      {request.theme === null && isWaiting && (
        <Notice title={t('triage.unknownTitle')}>
          <p className="mb-3">{t('triage.unknownWhat')}</p>
          {request.viewerActions.includes('CLASSIFY') && <ClassifyButton request={request} />}
        </Notice>
      )}
      {parts.files(request.id)}
      <Block title={t('triage.town')}>
        <TownBefore request={request} />
      </Block>
      {isWaiting && (
        <Block title={t('triage.candidates')}>
          <TopCandidates request={request} />
        </Block>
      )}
      {parts.quotas(request.id)}
      {request.viewerActions.length > 0 && (
        <div className="no-print sticky bottom-0 z-1 -mx-1 border-t border-solid-gray-300 bg-white px-1 py-3">
          <TriageActions request={request} onDecided={onDecided} />
        </div>
      )}
    </article>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-std-16B-170">{title}</h3>
      {children}
    </section>
  );
}
