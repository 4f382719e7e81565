/** As much of pdfmake as papers need; its own types would bring the whole DOM into the server. */
export interface PdfWriter {
  setFonts(fonts: Readonly<Record<string, Readonly<Record<'normal' | 'bold', string>>>>): void;
  setUrlAccessPolicy(allows: (address: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(layout: PdfLayout): { getBuffer(): Promise<Buffer> };
}

export interface PdfLayout {
  readonly pageSize: 'A4';
  readonly pageOrientation: 'portrait' | 'landscape';
  /** Points, from the left clockwise. */
  readonly pageMargins: PdfMargin;
  readonly language: string;
  readonly info: Readonly<Record<'title' | 'creator' | 'producer', string>> & { readonly creationDate: Date };
  readonly defaultStyle: PdfStyle;
  readonly footer: (page: number, pages: number) => PdfBlock;
  readonly content: readonly PdfBlock[];
}

export type PdfMargin = readonly [left: number, top: number, right: number, bottom: number];

export interface PdfStyle {
  readonly font?: string;
  readonly fontSize?: number;
  readonly lineHeight?: number;
  readonly bold?: boolean;
  readonly alignment?: 'left' | 'center' | 'right';
  readonly fillColor?: string;
  readonly margin?: PdfMargin;
  readonly wordBreak?: 'normal' | 'break-all';
}

export interface PdfBlock extends PdfStyle {
  readonly text?: string | readonly PdfBlock[];
  readonly stack?: readonly PdfBlock[];
  readonly columns?: readonly PdfBlock[];
  readonly table?: PdfTable;
  /** Of a table. */
  readonly layout?: 'lightHorizontalLines';
  /** Of a column. */
  readonly width?: PdfWidth;
  /** Stays on one page. */
  readonly unbreakable?: boolean;
}

/** Points, or an equal part of what is left. */
export type PdfWidth = number | '*';

export interface PdfTable {
  readonly widths: readonly PdfWidth[];
  readonly headerRows?: number;
  /** So many rows stay with the head. */
  readonly keepWithHeaderRows?: number;
  readonly dontBreakRows: boolean;
  readonly body: readonly (readonly PdfBlock[])[];
}
