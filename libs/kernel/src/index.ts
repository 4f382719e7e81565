export * from './actor.js';
export * from './clock.js';
export * from './domain-error.js';
export * from './half-day.js';
export * from './input.js';
export * from './local-date.js';
export * from './local-government-code.js';
export * from './page.js';
