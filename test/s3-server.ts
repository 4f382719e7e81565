import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Two a page, so that a list has to be read on. */
const PAGE = 2;

export const S3_KEYS = { accessKey: 'AKIATEST', secretKey: 'a/secret+key', region: 'ap-northeast-1' };

export interface S3Server {
  readonly endpoint: string;
  readonly objects: Map<string, { readonly content: Buffer; modifiedAt: Date }>;
  /** Answers 503 while this holds. */
  away: boolean;
  close(): Promise<void>;
}

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
const hmac = (key: Buffer | string, words: string): Buffer =>
  createHmac('sha256', key).update(words).digest();
const encoded = (words: string): string =>
  encodeURIComponent(words).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Signature Version 4 from the description of its makers, reckoned anew from what has arrived. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const url = new URL(request.url ?? '', 'http://x');
  const given =
    /Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
      request.headers.authorization ?? '',
    );
  if (!given) return false;
  const [, accessKey, date = '', region = '', names = '', signature] = given;
  const digest = sha256(body);
  if (accessKey !== S3_KEYS.accessKey || region !== S3_KEYS.region) return false;
  if (request.headers['x-amz-content-sha256'] !== digest) return false;
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const path = url.pathname
    .split('/')
    .map((part) => encoded(decodeURIComponent(part)))
    .join('/');
  const canonical = [request.method, path, query.join('&'), headers.join(''), names, digest].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${S3_KEYS.secretKey}`, date), region), 's3'), 'aws4_request');
  return hmac(key, toSign).toString('hex') === signature && names.split(';').includes('host');
}

/** A bucket that believes nothing unsigned; what AWS and MinIO answer to the four calls that are made of them. */
export async function startS3(bucket: string): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const url = new URL(request.url ?? '', 'http://x');
    if (server.away) return void response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
    if (!isSigned(request, body))
      return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    // Bodies in pieces of unknown length are not taken.
    if (request.method === 'PUT' && request.headers['content-length'] === undefined)
      return void response.writeHead(411).end('<Error><Code>MissingContentLength</Code></Error>');
    const [, named, ...rest] = decodeURIComponent(url.pathname).split('/');
    const key = rest.join('/');
    if (named !== bucket) return void response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>');
    if (key === '') return void response.writeHead(200).end(list(url));
    if (request.method === 'PUT') {
      objects.set(key, { content: body, modifiedAt: new Date() });
      return void response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return void response.writeHead(204).end();
    }
    const found = objects.get(key);
    if (!found) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    response.writeHead(200, { 'content-length': found.content.length }).end(found.content);
  };
  const list = (url: URL): string => {
    const prefix = url.searchParams.get('prefix') ?? '';
    const after = url.searchParams.get('continuation-token')?.replace('after & ', '') ?? '';
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, PAGE);
    const contents = page.map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.modifiedAt.toISOString()}</LastModified></Contents>`,
    );
    const next =
      keys.length > PAGE ? `<NextContinuationToken>after &amp; ${page.at(-1)}</NextContinuationToken>` : '';
    return `<?xml version="1.0"?><ListBucketResult>${next}${contents.join('')}</ListBucketResult>`;
  };
  const http = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: S3Server = {
    endpoint: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    objects,
    away: false,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}
