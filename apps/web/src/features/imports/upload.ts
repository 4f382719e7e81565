import type { Refusal } from '../../gql/refusal';
import { currentLanguage } from '../../i18n';
import type { ImportKind } from './imports.documents';

/** The id of the import that the file has become, or why it has not. */
export type Uploaded = { readonly id: string } | { readonly refusal: Refusal };

interface Answer {
  readonly id?: string;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly reason?: string };
  }[];
}

const refused = (message: string | null, code: string, reason?: string): Uploaded => ({
  refusal: { message, code, faults: [], ...(reason !== undefined && { reason }) },
});

/** Sends the bytes of one file as they are; the answer has the form of every other. */
export async function upload(kind: ImportKind, file: File): Promise<Uploaded> {
  const query = new URLSearchParams({ kind, name: file.name });
  try {
    const response = await fetch(`/table-imports?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'accept-language': currentLanguage() },
      credentials: 'same-origin',
      body: file,
    });
    const { id, errors }: Answer = await response.json();
    if (id !== undefined) return { id };
    const [first] = errors ?? [];
    return refused(first?.message ?? null, first?.extensions?.code ?? 'INTERNAL', first?.extensions?.reason);
  } catch {
    return refused(null, 'UNREACHABLE');
  }
}
