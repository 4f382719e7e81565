export { CAR_RATE } from './fares.js';
export { FIXED_RATE } from './fixed-rate.js';
export * from './journey.js';
export { NATIONAL_2025 } from './national-2025.js';
export * from './prefill.js';
export * from './registry.js';
export * from './tour-shares.js';
export * from './travel-rule.js';
