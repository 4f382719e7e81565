import { gzipSync } from 'node:zlib';
import { Attacker, INFO, JSON_TYPE } from './attacker.js';
import { dataOf } from './ledger.js';
import type { Received } from './served.js';

/** What is sent around GraphQL: headers, names, bodies, files. */
export class TransportAttacks extends Attacker {
  async run(): Promise<void> {
    await this.headersAndHosts();
    await this.bodies();
    await this.places();
  }

  private async headersAndHosts(): Promise<void> {
    const group = 'header and Host games';
    const told = (answer: Received) =>
      /evil/.test(answer.text + JSON.stringify(answer.headers)) ? 'repeats the foreign name' : null;
    const body = JSON.stringify({ query: '{ viewer { role } }' });
    for (const host of [
      'evil.example',
      'evil.example:80',
      'localhost.evil.example',
      'evil@localhost',
      'localhost/evil',
      'a b',
      '[',
      '[::1',
      'x:99999999',
      '-evil',
      'evil..',
      'a'.repeat(300),
      'あ'.normalize('NFD').replace(/[^ -~]/g, '%E3'),
    ])
      for (const path of ['/', '/graphql'])
        await this.attempt(
          group,
          `Host ${host}`,
          {
            method: path === '/' ? 'GET' : 'POST',
            path,
            headers: { ...JSON_TYPE, host },
            body: path === '/' ? '' : body,
          },
          (answer) => (answer.status < 400 ? 'was answered' : told(answer)),
        );
    const spoofs: Readonly<Record<string, string>> = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-for': "127.0.0.1, evil'--",
      'x-forwarded-proto': 'evil',
      forwarded: 'for=evil;host=evil.example',
      'x-original-url': '/evil',
      'x-rewrite-url': '/evil',
      'x-real-ip': 'evil',
      authorization: 'Bearer evil',
      'x-user': 'evil',
      'x-role': 'HUB_STAFF',
      'x-http-method-override': 'DELETE',
      'accept-language': `${'en,'.repeat(2_000)}evil`,
      accept: 'evil/evil;q=NaN',
      'idempotency-key': "evil'; DROP TABLE visit--",
      'user-agent': `evil${'x'.repeat(4_000)}`,
      range: 'bytes=0-evil',
      'if-none-match': '*',
      expect: '200-evil',
      cookie: 'banso_session=evil; __proto__=evil; =; ;;',
    };
    for (const [name, value] of Object.entries(spoofs))
      await this.attempt(group, name, { headers: { ...JSON_TYPE, [name]: value }, body }, (answer) =>
        dataOf(answer)?.['viewer'] != null ? 'is somebody' : told(answer),
      );
    const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`;
    const own = `Host: 127.0.0.1:${this.target.server.port}`;
    const wires: Readonly<Record<string, string>> = {
      'two hosts': lines('GET / HTTP/1.1', own, 'Host: evil.example'),
      'no host': lines('GET / HTTP/1.1'),
      'an absolute address': lines('GET http://evil.example/ HTTP/1.1', own),
      'a length and chunks': `${lines('POST /graphql HTTP/1.1', own, 'Content-Type: application/json', 'Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
      'two lengths': lines('POST /graphql HTTP/1.1', own, 'Content-Length: 4', 'Content-Length: 5'),
      'a folded header': lines('GET / HTTP/1.1', own, 'X-A: b', ' evil'),
      'a NUL': lines('GET / HTTP/1.1', own, 'X-A: \u0000evil'),
      'a bare line': 'GET / HTTP/1.1\nHost: evil.example\n\n',
      'headers of 40 KB': lines('GET / HTTP/1.1', own, `X-A: ${'x'.repeat(40_000)}`),
      'five thousand headers': lines(
        'GET / HTTP/1.1',
        own,
        ...Array.from({ length: 5_000 }, (_, i) => `X${i}: 1`),
      ),
      'an unknown method': lines('EVIL / HTTP/1.1', own),
      'another protocol': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      TRACE: lines('TRACE / HTTP/1.1', own, 'X-A: evil'),
      CONNECT: lines('CONNECT evil.example:443 HTTP/1.1', own),
      noise: Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 37) % 256)).toString('latin1'),
    };
    for (const [name, bytes] of Object.entries(wires)) {
      const answer = await this.target.server.wire(Buffer.from(bytes, 'latin1'));
      const silent = answer.status === 0;
      this.book(
        group,
        name,
        silent ? { ...answer, status: 400 } : answer,
        answer.text.startsWith('HTTP/1.1 2') ? 'was answered' : told(answer),
      );
    }
  }

  private async bodies(): Promise<void> {
    const huge = 'huge bodies';
    const body = JSON.stringify({ query: INFO });
    const refused = (answer: Received) => answer.status < 400 && `got ${answer.status}`;
    const padded = (bytes: number) =>
      JSON.stringify({ query: INFO, operationName: null, variables: { x: 'あ'.repeat(bytes / 3) } });
    for (const bytes of [103_000, 1_000_000, 10_000_000])
      await this.attempt(huge, `${bytes} bytes`, { headers: JSON_TYPE, body: padded(bytes) }, refused);
    await this.attempt(
      huge,
      'a packed bomb',
      { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: gzipSync(padded(30_000_000)) },
      refused,
    );
    for (const deep of ['[', '{"a":'])
      await this.attempt(
        huge,
        `45,000 deep ${deep}`,
        { headers: JSON_TYPE, body: deep.repeat(16_000) },
        refused,
      );
    await this.attempt(huge, 'deep variables', {
      headers: JSON_TYPE,
      body: `{"query": ${JSON.stringify(INFO)}, "variables": {"x": ${'['.repeat(40_000)}${']'.repeat(40_000)}}}`,
    });
    await this.attempt(huge, 'a number of 90,000 digits', {
      headers: JSON_TYPE,
      body: `{"query": ${JSON.stringify(INFO)}, "variables": {"x": ${'9'.repeat(90_000)}}}`,
    });

    const odd = 'wrong types and encodings';
    for (const type of [
      'application/json; charset=utf-16',
      'application/json; charset=shift_jis',
      'application/json; charset=',
      'application/graphql',
      'application/xml',
      'text/html',
      'multipart/mixed; boundary=x',
      'application/x-ndjson',
      'json',
      ';',
      'application/json, text/plain',
      '*/*',
      'image/png',
      'application/octet-stream',
    ])
      await this.attempt(
        odd,
        type,
        { headers: { 'content-type': type }, body },
        (answer) =>
          dataOf(answer) !== null && !type.startsWith('application/json; charset=') && 'was answered',
      );
    for (const [name, bytes] of Object.entries({
      'UTF-16': Buffer.from(body, 'utf16le'),
      'half a character': Buffer.concat([
        Buffer.from('{"query":"'),
        Buffer.from([0xe3, 0x81]),
        Buffer.from('"}'),
      ]),
      'overlong slash': Buffer.concat([
        Buffer.from('{"query":"'),
        Buffer.from([0xc0, 0xaf]),
        Buffer.from('"}'),
      ]),
      'packed text': gzipSync(body),
      Shift_JIS: Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0x82, 0xa0]), Buffer.from('"}')]),
      nothing: Buffer.alloc(0),
    }))
      await this.attempt(
        odd,
        name,
        { headers: JSON_TYPE, body: bytes },
        (answer) => refused(answer) || this.answered(answer),
      );
    await this.attempt(odd, 'a mark of byte order', {
      headers: JSON_TYPE,
      body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(body)]),
    });
    for (const encoding of ['gzip', 'br', 'deflate', 'evil'])
      await this.attempt(
        odd,
        encoding,
        { headers: { ...JSON_TYPE, 'content-encoding': encoding }, body },
        refused,
      );
  }

  private async places(): Promise<void> {
    const group = 'files, paths and uploads';
    for (const path of [
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/trusted-documents.json',
      '/assets/..\\..\\package.json',
      '/assets/%00',
      '/assets/',
      '/trusted-documents.json',
      '/.env',
      '/.git/config',
      '/%',
      '/%zz',
      '//',
      '//evil.example/',
      '/\\evil.example',
      '/graphql/../healthz',
      '/graphql%2f',
      '/GRAPHQL',
      '/assets/%252e%252e/x',
      `/${'a'.repeat(9_000)}`,
    ])
      await this.attempt(
        group,
        path.slice(0, 60),
        { method: 'GET', path, headers: { accept: '*/*' } },
        (answer) =>
          /"name": "banso"|mutation SignIn|DATABASE_URL|\[core\]/.test(answer.text)
            ? 'gives a file'
            : 'location' in answer.headers && 'leads elsewhere',
      );
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST'])
      for (const path of ['/', '/upload', '/files', '/healthz', '/assets/x.js'])
        for (const type of ['multipart/form-data; boundary=b', 'text/csv', 'application/json'])
          await this.attempt(
            group,
            `${method} ${path} ${type}`,
            { method, path, headers: { 'content-type': type, cookie: this.hub }, body: '--b--' },
            (answer) => answer.status < 400 && `got ${answer.status}`,
          );
  }
}
