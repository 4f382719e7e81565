/** Hands a file to the browser; it never had an address. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

/** A document that came as base64. */
export function savePaper({ name, content }: { readonly name: string; readonly content: string }): void {
  saveFile(
    name,
    Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)),
    'application/pdf',
  );
}
