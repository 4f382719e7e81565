export * from './erase-rows.js';
export * from './erasure-steps.js';
export * from './forget-in-log.js';
export * from './mentions.js';
export { keysOf, rowIdOf } from './row-ids.js';
