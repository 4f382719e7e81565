import type { Config } from '../config.js';

export type TelemetrySettings = Pick<
  Config,
  | 'OTEL_EXPORTER_OTLP_ENDPOINT'
  | 'OTEL_METRIC_EXPORT_INTERVAL'
  | 'OTEL_SDK_DISABLED'
  | 'BANSO_METRICS_PORT'
  | 'BANSO_METRICS_HOST'
>;

/** Whoever is listening hears of this process until it stops. */
export interface Telemetry {
  stop(): Promise<void>;
}
