import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { graphql, type ResultOf } from '../../gql/graphql';
import { useAction } from '../../gql/use-action';
import { useLoad } from '../../gql/use-load';
import { longInstant } from '../../i18n/dates';
import { nameOf } from '../../i18n/words';
import { useSession, type Viewer } from '../../session';
import { AsWritten } from '../../ui/AsWritten';
import { Actions, Button, LinkButton } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Facts } from '../../ui/Facts';
import { Form } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { DoorPage } from './DoorPage';
import { JoinByIdentityForm, NewAccountForm } from './NewAccountForm';
import { SignInForm } from './SignInForm';

const InvitationDocument = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      id
      forName
      role
      duties
      placeName
      placeNameEn
      issuedByName
      expiresAt
      identity
    }
  }
`);

type Invitation = ResultOf<typeof InvitationDocument>['invitation'];

const JoinDocument = graphql(`
  mutation JoinByInvitation($token: String!) {
    joinByInvitation(token: $token)
  }
`);

const SignOutToAcceptDocument = graphql(`
  mutation SignOutToAccept {
    signOut
  }
`);

/** Why somebody came back from the identity provider without an account. */
const ENDS = ['taken', 'name', 'closed', 'failed'] as const;

/** Where the link of an invitation leads: a new account, or another place for one that is there. */
export function InvitationPage() {
  const { t } = useTranslation();
  const token = useLocation().hash.slice(1);
  const [query] = useSearchParams();
  const ended = ENDS.find((end) => end === query.get('identity'));
  // Whoever opens the link again begins anew, whatever still stands in the address.
  if (token === '' && ended)
    return (
      <DoorPage title={t('link.invitationTitle')}>
        <div role="alert">
          <Notice tone="error" title={t('link.identityEnded')}>
            <p>{t(`link.identityEnd.${ended}`)}</p>
          </Notice>
        </div>
        <Actions>
          <LinkButton to="/sign-in">{t('link.toSignIn')}</LinkButton>
        </Actions>
      </DoorPage>
    );
  if (token === '')
    return (
      <DoorPage title={t('link.invitationTitle')}>
        <Notice tone="warning">{t('link.noToken')}</Notice>
      </DoorPage>
    );
  return <Opened key={token} token={token} />;
}

type Outcome = { readonly loginId: string } | 'joined' | null;

function Opened({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const { viewer } = useSession();
  const [outcome, setOutcome] = useState<Outcome>(null);
  const invitation = useLoad(InvitationDocument, { token }, { pause: outcome !== null });
  if (outcome === 'joined')
    return (
      <DoorPage title={t('link.invitationTitle')}>
        <Finished title={t('link.joined')} text={t('link.joinedText')}>
          <LinkButton to="/account" look="primary">
            {t('link.toAccount')}
          </LinkButton>
        </Finished>
      </DoorPage>
    );
  if (outcome)
    return (
      <DoorPage title={t('link.invitationTitle')}>
        <Finished title={t('link.created')} text={t('link.createdText', outcome)}>
          <LinkButton to="/sign-in" look="primary">
            {t('link.toSignIn')}
          </LinkButton>
        </Finished>
      </DoorPage>
    );
  return (
    <DoorPage title={t('link.invitationTitle')}>
      <Loaded of={invitation}>
        {(data) => (
          <>
            <About invitation={data.invitation} />
            {viewer ? (
              <Join viewer={viewer} token={token} onJoined={() => setOutcome('joined')} />
            ) : (
              <HowToCome
                identity={data.invitation.identity}
                token={token}
                onCreated={(loginId) => setOutcome({ loginId })}
              />
            )}
          </>
        )}
      </Loaded>
    </DoorPage>
  );
}

interface FinishedProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

export function Finished({ title, text, children }: FinishedProps) {
  return (
    <>
      <div role="status">
        <Notice tone="done" title={title}>
          <p>{text}</p>
        </Notice>
      </div>
      <Actions>{children}</Actions>
    </>
  );
}

function About({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation();
  const { role, placeName, placeNameEn, duties } = invitation;
  const place = nameOf({ name: placeName, nameEn: placeNameEn });
  return (
    <Facts
      items={[
        {
          term: t('link.invitedTo'),
          value: role === 'MUNICIPALITY_STAFF' ? place : `${place} ${t(`session.role.${role}`)}`.trim(),
        },
        duties.length > 0 && {
          term: t('link.duties'),
          value: duties.map((duty) => t(`people.duty.${duty}`)).join(t('ui.listMark')),
        },
        { term: t('link.forName'), value: <AsWritten>{invitation.forName}</AsWritten> },
        { term: t('link.by'), value: <AsWritten>{invitation.issuedByName}</AsWritten> },
        { term: t('link.until'), value: longInstant(invitation.expiresAt) },
      ]}
    />
  );
}

interface HowProps {
  readonly identity: Invitation['identity'];
  readonly token: string;
  readonly onCreated: (loginId: string) => void;
}

function HowToCome({ identity, token, onCreated }: HowProps) {
  const { t } = useTranslation();
  const { begin, passkeysHere } = useSession();
  const [way, setWay] = useState(identity === 'NONE' ? 'fresh' : 'identity');
  return (
    <>
      <Form labels={{ way: t('link.how') }} refusal={null} onSubmit={() => undefined}>
        <Choice
          name="way"
          needless
          value={way}
          onChange={setWay}
          options={[
            ...(identity === 'NONE'
              ? []
              : [{ value: 'identity', label: t('link.identity'), hint: t('link.identityHint') }]),
            ...(identity === 'REQUIRED' ? [] : [{ value: 'fresh', label: t('link.fresh') }]),
            { value: 'existing', label: t('link.existing'), hint: t('link.existingHint') },
          ]}
        />
      </Form>
      {way === 'identity' && <JoinByIdentityForm token={token} />}
      {way === 'fresh' && <NewAccountForm token={token} onCreated={onCreated} />}
      {way === 'existing' && <SignInForm passkeysHere={passkeysHere} onSignedIn={begin} />}
    </>
  );
}

interface JoinProps {
  readonly viewer: Viewer;
  readonly token: string;
  readonly onJoined: () => void;
}

function Join({ viewer, token, onJoined }: JoinProps) {
  const { t } = useTranslation();
  const { begin } = useSession();
  const { run, busy, refusal } = useAction(JoinDocument);
  const signOut = useAction(SignOutToAcceptDocument);
  const join = async () => {
    if (await run({ token })) onJoined();
  };
  const leave = async () => {
    if (await signOut.run({})) begin();
  };
  return (
    <>
      <ErrorSummary refusal={refusal ?? signOut.refusal} />
      <p>{t('link.signedInAs', { name: nameOf(viewer) })}</p>
      <p>{t('link.notYou')}</p>
      <Actions>
        <Button look="primary" busy={busy} onClick={() => void join()}>
          {t('link.join')}
        </Button>
        <Button busy={signOut.busy} onClick={() => void leave()}>
          {t('link.signOut')}
        </Button>
      </Actions>
    </>
  );
}
