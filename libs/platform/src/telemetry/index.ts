export * from './measures.js';
export * from './spans.js';
export * from './start-telemetry.js';
export * from './work.js';
export type { Telemetry } from './telemetry-settings.js';
