import { useNavigate } from 'react-router';
import { graphql } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { useSession } from '../../session';

const SignOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);

/** Ends the session here and, for whoever came by an identity provider, there too. */
export function useSignOut(): { readonly signOut: () => Promise<void>; readonly busy: boolean } {
  const { begin } = useSession();
  const navigate = useNavigate();
  const { run, busy } = useAction(SignOutDocument);
  const signOut = async () => {
    const result = await run({});
    if (!result) return;
    // The provider sends the person back to the sign-in screen.
    if (result.signOut) return window.location.assign(result.signOut);
    await navigate('/sign-in');
    begin();
  };
  return { signOut, busy };
}
