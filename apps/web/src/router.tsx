import { lazy, Suspense } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { BrokenPage } from './features/session/BrokenPage';
import { HolidayName } from './holidays/HolidayName';
import { Addresses } from './navigation/Addresses';
import { SessionProvider, useSession, type Viewer } from './session';
import { Boundary } from './ui/Boundary';
import { DayNote } from './ui/day-note';
import { Loading } from './ui/Loaded';

/** Each role has its own screens; nobody loads those of another. */
const ROLES = {
  HUB_STAFF: lazy(() => import('./roles/hub/HubApp')),
  MUNICIPALITY_STAFF: lazy(() => import('./roles/municipality/TownApp')),
  SPECIALIST: lazy(() => import('./roles/specialist/SpecialistApp')),
  OPERATOR: lazy(() => import('./roles/operator/OperatorApp')),
} as const satisfies Record<Viewer['role'], unknown>;

const SignInPage = lazy(async () => ({
  default: (await import('./features/session/SignInPage')).SignInPage,
}));

/** Only who has to set one up loads it. */
const SecondFactorGate = lazy(() => import('./roles/SecondFactorGate'));

/** Every part of the screens with its states, for who makes them: any account sees it, and it asks the server nothing. */
const PartsPage = lazy(async () => ({
  default: (await import('./features/parts/PartsPage')).PartsPage,
}));

const SIGN_IN = '/sign-in';
const PARTS = '/parts';

/** Where links lead that work once, whoever has signed in or not. */
const LINKS = {
  '/invitation': lazy(async () => ({
    default: (await import('./features/session/InvitationPage')).InvitationPage,
  })),
  '/new-password': lazy(async () => ({
    default: (await import('./features/session/NewPasswordPage')).NewPasswordPage,
  })),
} as const;

const isLink = (path: string): path is keyof typeof LINKS => path in LINKS;

/** A path of ours; an address from outside must not lead elsewhere. */
const ownPath = (path: string | null): string => (path && /^\/(?![/\\])/.test(path) ? path : '/');

function Screens() {
  const { viewer, begin } = useSession();
  const { pathname, search, hash } = useLocation();
  const [query] = useSearchParams();
  const atSignIn = pathname === SIGN_IN;

  if (isLink(pathname)) {
    const Linked = LINKS[pathname];
    return (
      <Suspense fallback={<Loading />}>
        <Linked />
      </Suspense>
    );
  }
  if (!viewer && !atSignIn) {
    const wanted = `${pathname}${search}${hash}`;
    const to = wanted === '/' ? SIGN_IN : `${SIGN_IN}?to=${encodeURIComponent(wanted)}`;
    return <Navigate to={to} replace />;
  }
  if (!viewer)
    return (
      <Suspense fallback={<Loading />}>
        <SignInPage wanted={query.has('to')} />
      </Suspense>
    );
  if (atSignIn) return <Navigate to={ownPath(query.get('to'))} replace />;
  if (viewer.secondFactorMissing)
    return (
      <Suspense fallback={<Loading />}>
        <SecondFactorGate onDone={begin} />
      </Suspense>
    );
  const RoleApp = pathname === PARTS ? PartsPage : ROLES[viewer.role];
  return (
    <DayNote value={viewer.prefectureId === null ? null : HolidayName}>
      <Suspense fallback={<Loading />}>
        <RoleApp />
      </Suspense>
    </DayNote>
  );
}

function Whole() {
  const { key } = useLocation();
  return (
    <Boundary at={key} otherwise={<BrokenPage />}>
      <SessionProvider>
        <Screens />
      </SessionProvider>
    </Boundary>
  );
}

export function App() {
  return (
    <Addresses>
      <Whole />
    </Addresses>
  );
}
