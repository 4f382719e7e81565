/** Made by apps/web/trusted-documents.ts: the ids of operations by their names. */
declare module 'virtual:trusted-documents' {
  export const ids: Readonly<Record<string, string | undefined>>;
}
