import { createReadStream } from 'node:fs';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { AwsV4Signer } from 'aws4fetch';
import {
  FileGone,
  type FileStore,
  OBJECT_KEY,
  type SpooledFile,
  StoreAway,
  type StoredObject,
} from './file-store.js';

/** A bucket of anything that speaks S3. */
export interface S3Place {
  /** Such as `https://s3.example.jp`; the bucket is the first part of the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

const PREFIX = 'attachments/';
const SILENCE_MS = 20_000;
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

interface Asked {
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly file?: SpooledFile;
}

/** Objects under one prefix of one bucket. What is sent is signed with the digest of its body. */
export class S3FileStore implements FileStore {
  constructor(private readonly place: S3Place) {}

  async put(key: string, file: SpooledFile): Promise<void> {
    const answer = await this.ask('PUT', { key, file });
    await drained(answer);
    assertDone(answer, 'put');
  }

  async open(key: string): Promise<Readable> {
    const answer = await this.ask('GET', { key });
    if (answer.statusCode === 200) return answer;
    await drained(answer);
    if (answer.statusCode === 404) throw new FileGone();
    throw away(answer, 'get');
  }

  async remove(key: string): Promise<void> {
    const answer = await this.ask('DELETE', { key });
    await drained(answer);
    if (answer.statusCode !== 404) assertDone(answer, 'delete');
  }

  async *list(): AsyncIterable<StoredObject> {
    let token: string | undefined;
    do {
      const query = { 'list-type': '2', prefix: PREFIX, ...(token && { 'continuation-token': token }) };
      const answer = await this.ask('GET', { query });
      const page = await text(answer);
      assertDone(answer, 'list');
      yield* objectsIn(page);
      token = valueOf(page, 'NextContinuationToken');
    } while (token);
  }

  private async ask(method: string, { key, query = {}, file }: Asked): Promise<IncomingMessage> {
    if (key !== undefined && !OBJECT_KEY.test(key)) throw new Error('This is no key of the store');
    const { endpoint, bucket, region, accessKey, secretKey } = this.place;
    const url = new URL(`${endpoint.replace(/\/$/, '')}/${bucket}${key ? `/${PREFIX}${key}` : ''}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const signer = new AwsV4Signer({
      method,
      url: url.href,
      headers: { 'x-amz-content-sha256': file?.sha256 ?? EMPTY_SHA256 },
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      service: 's3',
      region,
    });
    const signed = await signer.sign();
    const headers = {
      ...Object.fromEntries(signed.headers),
      ...(file && { 'content-length': String(file.bytes), 'content-type': 'application/octet-stream' }),
    };
    return send(signed.url, { method, headers }, file);
  }
}

/** By hand: fetch would send a stream in chunks, which S3 does not take. */
function send(
  url: URL,
  options: { readonly method: string; readonly headers: Record<string, string> },
  file: SpooledFile | undefined,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? tlsRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const asked = request(url, options);
    asked.setTimeout(SILENCE_MS, () => asked.destroy(new StoreAway('The store is silent')));
    asked.on('response', resolve);
    asked.on('error', (error) => reject(error instanceof StoreAway ? error : new StoreAway(error.message)));
    if (!file) asked.end();
    else
      pipeline(createReadStream(file.path), asked).catch((error: unknown) => asked.destroy(asError(error)));
  });
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error('unknown'));

const away = (answer: IncomingMessage, what: string): StoreAway =>
  new StoreAway(`The store answered ${what} with ${answer.statusCode}`);

function assertDone(answer: IncomingMessage, what: string): void {
  const status = answer.statusCode ?? 0;
  if (status < 200 || status > 299) throw away(answer, what);
}

/** What is not read would hold the connection. */
async function drained(answer: IncomingMessage): Promise<void> {
  for await (const _ of answer) void _;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function valueOf(xml: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return found?.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
}

/** Keys that are not ours are nobody's business here. */
function* objectsIn(xml: string): Generator<StoredObject> {
  for (const [, one = ''] of xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
    const key = valueOf(one, 'Key')?.slice(PREFIX.length) ?? '';
    const modified = valueOf(one, 'LastModified');
    if (OBJECT_KEY.test(key) && modified) yield { key, modifiedAt: new Date(modified) };
  }
}
