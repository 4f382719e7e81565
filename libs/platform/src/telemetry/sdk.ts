import { randomUUID } from 'node:crypto';
import { metrics } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { type IMetricReader, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { ATTR_SERVICE_NAME, ATTR_SERVICE_VERSION } from '@opentelemetry/semantic-conventions';
import { log } from '../log.js';
import { VERSION } from '../version.js';
import type { Telemetry, TelemetrySettings } from './telemetry-settings.js';

/** What one sending may take. */
const EXPORT_MS = 10_000;

/** A collector that does not answer must not hold up the end of a process. */
const LAST_WORDS_MS = 3_000;

/** The SDK of OpenTelemetry, wired by hand: no package of another is wrapped, so nothing is told that is not written here. */
export async function openSdk(settings: TelemetrySettings, service: 'api' | 'worker'): Promise<Telemetry> {
  const {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    BANSO_METRICS_PORT: port,
    BANSO_METRICS_HOST: host,
  } = settings;
  // No detectors: they would tell of the machine, its user and its command line.
  const resource = resourceFromAttributes({
    [ATTR_SERVICE_NAME]: `banso-${service}`,
    [ATTR_SERVICE_VERSION]: VERSION,
    'service.instance.id': randomUUID(),
  });
  const at = (path: string): string => `${(endpoint ?? '').replace(/\/+$/, '')}/${path}`;
  const readers: IMetricReader[] = [];
  if (endpoint)
    readers.push(
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: at('v1/metrics') }),
        exportIntervalMillis: settings.OTEL_METRIC_EXPORT_INTERVAL,
        exportTimeoutMillis: Math.min(settings.OTEL_METRIC_EXPORT_INTERVAL, EXPORT_MS),
      }),
    );
  if (port !== undefined) {
    const page = new PrometheusExporter({ host, port, preventServerStart: true });
    // Metrics are no reason not to start.
    await page.startServer().catch(() => log.error({ port }, 'telemetry.port-in-use'));
    readers.push(page);
  }
  const meters = new MeterProvider({ resource, readers });
  metrics.setGlobalMeterProvider(meters);
  const tracers = endpoint
    ? new NodeTracerProvider({
        resource,
        spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: at('v1/traces') }))],
      })
    : null;
  // What comes in is read by `placeIn`; nothing is handed on by itself.
  tracers?.register({ propagator: null });
  return {
    async stop() {
      const told = Promise.allSettled([tracers?.shutdown(), meters.shutdown()]);
      const late = new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS).unref());
      await Promise.race([told, late]);
    },
  };
}
