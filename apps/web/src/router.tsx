import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate, ScrollRestoration, useLocation, useSearchParams } from 'react-router';
import { BrokenPage } from './features/session/BrokenPage';
import { SignInPage } from './features/session/SignInPage';
import { SessionProvider, useSession, type Viewer } from './session';
import { Loading } from './ui/Loaded';

/** Each role has its own screens; nobody loads those of another. */
const ROLES = {
  HUB_STAFF: lazy(() => import('./roles/hub/HubApp')),
  MUNICIPALITY_STAFF: lazy(() => import('./roles/municipality/TownApp')),
  SPECIALIST: lazy(() => import('./roles/specialist/SpecialistApp')),
} as const satisfies Record<Viewer['role'], unknown>;

const SIGN_IN = '/sign-in';

/** A path of ours; an address from outside must not lead elsewhere. */
const ownPath = (path: string | null): string => (path && /^\/(?![/\\])/.test(path) ? path : '/');

function Screens() {
  const { viewer } = useSession();
  const { pathname, search, hash } = useLocation();
  const [query] = useSearchParams();
  const atSignIn = pathname === SIGN_IN;

  if (!viewer && !atSignIn) {
    const wanted = `${pathname}${search}${hash}`;
    const to = wanted === '/' ? SIGN_IN : `${SIGN_IN}?to=${encodeURIComponent(wanted)}`;
    return <Navigate to={to} replace />;
  }
  if (!viewer) return <SignInPage wanted={query.has('to')} />;
  if (atSignIn) return <Navigate to={ownPath(query.get('to'))} replace />;
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
