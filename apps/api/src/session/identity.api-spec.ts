import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { realProvider, signInAt } from '../../../../test/identity-provider.js';
import { clerk, hub, KURE, MATSUYAMA, PASSWORD } from '../../../../test/people.js';
import {
  CLIENT,
  type Forgery,
  type IdentityProvider,
  RogueProvider,
} from '../../../../test/rogue-provider.js';

const HOME = 'http://localhost:3999';
const BEGIN = 'mutation($p: ID!) { beginIdentitySignIn(prefectureId: $p) }';
const LINK = 'mutation($p: String!) { beginIdentityLink(presentPassword: $p) }';
const JOIN = 'mutation($t: String!, $i: PersonFactsInput!) { beginIdentityJoin(token: $t, input: $i) }';
const INVITE = 'mutation($i: InvitationInput!) { invitePerson(input: $i) { token invitation { id } } }';
const UNLINK = 'mutation($p: String!) { unlinkIdentity(presentPassword: $p) }';
const STATE = '{ myIdentity { available linkedAt } }';

/** On the way to a provider: where to, and what the browser keeps meanwhile. */
interface Departure {
  readonly address: URL;
  readonly cookie: string;
}

describe('an account of the prefecture', () => {
  let api: RunningApi;
  let real: IdentityProvider;
  const rogue = new RogueProvider();

  beforeAll(async () => {
    // The provider warns of what only a real one needs.
    for (const kind of ['info', 'warn'] as const) jest.spyOn(console, kind).mockImplementation(() => {});
    real = await realProvider(`${HOME}/oidc/callback`, `${HOME}/sign-in`);
    await rogue.open();
    api = await startApi({
      BANSO_PUBLIC_URL: HOME,
      BANSO_OIDC: JSON.stringify({
        '34': { issuer: real.issuer, ...CLIENT, signOut: true },
        '38': { issuer: rogue.issuer, ...CLIENT, signOut: true, required: 'hub' },
      }),
    });
  }, 60_000);
  afterAll(async () => {
    await api.close();
    await Promise.all([real.close(), rogue.close()]);
  });

  async function depart(
    query: string,
    variables: Record<string, unknown>,
    cookie?: string | null,
  ): Promise<Departure> {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data: Record<string, string> | null };
    const set = response.headers.getSetCookie().find((one) => one.startsWith('banso_journey='));
    const [address] = Object.values(body.data ?? {});
    if (!set || !address) throw new Error(JSON.stringify(body));
    expect(set).toMatch(/; HttpOnly; SameSite=Lax/);
    return { address: new URL(address), cookie: set.split(';')[0] ?? '' };
  }
  const toSignIn = (prefecture: string) => depart(BEGIN, { p: prefecture });
  const toLink = (who: Caller) => depart(LINK, { p: PASSWORD }, who.cookie);

  /** Where the browser lands, and the session that it has then. */
  async function land(query: string, cookie: string): Promise<{ at: string; session: string | undefined }> {
    const response = await fetch(`${api.url}/oidc/callback${query}`, {
      redirect: 'manual',
      headers: { cookie },
    });
    const session = response.headers.getSetCookie().find((one) => /^banso_session=[^;]/.test(one));
    return {
      at: response.headers.get('location') ?? String(response.status),
      session: session?.split(';')[0],
    };
  }
  const viewer = async (session: string | undefined) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: session ?? '' },
      body: JSON.stringify({ query: '{ viewer { name } }' }),
    });
    return ((await response.json()) as { data: { viewer: { name: string } | null } }).data.viewer;
  };

  const signOut = async (session: string): Promise<string | null> => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: session },
      body: JSON.stringify({ query: 'mutation { signOut }' }),
    });
    return ((await response.json()) as { data: { signOut: string | null } }).data.signOut;
  };

  it('opens, once its owner has linked it, the whole way through a real provider', async () => {
    expect(
      (await api.anonymous().ask('{ identityProviders { prefectureId } }'))['identityProviders'],
    ).toHaveLength(2);
    const person = await hub(api.database.db);
    const she = await api.as(person);
    const stranger = await toSignIn('34');
    expect(Object.fromEntries(stranger.address.searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      redirect_uri: `${HOME}/oidc/callback`,
    });
    // The provider knows her, we do not yet; that she has a name which looks like hers does not help.
    const unknown = await land(await signInAt(stranger.address.href, person.loginId), stranger.cookie);
    expect(unknown).toEqual({ at: '/sign-in?identity=unknown', session: undefined });
    expect((await she.send(LINK, { p: 'not this one' })).errors[0]?.message).toContain('今のパスワード');
    const link = await toLink(she);
    const back = await signInAt(link.address.href, person.loginId);
    expect((await land(back, link.cookie)).at).toBe('/account?identity=linked');
    expect((await she.ask(STATE))['myIdentity']).toEqual({ available: true, linkedAt: expect.any(String) });
    // Nobody else takes it, and she takes no second one.
    const other = await api.as(await hub(api.database.db));
    const taken = await toLink(other);
    expect((await land(await signInAt(taken.address.href, person.loginId), taken.cookie)).at).toBe(
      '/account?identity=taken',
    );
    const second = await toLink(she);
    expect((await land(await signInAt(second.address.href, 'another'), second.cookie)).at).toBe(
      '/account?identity=taken',
    );

    const arrival = await toSignIn('34');
    const query = await signInAt(arrival.address.href, person.loginId);
    const arrived = await land(query, arrival.cookie);
    expect(arrived.at).toBe('/');
    expect(await viewer(arrived.session)).toEqual({ name: person.name });
    // The same answer again is of no use, with or without a journey under way.
    expect((await land(query, arrival.cookie)).at).toBe('/sign-in?identity=failed');
    const code = new URLSearchParams(query).get('code') ?? '';
    const fresh = await toSignIn('34');
    const replayed = new URLSearchParams({
      code,
      state: fresh.address.searchParams.get('state') ?? '',
      iss: real.issuer,
    });
    expect((await land(`?${replayed.toString()}`, fresh.cookie)).at).toBe('/sign-in?identity=failed');

    const signedIn = arrived.session ?? '';
    // Out here at once, and on to the provider, which knows the place to come back to.
    const out = new URL((await signOut(signedIn)) ?? '');
    expect(out.origin).toBe(real.issuer);
    expect(Object.fromEntries(out.searchParams)).toEqual({
      client_id: CLIENT.clientId,
      post_logout_redirect_uri: `${HOME}/sign-in`,
    });
    expect((await fetch(out)).status).toBe(200);
    expect(await viewer(signedIn)).toBeNull();
    expect(await signOut(signedIn)).toBeNull();
    const byPassword = await api.as(person);
    expect(await signOut(byPassword.cookie ?? '')).toBeNull();
    await she.ask(UNLINK, { p: PASSWORD });
    const late = await toSignIn('34');
    expect((await land(await signInAt(late.address.href, person.loginId), late.cookie)).at).toBe(
      '/sign-in?identity=unknown',
    );
  });

  /** Comes back from a provider that answers with whatever a test forges. */
  async function comeBack(
    departure: Departure,
    forge: (nonce: string) => Forgery,
    more: Record<string, string> = {},
    cookie = departure.cookie,
  ) {
    const { searchParams } = departure.address;
    rogue.forgery = forge(searchParams.get('nonce') ?? '');
    const query = new URLSearchParams({ code: 'x', state: searchParams.get('state') ?? '', ...more });
    return land(`?${query.toString()}`, cookie);
  }

  it('opens nothing for whoever comes with something else than was asked', async () => {
    const person = await clerk(api.database.db, MATSUYAMA);
    const sub = 'matsuyama-1';
    const right = (nonce: string): Forgery => ({ claims: { sub, nonce } });
    expect((await comeBack(await toLink(await api.as(person)), right)).at).toBe('/account?identity=linked');
    const claims = (more: Record<string, unknown>) => (nonce: string) => ({
      claims: { sub, nonce, ...more },
    });
    const past = Math.floor(Date.now() / 1000) - 600;
    const cases: readonly [
      what: string,
      forge: (nonce: string) => Forgery,
      more?: Record<string, string>,
      cookie?: string,
    ][] = [
      ['another nonce', claims({ nonce: 'not what was asked' })],
      ['no nonce', claims({ nonce: undefined })],
      ['another issuer', claims({ iss: 'https://evil.example' })],
      ['the issuer of another prefecture', claims({ iss: real.issuer })],
      ['another audience', claims({ aud: 'somebody else' })],
      ['an old token', claims({ iat: past - 60, exp: past })],
      ['no subject', claims({ sub: undefined })],
      ['no signature', (nonce) => ({ ...right(nonce), alg: 'none' })],
      ['a foreign signature', (nonce) => ({ ...right(nonce), key: rogue.foreignKey })],
      ['another state', right, { state: 'not what was asked' }],
      ['the answer of another provider', right, { iss: real.issuer }],
      ['an error', right, { error: 'access_denied' }],
      ['no browser that set out', right, {}, ''],
      ['another browser', right, {}, 'banso_journey=somebody-elses'],
    ];
    for (const [what, forge, more, cookie] of cases) {
      const { at, session } = await comeBack(await toSignIn('38'), forge, more, cookie);
      expect([what, at, session]).toEqual([what, '/sign-in?identity=failed', undefined]);
    }
    // An address of mail, even a confirmed one, is nobody's key.
    const mail = claims({
      sub: 'somebody else',
      email: person.loginId,
      email_verified: true,
      preferred_username: sub,
    });
    expect((await comeBack(await toSignIn('38'), mail)).at).toBe('/sign-in?identity=unknown');
    const { at, session } = await comeBack(await toSignIn('38'), right);
    expect([at, await viewer(session)]).toEqual(['/', { name: person.name }]);
  });

  /** A link to a place of the caller's prefecture. */
  async function invited(by: Caller, place: Record<string, unknown>): Promise<{ token: string; id: string }> {
    const { invitePerson } = await by.ask(INVITE, { i: { forName: 'x', ...place } });
    return { token: invitePerson.token, id: invitePerson.invitation.id };
  }
  const KURE_CLERK = { role: 'MUNICIPALITY_STAFF', municipalityId: KURE, duties: ['REQUESTER'] };
  const facts = (loginId: string) => ({ loginId, displayName: `${loginId}さん`, nameEn: loginId });
  const toJoin = (token: string, loginId: string) => depart(JOIN, { t: token, i: facts(loginId) });
  const joinAs = async (departure: Departure, login: string) =>
    land(await signInAt(departure.address.href, login), departure.cookie);

  it('comes in by an invitation, without a password, once', async () => {
    const boss = await api.as(await hub(api.database.db));
    const door = api.anonymous();
    const { token } = await invited(boss, KURE_CLERK);
    expect(
      (await door.ask('query($t: String!) { invitation(token: $t) { identity } }', { t: token }))[
        'invitation'
      ],
    ).toEqual({ identity: 'OFFERED' });
    expect(await door.refusal(JOIN, { t: 'x', i: facts('join-1') })).toEqual({
      code: 'NOT_FOUND',
      reason: 'link.not-usable',
    });
    // Two who have the same link at one moment: one comes in, whoever is first.
    const two = await Promise.all(
      ['join-a', 'join-b'].map(async (name) => joinAs(await toJoin(token, name), `of ${name}`)),
    );
    expect(two.map(({ at }) => at).sort()).toEqual(['/', '/invitation?identity=closed']);
    const [one] = two.filter(({ session }) => session);
    const name = (await viewer(one?.session))?.name.replace('さん', '') ?? '';
    expect(['join-a', 'join-b']).toContain(name);
    expect(await door.refusal(JOIN, { t: token, i: facts('join-2') })).toMatchObject({
      reason: 'link.not-usable',
    });
    // No password opens the account, and none is asked for what only a password guards.
    expect(
      await door.refusal('mutation($l: String!) { signIn(loginId: $l, password: "x") { name } }', {
        l: name,
      }),
    ).toMatchObject({ reason: 'sign-in.failed' });
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: one?.session ?? '' },
      body: JSON.stringify({ query: UNLINK, variables: { p: 'x' } }),
    });
    expect(await response.text()).toContain('県のアカウントでサインインしているため');
    const again = await toSignIn('34');
    const back = await land(await signInAt(again.address.href, `of ${name}`), again.cookie);
    expect((await viewer(back.session))?.name).toBe(`${name}さん`);

    // Whoever has an account by this identity gets no second one, and the invitation stays open.
    const second = await invited(boss, KURE_CLERK);
    const taken = await joinAs(await toJoin(second.token, 'join-3'), `of ${name}`);
    expect(taken).toEqual({ at: '/invitation?identity=taken', session: undefined });
    expect(await door.refusal(JOIN, { t: second.token, i: facts(name) })).toMatchObject({
      reason: 'account.login-id-taken',
    });
    const [late, late2] = [await toJoin(second.token, 'join-4'), await toJoin(second.token, 'join-4')];
    const query = await signInAt(late.address.href, 'of join-4');
    expect((await land(query, late.cookie)).at).toBe('/');
    expect((await land(query, late.cookie)).at).toBe('/sign-in?identity=failed');
    expect((await joinAs(late2, 'somebody else')).at).toBe('/invitation?identity=closed');
    // Withdrawn while somebody is on the way; and the sign-in name gone meanwhile.
    const third = await invited(boss, KURE_CLERK);
    const [slow, other] = [await toJoin(third.token, 'join-5'), await toJoin(third.token, 'join-6')];
    await clerkCalled('join-5');
    expect((await joinAs(slow, 'of join-5')).at).toBe('/invitation?identity=name');
    await boss.ask('mutation($id: ID!) { withdrawInvitation(id: $id) { id } }', { id: third.id });
    expect((await joinAs(other, 'of join-6')).at).toBe('/invitation?identity=closed');
    const rows = await api.database.dataSource.query(
      `SELECT actor_role, account_id = record_id AS self FROM audit_entry
       WHERE table_name = 'oidc_identity' AND record_id =
         (SELECT id::text FROM account WHERE login_id = 'join-4')`,
    );
    expect(rows).toEqual([{ actor_role: 'SYSTEM', self: true }]);
  });
  const clerkCalled = (loginId: string) =>
    api.database.dataSource.query(
      `INSERT INTO account (id, login_id, password_hash, display_name, name_en, created_at)
       VALUES (gen_random_uuid(), $1, 'x', 'x', 'x', now())`,
      [loginId],
    );

  it('is the only way in where the prefecture says so, and nobody’s mail opens it', async () => {
    const boss = await api.as(await hub(api.database.db, '38'));
    const door = api.anonymous();
    const { token } = await invited(boss, { role: 'HUB_STAFF', duties: ['COORDINATOR'] });
    const input = { ...facts('ehime-1'), password: 'wooden boats carry rice' };
    const accept = 'mutation($t: String!, $i: NewPersonInput!) { acceptInvitation(token: $t, input: $i) }';
    expect(await door.refusal(accept, { t: token, i: input })).toMatchObject({
      reason: 'invitation.identity-only',
    });
    const unlinked = await api.as(await clerk(api.database.db, MATSUYAMA));
    expect(
      await unlinked.refusal('mutation($t: String!) { joinByInvitation(token: $t) }', { t: token }),
    ).toMatchObject({ reason: 'invitation.identity-only' });
    const claims = (more: Record<string, unknown>) => (nonce: string) => ({
      claims: { sub: 'ehime-1', nonce, ...more },
    });
    for (const forge of [claims({ iss: real.issuer }), claims({ nonce: 'x' }), claims({ aud: 'x' })])
      expect(await comeBack(await toJoin(token, 'ehime-1'), forge)).toEqual({
        at: '/invitation?identity=failed',
        session: undefined,
      });
    const known = await clerk(api.database.db, MATSUYAMA);
    const mail = claims({ email: known.loginId, email_verified: true });
    const { at, session } = await comeBack(await toJoin(token, 'ehime-1'), mail);
    expect([at, await viewer(session)]).toEqual(['/', { name: 'ehime-1さん' }]);
    // This provider signs nobody out: here is all there is.
    expect(await signOut(session ?? '')).toBeNull();
    // A town's clerk of the same prefecture may choose.
    const towns = await invited(boss, { ...KURE_CLERK, municipalityId: MATSUYAMA });
    await door.ask(accept, { t: towns.token, i: { ...input, loginId: 'ehime-2' } });
  });

  it('is the business of its own prefecture: the provider of another opens nothing here', async () => {
    const hiroshima = await hub(api.database.db);
    await api.database.db.system(null, (tx) =>
      tx.query(
        `INSERT INTO oidc_identity (id, account_id, issuer, subject, linked_at)
         VALUES (gen_random_uuid(), $1, $2, 'smuggled', now())`,
        [hiroshima.accountId, rogue.issuer],
      ),
    );
    const forged = (nonce: string) => ({ claims: { sub: 'smuggled', nonce } });
    expect((await comeBack(await toSignIn('38'), forged)).at).toBe('/sign-in?identity=unknown');
    expect(await api.anonymous().refusal(BEGIN, { p: '13' })).toEqual({
      code: 'NOT_FOUND',
      reason: 'oidc.not-found',
    });
    await rogue.close();
  });
});
