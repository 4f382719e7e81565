import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { useSession } from '../../session';

const SignOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);

export function SignOutButton() {
  const { t } = useTranslation();
  const { begin } = useSession();
  const navigate = useNavigate();
  const { run, busy } = useAction(SignOutDocument);
  const signOut = async () => {
    const result = await run({});
    if (!result) return;
    // Whoever came by the identity provider is signed out there too, and comes back to the sign-in screen.
    if (result.signOut) return window.location.assign(result.signOut);
    await navigate('/sign-in');
    begin();
  };
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      onClick={() => void signOut()}
      className="no-print min-h-11 px-1 text-oln-14N-100 underline underline-offset-4"
    >
      {t('session.signOut')}
    </button>
  );
}
