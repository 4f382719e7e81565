import { Provider } from 'oidc-provider';
import { CLIENT, type IdentityProvider, listening } from './rogue-provider.js';

/** A real provider, in which everybody may call themselves as they like. */
export function realProvider(returnTo: string, signedOutAt: string): Promise<IdentityProvider> {
  return listening((issuer) =>
    new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: [returnTo],
          post_logout_redirect_uris: [signedOutAt],
        },
      ],
      cookies: { keys: ['a key of a test'] },
    }).callback(),
  );
}

/** Signs in at a real provider as a person would, and says with what it sends the browser back. */
export async function signInAt(address: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  const visit = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return response;
  };
  const { origin } = new URL(address);
  let url = address;
  for (let step = 0; step < 12; step++) {
    const isQuestion = new URL(url).pathname.startsWith('/interaction/');
    const prompt = isQuestion
      ? /name="prompt" value="(\w+)"/.exec(await (await visit(url)).text())?.[1]
      : null;
    const response = await visit(url, prompt ? { prompt, login, password: 'x' } : undefined);
    url = new URL(response.headers.get('location') ?? '', url).href;
    if (new URL(url).origin !== origin) return new URL(url).search;
  }
  throw new Error(`The provider does not come to an end at ${url}`);
}
