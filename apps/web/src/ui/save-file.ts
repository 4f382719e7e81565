/** Hands a file to the browser; it never had an address. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

interface Packed {
  readonly name: string;
  /** As base64. */
  readonly content: string;
}

const bytesOf = (content: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));

/** A document that came as base64. */
export function savePaper({ name, content }: Packed): void {
  saveFile(name, bytesOf(content), 'application/pdf');
}

/** A table that came as base64: its bytes are what they are, in whatever character set. */
export function saveSheet({ name, content }: Packed): void {
  const type = name.endsWith('.xlsx')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'application/octet-stream';
  saveFile(name, bytesOf(content), type);
}
