import type { HubStaff, MunicipalityStaff } from '@banso/kernel';
import { SHEET_LIMITS } from '@banso/platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { type Caller, type RunningApi, startApi } from '../../../../test/api.js';
import { clerk, hub, KURE, MIHARA } from '../../../../test/people.js';
import { requestInput } from '../../../../test/requests.js';

let api: RunningApi;
let staff: Caller;
let town: Caller;
let neighbour: Caller;
let hiroshima: HubStaff & { loginId: string };
let kure: MunicipalityStaff & { loginId: string };

beforeAll(async () => {
  api = await startApi();
  hiroshima = await hub(api.database.db);
  kure = await clerk(api.database.db, KURE);
  staff = await api.as(hiroshima);
  town = await api.as(kure);
  neighbour = await api.as(await clerk(api.database.db, MIHARA));
});
afterAll(() => api.close());

interface Sent {
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
  readonly query?: string;
}

async function send(caller: Caller | null, { body = TABLE, headers = {}, query = QUERY }: Sent = {}) {
  const response = await fetch(`${api.url}/table-imports?${query}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      ...(caller?.cookie && { cookie: caller.cookie }),
      ...headers,
    },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  const answer = (await response.json()) as {
    id?: string;
    errors?: { message: string; extensions: { reason: string } }[];
  };
  return { status: response.status, id: answer.id ?? '', error: answer.errors?.[0] };
}

const TABLE = '件名,困っていること,期限\n表からの依頼,ｱｿの窓口,R20.4.1\n無題,x,R8.2.30\n';
const QUERY = new URLSearchParams({ kind: 'SUPPORT_REQUESTS', name: '依頼.csv' }).toString();
const READ = `query($id: ID!) { tableImport(id: $id) {
  status kind fileName encoding headers mapping { column head } columns { name title needed }
  counts { state outcome count }
  rows { totalCount edges { node { no state outcome messages { text } cells { column value messages { isError text } } } } }
} }`;

describe('a table that is brought', () => {
  it('is read, corrected, taken in and taken back, in the language of the reader', async () => {
    const { status, id } = await send(town);
    expect(status).toBe(201);
    const { tableImport } = await town.ask(READ, { id });
    expect(tableImport).toMatchObject({ status: 'OPEN', fileName: '依頼.csv', encoding: 'UTF8' });
    const rows = tableImport.rows.edges.map(({ node }: any) => node);
    expect(rows[0].outcome).toBe('FAULTY');
    expect(rows[1].cells.find(({ column }: any) => column === 'deadlineOn')).toMatchObject({
      value: 'R8.2.30',
      messages: [
        {
          isError: true,
          text: '「期限」の「R8.2.30」は日付として読めません。2026-11-20 や R8.11.20 のように書いてください。',
        },
      ],
    });
    const english = await api.as(kure, 'en');
    const again = (await english.ask(READ, { id })).tableImport;
    expect(again.columns[0]).toMatchObject({ name: 'title', title: 'Title', needed: true });
    expect(again.rows.edges[1].node.cells[2].messages[0].text).toContain('cannot be read as a day');

    const today = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    const fixes = [2, 3].map((no) => ({ no, column: 'deadlineOn', value: today }));
    await town.ask(
      'mutation($id: ID!, $fixes: [ImportFixInput!]!) { fixTableImport(id: $id, fixes: $fixes) { id } }',
      { id, fixes },
    );
    const { applyTableImport } = await town.ask(
      'mutation($id: ID!) { applyTableImport(id: $id) { status undoUntil counts { state outcome count } } }',
      { id },
    );
    expect(applyTableImport).toMatchObject({
      status: 'APPLIED',
      counts: [{ state: 'APPLIED', outcome: 'ADDED', count: 2 }],
    });
    const COUNT = '{ supportRequests(filter: { statuses: [DRAFT] }) { totalCount } }';
    expect((await town.ask(COUNT)).supportRequests.totalCount).toBe(2);
    await town.ask('mutation($id: ID!) { undoTableImport(id: $id) { id } }', { id });
    expect((await town.ask(COUNT)).supportRequests.totalCount).toBe(0);
    for (const other of [staff, neighbour])
      expect((await other.refusal(READ, { id })).reason).toBe('import.not-found');
  });

  it('comes from somebody who has signed in, from a page of ours, as bytes and not too many', async () => {
    expect(await send(null)).toMatchObject({
      status: 401,
      error: { extensions: { reason: 'access.sign-in-required' } },
    });
    expect(await send(town, { headers: { origin: 'https://evil.example' } })).toMatchObject({ status: 403 });
    expect(
      await send(town, { headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
    ).toMatchObject({
      status: 403,
    });
    expect(await send(town, { headers: { 'content-type': 'application/json' }, body: '{}' })).toMatchObject({
      status: 415,
    });
    const large = await send(town, { body: Buffer.alloc(SHEET_LIMITS.bytes + 2, 'a') });
    expect(large).toMatchObject({ status: 413, error: { extensions: { reason: 'sheet.too-large' } } });
    expect(large.error?.message).toContain('5 MB');
    const people = new URLSearchParams({ kind: 'SPECIALISTS', name: 'x.csv' }).toString();
    expect(await send(town, { query: people })).toMatchObject({ status: 403 });
    expect(await send(town, { query: 'kind=NONE&name=x' })).toMatchObject({ status: 400 });
    expect(await send(town, { query: '' })).toMatchObject({ status: 400 });
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
    expect((await send(town, { body: old })).error?.message).toContain('.xls');
    // No other place takes bytes.
    const other = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'x',
    });
    expect(other.status).toBe(415);
  });
});

describe('files that are taken', () => {
  const EXPORT = `mutation($format: SheetFormat!, $substitute: Boolean) {
    exportList(list: SUPPORT_REQUESTS, format: $format, filter: { statuses: ["DRAFT"] }, substitute: $substitute) {
      name rows content characterCount characters { row head character written } } }`;

  it('are the list, the template and nothing of others', async () => {
    const DRAFT = 'mutation($i: SupportRequestInput!) { draftSupportRequest(input: $i) { id } }';
    await town.ask(DRAFT, { i: requestInput({ title: '𠮷の窓口' }) });
    const { exportList } = await town.ask(EXPORT, { format: 'XLSX' });
    expect(exportList).toMatchObject({ rows: 1, characterCount: 0 });
    const [head, row] = await readSheet(Buffer.from(exportList.content, 'base64'));
    expect(row?.[head?.indexOf('件名') ?? -1]).toBe('𠮷の窓口');
    const lossy = (await town.ask(EXPORT, { format: 'CSV_CP932' })).exportList;
    expect(lossy).toMatchObject({
      content: null,
      characters: [{ row: 2, head: '件名', character: '𠮷', written: null }],
    });
    expect((await neighbour.refusal(EXPORT, { format: 'CSV' })).reason).toBe('list.empty');
    const { importTemplate } = await town.ask('{ importTemplate(kind: SUPPORT_REQUESTS) { name content } }');
    const [heads] = await readSheet(Buffer.from(importTemplate.content, 'base64'));
    expect(heads?.slice(0, 2)).toEqual(['件名', '困っていること']);
  });
});
