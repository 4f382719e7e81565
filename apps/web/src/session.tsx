import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider, useQuery } from 'urql';
import { SignInAgain } from './features/session/SignInAgain';
import { createClient } from './gql/client';
import { graphql, type ResultOf } from './gql/graphql';
import { refusalOf } from './gql/refusal';
import { type Load, Refresh } from './gql/use-load';
import { currentLanguage, type Language } from './i18n';
import { chooseView } from './i18n/view';
import { Loaded } from './ui/Loaded';

const SessionDocument = graphql(`
  query Session {
    serverInfo {
      demo
      today
      passkeyOrigin
    }
    identityProviders {
      prefectureId
      prefectureName
      prefectureNameEn
    }
    viewer {
      name
      nameEn
      role
      duties
      prefectureId
      prefectureName
      prefectureNameEn
      municipality {
        id
        name
        nameEn
      }
      specialistId
      secondFactorMissing
      settings {
        calendar
        furigana
        density
        singleKeys
      }
      savedViews {
        id
        path
        query
        name
        isDefault
      }
    }
  }
`);

type SessionResult = ResultOf<typeof SessionDocument>;
export type Viewer = NonNullable<SessionResult['viewer']>;
export type SavedView = Viewer['savedViews'][number];

/** What of the account is read anew when it changes. */
const OF_ACCOUNT = { additionalTypenames: ['ViewSettings', 'SavedView'] };

export interface Session {
  readonly viewer: Viewer | null;
  /** The people and requests of this installation are fictitious. */
  readonly demo: boolean;
  /** Today in Japan, as the server counts. */
  readonly today: string;
  /** Whether passkeys can be made and used in this browser, at this address. */
  readonly passkeysHere: boolean;
  /** Prefectures whose people may come with their own accounts. */
  readonly identityProviders: SessionResult['identityProviders'];
  /** Somebody signed in, or went on in another part, since the page was loaded: what was pressed is gone. */
  readonly arrived: boolean;
  /** Somebody else signed in, or nobody is any more: everything that was read is forgotten. */
  readonly begin: () => void;
}

const Current = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(Current);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}

export function useViewer(): Viewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('useViewer on a screen that needs no sign-in');
  return viewer;
}

/** The prefecture in which the person acts; screens of the installation have none. */
export function usePrefectureId(): string {
  const { prefectureId } = useViewer();
  if (prefectureId === null) throw new Error('usePrefectureId on a screen of the installation');
  return prefectureId;
}

/** Whether the person does the daily work of their place, and not only decides, manages people or looks on. */
export function useDailyWork(): boolean {
  const { duties } = useViewer();
  return duties.includes('COORDINATOR') || duties.includes('REQUESTER');
}

/** 所属: the town, the prefecture with the role, or the installation. */
export function useAffiliation(): string {
  const { t } = useTranslation();
  const { municipality, prefectureName, prefectureNameEn, role } = useViewer();
  const language: Language = currentLanguage();
  if (role === 'OPERATOR') return t('session.role.OPERATOR');
  const place = municipality ?? { name: prefectureName ?? '', nameEn: prefectureNameEn ?? '' };
  const name = language === 'en' ? place.nameEn : place.name;
  return role === 'MUNICIPALITY_STAFF' ? name : `${name} ${t(`session.role.${role}`)}`;
}

/** One client per sign-in; a session that ends under somebody's hands is renewed over the same screen. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [round, setRound] = useState(0);
  const [expired, setExpired] = useState(false);
  const [renewals, setRenewals] = useState(0);
  const client = useMemo(
    () => ({
      round,
      client: createClient({ language: currentLanguage, onSignedOut: () => setExpired(true) }),
    }),
    [round],
  ).client;
  const begin = useCallback(() => {
    setExpired(false);
    setRound((n) => n + 1);
  }, []);
  const renew = useCallback(() => {
    setExpired(false);
    setRenewals((n) => n + 1);
  }, []);
  return (
    <Provider value={client}>
      <Refresh value={renewals}>
        <Read key={round} arrived={round > 0} begin={begin} expired={expired} renew={renew}>
          {children}
        </Read>
      </Refresh>
    </Provider>
  );
}

interface ReadProps {
  readonly arrived: boolean;
  readonly begin: () => void;
  readonly expired: boolean;
  readonly renew: () => void;
  readonly children: ReactNode;
}

function Read({ arrived, begin, expired, renew, children }: ReadProps) {
  const [{ data, error, fetching }, execute] = useQuery({
    query: SessionDocument,
    requestPolicy: 'network-only',
    context: OF_ACCOUNT,
  });
  const session = useMemo(() => {
    if (!data) return undefined;
    const { demo, today, passkeyOrigin } = data.serverInfo;
    const passkeysHere = passkeyOrigin === window.location.origin && 'PublicKeyCredential' in window;
    const { viewer, identityProviders } = data;
    // Before anything is drawn: dates and names are said by functions that no screen hands it to.
    chooseView(viewer?.settings ?? null);
    return { viewer, demo, today, passkeysHere, identityProviders, arrived, begin };
  }, [data, arrived, begin]);
  const load = {
    data: session,
    refusal: error ? refusalOf(error) : null,
    busy: fetching,
    reload: () => execute({ requestPolicy: 'network-only' }),
  };
  if (!session) return <Opening load={load} />;
  return (
    <Current value={session}>
      {children}
      {session.viewer && (
        <SignInAgain
          open={expired}
          viewer={session.viewer}
          passkeysHere={session.passkeysHere}
          onSame={renew}
        />
      )}
    </Current>
  );
}

/** Before anybody is known: the server has not answered yet, or cannot be reached. */
function Opening({ load }: { readonly load: Load<unknown> }) {
  const { t } = useTranslation();
  return (
    <main className="mx-auto max-w-xl px-4 py-10">
      <h1 className="mb-6 text-std-22B-150 text-key-900">{t('ui.product')}</h1>
      <Loaded of={load}>{() => null}</Loaded>
    </main>
  );
}
