import { currentLanguage } from '../i18n';
import { newKey, PAUSES_MS } from '../gql/wish-key';
import type { AttachmentOwner } from './attachments.documents';

/** The end of a wish to keep a file: null when it is kept, else why not; `message` null when nobody answered. */
export type SendEnd = null | { readonly message: string | null };

interface Sending {
  readonly owner: { readonly ownerType: AttachmentOwner; readonly ownerId: string };
  readonly file: File;
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void;
}

/** Sends one file; when the line is cut, again under the same key, so that it is kept once. */
export async function sendFile(sending: Sending): Promise<SendEnd> {
  const key = newKey();
  let end = await attempt(sending, key);
  for (const pause of PAUSES_MS) {
    if (end?.message !== null || end === null) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
    end = await attempt(sending, key);
  }
  return end;
}

/** By XMLHttpRequest: fetch does not tell how far it is. */
function attempt({ owner, file, onProgress }: Sending, key: string): Promise<SendEnd> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files/${owner.ownerType}/${encodeURIComponent(owner.ownerId)}`);
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('idempotency-key', key);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () =>
      resolve(request.status === 200 ? null : { message: messageIn(request.responseText) }),
    );
    request.addEventListener('error', () => resolve({ message: null }));
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

/** What the server says, in the reader's language; empty when it was somebody on the way who answered. */
function messageIn(answer: string): string {
  try {
    const { errors }: { readonly errors?: readonly { readonly message?: unknown }[] } = JSON.parse(answer);
    const message = errors?.[0]?.message;
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}
