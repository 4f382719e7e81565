import { randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Db } from '@banso/platform';
import type { Caller } from './api.js';

interface Packed {
  readonly name: string;
  readonly content?: string | Buffer;
  /** What the directory claims, where that is not so. */
  readonly claims?: number;
}

/** A packed file as any program writes one. */
export function zipOf(parts: readonly Packed[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', claims } of parts) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(raw.length, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims ?? raw.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    files.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  const length = Buffer.concat(directory).length;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const MAIN = {
  docx: ['word/document.xml', 'wordprocessingml.document.main+xml'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet.main+xml'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation.main+xml'],
} as const;

/** An Office file with whatever else is put in. */
export function officeFile(kind: keyof typeof MAIN, ...more: readonly Packed[]): Buffer {
  const [part, type] = MAIN[kind];
  const types = `<Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}"/></Types>`;
  return zipOf([{ name: '[Content_Types].xml', content: types }, { name: part, content: '<x/>' }, ...more]);
}

export const pdf = (words = 'x'): Buffer => Buffer.from(`%PDF-1.7\n1 0 obj <<>> endobj\n% ${words}\n%%EOF\n`);

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** Taken with a phone held upright: which way up, and where. */
export const EXIF = Buffer.concat([
  Buffer.from('4578696600004d4d002a000000080002', 'hex'),
  Buffer.from('01120003000000010006000088250004000000010000001a00000000', 'hex'),
  Buffer.from('GPS 34.2491 132.5657 IN KURE'),
]);

/** A JPEG as a phone makes it: place, words, and a film behind its end. */
export const photo = (behind = 'ftyp film behind the picture'): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    segment(0xe1, EXIF),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET PLACE</x:xmpmeta>')),
    segment(0xfe, Buffer.from('SECRET COMMENT')),
    segment(0xdb, Buffer.alloc(65)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
    Buffer.from(behind),
  ]);

const chunk = (type: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content, Buffer.alloc(4)]);
};

export const png = (...more: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
    chunk('tEXt', Buffer.from('Comment\0SECRET PLACE')),
    chunk('IDAT', Buffer.alloc(12)),
    chunk('IEND', Buffer.alloc(0)),
    ...more,
  ]);

/** A form with one file, byte by byte as a browser writes it. */
export function formOf(name: string, content: Buffer): { readonly type: string; readonly body: Buffer } {
  const boundary = `----x${randomUUID()}`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

export interface FileAnswer {
  readonly status: number;
  readonly body: any;
  readonly reason: string | undefined;
  readonly message: string | undefined;
}

interface Sent {
  readonly url: string;
  readonly caller: Caller;
  readonly owner: readonly [type: string, id: string];
  readonly name: string;
  readonly content: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a file as the web app does. */
export async function sendFile({ url, caller, owner, name, content, headers }: Sent): Promise<FileAnswer> {
  const { type, body } = formOf(name, content);
  const response = await fetch(`${url}/files/${owner.join('/')}`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'sec-fetch-site': 'same-origin',
      ...(caller.cookie && { cookie: caller.cookie }),
      ...headers,
    },
    body: new Uint8Array(body),
  });
  const answer = (await response.json()) as any;
  const [error] = answer.errors ?? [];
  return { status: response.status, body: answer, reason: error?.extensions.reason, message: error?.message };
}

export const fetchFile = (url: string, caller: Caller, id: string): Promise<Response> =>
  fetch(`${url}/files/${id}`, { headers: caller.cookie ? { cookie: caller.cookie } : {} });

/** A row of a file that lies nowhere: for specs that only look at rows. */
export async function attachmentRow(
  db: Db,
  owner: { readonly type: string; readonly id: string; readonly municipalityId: string },
  name = '書類.txt',
): Promise<string> {
  const id = randomUUID();
  await db.system(owner.municipalityId.slice(0, 2), (tx) =>
    tx.query(
      `INSERT INTO attachment (id, prefecture_id, owner_type, owner_id, municipality_id, name, kind, bytes, sha256, stored_as,
         scan, added_by_name, added_role, added_at)
       VALUES ($1, left($4, 2), $2, $3, $4, $5, 'TEXT', 1, repeat('0', 64), gen_random_uuid(), 'NOT_SCANNED', '試験', 'MUNICIPALITY_STAFF', now())`,
      [id, owner.type, owner.id, owner.municipalityId, name],
    ),
  );
  return id;
}
