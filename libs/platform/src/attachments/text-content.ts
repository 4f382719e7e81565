import { createReadStream } from 'node:fs';
import { codeOf, type SpooledFile } from './file-store.js';

/** What a browser or a shell would run, however it is named. */
const ACTIVE =
  /^\s*(<(!doctype|html|head|body|script|svg|iframe|\?xml|\?php|!--)|#!|@echo\b|mhtml:|mime-version:)/i;
const ACTIVE_WITHIN = /<(script|svg|html|iframe)\b/i;

/** Nobody types these; a tab, and the ends of lines and pages, may be there. */
const UNTYPED = /[^\P{Cc}\t\n\r\f]/u;

const ENCODINGS = ['utf-8', 'shift_jis'] as const;
const LOOKED_AT = 2_048;

type Verdict = 'TEXT' | 'ACTIVE' | 'NO_TEXT';

/** Whether every byte is text of an encoding that offices use, and what it is at its beginning. */
export async function textVerdict(file: SpooledFile): Promise<Verdict> {
  const first = await headOf(file);
  const encodings = isUtf16(first) ? (['utf-16le', 'utf-16be'] as const) : ENCODINGS;
  for (const encoding of encodings) {
    const verdict = await verdictIn(file, encoding);
    if (verdict !== 'NO_TEXT') return verdict;
  }
  return 'NO_TEXT';
}

const isUtf16 = (head: Buffer): boolean =>
  head.length >= 2 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff));

/** A stream without an encoding yields buffers, which its type does not say. */
const bytesOf = (path: string, end?: number): AsyncIterable<Buffer> => createReadStream(path, { end });

async function headOf({ path }: SpooledFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytesOf(path, 3)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function verdictIn({ path }: SpooledFile, encoding: string): Promise<Verdict> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let beginning = '';
  try {
    for await (const chunk of bytesOf(path)) {
      const words = decoder.decode(chunk, { stream: true });
      if (UNTYPED.test(words)) return 'NO_TEXT';
      if (beginning.length < LOOKED_AT) beginning += words;
    }
    decoder.decode();
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'NO_TEXT';
    throw error;
  }
  const looked = beginning.slice(0, LOOKED_AT);
  return ACTIVE.test(looked) || ACTIVE_WITHIN.test(looked) ? 'ACTIVE' : 'TEXT';
}
