import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, type RunningSystem, startSystem } from './browser/system.js';
import { callersOf } from './api.js';
import { Collector } from './collector.js';
import { clerk } from './people.js';
import { requestInput } from './requests.js';

const CANARY = 'CANARY-だれか';
const DRAFT = 'mutation($i: SupportRequestInput!) { draftSupportRequest(input: $i) { id } }';
const SUBMIT = 'mutation($id: ID!) { submitSupportRequest(id: $id) { id } }';

type Line = Record<string, unknown>;

let collector: Collector;
let system: RunningSystem;
let metricsPort: number;
let said = '';

const lines = (): Line[] =>
  said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (let attempt = 0; attempt < 120; attempt++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Never came: ${what}`);
}

beforeAll(async () => {
  collector = await Collector.open();
  metricsPort = await freePort();
  system = await startSystem(
    {
      BANSO_TRUSTED_DOCUMENTS: 'off',
      BANSO_LOG_REQUESTS: 'on',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '200',
      OTEL_METRIC_EXPORT_INTERVAL: '1000',
    },
    { onOutput: (words) => void (said += words) },
  );
}, 120_000);
afterAll(async () => {
  await system?.stop();
  await collector?.close();
});

describe('what the platform tells a collector', () => {
  it('is one trace from the request to the job that it asked for, and names nobody', async () => {
    const town = await callersOf(system.url).as(await clerk(system.database.db));
    const { draftSupportRequest } = await town.ask(DRAFT, {
      i: requestInput({ title: CANARY, trouble: CANARY }),
    });
    const requestId = '0b1c2d3e4f5061728394a5b6c7d8e9f0';
    const answer = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: town.cookie ?? '',
        'x-request-id': requestId,
        // A stranger's word on where the trace began.
        traceparent: '00-11111111111111111111111111111111-2222222222222222-01',
      },
      body: JSON.stringify({ query: SUBMIT, variables: { id: draftSupportRequest.id } }),
    });
    expect(answer.headers.get('x-request-id')).toBe(requestId);
    expect(await answer.json()).not.toHaveProperty('errors');

    const [row] = await eventually('a job that is done', async () => {
      const rows = await system.database.dataSource.query<{ id: string; job: string; traceparent: string }[]>(
        'SELECT id, job, traceparent FROM outbox WHERE request_id = $1 AND done_at IS NOT NULL',
        [requestId],
      );
      return rows.length > 0 && rows;
    });
    const job = await eventually('the span of the job', () =>
      collector.spans.find(({ attributes }) => attributes['banso.outbox'] === row?.id),
    );
    const request = await eventually('the span of the request', () =>
      collector.spans.find(({ attributes }) => attributes['banso.request'] === requestId),
    );
    expect(job).toMatchObject({ service: 'banso-worker', traceId: request.traceId, name: `job ${row?.job}` });
    expect(request).toMatchObject({ service: 'banso-api', name: 'POST /graphql' });
    expect(request.traceId).not.toBe('1'.repeat(32));
    expect(row?.traceparent).toContain(request.traceId);
    const inTrace = collector.spans.filter(({ traceId }) => traceId === request.traceId);
    expect(inTrace.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['graphql other', 'transaction write']),
    );
    // Each hangs on another one of the same trace.
    const ids = new Set(inTrace.map(({ spanId }) => spanId));
    const loose = inTrace.filter(
      ({ spanId, parentSpanId }) => spanId !== request.spanId && !ids.has(parentSpanId ?? ''),
    );
    expect(loose).toEqual([]);

    // Their lines in the log tell the same.
    const account = lines().find((line) => line['requestId'] === requestId)?.['account'];
    expect(account).toMatch(/^[0-9a-f]{12}$/);
    expect(JSON.stringify(lines())).not.toContain(CANARY);
  }, 60_000);

  it('says in the line of a failed job which request asked for it, and which try it was', async () => {
    await system.database.dataSource.query(`
      CREATE OR REPLACE FUNCTION spill() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'cannot store %', to_jsonb(NEW); END $$;
      CREATE TRIGGER spill BEFORE INSERT ON consultation_event FOR EACH ROW WHEN (NEW.actor_role = 'SYSTEM') EXECUTE FUNCTION spill()`);
    const town = await callersOf(system.url).as(await clerk(system.database.db));
    await town.ask('mutation($i: ConsultationInput!) { askExpert(input: $i) { id } }', {
      i: { question: CANARY, contactSection: CANARY },
    });
    const failed = await eventually('the line of the failure', () =>
      lines().find((line) => line['msg'] === 'job.failed' && line['job'] === 'support.assign-consultation'),
    );
    expect(failed).toMatchObject({
      attempt: 1,
      outbox: expect.stringMatching(/^[0-9a-f-]{36}$/),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const asked = await eventually('the line of the request', () =>
      lines().find((line) => line['msg'] === 'api.request' && line['requestId'] === failed['requestId']),
    );
    expect(asked).toMatchObject({ route: '/graphql', status: 200, ended: 'ok' });
    const span = await eventually('its span', () =>
      collector.spans.find(
        ({ attributes }) =>
          attributes['banso.outbox'] === failed['outbox'] && attributes['banso.outcome'] === 'failed',
      ),
    );
    expect(span.name).toBe('job support.assign-consultation');
  }, 60_000);

  it('measures requests, jobs, the outbox, the pool and the loop', async () => {
    const wanted = [
      'http.server.request.duration',
      'banso.job.duration',
      'banso.outbox.lag',
      'banso.outbox.open',
      'db.client.connection.count',
      'nodejs.eventloop.delay.p99',
    ];
    await eventually('all metrics', () => {
      const text = collector.bodies.map((body) => body.text).join('');
      return wanted.every((name) => text.includes(`"${name}"`));
    });
    const everything = collector.bodies.map((body) => body.text).join('');
    for (const word of [CANARY, 'CANARY', 'だれか', 'SELECT ', 'banso_session', 'input'])
      expect(everything).not.toContain(word);
  }, 60_000);
});

describe('without a collector', () => {
  it('nothing is sent, and nothing of the means to is loaded', async () => {
    const before = collector.bodies.length;
    const { startTelemetry, readConfig } = await import('@banso/platform');
    const settings = { DATABASE_URL: 'postgres://nobody', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
    await (await startTelemetry(readConfig({ ...settings, OTEL_SDK_DISABLED: 'true' }), 'api')).stop();
    await (await startTelemetry(readConfig({ DATABASE_URL: 'postgres://nobody' }), 'api')).stop();
    const sent = collector.bodies.slice(before).filter(({ text }) => !/"banso-(api|worker)"/.test(text));
    expect(sent).toEqual([]);
  });

  it('metrics can be fetched as a page from this machine', async () => {
    const { startTelemetry, readConfig, measured } = await import('@banso/platform');
    const telemetry = await startTelemetry(
      readConfig({ DATABASE_URL: 'postgres://nobody', BANSO_METRICS_PORT: String(metricsPort) }),
      'api',
    );
    measured().request.record(0.2, { 'http.route': '/graphql', 'graphql.operation.name': 'Inbox' });
    const page = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    await telemetry.stop();
    expect(page).toMatch(/http_server_request_duration_count\{[^}]*graphql_operation_name="Inbox"[^}]*\} 1/);
    expect(page).toContain('nodejs_eventloop_delay_p99');
  });
});
