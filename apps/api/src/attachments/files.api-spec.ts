import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadingLog } from '@banso/platform';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { consultationInput } from '../../../../test/desk.js';
import {
  fetchFile,
  type FileAnswer,
  formOf,
  officeFile,
  pdf,
  photo,
  png,
  sendFile,
  zipOf,
} from '../../../../test/files.js';
import { temporaryFolder } from '../../../../test/folder.js';
import { clerk, expert, hub, MIHARA, operator } from '../../../../test/people.js';
import { requestInput } from '../../../../test/requests.js';

const MB = 1024 * 1024;
const LIST = `query($t: AttachmentOwner!, $id: ID!) {
  attachments(ownerType: $t, ownerId: $id) { files { id name kind bytes scan version } changeable mayAdd } }`;
const RENAME =
  'mutation($id: ID!, $name: String!, $seen: ID!) { renameAttachment(id: $id, name: $name, seen: $seen) { id name } }';
const REMOVE = 'mutation($id: ID!) { removeAttachment(id: $id) { id } }';

describe('files of records', () => {
  const folder = temporaryFolder();
  let api: RunningApi;
  let town: Caller;
  let staff: Caller;
  let she: Caller;
  let others: Record<'nextTown' | 'ehime' | 'auditor' | 'operator' | 'nobody' | 'colleague', Caller>;
  let specialistId: string;

  beforeAll(async () => {
    api = await startApi({ BANSO_FILES: folder, BANSO_FILES_PREFECTURE_MB: '60' });
    const { db } = api.database;
    const hiroshima = await hub(db);
    const person = await expert(db, hiroshima);
    specialistId = person.specialistId;
    town = await api.as(await clerk(db));
    staff = await api.as(hiroshima);
    she = await api.as(person);
    others = {
      nextTown: await api.as(await clerk(db, MIHARA)),
      ehime: await api.as(await hub(db, '38')),
      auditor: await api.as(await hub(db, '34', ['AUDITOR'])),
      operator: await api.as(await operator(db)),
      colleague: await api.as(await expert(db, hiroshima)),
      nobody: api.anonymous(),
    };
  }, 60_000);
  afterAll(() => api.close());

  type Owner = readonly [type: string, id: string];
  const draft = async (): Promise<Owner> => {
    const { draftSupportRequest } = await town.ask(
      'mutation($i: SupportRequestInput!) { draftSupportRequest(input: $i) { id } }',
      { i: requestInput() },
    );
    return ['SUPPORT_REQUEST', draftSupportRequest.id];
  };
  const submit = (id: string) =>
    town.ask('mutation($id: ID!) { submitSupportRequest(id: $id) { id } }', { id });
  const question = async (): Promise<Owner> => {
    const { askExpert } = await town.ask('mutation($i: ConsultationInput!) { askExpert(input: $i) { id } }', {
      i: consultationInput(),
    });
    await staff.ask(
      'mutation($id: ID!, $s: ID!) { reassignConsultation(id: $id, specialistId: $s, reason: "x", seen: 0) { id } }',
      { id: askExpert.id, s: specialistId },
    );
    return ['CONSULTATION', askExpert.id];
  };
  const send = (
    caller: Caller,
    owner: Owner,
    name: string,
    content: Buffer,
    headers = {},
  ): Promise<FileAnswer> => sendFile({ url: api.url, caller, owner, name, content, headers });
  const list = async (caller: Caller, [t, id]: Owner) => (await caller.ask(LIST, { t, id }))['attachments'];
  const rows = async (): Promise<number> =>
    (await api.database.dataSource.query('SELECT count(*)::int AS n FROM attachment'))[0].n;
  /** Everything that lies in the store or on its way there. */
  const lying = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  it('come back as they went in, under their name, and never as a page', async () => {
    const owner = await draft();
    const content = pdf('窓口');
    const { status, body } = await send(town, owner, '現況 “調査”.PDF', content);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { name: '現況 “調査”.PDF', kind: 'PDF', bytes: content.length, scan: 'NOT_SCANNED' },
    });
    const answer = await fetchFile(api.url, town, body.id);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="__ ____.PDF"; filename*=UTF-8''${encodeURIComponent('現況 “調査”.PDF')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': 'private, no-store',
    });
    expect(await list(town, owner)).toMatchObject({
      files: [{ name: '現況 “調査”.PDF' }],
      changeable: [body.id],
      mayAdd: true,
    });
    // On the disk nothing is called as somebody called it.
    expect(lying().every((path) => /\/objects\/[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(path))).toBe(true);
    await api.app.get(ReadingLog).flush();
    const seen = await api.database.dataSource.query(
      `SELECT count(*)::int AS n FROM audit_entry WHERE kind = 'VIEW' AND record_type = 'attachment' AND record_id = $1`,
      [body.id],
    );
    expect(seen[0].n).toBe(1);
  });

  it('belong to whoever may see the record, and are not found by anybody else', async () => {
    const owner = await draft();
    const { body } = await send(town, owner, 'a.pdf', pdf());
    const closed = [staff, she, others.nextTown, others.ehime, others.colleague, others.auditor];
    for (const caller of closed) {
      expect((await fetchFile(api.url, caller, body.id)).status).toBe(404);
      expect(await send(caller, owner, 'a.pdf', pdf())).toMatchObject({ status: 404 });
      expect((await caller.send(LIST, { t: owner[0], id: owner[1] })).errors[0]).toMatchObject({
        extensions: { code: 'NOT_FOUND' },
      });
      const { code } = await caller.refusal(REMOVE, { id: body.id });
      expect(['NOT_FOUND', 'FORBIDDEN']).toContain(code);
    }
    expect((await fetchFile(api.url, others.nobody, body.id)).status).toBe(401);
    expect((await fetchFile(api.url, others.operator, body.id)).status).toBe(403);
    expect((await fetchFile(api.url, town, randomUUID())).status).toBe(404);
    expect((await fetchFile(api.url, town, 'x')).status).toBe(404);

    await submit(owner[1]);
    expect((await fetchFile(api.url, staff, body.id)).status).toBe(200);
    expect((await fetchFile(api.url, others.auditor, body.id)).status).toBe(200);
    expect(await send(others.auditor, owner, 'a.pdf', pdf())).toMatchObject({ status: 403 });
    // What was sent stays as it was; more may follow.
    expect(await town.refusal(REMOVE, { id: body.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await send(town, owner, 'b.pdf', pdf())).status).toBe(200);
    expect(await staff.ask(REMOVE, { id: body.id })).toBeTruthy();
  });

  it('come with an answer too: each side takes back its own', async () => {
    const owner = await question();
    const [hers, towns] = [
      await send(she, owner, 'answer.pdf', pdf()),
      await send(town, owner, 'q.txt', Buffer.from('x')),
    ];
    for (const caller of [she, town, staff])
      for (const { body } of [hers, towns])
        expect((await fetchFile(api.url, caller, body.id)).status).toBe(200);
    expect((await fetchFile(api.url, others.colleague, hers.body.id)).status).toBe(404);
    expect(await she.refusal(REMOVE, { id: towns.body.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await town.refusal(REMOVE, { id: hers.body.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await she.ask(REMOVE, { id: hers.body.id })).toBeTruthy();
    expect((await fetchFile(api.url, staff, hers.body.id)).status).toBe(404);
    expect(await she.refusal(REMOVE, { id: hers.body.id })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are refused in words, and leave nothing behind', async () => {
    const owner = await draft();
    const before = lying().length;
    const text = (words: string) => Buffer.from(words);
    const wrong: readonly (readonly [string, Buffer, number, string])[] = [
      ['a.exe', text('MZ\0\0'), 415, 'attachment.kind-not-allowed'],
      ['a.pdf', text('MZ\0\0'), 415, 'attachment.kind-not-allowed'],
      ['a.pdf', text('<html>%PDF-1.4'), 415, 'attachment.active'],
      ['a.txt', text('\n<script>alert(1)</script>'), 415, 'attachment.active'],
      ['a.csv', text('<svg onload=alert(1)>'), 415, 'attachment.active'],
      ['a.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'attachment.active'],
      ['a.html', text('plain words'), 415, 'attachment.kind-not-allowed'],
      ['a.txt', pdf(), 415, 'attachment.extension-differs'],
      ['a.txt', text('a\0b'), 415, 'attachment.kind-not-allowed'],
      ['a.docx', officeFile('xlsx'), 415, 'attachment.extension-differs'],
      ['a.zip', zipOf([{ name: 'a.txt', content: 'x' }]), 415, 'attachment.archive'],
      ['a.docx', zipOf([{ name: 'a.txt', content: 'x' }]), 415, 'attachment.archive'],
      ['a.docx', officeFile('docx', { name: 'word/vbaProject.bin', content: 'x' }), 415, 'attachment.macro'],
      ['a.xlsx', officeFile('xlsx', { name: 'xl/activeX/activeX1.bin' }), 415, 'attachment.macro'],
      ['a.docx', officeFile('docx', { name: '../../etc/passwd' }), 400, 'attachment.broken'],
      ['a.docx', officeFile('docx').subarray(0, 90), 400, 'attachment.broken'],
      ['a.docx', Buffer.concat([officeFile('docx'), pdf()]), 400, 'attachment.broken'],
      [
        'a.xlsx',
        officeFile('xlsx', { name: 'xl/a.xml', content: 'x', claims: 4_000_000_000 }),
        400,
        'attachment.bomb',
      ],
      [
        'a.docx',
        zipOf([{ name: '[Content_Types].xml', content: Buffer.alloc(40 * MB), claims: 100 }]),
        400,
        'attachment.bomb',
      ],
      [
        'a.doc',
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
        415,
        'attachment.old-office',
      ],
      ['a.jpg', photo().subarray(0, 60), 400, 'attachment.broken'],
      ['a.pdf', Buffer.alloc(0), 400, 'attachment.empty'],
      ['.pdf', pdf(), 400, 'input.invalid'],
      ['', pdf(), 400, 'input.invalid'],
    ];
    for (const [name, content, status, reason] of wrong) {
      const answer = await send(town, owner, name, content, { 'accept-language': 'en' });
      expect([name, reason, answer.status, answer.reason]).toEqual([name, reason, status, reason]);
      expect(answer.message?.length).toBeGreaterThan(10);
    }
    expect((await list(town, owner)).files).toEqual([]);
    expect(lying()).toHaveLength(before);
  });

  it('are what their content says: of Office, pictures and texts in the encodings of offices', async () => {
    const owner = await draft();
    const cp932 = Buffer.from('8e8196bc2c82a0', 'hex');
    const right: readonly (readonly [string, Buffer, string])[] = [
      ['a.docx', officeFile('docx'), 'DOCX'],
      ['b.xlsx', officeFile('xlsx'), 'XLSX'],
      ['c.pptx', officeFile('pptx'), 'PPTX'],
      ['d.jpeg', photo(), 'JPEG'],
      ['e.png', png(), 'PNG'],
      ['f.txt', Buffer.from('BM で始まる覚え書き'), 'TEXT'],
      ['g.csv', cp932, 'CSV'],
      ['h.csv', Buffer.from('\uFEFF氏名,所属\r\n', 'utf16le'), 'CSV'],
    ];
    for (const [name, content, kind] of right)
      expect([name, await send(town, owner, name, content)]).toMatchObject([
        name,
        { status: 200, body: { kind } },
      ]);
  });

  it('keep of a photo how it is held, and forget where it was taken and what lies behind it', async () => {
    const owner = await draft();
    for (const [name, content] of [
      ['a.jpg', photo(zipOf([{ name: 'a.exe', content: 'SECRET' }]).toString('latin1'))],
      ['b.png', png(Buffer.from('PK SECRET behind'))],
    ] as const) {
      const { body } = await send(town, owner, name, content);
      const back = Buffer.from(await (await fetchFile(api.url, town, body.id)).arrayBuffer()).toString(
        'latin1',
      );
      expect(back).not.toMatch(/GPS|SECRET|PK/);
      expect(back.length).toBe(body.bytes);
      if (name === 'a.jpg')
        expect(Buffer.from(back, 'latin1').toString('hex')).toContain('01120003000000010006');
      if (name === 'a.jpg') expect(back.endsWith('\xff\xd9')).toBe(true);
    }
  });

  it('have names that lead nowhere and break no header', async () => {
    const owner = await draft();
    for (const [given, kept] of [
      ['../../../etc/passwd.txt', 'passwd.txt'],
      ['C:\\Users\\x\\秘密.txt', '秘密.txt'],
      ['a\u202Etxt.exe.txt', 'atxt.exe.txt'],
      ['a%0d%0aset-cookie: x=1.txt', 'a%0d%0aset-cookie_ x=1.txt'],
      ['a;filename=b.html.txt', 'a;filename=b.html.txt'],
      [`${'長'.repeat(300)}.txt`, `${'長'.repeat(196)}.txt`],
    ] as const) {
      const { status, body } = await send(town, owner, given, Buffer.from('x'));
      expect([status, body.name]).toEqual([200, kept]);
      const answer = await fetchFile(api.url, town, body.id);
      expect(answer.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[ -~]*"; filename\*=UTF-8''[\w%.~!-]+$/,
      );
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  it('stop at ten megabytes, in the middle of the stream, and when the line is cut', async () => {
    const owner = await draft();
    const before = lying().length;
    const big = await send(town, owner, 'a.txt', Buffer.alloc(10 * MB + 1, 'a'));
    expect(big).toMatchObject({ status: 413, reason: 'attachment.too-large' });
    expect((await send(town, owner, 'a.txt', Buffer.alloc(10 * MB, 'a'))).status).toBe(200);
    await cut(owner);
    await eventually(() => lying().length === before + 1);
    expect((await list(town, owner)).files).toHaveLength(1);
  });

  /** A browser that goes away in the middle. */
  function cut([type, id]: Owner): Promise<void> {
    const { port } = new URL(api.url);
    const form = formOf('a.txt', Buffer.alloc(MB, 'a'));
    return new Promise((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST /files/${type}/${id} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nsec-fetch-site: same-origin\r\ncookie: ${town.cookie}\r\ncontent-type: ${form.type}\r\ncontent-length: ${form.body.length}\r\n\r\n`,
        );
        socket.write(form.body.subarray(0, 200_000), () => setTimeout(() => socket.destroy(), 100));
      });
      socket.on('close', () => resolve());
    });
  }

  async function eventually(holds: () => boolean): Promise<void> {
    for (let n = 0; n < 100 && !holds(); n++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(holds()).toBe(true);
  }

  it('are twenty of a record at most, also when the last two come at once, and fit into the prefecture', async () => {
    const owner = await draft();
    for (let n = 0; n < 19; n++)
      expect((await send(town, owner, 'a.txt', Buffer.from('x'))).status).toBe(200);
    const answers = await Promise.all([1, 2, 3].map(() => send(town, owner, 'a.txt', Buffer.from('x'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.reason).toBe('attachment.too-many');
    expect((await list(town, owner)).files).toHaveLength(20);

    const [wide, before] = [await draft(), lying().length];
    const many = await Promise.all(
      Array.from({ length: 7 }, () => send(town, wide, 'b.txt', Buffer.alloc(9 * MB, 'a'))),
    );
    const full = many.filter(({ status }) => status !== 200);
    expect(new Set(full.map(({ reason }) => reason))).toEqual(new Set(['attachment.prefecture-full']));
    expect(lying()).toHaveLength(before + many.length - full.length);
  });

  it('are kept once for one wish, however often it is sent', async () => {
    await api.database.dataSource.query('DELETE FROM attachment');
    const owner = await draft();
    const [before, key] = [lying().length, { 'idempotency-key': randomUUID() }];
    const answers = await Promise.all([1, 2].map(() => send(town, owner, 'a.pdf', pdf(), key)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await list(town, owner)).files).toHaveLength(1);
    expect(lying()).toHaveLength(before + 1);
    expect(await send(town, owner, 'b.pdf', pdf(), key)).toMatchObject({
      reason: 'client-key.used-otherwise',
    });
    expect(await send(town, owner, 'b.pdf', pdf(), { 'idempotency-key': 'x' })).toMatchObject({
      reason: 'client-key.malformed',
    });
    expect(lying()).toHaveLength(before + 1);
  });

  it('pass the same door as everything else', async () => {
    const owner = await draft();
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect(await send(town, owner, 'a.pdf', pdf(), foreign)).toMatchObject({
      status: 403,
      reason: 'origin.foreign',
    });
    expect(await send(town, owner, 'a.pdf', pdf(), { 'accept-language': 'en' })).toMatchObject({
      status: 200,
    });
    expect(await send(others.nobody, owner, 'a.pdf', pdf())).toMatchObject({
      status: 401,
      reason: 'access.sign-in-required',
      message: expect.stringMatching(/サインイン|ログイン/),
    });
    expect(await send(town, ['ACCOUNT', owner[1]], 'a.pdf', pdf())).toMatchObject({ status: 404 });
    expect(await send(town, ['VISIT_REPORT', owner[1]], 'a.pdf', pdf())).toMatchObject({ status: 404 });
    expect(await send(town, ['SUPPORT_REQUEST', "x' OR 1=1"], 'a.pdf', pdf())).toMatchObject({ status: 404 });
    const headers = { 'sec-fetch-site': 'same-origin', cookie: String(town.cookie) };
    const raw = (type: string, body: string) =>
      fetch(`${api.url}/files/${owner.join('/')}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': type },
        body,
      });
    expect((await raw('application/json', '{}')).status).toBe(400);
    expect((await raw('multipart/form-data', 'x')).status).toBe(400);
    expect((await raw('multipart/form-data; boundary=x', '--x--\r\n')).status).toBe(400);
    expect(
      (
        await raw(
          'multipart/form-data; boundary=x',
          `--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf`,
        )
      ).status,
    ).toBe(400);
    // A form is read nowhere else.
    const form = formOf('a.pdf', pdf());
    const graphql = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': form.type },
      body: new Uint8Array(form.body),
    });
    expect(graphql.status).toBe(415);
  });

  it('are named anew with the same end, and nobody writes over what they have not seen', async () => {
    const owner = await draft();
    const { body } = await send(town, owner, '前.txt', Buffer.from('x'));
    const [{ version }] = (await list(town, owner)).files;
    expect(
      (await town.ask(RENAME, { id: body.id, name: '後.txt', seen: version }))['renameAttachment'].name,
    ).toBe('後.txt');
    expect(await town.refusal(RENAME, { id: body.id, name: '別.txt', seen: version })).toMatchObject({
      reason: 'record.changed-meanwhile',
    });
    const [now] = (await list(town, owner)).files;
    expect(await town.refusal(RENAME, { id: body.id, name: '後.exe', seen: now.version })).toMatchObject({
      reason: 'attachment.extension-stays',
    });
  });

  it('have rows that never outnumber what lies there', async () => {
    expect(lying().length).toBeGreaterThanOrEqual(await rows());
  });
});
