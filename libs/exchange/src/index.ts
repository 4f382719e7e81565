export * from './exchange-entities.js';
export * from './exchange.module.js';
