import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate, ScrollRestoration, useLocation, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { BareFrame } from './features/session/BareFrame';
import { BrokenPage } from './features/session/BrokenPage';
import { InvitationPage } from './features/session/InvitationPage';
import { NewPasswordPage } from './features/session/NewPasswordPage';
import { SignInPage } from './features/session/SignInPage';
import { SessionProvider, useSession, type Viewer } from './session';
import { Loading } from './ui/Loaded';

/** Each role has its own screens; nobody loads those of another. */
const ROLES = {
  HUB_STAFF: lazy(() => import('./roles/hub/HubApp')),
  MUNICIPALITY_STAFF: lazy(() => import('./roles/municipality/TownApp')),
  SPECIALIST: lazy(() => import('./roles/specialist/SpecialistApp')),
  OPERATOR: lazy(() => import('./roles/operator/OperatorApp')),
} as const satisfies Record<Viewer['role'], unknown>;

/** Only who has to set one up loads it. */
const SecondFactorFirst = lazy(() =>
  import('./features/account/SecondFactorFirst').then((module) => ({ default: module.SecondFactorFirst })),
);

const SIGN_IN = '/sign-in';

/** Where links lead that work once, whoever has signed in or not. */
const LINKS = { '/invitation': InvitationPage, '/new-password': NewPasswordPage } as const;

const isLink = (path: string): path is keyof typeof LINKS => path in LINKS;

/** A path of ours; an address from outside must not lead elsewhere. */
const ownPath = (path: string | null): string => (path && /^\/(?![/\\])/.test(path) ? path : '/');

function Screens() {
  const { t } = useTranslation();
  const { viewer, begin } = useSession();
  const { pathname, search, hash } = useLocation();
  const [query] = useSearchParams();
  const atSignIn = pathname === SIGN_IN;

  if (isLink(pathname)) {
    const Linked = LINKS[pathname];
    return <Linked />;
  }
  if (!viewer && !atSignIn) {
    const wanted = `${pathname}${search}${hash}`;
    const to = wanted === '/' ? SIGN_IN : `${SIGN_IN}?to=${encodeURIComponent(wanted)}`;
    return <Navigate to={to} replace />;
  }
  if (!viewer) return <SignInPage wanted={query.has('to')} />;
  if (atSignIn) return <Navigate to={ownPath(query.get('to'))} replace />;
  if (viewer.secondFactorMissing)
    return (
      <BareFrame title={t('secondFactor.demandedTitle')} lead={t('secondFactor.demandedLead')}>
        <Suspense fallback={<Loading />}>
          <SecondFactorFirst onDone={begin} />
        </Suspense>
      </BareFrame>
    );
  const RoleApp = ROLES[viewer.role];
  return (
    <Suspense fallback={<Loading />}>
      <RoleApp />
    </Suspense>
  );
}

function App() {
  return (
    <SessionProvider>
      <ScrollRestoration />
      <Screens />
    </SessionProvider>
  );
}

export const router = createBrowserRouter([{ path: '*', element: <App />, errorElement: <BrokenPage /> }]);
