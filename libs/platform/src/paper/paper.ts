import type { LocalDate } from '@banso/kernel';

/** A document for paper, by what it says: how it looks is decided in one place. Every text is plain text. */
export interface Paper {
  readonly title: string;
  /** A4 on its side, for wide tables. */
  readonly landscape?: boolean;
  /** At the top right, line by line: number and date. */
  readonly corner?: readonly string[];
  readonly parts: readonly PaperPart[];
  /** Noted in the file as its date. The same paper is the same file, so that a repeated wish has the same answer. */
  readonly madeOn?: LocalDate;
}

export type PaperPart = PaperText | PaperHeading | PaperArticle | PaperFacts | PaperTable | PaperSignatures;

/** A paragraph; its line breaks are kept. */
export interface PaperText {
  readonly kind: 'text';
  readonly text: string;
  readonly align?: 'left' | 'center' | 'right';
}

export interface PaperHeading {
  readonly kind: 'heading';
  readonly text: string;
}

/** 第n条（見出し）. */
export interface PaperArticle {
  readonly kind: 'article';
  readonly no: number;
  readonly heading: string;
  readonly body: string;
}

/** Names of things with their values, one under the other. */
export interface PaperFacts {
  readonly kind: 'facts';
  readonly rows: readonly (readonly [name: string, value: string])[];
}

/** Its head is repeated on every page; a row is never torn. */
export interface PaperTable {
  readonly kind: 'table';
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The last so many rows are sums, in bold. */
  readonly sums?: number;
}

export interface PaperColumn {
  readonly head: string;
  /** Figures stand on the right. */
  readonly align?: 'left' | 'right';
  /** In points (1/72 inch); without it the column takes an equal part of what is left. */
  readonly width?: number;
}

/** Who signs, with room for a seal; a block stays on one page. */
export interface PaperSignatures {
  readonly kind: 'signatures';
  readonly blocks: readonly PaperSignature[];
}

export interface PaperSignature {
  /** 甲, 乙, 丙 … */
  readonly role: string;
  readonly lines: readonly string[];
}
