/** What may be attached. Every kind is told by its content; its name has to agree. */
export const FILE_KINDS = {
  PDF: { type: 'application/pdf', extensions: ['pdf'] },
  JPEG: { type: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  PNG: { type: 'image/png', extensions: ['png'] },
  WEBP: { type: 'image/webp', extensions: ['webp'] },
  DOCX: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  XLSX: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  PPTX: {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  TEXT: { type: 'text/plain', extensions: ['txt'] },
  CSV: { type: 'text/csv', extensions: ['csv'] },
} as const satisfies Readonly<
  Record<string, { readonly type: string; readonly extensions: readonly string[] }>
>;

export type FileKind = keyof typeof FILE_KINDS;
export const ALL_FILE_KINDS = Object.keys(FILE_KINDS).filter((kind): kind is FileKind => kind in FILE_KINDS);

/** Lower case, without the dot; empty when the name has none. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

export const kindOfExtension = (extension: string): FileKind | undefined =>
  ALL_FILE_KINDS.find((kind) => (FILE_KINDS[kind].extensions as readonly string[]).includes(extension));
