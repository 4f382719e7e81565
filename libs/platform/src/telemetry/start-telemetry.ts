import { meterIsThere } from './measures.js';
import type { Telemetry, TelemetrySettings } from './telemetry-settings.js';

/** Sends traces and metrics, or offers metrics to be fetched, as the settings say; nothing at all unless they do. */
export async function startTelemetry(
  settings: TelemetrySettings,
  service: 'api' | 'worker',
): Promise<Telemetry> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, BANSO_METRICS_PORT: port } = settings;
  if (settings.OTEL_SDK_DISABLED || (endpoint === undefined && port === undefined))
    return { stop: async () => {} };
  // A process that tells nobody anything does not pay for the means to.
  const { openSdk } = await import('./sdk.js');
  const telemetry = await openSdk(settings, service);
  meterIsThere();
  return telemetry;
}
