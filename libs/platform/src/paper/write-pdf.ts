import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Paper } from './paper.js';
import { paperLayout } from './paper-layout.js';
import type { PdfWriter } from './pdf-writer.js';

const require = createRequire(import.meta.url);

/** Noto Sans JP: it has the characters of people's names that many fonts lack. */
function fontFiles() {
  const folder = dirname(require.resolve('@expo-google-fonts/noto-sans-jp/package.json'));
  return {
    normal: join(folder, '400Regular', 'NotoSansJP_400Regular.ttf'),
    bold: join(folder, '700Bold', 'NotoSansJP_700Bold.ttf'),
  };
}

let writer: PdfWriter | null = null;

/** Loaded when the first document is asked for: most processes write none. */
function openWriter(): PdfWriter {
  if (writer) return writer;
  const opened: PdfWriter = require('pdfmake');
  const files = fontFiles();
  opened.setFonts({ Japanese: files });
  opened.setUrlAccessPolicy(() => false);
  opened.setLocalAccessPolicy((path) => path === files.normal || path === files.bold);
  writer = opened;
  return opened;
}

/** The document as PDF, laid out in this very thread. */
export const writePdf = (paper: Paper): Promise<Buffer> =>
  openWriter().createPdf(paperLayout(paper)).getBuffer();
