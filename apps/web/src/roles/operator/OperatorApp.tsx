import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { LinkSheet } from '../../features/people/LinkSheet';
import { type NavItem, Shell } from '../../features/session/Shell';
import { page } from '../page';

// Not out of the roles' own lists: whoever runs the installation loads no name of a screen of theirs.
const AccountPage = page(async () => (await import('../../features/account/AccountPage')).AccountPage);
const NotFoundPage = page(async () => (await import('../../features/session/NotFoundPage')).NotFoundPage);
const PeoplePage = page(async () => (await import('../../features/people/PeoplePage')).PeoplePage);
const OperationsPage = page(
  async () => (await import('../../features/operations/OperationsPage')).OperationsPage,
);
const OperatorHome = page(async () => (await import('./OperatorHome')).OperatorHome);

/** Whoever runs the installation: no screen of a prefecture or a town. */
export default function OperatorApp() {
  const { t } = useTranslation();
  const nav: NavItem[] = [
    { to: '/', label: t('roles.nav.home') },
    { to: '/operations', label: t('roles.nav.operations') },
    { to: '/people', label: t('roles.nav.operators') },
  ];
  return (
    <Shell nav={nav}>
      <Routes>
        <Route index element={<OperatorHome />} />
        <Route
          path="operations"
          element={
            <OperationsPage
              linkSheet={(link, onBack) => (
                <LinkSheet link={{ kind: 'invitation', ...link }} onBack={onBack} />
              )}
            />
          }
        />
        <Route path="people" element={<PeoplePage />} />
        <Route path="account" element={<AccountPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Shell>
  );
}
